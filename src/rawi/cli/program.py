"""The group of commands: each is loaded when it is called; whatever goes wrong ends in one message."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from rawi.cli.streams import ReaderGone, prepare_streams, silence_stdout

#: Groups of commands, each with the module of its name and what ``--help`` says of it; in the order of the
#: help, which has two to a line.
GROUPS = {
    "Bring in": {
        "extract": "read articles; no ledger",
        "add": "articles into the ledger",
        "corpus": "many files into Parquet",
        "fetch": "pages from the web",
        "feeds": "feeds: add, list, pull",
    },
    "Ask": {
        "find": "search the texts",
        "said": "who said what",
        "figures": "how many, through time",
        "events": "what happened to whom",
        "who": "who somebody is",
        "serve": "all of it in a browser",
        "show": "a document, or words of it",
        "cite": "cite an entry or a passage",
        "explain": "how an entry came about",
    },
    "Across reports": {
        "story": "reports of one happening",
        "compare": "claims side by side",
        "check": "a claim against the ledger",
        "chain": "how words reached you",
    },
    "Decide": {
        "merge": "two are one",
        "split": "one is several",
        "undo": "take a decision back",
        "dossier": "collect for a report",
    },
    "Keep": {
        "update": "derive anew what is derived",
        "verify": "is the ledger sound?",
        "backup": "copy the ledger",
        "restore": "a ledger of a backup",
        "export": "all rows of a kind",
    },
    "Besides": {
        "status": "what there is, what next",
        "accounts": "who may come in",
        "demo": "see it work",
        "doctor": "check the installation",
        "parse": "numbers, dates in a phrase",
        "eval": "score annotated articles",
    },
}
COMMANDS = {name: told for group in GROUPS.values() for name, told in group.items()}
_NAME, _TOLD = 9, 28  # columns of a command's name and of what is said of it
_INTRODUCTION = "راوي · Arabic news into a sourced ledger. Offline but for fetch, feeds pull."
_EPILOG = "Start with: rawi demo. Options: rawi COMMAND --help; rawi --version."


class Program(click.Group):
    """Commands by name from modules of the same name in this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; null if there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"rawi.cli.{cmd_name}").command
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands alone: the help stays on one screen, and its last line names the options."""
        self.format_commands(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Close the help, its last line at the margin."""
        formatter.write(f"\n{self.epilog}\n")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by groups without loading them."""
        formatter.write("\n")
        for heading, group in GROUPS.items():
            formatter.write(f"{heading}\n")
            cells = [f"{name:<{_NAME}}{told:<{_TOLD}}" for name, told in group.items()]
            for at in range(0, len(cells), 2):
                formatter.write(f"  {' '.join(cells[at : at + 2])}".rstrip() + "\n")

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for one that is not there, name the nearest."""
        name = click.utils.make_str(args[0])
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        from rawi.cli.faults import Fault

        near = get_close_matches(name.lower(), COMMANDS, 1, 0.5)
        todo = f"rawi {near[0]}" if near else "rawi --help"
        raise Fault("usage.command", f"rawi {name}", todo=f"هل تقصد / did you mean: {todo}")

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take bare ``rawi``, and ``rawi --json``, as ``rawi status``."""
        own = ("--help", "-h", "--version")
        if not args or (args[0].startswith("-") and not any(one in own for one in args)):
            args = ["status", *args]
        return super().parse_args(ctx, args)

    def main(  # type: ignore[override]  # click gives a result where it need not exit; this always exits
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **more: Any
    ) -> NoReturn:
        """Run with ``args`` and exit with the code that the contract gives to what happened."""
        prepare_streams()
        arguments = list(sys.argv[1:] if args is None else args)
        more["standalone_mode"] = False
        sys.exit(_run(lambda: super(Program, self).main(arguments, prog_name or "rawi", **more), arguments))


def _run(command: Any, arguments: Sequence[str]) -> int:
    """Run a command and return the exit code; errors become messages on stderr."""
    try:
        result = command()
        sys.stdout.flush()
    except (ReaderGone, BrokenPipeError):
        silence_stdout()
        return 0
    except (KeyboardInterrupt, click.Abort):
        return _report(KeyboardInterrupt(), arguments)
    except Exception as error:  # noqa: BLE001 - the last place: every error gets a code and a way on
        return _report(error, arguments)
    return result if isinstance(result, int) else 0


def _report(error: BaseException, arguments: Sequence[str]) -> int:
    """Say what went wrong; with -v also where in the program."""
    from rawi.cli.faults import find_fault, render_fault

    if {"-v", "--verbose"} & set(arguments):
        import traceback

        click.echo("".join(traceback.format_exception(error)), err=True)
    fault = find_fault(error)
    click.echo(render_fault(fault), err=True)
    return fault.exit_code


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the version, asked of the installed package."""
    if asked:
        from importlib.metadata import version

        click.echo(f"rawi {version('rawi')}")
        ctx.exit()


program = Program(
    name="rawi",
    help=f"\b\n{_INTRODUCTION}",
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help="Print the version.",
        )
    ],
)

"""What all commands share: the options that each takes, and how it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rawi.cli.faults import Fault
from rawi.cli.streams import build_screen, say, write
from rawi.views.labels import Language
from rawi.views.screen import Screen

if TYPE_CHECKING:
    from rawi.ledger.answers import StorySummary
    from rawi.ledger.ledger import Ledger
    from rawi.ledger.results import Article

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

LEDGER = "ledger.rawi"
_PROGRAM = "rawi"  # who acts where no person decides
_CARDS = 20  # cards on a screen, unless --limit says otherwise


class Session:
    """The shared options of one call; filled by their callbacks."""

    def __init__(self) -> None:
        self.path = LEDGER
        self.json = self.jsonl = self.verbose = self.quiet = self.fail_empty = self.bare = False
        self.language: Language | None = None
        self.limit: int | None = None
        self.cursor: str | None = None

    @property
    def progress(self) -> bool:
        """Whether people are shown how long work goes on."""
        return not (self.bare or self.quiet)

    def open_ledger(self, *, create: bool = False, actor: str | None = None) -> Ledger:
        """Open the ledger that was named; LedgerError if there is none and ``create`` is false.

        ``actor`` is who decides, for the journal; the program itself if null.
        """
        from rawi.ledger.ledger import open_ledger

        return open_ledger(self.path, create=create, actor=actor or _PROGRAM)

    def decided(
        self,
        ledger: Ledger,
        number: int,
        about: str | None = None,
        reports: Sequence[str] = (),
        events: Sequence[str] = (),
    ) -> int:
        """Print the decision that was just written, and what became of whom it was ``about``, or in which
        stories the ``reports``, in which incidents the ``events`` are now; return the exit code."""
        from rawi.views.incidents import render_incident
        from rawi.views.joining import tell_differences
        from rawi.views.jsonl import encode_object
        from rawi.views.profiles import render_decided, render_profile
        from rawi.views.stories import render_grouped

        if reports or events:
            self.renew(ledger)
        grouped = _group(ledger, reports)
        incidents = list({one.id: one for one in map(ledger.incident, events)}.values())

        made = next(one for one in ledger.decisions() if one.number == number)
        counts = ledger.counts()
        if self.json:
            told: dict[str, Any] = {"incidents": incidents} if events else {}
            if reports:
                told["stories"] = [{"story": story, "reports": each} for story, each in grouped]
            write(encode_object("decision", decision=made, entities=counts.resolved, **told))
        else:
            met = islice(ledger.who(about), 1) if about and not (reports or events) else ()
            cards = [render_profile(one, self.screen()) for one in met]
            cards += [render_grouped(story, each, self.screen()) for story, each in grouped]
            cards += [render_incident(one, self.screen()) for one in incidents]
            shown = "\n\n".join([render_decided(made, self.screen()), *cards])
            write(f"{shown}\n".encode("utf-8", "replace"))
            self.say(f"rawi undo {number} takes it back")
        for one in incidents if made.kind == "merge" else ():
            if differing := tell_differences(one, self.screen()):
                self.say(differing)
        return 0

    def renew(self, ledger: Ledger) -> None:
        """Derive anew what is asked for, if anything came since; say so, for it may take a while."""
        if ledger.counts().stale:
            self.say(self.screen().label("deriving"))
            ledger.update()

    def screen(self) -> Screen:
        """Return the screen for cards."""
        return build_screen(self.language or "en")

    def say(self, text: str) -> None:
        """Tell people something on stderr, unless they asked for quiet."""
        if not self.quiet:
            say(text)

    def answer(
        self,
        name: str,
        found: Iterable[T],
        render: Callable[[T, Screen], str],
        nearby: Callable[[], str] | None = None,
        **more: Any,
    ) -> int:
        """Print what was found as the user asked for it; return the exit code. If it was nothing, ``nearby``
        is what people are told besides."""
        from rawi.views.jsonl import encode_envelope, encode_line

        limit = self.limit if self.limit is not None or self.json or self.jsonl else _CARDS
        rest = iter(found)
        begin = _parse_cursor(self.cursor)
        page = islice(rest, begin, begin + limit if limit else None)
        count = 0
        if self.json:
            items = list(page)
            count, after = len(items), next(rest, None) is not None
            cursor = {"next": str(begin + count) if after else None}
            write(encode_envelope(name, items, **(cursor | more)))
        else:
            for one in page:
                write(encode_line(one) if self.jsonl else _card(render(one, self.screen()), count))
                count += 1
            self._tell_rest(rest, begin + count if count else 0)
            self._tell_hidden(found)
        if (
            not begin + count
            and nearby is not None
            and not self.json
            and not self.jsonl
            and (told := nearby())
        ):
            self.say(told)
        return self.empty(count)

    def _tell_hidden(self, found: Iterable[Any]) -> None:
        """Say how much was passed over because people rejected it."""
        if (hidden := getattr(found, "hidden", 0)) and not self.jsonl:
            self.say(f"left out, rejected by people / مرفوض: {hidden}")

    def _tell_rest(self, rest: Iterator[Any], shown: int) -> None:
        """Say how many there were, and how to see more."""
        more = getattr(rest, "left", None)  # what is built one by one knows how much is left
        more = sum(1 for _ in rest) if more is None else more
        if more:
            self.say(f"\n{shown} of {shown + more}; more: --cursor {shown}")
        elif not self.jsonl:
            self.say(f"\n{shown} found" if shown else "nothing found / لا نتائج")

    def empty(self, count: int) -> int:
        """Return the exit code for ``count`` things found."""
        return 3 if not count and self.fail_empty else 0


def _group(ledger: Ledger, reports: Iterable[str]) -> list[tuple[StorySummary | None, list[Article]]]:
    """Return the stories in which some reports are, each with all its reports; the reports that are in none
    come last, with null."""
    stories: dict[str, StorySummary] = {}
    alone: list[str] = []
    for one in reports:
        story = ledger.story_with(one)
        if story is None:
            alone.append(one)
        else:
            stories[story.id] = story
    found: list[tuple[StorySummary | None, list[Article]]] = [
        (story, ledger.articles(story.documents)) for story in stories.values()
    ]
    return [*found, (None, ledger.articles(alone))] if alone else found


@contextmanager
def asked(where: str) -> Iterator[None]:
    """Turn the ``ValueError`` by which a ledger refuses a question into wrong usage of ``where``."""
    try:
        yield
    except ValueError as error:
        raise Fault("usage.value", where, str(error)) from error


@contextmanager
def decision(where: str, todo: str = "") -> Iterator[None]:
    """Turn the ``ValueError`` by which a ledger refuses a decision into wrong usage of ``where``; ``todo`` in
    the place of the usual advice."""
    try:
        yield
    except ValueError as error:
        raise Fault("usage.decision", where, str(error), todo) from error


def _parse_cursor(cursor: str | None) -> int:
    """Return how many to pass over; wrong usage if that is no number."""
    if cursor and not (cursor.isascii() and cursor.isdigit() and len(cursor) < 12):
        why = f"{cursor!r} is not what the page before printed"
        raise Fault("usage.value", "--cursor", why, "--cursor takes a number: how many to pass over")
    return int(cursor or 0)


def _card(card: str, before: int) -> bytes:
    """Return a card as bytes, an empty line between it and the one before."""
    return f"{'' if not before else chr(10)}{card}\n".encode("utf-8", "replace")


def _stored(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """Return a callback that puts an option into the session."""

    def store(ctx: click.Context, _: click.Parameter, value: Any) -> None:
        session = ctx.ensure_object(Session)
        if value is not None:
            setattr(session, name, value)

    return store


def _option(name: str, *declarations: str, **how: Any) -> Callable[[F], F]:
    """Return an option that goes into the session, not to the command's function."""
    return click.option(*declarations, callback=_stored(name), expose_value=False, **how)


_verbose = _option("verbose", "-v", "--verbose", is_flag=True, help="On an error, say where in the program.")
_quiet = _option("quiet", "-q", "--quiet", is_flag=True, help="Only results and errors.")
_language = _option(
    "language", "--lang", type=click.Choice(["en", "ar"]), envvar="RAWI_LANG", help="Language of labels."
)
_ledger = _option(
    "path",
    "--ledger",
    metavar="FILE",
    envvar="RAWI_LEDGER",
    help=f"The ledger; {LEDGER} here if not given, nor in RAWI_LEDGER.",
)
_json = _option("json", "--json", is_flag=True, help="One JSON object with a versioned schema.")
_jsonl = _option("jsonl", "--jsonl", is_flag=True, help="One JSON value a line.")
_limit = _option("limit", "--limit", type=click.IntRange(0), metavar="N", help="At most N; 0 for all.")
_cursor = _option("cursor", "--cursor", metavar="C", help="Go on from here.")
_fail = _option("fail_empty", "--fail-empty", is_flag=True, help="Exit with 3 if nothing is found.")
_bare = _option("bare", "--no-progress", is_flag=True, help="No progress bar.")


def _all(*options: Callable[[Any], Any]) -> Callable[[F], F]:
    """Return a decorator that adds options, shown in this order, and passes the session."""

    def decorate(function: F) -> F:
        made: Any = click.make_pass_decorator(Session, ensure=True)(function)
        for option in reversed(options):
            made = option(made)
        result: F = made
        return result

    return decorate


#: For commands that list what a ledger has.
listing = _all(_ledger, _limit, _cursor, _fail, _json, _jsonl, _language, _quiet, _verbose)
#: For commands that ask a ledger one thing.
asking = _all(_ledger, _json, _language, _quiet, _verbose)


def deciding(function: F) -> F:
    """Add what a decision takes, and the options of commands that ask a ledger one thing."""
    return _decided(asking(function))


def judging(function: F) -> F:
    """Add what a decision takes, and the options of commands that list what a ledger has."""
    return _decided(listing(function))


def _decided(function: F) -> F:
    """Add who decides, and why."""
    by = click.option(
        "--by", metavar="NAME", callback=_decider, help="Who decides; the user's name if not given."
    )
    why = click.option("--why", metavar="WORDS", help="Why; kept in the journal for good.")
    made: F = why(by(function))
    return made


def _decider(ctx: click.Context, _: click.Parameter, value: str | None) -> str:
    return decider(value)


def decider(value: str | None = None) -> str:
    """Return who decides: as stated, else the name under which the user is logged in."""
    from getpass import getuser

    try:
        return (value or "").strip() or getuser()
    except (KeyError, OSError):
        return _PROGRAM  # a container without a user of this number


#: For commands that work through inputs, without and with a ledger.
working = _all(_json, _bare, _language, _quiet, _verbose)
adding = _all(_ledger, _json, _bare, _language, _quiet, _verbose)
#: For commands without a ledger.
plain = _all(_json, _language, _quiet, _verbose)

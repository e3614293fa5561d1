"""The command line: thin twins of library calls. ``main`` is what the ``rawi`` script runs."""

from __future__ import annotations


def main() -> None:
    """Run ``rawi`` with the arguments of the process; exits with its code."""
    from rawi.cli.program import program

    program.main(prog_name="rawi")

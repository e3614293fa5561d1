"""What ``fetch`` and ``feeds pull`` share: the limits under which they go out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rawi.cli.faults import Fault

if TYPE_CHECKING:
    from rawi.sources.web.client import Client
    from rawi.sources.web.policy import Policy

F = TypeVar("F", bound=Callable[..., Any])


def _parse_proxy(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    """Return ``--proxy`` if it can be used."""
    from rawi.sources.web.proxies import parse_proxy

    try:
        if value is not None:
            parse_proxy(value)
    except ValueError as error:
        raise Fault("usage.value", "--proxy", str(error)) from error
    return value


def _parse_hosts(ctx: click.Context, _: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``--allow`` as hosts in ASCII."""
    from rawi.errors import SourceError
    from rawi.sources.web.addresses import parse_allowed

    try:
        return tuple(map(parse_allowed, values))
    except SourceError as error:
        raise Fault("usage.value", "--allow", str(error)) from error


def going_out(function: F) -> F:
    """Add the options of commands that open connections."""
    options = (
        click.option(
            "--proxy",
            metavar="P",
            callback=_parse_proxy,
            help="Go through http://HOST:PORT, or socks5h://HOST:PORT (Tor).",
        ),
        click.option(
            "--allow",
            metavar="HOST",
            multiple=True,
            callback=_parse_hosts,
            help="Ask this host and those below it only; may stand several times.",
        ),
        click.option(
            "--max-bytes", type=click.IntRange(1), metavar="N", help="Most bytes of one answer; 32 MiB."
        ),
        click.option(
            "--timeout",
            type=click.FloatRange(0, min_open=True),
            metavar="S",
            help="Most seconds for one answer; 60.",
        ),
        click.option("--report", metavar="FILE", help="Write what became of every address, as JSON."),
    )
    for option in reversed(options):
        function = option(function)
    return function


def build_policy(
    proxy: str | None, allow: tuple[str, ...], max_bytes: int | None, timeout: float | None
) -> Policy:
    """Return the limits that the options set."""
    from rawi.sources.web.policy import Policy

    usual = Policy()
    return Policy(hosts=allow, proxy=proxy, size=max_bytes or usual.size, total=timeout or usual.total)


def build_client(policy: Policy) -> Client:
    """Return a client under a policy."""
    from rawi.sources.web.client import Client

    return Client(policy)

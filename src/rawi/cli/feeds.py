"""``rawi feeds``: which feeds are pulled, and the pulling of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from rawi.cli.faults import Fault, render_fault
from rawi.cli.inputs import run_until_stopped, tell_added, tell_end
from rawi.cli.network import build_client, build_policy, going_out
from rawi.cli.progress import Progress
from rawi.cli.session import Session, adding, asking, deciding
from rawi.cli.streams import say, write
from rawi.cli.targets import refuse_target

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger
    from rawi.ledger.subscriptions import Feed
    from rawi.sources.subscriptions import Subscription

_MOST_BYTES = 1 << 25  # of a file that lists feeds


@click.group("feeds")
def command() -> None:
    """Keep a list of feeds in the ledger, and pull what is new in them; only pull opens connections.

    Each takes --json and --ledger FILE; rawi feeds COMMAND --help lists its options.
    """


@command.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="URL|FILE.opml...", type=click.UNPROCESSED)
@click.option("--title", metavar="NAME", help="What you call the feed.")
@click.option("--outlet", metavar="NAME", help="Outlet of its entries; else the feed's own title.")
@deciding
def add(
    session: Session,
    sources: tuple[str, ...],
    title: str | None,
    outlet: str | None,
    why: str | None,
    by: str | None,
) -> int:
    """Add feeds by address, or those that an OPML file lists; nothing is fetched yet."""
    told = [one for source in sources for one in _read_source(source)]
    good = [one for one in told if one.fault is None]
    with session.open_ledger(create=True, actor=by) as ledger:
        new = [one.url for one in good if ledger.feeds.add(one.url, title or one.title, outlet, why)]
        _tell_list(session, "feeds.add", f"{len(new)} of {len(good)} are new", ledger.feeds.all())
    for one in told:
        if one.fault is not None:
            say(render_fault(Fault("feeds.address", one.url, one.fault)))
    return 0 if len(good) == len(told) else 1


def _read_source(source: str) -> Iterator[Subscription]:
    """Yield the feeds of an argument: an address, or a file that lists some, each with what is wrong."""
    from rawi.sources.subscriptions import Subscription, read_outlines

    if "://" in source:
        yield Subscription(_parse(source))
        return
    with open(source, "rb") as file:
        data = file.read(_MOST_BYTES + 1)
    for one in read_outlines(data):
        try:
            yield Subscription(_parse(one.url), one.title, one.fault)
        except Fault as fault:
            yield Subscription(one.url, one.title, one.fault or fault.why)


def _parse(url: str) -> str:
    """Return an address as it is asked; wrong usage for one that never is."""
    from rawi.errors import SourceError
    from rawi.sources.web.addresses import parse_url

    try:
        return parse_url(url).url
    except SourceError as error:
        raise Fault("usage.feed", url, str(error), "https://HOST/PATH") from error


@command.command("remove")
@click.argument("urls", nargs=-1, required=True, metavar="URL...", type=click.UNPROCESSED)
@deciding
def remove(session: Session, urls: tuple[str, ...], why: str | None, by: str | None) -> int:
    """Remove feeds; what came from them stays."""
    with session.open_ledger(actor=by) as ledger:
        for feed in _choose(ledger, urls):
            ledger.feeds.remove(feed.url, why)
        _tell_list(session, "feeds.remove", f"{len(urls)} removed", ledger.feeds.all())
    return 0


@command.command("list")
@asking
def show(session: Session) -> int:
    """List the feeds, and how the last pull of each went."""
    with session.open_ledger() as ledger:
        _tell_list(session, "feeds.list", "", ledger.feeds.all())
    return 0


@command.command("pull")
@click.argument("urls", nargs=-1, metavar="[URL...]", type=click.UNPROCESSED)
@click.option("--pages", is_flag=True, help="Fetch the page of each new entry too.")
@going_out
@adding
def pull(session: Session, urls: tuple[str, ...], pages: bool, report: str | None, **limits: Any) -> int:
    """Pull what is new in the feeds, or in those that are named; a feed that fails stops no other.

    Opens connections, to public machines only: to the feeds, and with --pages to the pages they name.
    Exits with 1 if something was refused; rawi feeds list shows how each went.
    """
    from rawi.ingest.pulling import Puller

    refuse_target("--report", report, session.path)
    with session.open_ledger() as ledger:
        chosen = _choose(ledger, urls)
        with Progress("pull", (), session.progress) as progress:
            puller = Puller(ledger, build_client(build_policy(**limits)), progress.watch, pages=pages)
            stopped = run_until_stopped(lambda: puller.pull(chosen), puller.report, report)
        tell_added(session, "feeds.pull", puller.report(), ledger.counts())
    return tell_end(session, puller.report(), stopped=stopped)


def _choose(ledger: Ledger, urls: Sequence[str]) -> list[Feed]:
    """Return the feeds that are named, all if none is; wrong usage if one of them is not there."""
    feeds = {one.url: one for one in ledger.feeds.all()}
    if not urls:
        return list(feeds.values())
    wanted = [_parse(url) for url in urls]
    missing = next((url for url in wanted if url not in feeds), None)
    if missing is not None:
        raise Fault("usage.feed", missing)
    return [feeds[url] for url in dict.fromkeys(wanted)]


def _tell_list(session: Session, name: str, done: str, feeds: Sequence[Feed]) -> None:
    """Print what was done, and the feeds with the state of each."""
    from rawi.views.jsonl import encode_envelope

    if session.json:
        write(encode_envelope(name, feeds))
        return
    for feed in feeds:
        write(f"{_line(feed)}\n".encode("utf-8", "replace"))
    session.say(
        done or (f"{len(feeds)} feeds" if feeds else "no feeds yet: rawi feeds add URL / لا خلاصات بعد")
    )


def _line(feed: Feed) -> str:
    """Return a feed on one line: how its last pull went, when, and what it is."""
    from rawi.views.screen import visible

    went = "never pulled" if feed.pull is None else f"{feed.pull.status}  {feed.pull.at[:16]}"
    failing = f" ({feed.pull.failures} in a row)" if feed.pull and feed.pull.failures > 1 else ""
    named = " · ".join(visible(one) for one in (feed.title, feed.outlet) if one)
    return f"{went}{failing}  {feed.url}" + (f"  {named}" if named else "")

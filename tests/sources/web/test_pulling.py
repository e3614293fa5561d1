"""Pages and feeds from servers into a ledger: what is new is stored, what is known is not, all is counted."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from rawi.ingest.fetching import known_pages
from rawi.ingest.provenance import derive_text
from rawi.ingest.pulling import Puller
from rawi.ingest.run import Interrupted, Run
from rawi.ledger import Ledger, open_ledger
from rawi.model.source import Report
from rawi.sources.web.pages import fetch_pages
from tests.sources.web.sites import Site, answer, client_of, page, serving

WORDS = "قال سليم الدوري إن {} قاربا عبرت نهر الرمانة."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(tmp_path / "own.rawi") as opened:
        yield opened


def fetch(ledger: Ledger, site: Site, *paths: str) -> Report:
    """Fetch pages of a site into a ledger."""
    urls = [site.url(path) for path in paths]
    return Run(outcomes=fetch_pages(urls, client_of(site), known_pages(ledger)), group=1).add(ledger)


def pull(ledger: Ledger, *sites: Site, pages: bool = False) -> Report:
    """Pull all feeds of a ledger."""
    puller = Puller(ledger, client_of(*sites), pages=pages)
    puller.pull(ledger.feeds.all())
    return puller.report()


def feed(*numbers: int, site: Site | None = None, built: str = "") -> bytes:
    """Return a feed with entries of these numbers, in this order; their pages are on ``site``."""
    where = site.url() if site else "https://nahr.example/"
    items = "".join(
        f"<item><guid>{n}</guid><link>{where}{n}</link><title>خبر {n}</title>"
        f"<description>{WORDS.format(n + 10)}</description>"
        "<pubDate>Thu, 01 May 2031 08:00:00 GMT</pubDate></item>"
        for n in numbers
    )
    head = f"<title>نهر</title><generator>{built}</generator>"
    return f"<rss version='2.0'><channel>{head}{items}</channel></rss>".encode()


def rss(data: bytes, *headers: str) -> bytes:
    """Return the answer of a feed."""
    return answer(data, "Content-Type: application/rss+xml", *headers)


def test_a_page_is_stored_with_its_capture(ledger: Ledger) -> None:
    """The body is the evidence; the capture says when, whence and with which headers."""
    with serving({"/a": page(WORDS.format(12), 'ETag: "1"')}) as site:
        totals = fetch(ledger, site, "/a").totals
        found = ledger.captured(site.url("/a"))
    assert (totals.stored, totals.rejected) == (1, 0)
    assert found is not None
    assert ("ETag", '"1"') in found[0].headers
    (row,) = ledger.export("documents")
    assert site.url("/a") in json.dumps(row)
    assert len(list(ledger.said("الدوري"))) == 1
    assert ledger.verify(derive_text) == []


def test_a_page_that_did_not_change_is_known(ledger: Ledger) -> None:
    """The second fetch is conditional; 304 counts as a duplicate and writes nothing."""
    with serving({"/a": page(WORDS.format(12), 'ETag: "1"')}) as site:
        fetch(ledger, site, "/a")
        head = ledger.head()
        site.replies["/a"] = b"HTTP/1.1 304 Not Modified\r\n\r\n"
        totals = fetch(ledger, site, "/a").totals
    assert 'If-None-Match: "1"' in site.requests[1]
    assert (totals.stored, totals.duplicates, totals.rejected) == (0, 1, 0)
    assert ledger.head() == head


def test_a_page_that_came_short_is_asked_for_anew(ledger: Ledger) -> None:
    """What was cut is stored with its warning, and the next request is not conditional."""
    html = f"<html><body><p>{WORDS.format(12)}</p>".encode()
    short = answer(html, "Content-Type: text/html; charset=utf-8", 'ETag: "1"', length=len(html) + 500)
    with serving({"/a": short}) as site:
        report = fetch(ledger, site, "/a")
        fetch(ledger, site, "/a")
    assert [one.code for one in report.inputs[0].warnings] == ["fetch.truncated"]
    assert report.totals.stored == 1
    assert "If-None-Match" not in site.requests[1]


def test_what_is_refused_is_counted_and_kept(ledger: Ledger) -> None:
    """An answer that is no page is a rejected input with its bytes; no answer is no input."""
    with serving(
        {"/a": page("لا توجد صفحة", status="404 Not Found"), "/e": answer(b"", "Content-Type: text/html")}
    ) as site:
        urls = [site.url("/a"), site.url("/e"), "http://127.0.0.1:1/", "ftp://x.example/"]
        report = Run(outcomes=fetch_pages(urls, client_of(site)), group=1).add(ledger)
    assert [one.code for one in report.inputs] == [
        "fetch.status",
        "source.empty",
        "fetch.address",
        "fetch.scheme",
    ]
    assert (report.totals.documents_in, report.totals.rejected) == (4, 4)
    told = [one.detail for one in ledger.events() if one.what == "input.rejected"]
    assert [one["code"] for one in told] == ["fetch.status", "source.empty"]
    assert told[0]["origin"]["capture"]["headers"][0] == [":status", "404"]
    assert ledger.verify() == []


@pytest.mark.parametrize(
    ("media", "body", "text"),
    [
        ("text/plain; charset=windows-1256", WORDS.format(12).encode("windows-1256"), True),
        ("text/html; charset=windows-1256", f"<p>{WORDS.format(12)}</p>".encode("windows-1256"), True),
        ("application/octet-stream", f"<!doctype html><p>{WORDS.format(12)}</p>".encode(), True),
        ("", WORDS.format(12).encode(), True),
        ("text/xml", feed(2), True),
        ("text/html", feed(2), True),
        ("text/xml", b"<svg xmlns='x'><text>12</text></svg>", False),
        ("application/octet-stream", b"\0\1\2", False),
    ],
)
def test_kinds_of_answers(ledger: Ledger, media: str, body: bytes, text: bool) -> None:
    """Charset and kind come from the header, and from the beginning where it is vague."""
    headers = [f"Content-Type: {media}"] if media else []
    with serving({"/a": answer(body, *headers)}) as site:
        report = fetch(ledger, site, "/a")
    assert report.totals.stored == int(text)
    assert len(ledger.find("الرمانة").hits) == int(text)
    assert text or report.inputs[0].code == "fetch.type"
    assert ledger.verify(derive_text) == []


def test_a_second_pull_adds_nothing(ledger: Ledger) -> None:
    """A feed is stored once, whether its server knows conditions or not, and if only noise changed."""
    with serving({"/rss": rss(feed(1, 2), 'ETag: "1"')}) as site:
        ledger.feeds.add(site.url("/rss"), "أخبار", "صدى الريم")
        assert pull(ledger, site).totals.stored == 2
        head = ledger.head()
        for reply in (b"HTTP/1.1 304 x\r\n\r\n", rss(feed(1, 2)), rss(feed(2, 1, built="later"))):
            site.replies["/rss"] = reply
            totals = pull(ledger, site).totals
            assert (totals.stored, totals.rejected) == (0, 0)
            assert ledger.head() == head
    assert 'If-None-Match: "1"' in site.requests[1]
    assert 'If-None-Match: "1"' in site.requests[2]
    assert {row["outlet"] for row in ledger.export("documents")} == {"صدى الريم"}
    assert ledger.verify(derive_text) == []


def test_new_and_changed_entries_are_stored(ledger: Ledger) -> None:
    """Only what is new comes in, with the feed's bytes as evidence; the others count as known."""
    with serving({"/rss": rss(feed(1, 2))}) as site:
        ledger.feeds.add(site.url("/rss"))
        pull(ledger, site)
        changed = feed(3, 1, 2).replace(WORDS.format(11).encode(), WORDS.format(99).encode())
        site.replies["/rss"] = rss(changed)
        totals = pull(ledger, site).totals
    assert (totals.stored, totals.duplicates, totals.rejected) == (2, 1, 0)
    assert ledger.counts().documents == 4
    assert ledger.counts().evidence == 2


def test_pages_of_new_entries(ledger: Ledger) -> None:
    """With ``pages`` the page of each new entry comes too, once; one that may come later is tried again."""
    with serving(
        {"/1": page(WORDS.format(31)), "/2": page("مهلا", status="503 x"), "/3": page("لا", status="404 x")}
    ) as site:
        site.replies["/rss"] = rss(feed(1, 2, 3, site=site), 'ETag: "1"')
        ledger.feeds.add(site.url("/rss"), outlet="صدى الريم")
        totals = pull(ledger, site, pages=True).totals
        assert (totals.stored, totals.rejected) == (4, 2)
        assert {row["published"] for row in ledger.export("documents")} == {"2031-05-01"}
        site.replies["/2"] = page(WORDS.format(32))
        totals = pull(ledger, site, pages=True).totals
        assert (totals.stored, totals.rejected) == (1, 0)
        pull(ledger, site, pages=True)
    asked = [one.split()[1] for one in site.requests]
    assert [asked.count(path) for path in ("/1", "/2", "/3", "/rss")] == [1, 2, 1, 3]


def test_a_failing_feed_stops_nothing(ledger: Ledger) -> None:
    """Each feed says how it went; the next ones are pulled; a success ends the count of failures."""
    with serving({"/ok": rss(feed(1)), "/bad": answer(b"no feed", "Content-Type: text/xml")}) as site:
        for path in ("/bad", "/none", "/ok"):
            ledger.feeds.add(site.url(path))
        assert pull(ledger, site).totals.stored == 1
        pull(ledger, site)
        states = [(one.pull.status, one.pull.failures) for one in ledger.feeds.all() if one.pull]
        assert states == [("feed.malformed", 2), ("fetch.status", 2), ("unchanged", 0)]
        site.replies["/none"] = rss(feed(5))
        pull(ledger, site)
    assert [(one.pull.status, one.pull.failures) for one in ledger.feeds.all() if one.pull][1] == ("new", 0)


def test_a_stop_keeps_what_was_pulled(ledger: Ledger) -> None:
    """Ctrl-C in the midst of the second feed keeps the first; the next pull goes on."""

    def stop(stream: socket.socket) -> None:
        raise OSError

    with serving({"/1": rss(feed(1)), "/2": stop}) as site:
        ledger.feeds.add(site.url("/1"))
        ledger.feeds.add(site.url("/2"))
        client = client_of(site)
        ask = client.fetch

        def fetch_until(url: str, known: object = None) -> object:
            if url.endswith("/2"):
                raise KeyboardInterrupt
            return ask(url)

        client.fetch = fetch_until  # type: ignore[method-assign, assignment]
        puller = Puller(ledger, client)
        with pytest.raises(Interrupted):
            puller.pull(ledger.feeds.all())
        assert puller.report().totals.stored == 1
        site.replies["/2"] = rss(feed(2))
        totals = pull(ledger, site).totals
    assert (totals.stored, totals.duplicates) == (1, 1)


def test_a_removed_feed_is_pulled_no_more(ledger: Ledger) -> None:
    """Adding and removing are events with who and why; a feed that comes back is pulled in full."""
    url = "https://nahr.example/rss"
    assert ledger.feeds.add(url, why="طلبها القسم", who="ليلى")
    assert not ledger.feeds.add(url)
    ledger.feeds.failed(url, "fetch.timeout")
    assert ledger.feeds.remove(url, "توقفت")
    assert not ledger.feeds.remove(url)
    assert ledger.feeds.all() == []
    assert ledger.feeds.add(url, "عادت")
    assert [(one.title, one.pull) for one in ledger.feeds.all()] == [("عادت", None)]
    told = [(one.what, one.who, one.why) for one in ledger.events() if one.what.startswith("feed.")]
    assert told == [
        ("feed.added", "ليلى", "طلبها القسم"),
        ("feed.removed", "rawi", "توقفت"),
        ("feed.added", "rawi", "no reason given"),
    ]
    assert ledger.verify() == []


def test_rejections_hold_no_words_in_the_report(ledger: Ledger) -> None:
    """The report of a fetch names codes and addresses, not what the pages say."""
    secret = "سليم الدوري"
    with serving(
        {"/a": page(secret, status="403 x"), "/b": answer(secret.encode(), "Content-Type: image/png")}
    ) as site:
        report = fetch(ledger, site, "/a", "/b")
    import msgspec

    assert secret not in json.dumps(msgspec.to_builtins(report), ensure_ascii=False)

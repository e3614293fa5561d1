"""``rawi fetch`` and ``rawi feeds``: the commands that go out, and the list of feeds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from rawi.cli.feeds import command as feeds
from rawi.cli.program import program
from rawi.sources.web.client import Client
from rawi.sources.web.policy import Policy
from tests.sources.web.sites import LOOPBACK, Site, answer, page, serving

Rawi = Callable[..., Result]
WORDS = "قال سليم الدوري إن 12 قاربا عبرت نهر الرمانة."
FEED = (
    "<rss version='2.0'><channel><title>نهر</title><item><guid>1</guid>"
    f"<description>{WORDS}</description></item></channel></rss>"
).encode()
OPML = (
    '<opml><outline text="النهر" xmlUrl="https://nahr.example/rss"/>'
    '<outline text="سر" xmlUrl="https://a:b@nahr.example/x"/><outline xmlUrl="file:///etc/passwd"/></opml>'
)
REFERENCE = (Path(__file__).parents[2] / "docs/reference/cli.md").read_text("utf-8")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site on this machine, which the commands may reach in this test alone."""
    replies = {
        "/a": page(WORDS),
        "/gone": page("لا", status="410 Gone"),
        "/rss": answer(FEED, "Content-Type: text/xml"),
    }
    with serving(replies) as opened:  # type: ignore[arg-type]

        def build(policy: Policy) -> Client:
            import msgspec

            inner = frozenset({(LOOPBACK, opened.port)})
            made = msgspec.structs.replace(policy, inner=inner, interval=0.0)
            return Client(made, resolve=lambda host, port: [LOOPBACK])

        monkeypatch.setattr("rawi.cli.fetch.build_client", build)
        monkeypatch.setattr("rawi.cli.feeds.build_client", build)
        yield opened


def _json(result: Result) -> dict[str, Any]:
    """Return the one object that was printed."""
    told: dict[str, Any] = json.loads(result.stdout)
    return told


def test_fetch_stores_and_tells(rawi: Rawi, site: Site) -> None:
    """Pages are stored, refused addresses have codes, the sums add up, and the exit code is 1."""
    result = rawi("fetch", site.url("/a"), site.url("/gone"), "http://[::1]/", "--json", "--report", "r.json")
    assert result.exit_code == 1
    told = _json(result)
    assert told["schema"] == "rawi.fetch/1"
    assert told["totals"]["documents_in"] == 3
    assert [one["code"] for one in told["errors"]] == ["fetch.status", "fetch.address"]
    assert json.loads(Path("r.json").read_bytes())["inputs"][0]["path"] == site.url("/a")
    assert "error[fetch.address]" in result.stderr
    assert "لا يؤدي العنوان إلى الشبكة العامة" in result.stderr
    assert _json(rawi("find", "الرمانة", "--json"))["count"] == 1
    assert rawi("verify").exit_code == 0


def test_fetch_from_a_list(rawi: Rawi, site: Site) -> None:
    """Addresses come from a file or stdin, each once."""
    lines = f"# قائمة\n\n{site.url('/a')}\n  {site.url('/a')}  \r\n"
    Path("list.txt").write_text(lines, "utf-8")
    assert "1 stored, 0 known already, 0 refused" in rawi("fetch", "--from", "list.txt").stdout
    assert rawi("fetch", "--from", "-", stdin=lines).exit_code == 0
    assert len(site.requests) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("fetch",),
        ("fetch", "https://x.example/", "--proxy", "socks4://127.0.0.1:1"),
        ("fetch", "https://x.example/", "--allow", "a b"),
        ("fetch", "https://x.example/", "--timeout", "0"),
        ("fetch", "https://x.example/", "--max-bytes", "-1"),
        ("fetch", "https://x.example/", "--report", "ledger.rawi"),
        ("feeds", "add", "ftp://x.example/rss"),
        ("feeds", "add"),
        ("feeds", "nothing"),
    ],
)
def test_wrong_usage_goes_nowhere(rawi: Rawi, arguments: tuple[str, ...]) -> None:
    """Wrong usage exits with 2 before anything is asked or written."""
    result = rawi(*arguments)
    assert result.exit_code == 2, result.stderr
    assert "error[usage" in result.stderr
    assert not Path("ledger.rawi").exists()


def test_allow_keeps_to_hosts(rawi: Rawi, site: Site) -> None:
    """``--allow`` names the only hosts that are asked."""
    result = rawi("fetch", site.url("/a"), site.url("/a", host="evilnews.example"), "--allow", "news.example")
    assert "1 stored, 0 known already, 1 refused" in result.stdout
    assert "error[fetch.not-allowed]" in result.stderr


def test_limits_are_passed_on(rawi: Rawi, site: Site) -> None:
    """``--max-bytes`` refuses what is larger."""
    assert "error[fetch.too-large]" in rawi("fetch", site.url("/a"), "--max-bytes", "20").stderr


def test_feeds_are_kept_pulled_and_removed(rawi: Rawi, site: Site) -> None:
    """A feed is added once, pulled, shown with how that went, and removed by one who says why."""
    url = site.url("/rss")
    assert _json(rawi("feeds", "add", url, "--title", "نهر", "--json"))["items"][0]["pull"] is None
    assert "1 stored" in rawi("feeds", "pull").stdout
    assert "0 stored, 1 known already" in rawi("feeds", "pull", url).stdout
    assert rawi("feeds", "list").stdout.startswith("unchanged")
    assert _json(rawi("feeds", "list", "--json"))["items"][0]["pull"]["failures"] == 0
    assert rawi("feeds", "remove", url, "--why", "توقفت", "--by", "ليلى").exit_code == 0
    assert _json(rawi("feeds", "list", "--json"))["count"] == 0
    assert rawi("feeds", "remove", url).exit_code == 2
    assert rawi("feeds", "pull", url).exit_code == 2
    assert rawi("verify").exit_code == 0


def test_feeds_of_an_opml_file(rawi: Rawi) -> None:
    """What a list of feeds holds is added; what cannot be pulled is named, and the exit code is 1."""
    Path("list.opml").write_text(OPML, "utf-8")
    result = rawi("feeds", "add", "list.opml", "--json")
    assert result.exit_code == 1
    assert [(one["url"], one["title"]) for one in _json(result)["items"]] == [
        ("https://nahr.example/rss", "النهر")
    ]
    assert result.stderr.count("error[feeds.address]") == 2


def test_a_failing_feed_is_shown(rawi: Rawi, site: Site) -> None:
    """``feeds list`` shows the code of the last pull and how often it failed."""
    rawi("feeds", "add", site.url("/gone"))
    assert rawi("feeds", "pull").exit_code == 1
    rawi("feeds", "pull")
    assert "fetch.status" in rawi("feeds", "list").stdout
    assert "(2 in a row)" in rawi("feeds", "list").stdout


def test_a_stop_keeps_what_was_fetched(rawi: Rawi, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C exits with 130, says that what came is kept, and it is."""
    fetch = Client.fetch

    def until(client: Client, url: str, known: Any = None) -> Any:
        if url.endswith("/gone"):
            raise KeyboardInterrupt
        return fetch(client, url, known)

    monkeypatch.setattr(Client, "fetch", until)
    result = rawi("fetch", site.url("/a"), site.url("/gone"), site.url("/rss"))
    assert result.exit_code == 130
    assert "1 stored, 0 known already, 0 refused" in result.stdout
    assert "توقف" in result.stderr
    assert rawi("verify").exit_code == 0


@pytest.mark.parametrize("name", ["add", "remove", "list", "pull"])
def test_every_option_of_feeds_is_documented(name: str) -> None:
    """Every option of the commands below ``feeds`` stands in the reference."""
    section = REFERENCE.partition("## `rawi feeds`")[2].partition("\n## ")[0]
    common = REFERENCE.partition("## Options of every command")[2].partition("\n## ")[0]
    loaded: click.Command = feeds.commands[name]
    names = {one for each in loaded.params for one in each.opts if one.startswith("--")}
    assert {one for one in names if one not in section and one not in common} == set()
    assert f"rawi feeds {name}" in section


def test_nothing_in_the_environment_opens_inner_machines(rawi: Rawi, monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies and settings of the environment change nothing: a machine inside is refused."""
    with serving({"/": page(WORDS)}) as inside:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "RAWI_PROXY", "RAWI_ALLOW"):
            monkeypatch.setenv(name, f"http://{LOOPBACK}:{inside.port}")
        result = rawi("fetch", f"http://127.0.0.1:{inside.port}/", f"http://localhost:{inside.port}/")
    assert result.exit_code == 1
    assert inside.requests == []
    assert program.get_command(None, "fetch") is not None  # type: ignore[arg-type]

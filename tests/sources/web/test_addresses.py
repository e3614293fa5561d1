"""Addresses are read strictly, and only public machines of allowed hosts are reached."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import SourceError
from rawi.sources.web.addresses import follow, parse_url
from rawi.sources.web.client import Client
from rawi.sources.web.peers import find_peers, is_public
from rawi.sources.web.policy import Policy

PUBLIC = "1.1.1.1"
#: Ways to write the address of a machine that is not public, or to hide one.
INNER = (
    *(
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
    ),
    *("127.0.0.1.", "127.000.000.001", "0", "0.0.0.0", "0x0", "00", "127.0.0.0x1", "1.2.3", "1.2.3.4.5"),
    *("256.256.256.256", "10.0.0.1", "10.1", "172.16.5.4", "172.31.255.255", "192.168.1.1", "192.168.257"),
    *("169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "100.64.0.1", "100.127.255.254"),
    *(
        "192.0.0.170",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
    ),
    *(
        "240.0.0.1",
        "255.255.255.255",
        "192.88.99.1",
        "１２７.0.0.1",
        "127。0。0。1",
        "①②⑦.0.0.1",
        "١٢٧.0.0.1",
    ),
    *("[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:1.1.1.1]"),
    *("[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::a9fe:a9fe]"),
    *("[64:ff9b:1::1.1.1.1]", "[2002:7f00:1::]", "[2002:0101:0101::]", "[2001:0:1::1]", "[2001:db8::1]"),
    *("[fe80::1]", "[fe80::1%25eth0]", "[fe80::1%eth0]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]"),
    *("[3fff::1]", "[100::1]", "[5f00::1]", "[fec0::1]", "[::1%250]", "[2001:20::1]", "[1.1.1.1]", "[v1.x]"),
    *("localhost", "LOCALHOST", "localhost.", "a.localhost", "router", "printer.local", "db.internal"),
    *("box.home.arpa", "nas.lan", "ⓛocalhost", "site.onion", "mail.corp"),
)


def refusal(url: str, policy: Policy | None = None, found: Sequence[str] = (PUBLIC,)) -> str:
    """Return the code with which an address is refused, without any connection."""
    with pytest.raises(SourceError) as caught:
        find_peers(parse_url(url), policy or Policy(), lambda host, port: found, 5.0)
    return caught.value.code


def test_there_are_enough_spellings() -> None:
    """More than forty spellings are tried."""
    assert len(set(INNER)) >= 80


@pytest.mark.parametrize("host", INNER)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_inner_machines_are_refused(host: str, scheme: str) -> None:
    """However it is written, a machine that is not public is refused before any name is looked up."""
    assert refusal(f"{scheme}://{host}/") in ("fetch.address", "fetch.url")
    assert refusal(f"{scheme}://{host}:8080/x?y") in ("fetch.address", "fetch.url")


@pytest.mark.parametrize("host", [one for one in INNER if one != "site.onion"])
def test_inner_machines_are_refused_behind_a_proxy(host: str) -> None:
    """A proxy is not asked for what is written as an inner machine either."""
    assert refusal(f"http://{host}/", Policy(proxy="socks5h://127.0.0.1:9050")) in (
        "fetch.address",
        "fetch.url",
    )


@pytest.mark.parametrize(
    "found",
    [
        ("127.0.0.1",), ("10.0.0.7",), ("::1",), ("fe80::1%2",), ("::ffff:10.0.0.1",), ("169.254.169.254",),
        ("100.100.100.200",), ("64:ff9b::c0a8:1",), ("2002:c0a8:101::1",), ("0.0.0.0",), ("::",),
        (PUBLIC, "192.168.0.1"), ("2606:4700:4700::1111", "fd00::1"), ("255.255.255.255",),
    ],
)  # fmt: skip
def test_names_of_inner_machines_are_refused(found: tuple[str, ...]) -> None:
    """A name is refused if any of its machines is not public."""
    assert refusal("http://news.example/", found=found) == "fetch.address"


@pytest.mark.parametrize("found", [("1.1.1.1", "8.8.8.8"), ("2606:4700:4700::1111",), ("64:ff9b::808:808",)])
def test_names_of_public_machines_are_reached(found: tuple[str, ...]) -> None:
    """All public machines of a name are tried, with the port that was asked; NAT64 of a public one is one."""
    peers = find_peers(parse_url("https://news.example:8443/"), Policy(), lambda host, port: found, 5.0)
    assert peers == [(one, 8443) for one in found]


def test_a_name_is_looked_up_once() -> None:
    """A name that points elsewhere at the second look is never looked at a second time."""
    answers = iter([["192.0.2.7"], ["127.0.0.1"]])
    policy = Policy(inner=frozenset({("192.0.2.7", 80)}), connect=0.2, total=0.5)
    client = Client(policy, resolve=lambda host, port: next(answers))
    with pytest.raises(SourceError) as caught:
        client.fetch("http://news.example/")
    assert caught.value.code in ("fetch.timeout", "fetch.unreachable")
    assert next(answers) == ["127.0.0.1"]


def test_a_lookup_ends_in_time() -> None:
    """A name server that does not answer costs no more than the time for a connection."""

    def slow(host: str, port: int) -> list[str]:
        time.sleep(3)
        return [PUBLIC]

    began = time.monotonic()
    with pytest.raises(SourceError) as caught:
        find_peers(parse_url("http://news.example/"), Policy(), slow, 0.2)
    assert caught.value.code == "fetch.timeout"
    assert time.monotonic() - began < 2


def test_an_unknown_name_is_unreachable() -> None:
    """A name that nobody bears is told plainly."""

    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(SourceError) as caught:
        find_peers(parse_url("http://news.example/"), Policy(), unknown, 5.0)
    assert caught.value.code == "fetch.unreachable"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("ftp://news.example/", "fetch.scheme"),
        ("file:///etc/passwd", "fetch.scheme"),
        ("javascript:alert(1)", "fetch.scheme"),
        ("data:text/html,x", "fetch.scheme"),
        ("gopher://news.example/", "fetch.scheme"),
        ("news.example/x", "fetch.scheme"),
        ("//news.example/x", "fetch.scheme"),
        ("http:news.example", "fetch.scheme"),
        ("http:/news.example", "fetch.scheme"),
        ("", "fetch.scheme"),
        ("http://", "fetch.url"),
        ("http:///x", "fetch.url"),
        ("http://user:word@news.example/", "fetch.url"),
        ("http://news.example@127.0.0.1/", "fetch.url"),
        ("http://1.1.1.1 @127.0.0.1/", "fetch.url"),
        ("http://news.example\\@127.0.0.1/", "fetch.url"),
        ("http://127.0.0.1\\news.example/", "fetch.url"),
        ("http://news.example/a b", "fetch.url"),
        (" http://news.example/", "fetch.url"),
        ("http://news.example/\r\nHost: x", "fetch.url"),
        ("http://news.example\r\n/", "fetch.url"),
        ("http://news.example/\0", "fetch.url"),
        ("http://news.example/\x7f", "fetch.url"),
        ("http://news.example/\u2028", "fetch.url"),
        ("http://news.example/\ud800", "fetch.url"),
        ("http://news%2eexample/", "fetch.url"),
        ("http://127.0.0.1%2f.news.example/", "fetch.url"),
        ("http://news..example/", "fetch.url"),
        ("http://-news.example/", "fetch.url"),
        ("http://news.example:/", "fetch.url"),
        ("http://news.example:0/", "fetch.url"),
        ("http://news.example:65536/", "fetch.url"),
        ("http://news.example:٨٠/", "fetch.url"),
        ("http://news.example:80:90/", "fetch.url"),
        ("http://[::1/", "fetch.url"),
        ("http://::1/", "fetch.url"),
        ("http://faß.example/", "fetch.url"),
        ("http://نامه\u200cای.example/", "fetch.url"),
        (f"http://{'a' * 64}.example/", "fetch.url"),
        (f"http://news.example/{'a' * 9000}", "fetch.url"),
    ],
)
def test_malformed_addresses_are_refused(url: str, code: str) -> None:
    """What two programs could read in two ways is refused, not mended."""
    with pytest.raises(SourceError) as caught:
        parse_url(url)
    assert caught.value.code == code


def test_arabic_addresses_are_encoded() -> None:
    """Letters beyond ASCII are sent by the standards; what is encoded already stays; no fragment is sent."""
    address = parse_url("HTTPS://News.EXAMPLE:443/أخبار/%D9%83?q=نهر#قسم")
    assert address.url == "https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D9%83?q=%D9%86%D9%87%D8%B1"
    assert parse_url("http://news.example?x=1").target == "/?x=1"


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("news.example", True), ("www.news.example", True), ("a.b.news.example", True),
        ("NEWS.example.", True), ("evilnews.example", False), ("news.example.evil.test", False),
        ("example", False), ("xnews.example", False),
    ],
)  # fmt: skip
def test_allowed_hosts_are_matched_by_whole_labels(host: str, allowed: bool) -> None:
    """``--allow`` takes a host and what lies below it, never a mere ending."""
    policy = Policy(hosts=("news.example",))
    if allowed:
        assert find_peers(parse_url(f"http://{host}/"), policy, lambda *_: [PUBLIC], 5.0)
    else:
        assert refusal(f"http://{host}/", policy) == "fetch.not-allowed"


def test_an_allowed_number_is_no_ending() -> None:
    """An address that was allowed allows no other that ends like it."""
    assert refusal("http://11.1.1.1/", Policy(hosts=("1.1.1.1",))) == "fetch.not-allowed"
    assert find_peers(parse_url("http://1.1.1.1/"), Policy(hosts=("1.1.1.1",)), lambda *_: [], 5.0) == [
        (PUBLIC, 80)
    ]


@pytest.mark.parametrize(
    ("location", "onward"),
    [
        ("/b?c", "https://news.example/b?c"),
        ("d", "https://news.example/a/d"),
        ("//other.example/x", "https://other.example/x"),
        ("https://other.example", "https://other.example/"),
        ("/خبر", "https://news.example/%D8%AE%D8%A8%D8%B1"),
        ("http://news.example/", "fetch.downgrade"),
        ("//user@other.example/", "fetch.url"),
        ("\\\\127.0.0.1\\", "fetch.url"),
        ("/a\tb", "fetch.url"),
        ("javascript:x", "fetch.scheme"),
        ("file:///etc/passwd", "fetch.scheme"),
        ("https://2130706433/", "fetch.address"),
        ("https://[::1", "fetch.url"),
    ],
)
def test_redirects_are_read_as_strictly(location: str, onward: str) -> None:
    """Where a redirect leads is read as if a person had written it; from https it never leads to http."""
    address = parse_url("https://news.example/a/b")
    if onward.startswith("https"):
        assert follow(address, location).url == onward
    else:
        with pytest.raises(SourceError) as caught:
            follow(address, location)
        assert caught.value.code == onward


_PIECES = st.sampled_from(
    (
        *(
            "http",
            "https",
            "://",
            ":",
            "/",
            "//",
            "@",
            "?",
            "#",
            "[",
            "]",
            "%",
            "\\",
            ".",
            "..",
            "-",
            "_",
            " ",
        ),
        *(
            "\t",
            "\n",
            "news.example",
            "127.0.0.1",
            "::1",
            "1",
            "0x7f",
            "80",
            "99999",
            "الرمانة",
            "１",
            "。",
            "ß",
        ),
        *("\u200d", "\u202e", "%2e"),
    )
)


@given(st.lists(_PIECES | st.characters(), max_size=12).map("".join), st.booleans())
def test_another_parser_finds_the_same_host(rest: str, headed: bool) -> None:
    """Whatever is written is refused, or what is asked reads the same to the standard library."""
    try:
        address = parse_url(f"http://{rest}" if headed else rest)
    except SourceError:
        return  # any other error fails the test
    parts = urlsplit(address.url)
    assert (parts.scheme, parts.hostname) == (address.scheme, address.host)
    assert (parts.port or {"http": 80, "https": 443}[parts.scheme]) == address.port
    assert parts.username is None
    assert address.url.isascii()
    assert address.url.isprintable()
    assert " " not in address.url
    assert parse_url(address.url) == address


def test_public_is_what_the_registries_say() -> None:
    """The edges of the blocks that are not public are where the registries put them."""
    edges = "9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 172.15.255.255 172.32.0.0 192.167.255.255 "
    more = "198.17.255.255 198.20.0.0 223.255.255.255 2a00::1 2001:200::1"
    assert [one for one in (edges + more).split() if not is_public(ipaddress.ip_address(one))] == []

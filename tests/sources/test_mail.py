"""Messages and saved pages: the letter that a reader sees comes out, and nothing is dropped in silence."""

from __future__ import annotations

import base64
import io
import quopri
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.documents.build import build_document
from rawi.errors import SourceError
from rawi.ingest.provenance import build_origin, derive_text, evidence_of
from rawi.model.source import Capture, Flagged, Item, Limits, Rejected
from rawi.sources.cursor import Cursor, Plain
from rawi.sources.mail import read_mail, read_mailbox

WORDS = "قال المتحدث باسم بلدية الرمانة سليم الدوري إن الجسر سيفتح غدا."
HEAD = (
    "From: =?utf-8?b?2KfZhNmG2YfYsQ==?= <desk@nahr.example>\r\nSubject: =?windows-1256?B?x+HM09E=?=\r\n"
    "Date: Thu, 01 May 2031 08:00:00 +0300\r\nMessage-ID: <1@nahr.example>\r\nMIME-Version: 1.0\r\n"
)


NESTED = b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n"


def _mail(body: bytes | str, *headers: str) -> bytes:
    raw = body if isinstance(body, bytes) else body.encode()
    return (HEAD + "".join(f"{one}\r\n" for one in headers) + "\r\n").encode() + raw


def _read(data: bytes, limits: Limits | None = None) -> list[Item | Rejected | Flagged]:
    return list(read_mail("a.eml", data, limits or Limits()))


def _texts(data: bytes) -> list[str]:
    return [build_document(one).text for one in _read(data) if isinstance(one, Item)]


def _several(kind: str, *parts: tuple[str, bytes]) -> bytes:
    """Return a message of several parts, each with its headers."""
    cut = b"".join(b"--xx\r\n" + head.encode() + b"\r\n\r\n" + body + b"\r\n" for head, body in parts)
    return _mail(cut + b"--xx--\r\n", f'Content-Type: multipart/{kind}; boundary="xx"')


def test_headers_become_what_is_known() -> None:
    """Subject, sender and date are the title, outlet and day, whatever they are encoded in."""
    (item,) = _read(_mail(WORDS, "Content-Type: text/plain; charset=utf-8"))
    assert isinstance(item, Item)
    known = build_document(item).metadata
    assert (known.title, known.outlet, known.published) == ("الجسر", "النهر", "2031-05-01")
    assert (item.part, item.reader, item.id) == ("letter", "mail", "<1@nahr.example>")


@pytest.mark.parametrize("codec", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("said", ["utf-8", "windows-1256", "iso-8859-6", "us-ascii", "x-unknown", None])
@pytest.mark.parametrize("coding", ["8bit", "base64", "quoted-printable"])
def test_any_charset_and_any_word_on_it(codec: str, said: str | None, coding: str) -> None:
    """The letters come out right whatever charset is stated, or none, in every transfer encoding."""
    raw = f"{WORDS} {WORDS}".encode(codec)
    body = {"8bit": raw, "base64": base64.encodebytes(raw), "quoted-printable": quopri.encodestring(raw)}[
        coding
    ]
    kind = f"Content-Type: text/plain; charset={said}" if said else "Content-Type: text/plain"
    (text,) = _texts(_mail(body, kind, f"Content-Transfer-Encoding: {coding}"))
    assert WORDS in text


def test_the_page_is_taken_unless_it_is_empty() -> None:
    """Of two forms the page is read; if it holds hardly a letter, the text is."""
    plain = ("Content-Type: text/plain; charset=utf-8", f"{WORDS} نص".encode())
    page = (
        "Content-Type: text/html; charset=utf-8",
        f"<html><body><p>{WORDS} صفحة</p></body></html>".encode(),
    )
    empty = ("Content-Type: text/html", b"<html><body><img src='cid:1'></body></html>")
    assert "صفحة" in _texts(_several("alternative", plain, page))[0]
    assert len(_texts(_several("alternative", plain, page))) == 1
    assert "نص" in _texts(_several("alternative", plain, empty))[0]


def test_attachments_are_read_or_named() -> None:
    """Texts, pages and messages that are attached are read; of others type, size and name are told."""
    inner = _mail("رسالة داخل رسالة", "Content-Type: text/plain; charset=utf-8").replace(b"nahr", b"wadi")
    found = _read(
        _several(
            "mixed",
            ("Content-Type: text/plain; charset=utf-8", WORDS.encode()),
            ("Content-Type: text/plain; charset=utf-8; name=b.txt", "نص مرفق".encode()),
            ("Content-Type: message/rfc822", inner),
            ("Content-Type: text/csv; name*=utf-8''%D8%A3.csv", b"text\r\nx"),
            ("Content-Type: application/pdf\r\nContent-Disposition: attachment", b"%PDF"),
        )
    )
    items = {one.part: build_document(one).text for one in found if isinstance(one, Item)}
    assert {part: text.strip() for part, text in items.items()} == {
        "letter": WORDS,
        "part 2": "نص مرفق",
        "message 1 letter": "رسالة داخل رسالة",
    }
    told = [one.warning.message for one in found if isinstance(one, Flagged)]
    assert told == [
        "text/csv, 7 bytes, أ.csv: not read",
        "application/pdf, 4 bytes, without a name: not read",
    ]


def test_the_text_comes_back_from_the_message() -> None:
    """Every item stands on the whole message, and its text can be read from it again."""
    plain = ("Content-Type: text/plain; charset=utf-8", WORDS.encode())
    data = _several("mixed", plain, ("Content-Type: text/html; name=b.html; charset=utf-8", WORDS.encode()))
    items = [one for one in _read(data) if isinstance(one, Item)]
    assert len(items) == 2
    for one in items:
        assert evidence_of(one) == data
        assert derive_text(data, build_origin(one)) == build_document(one).text


def test_a_saved_page_knows_its_address() -> None:
    """A page that a browser saved has its address and the day of saving, which is not its publication."""
    parts = (
        "--xx\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: https://nahr.example/1\r\n\r\n"
        + quopri.encodestring(f"<html><body><p>{WORDS}</p></body></html>".encode()).decode()
        + "\r\n--xx\r\nContent-Type: text/css\r\n\r\np {}\r\n--xx--\r\n"
    )
    for place in ("Snapshot-Content-Location: https://nahr.example/1\r\n", ""):
        head = (
            f"From: <Saved by Blink>\r\n{place}Subject: x\r\nDate: Thu, 1 May 2031 08:00:00 +0300\r\n"
            'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="xx"\r\n\r\n'
        )
        (item,) = _read((head + parts).encode())
        assert isinstance(item, Item)
        assert item.capture == Capture("2031-05-01T05:00:00Z", "https://nahr.example/1")
        assert (item.metadata.url, item.metadata.outlet, item.metadata.published) == (
            "https://nahr.example/1",
            None,
            None,
        )


def test_damage_is_told() -> None:
    """Base 64 with strange signs or a cut end gives what it holds and a warning."""
    body = base64.b64encode(f"{WORDS} {WORDS}".encode())
    for bad in (body[:60] + b"\xff*" + body[60:], body[:-7]):
        (item,) = _read(
            _mail(bad, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64")
        )
        assert isinstance(item, Item)
        assert [one.code for one in item.warnings] == ["mail.damaged"]
        assert "سليم الدوري" in build_document(item).text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"no header here", "mail.malformed"),
        (b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n" * 2000, "mail.too-many-parts"),
        (b"".join(NESTED % (n, n) for n in range(500)), "mail.too-deep"),
        (b"A: b\n" + b"\n" * 5_000_000, "mail.too-many-lines"),
    ],
)  # fmt: skip
def test_attacks_are_refused(data: bytes, code: str) -> None:
    """Depth, floods of parts and of lines end in a refusal."""
    with pytest.raises(SourceError) as caught:
        _read(data)
    assert caught.value.code == code


def test_nothing_to_read_is_told() -> None:
    """A message with a picture alone is refused, and the picture is named."""
    found = _read(_mail(b"\x89PNG", "Content-Type: image/png"))
    assert [
        one.code if isinstance(one, Rejected) else one.warning.code
        for one in found
        if not isinstance(one, Item)
    ] == [
        "mail.no-text",
        "mail.attachment",
    ]


def test_a_mailbox_is_its_messages() -> None:
    """Each message of a mailbox is read with its number; a line that only looks like a beginning is none."""
    one = _mail(f"{WORDS}\r\nFrom here on it is quiet\r\n\r\n", "Content-Type: text/plain; charset=utf-8")
    start = b"From a@b Thu May  1 08:00:00 2031\r\n"
    box = start + one + start + b"broken\r\n\r\n" + start + one
    found = list(read_mailbox("a.mbox", Cursor(Plain(io.BytesIO(box))), Limits()))
    assert [(one.part, getattr(one, "code", None)) for one in found] == [
        ("message 1 > letter", None),
        ("message 2", "mail.malformed"),
        ("message 3 > letter", None),
    ]
    last = found[-1]
    assert isinstance(last, Item)
    assert "it is quiet" in build_document(last).text
    assert derive_text(evidence_of(last), build_origin(last)) == build_document(last).text


def test_bodies_are_those_of_the_standard_library() -> None:
    """A message that the standard library writes gives the body that it reads."""
    message = EmailMessage(policy=policy.SMTP)
    message["Subject"], message["From"] = "الجسر الجديد في الرمانة " * 5, "النهر <a@nahr.example>"
    message.set_content(WORDS)
    message.add_alternative(f"<p>{WORDS} {WORDS}</p>", subtype="html")
    raw = bytes(message)
    other = BytesParser(policy=policy.default).parsebytes(raw)
    body = other.get_body()  # type: ignore[attr-defined]
    (item,) = _read(raw)
    assert isinstance(item, Item)
    assert isinstance(item.data, bytes)
    assert item.data.decode() == body.get_content()
    assert item.metadata.title == other["subject"].strip()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_damage(data: st.DataObject) -> None:
    """Whatever is cut out, put in or changed, a message gives items, warnings or one refusal with a code."""
    plain = ("Content-Type: text/plain; charset=utf-8", WORDS.encode())
    whole = bytearray(
        _several("mixed", plain, ("Content-Type: message/rfc822", _several("alternative", plain)))
    )
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole)))
        whole[at : at + data.draw(st.integers(0, 60))] = data.draw(st.binary(max_size=60))
    code = ""
    try:
        _read(bytes(whole))
    except SourceError as error:
        code = error.code
    assert code in ("", "mail.malformed", "mail.too-deep", "mail.too-many-parts")

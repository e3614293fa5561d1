"""What came of a request: bytes with all that tells when, whence and how they came."""

from __future__ import annotations

from email.message import Message

import msgspec

from rawi.model.source import Capture

#: A header that names the person who asked; it is not kept.
_UNKEPT = ("set-cookie", "set-cookie2")


class Validators(msgspec.Struct, frozen=True):
    """What a server said of a version that is there already, for asking whether there is a newer one."""

    etag: str | None = None
    modified: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """An answer to a request: ``body`` is inflated; ``cut`` says why it may not be whole.

    ``failure`` is the code and message for what came but is not taken; ``body`` is then what is kept of it.
    """

    capture: Capture
    status: int
    body: bytes = b""
    cut: str | None = None
    failure: tuple[str, str] | None = None

    def header(self, name: str) -> str:
        """Return the first header of a name, in any case; empty if there is none."""
        return header(self.capture.headers, name)

    def validators(self) -> Validators | None:
        """Return what to ask with next time; null where the answer gives nothing or is not whole."""
        return None if self.cut else find_validators(self.capture.headers)


def header(headers: tuple[tuple[str, str], ...], name: str) -> str:
    """Return the first header of a name, in any case; empty if there is none."""
    return next((value for key, value in headers if key.lower() == name.lower()), "")


def find_validators(headers: tuple[tuple[str, str], ...]) -> Validators | None:
    """Return what the headers of an answer give to ask with; null if nothing."""
    said = (header(headers, "ETag"), header(headers, "Last-Modified"))
    told = [one if _is_sendable(one) else None for one in said]
    return Validators(*told) if any(told) else None


def _is_sendable(value: str) -> bool:
    """Tell whether a header that came may be sent back."""
    return 0 < len(value) <= 512 and value.isascii() and value.isprintable()


def keep_headers(status: int, headers: Message) -> tuple[tuple[str, str], ...]:
    """Return headers as a capture keeps them: after ``:status``, as they were sent, cookies left out."""
    sent = ((name, _readable(value)) for name, value in headers.items())
    kept = ((name, value) for name, value in sent if name.lower() not in _UNKEPT)
    return ((":status", str(status)), *kept)


def _readable(value: str) -> str:
    """Return the value of a header, one character a byte, as UTF-8 if it is that."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value

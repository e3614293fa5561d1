"""Mentions of people, bodies and places in a text: what annotators of names put into ``Annotation.value``.

Ranges are half-open and count tokens of the text; names are the source's own words.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Range = tuple[int, int]
RoleKind = Literal["spokesman", "office", "title", "occupation", "kin", "anonymous"]
Precision = Literal["country", "region", "city", "area"]


class RoleMention(msgspec.Struct, frozen=True, gc=False):
    """What somebody is: ``المتحدث باسم وزارة النقل``, ``مدير المرصد``, ``مصدر أمني``.

    ``head`` is the folded head word in citation form (``متحدث``); ``body`` the words of the body or place
    it serves;
    ``definite`` false where the text introduces somebody unknown (``مسؤول أمني``).
    """

    head: str
    kind: RoleKind
    definite: bool
    body: Range | None = None


class PersonMention(msgspec.Struct, frozen=True, gc=False):
    """A person's name, without titles; ``role`` is the range of the title or role that stands with it."""

    name: str
    role: Range | None = None


class OrganizationMention(msgspec.Struct, frozen=True, gc=False):
    """A body's name as written; ``head`` is its folded first noun (``وزاره``), ``id`` its row in the
    tables, or null.

    ``kind`` is the type of body (``ministry``, ``outlet`` …).
    """

    name: str
    kind: str
    head: str | None = None
    id: str | None = None


class PlaceMention(msgspec.Struct, frozen=True, gc=False):
    """A place as written, its gazetteer id, ISO 3166-1 country and how narrow it is; ``needs_context`` if
    doubtful."""

    name: str
    id: str | None = None
    country: str | None = None
    precision: Precision = "area"

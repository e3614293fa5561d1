"""Parties that differ leave doubt, by whatever names they are called."""

from __future__ import annotations

import pytest

from rawi.model.relation import Report
from rawi.opening import read
from rawi.relations.incidents.parties import compare_bodies
from rawi.relations.incidents.tellings import read_tellings
from tests.relations.incidents.telling import body, gather, killed, one_story, telling

_RIVALS = [
    ("لواء الغسق", "قوات الشروق"),
    ("كتائب الرمانة", "فصائل السنديان"),
    ("مليشيا الياقوت", "مقاتلو حركة المرجان"),
    ("تنظيم الياسمين", "جماعة النرجس"),
    ("قوات السهل", "وحدات الجبل"),
]


@pytest.mark.parametrize(("one", "other"), _RIVALS)
def test_rivals_without_a_row_in_any_table_leave_doubt(one: str, other: str) -> None:
    """Two reports of a story that name two attackers are one incident for which nobody is certain."""
    pair = [telling(f"{name}1", actors=(body(who),)) for name, who in zip("ab", (one, other), strict=True)]
    (found,) = gather(*pair, context=one_story("a", "b"))
    assert found.confidence == "doubtful"
    assert "incident.party_differs" in {reason.code for reason in found.reasons}


@pytest.mark.parametrize("other", ["الجيش", "قوات الأمن", "الجيش اللبناني"])
def test_a_name_here_and_a_common_noun_there_leave_doubt(other: str) -> None:
    """الجيش may be whom the other report names, or not."""
    pair = [telling("a1", actors=(body("لواء الغسق"),)), telling("b1", actors=(body(other),))]
    (found,) = gather(*pair, context=one_story("a", "b"))
    assert found.confidence == "doubtful"
    assert "incident.party_unsure" in {reason.code for reason in found.reasons}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مقاتلو الغسق", "مقاتلي الغسق"),
        ("الجيش", "الجيش"),
        ("مقاتلو الغسق", "لواء الغسق"),
        ("قوات النظام", "الجيش السوري"),
        ("طائرات لواء الغسق", "لواء الغسق"),
    ],
)
def test_names_of_one_party_leave_none(one: str, other: str) -> None:
    """Another case, another noun before the name, and nouns that many are called by are no other party."""
    pair = [telling(f"{name}1", actors=(body(who),)) for name, who in zip("ab", (one, other), strict=True)]
    (found,) = gather(*pair, context=one_story("a", "b"))
    assert found.confidence == "certain"


def test_a_third_report_that_names_nobody_does_not_make_rivals_certain() -> None:
    """Two rival reports are both surely tied to one that names no attacker: the incident is doubtful."""
    items = [
        telling("a1", actors=(body("لواء الغسق"),), harm=killed(7)),
        telling("b1", harm=killed(7)),
        telling("c1", actors=(body("قوات الشروق"),), harm=killed(7)),
    ]
    (found,) = gather(*items, context=one_story("a", "b", "c"))
    assert found.confidence == "doubtful"
    assert "incident.party_differs" in {reason.code for reason in found.reasons}


def test_two_countries_are_two_parties() -> None:
    """What is of two countries is two; what only one calls by its country may be one."""
    assert compare_bodies("الجيش السوري", "الجيش التركي") == "two"
    assert compare_bodies("الجيش السوري", "الجيش") == "open"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قتل 12 مدنيا في غارة شنها لواء الغسق على بلدة سراقب أمس الثلاثاء.", ["لواء الغسق"]),
        ("قتل 4 مدنيين في غارة شنها الجيش على بلدة سراقب أمس الثلاثاء.", ["الجيش"]),
        ("قتل 4 مدنيين في هجوم شنه مسلحون على بلدة سراقب أمس الثلاثاء.", []),
    ],
)
def test_a_body_that_no_reader_of_names_knows_is_compared(text: str, names: list[str]) -> None:
    """An armed body by its name, or by the noun of an army; gunmen are nobody by name."""
    record = read(text, published="2031-03-12").record
    report = Report(record, {one.id: f"ev_{one.id}" for one in record.events})
    assert [party.words for one in read_tellings(report) for party in one.actors] == names

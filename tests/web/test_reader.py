"""The reader of one article: its name, its margin, its warnings, the words that an address leads to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rawi.opening import open as open_rawi
from rawi.web.pages.differing import find_differences
from tests.web.conftest import OWN, REPORT, Client

MISDATED = "قال المتحدث رائد الكناني يوم الثلاثاء 6 كانون الأول 2017 إن 12 مدنيا قتلوا في بلدة سراقب."


def _read(client: Client, text: str, **known: str) -> str:
    """Store an article and return the address of its page."""
    told = client.post("/read", data={"text": text, **known}, headers=OWN)  # type: ignore[attr-defined]
    assert told.status_code == 303
    return str(told.headers["location"]).partition("?")[0]


def _first(client: Client) -> str:
    """Return the address of the article that the ledger has."""
    items = client.get("/said.json").json()["items"]  # type: ignore[attr-defined]
    return f"/d/{items[0]['article']['id']}"


def test_an_article_without_a_title_goes_by_its_words(come: Client) -> None:
    """No page calls it by the digits of its fingerprint, which nobody can read."""
    client = come()
    address = _read(client, "أعلنت الوزيرة هند الخالدي أن 7 أشخاص أصيبوا في حريق مخزن قديم أمس.")  # type: ignore[arg-type]
    digits = address.rpartition(":")[2][:12]
    page = client.get(address).text
    assert re.search(r"<h1[^>]*>أعلنت الوزيرة هند الخالدي", page)
    for path in ("/said", "/figures", "/ledger", "/find?q=الخالدي"):
        shown = re.sub(r"<[^>]*>", " ", client.get(path).text)
        assert "أعلنت الوزيرة هند" in shown
        assert digits not in shown


def test_an_address_leads_to_words_without_scripts(come: Client) -> None:
    """``char=A,B`` counts code points; the words are marked and have an id to which the browser scrolls."""
    client = come()
    address = _first(client)  # type: ignore[arg-type]
    start = REPORT.index("سامي")
    page = client.get(address, params={"char": f"{start},{start + 11}"}).text
    marked = re.findall(r"<[^>]*\bid=\"found\"[^>]*>(.*?)</", page)
    assert "".join(re.sub("<[^>]*>", "", one) for one in marked).startswith("سامي")
    assert 'class="found' in page or " found" in page


@pytest.mark.parametrize("told", ["5", "9,3", "0,999999", "a,b", "3,3"])
def test_places_that_no_text_has_are_refused(come: Client, told: str) -> None:
    """With a code, not with a page that marks something else."""
    client = come()
    answer = client.get(f"{_first(client)}.json", params={"char": told})  # type: ignore[arg-type]
    assert answer.status_code == 422
    assert answer.json()["code"] == "web.question"


def test_each_paragraph_names_its_entries(come: Client) -> None:
    """By ``aria-details`` it leads to a margin whose links lead to cards that are there."""
    client = come()
    page = client.get(_first(client)).text  # type: ignore[arg-type]
    named = re.findall(r'aria-details="([^"]+)"', page)
    assert named
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert set(named) <= ids
    assert set(re.findall(r'class="mark [a-z]+" href="#([^"]+)"', page)) <= ids


def test_a_weekday_that_does_not_fit_shows_its_readings(come: Client) -> None:
    """All of them, the one that keeps the weekday first, in words; the code stays among the details."""
    client = come()
    address = _read(client, MISDATED, published="2017-12-07")  # type: ignore[arg-type]
    warnings = client.get(f"{address}.json").json()["record"]["document"]["warnings"]
    [told] = [one for one in warnings if one["code"] == "date.weekday-mismatch"]
    page = client.get(address, params={"lang": "en"}).text
    assert "The day of the week and the date do not agree." in page
    readings = re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", told["message"])
    shown = re.search(r'class="warning" id="warning-1">.*?<ol class="readings">(.*?)</ol>', page, re.DOTALL)
    assert readings == ["2017-12-06", "2017-12-05"]
    assert shown is not None
    assert re.findall(r'datetime="([^"]+)"', shown[1]) == ["2017-12-05", "2017-12-06"]


def test_marks_that_turn_the_text_have_a_badge(come: Client) -> None:
    """An override stays in the text, is shown by its number, and is warned of in words."""
    client = come()
    page = client.get(
        _read(client, "قال سامي الحلبي إن \u202e12\u202c شخصا قتلوا."), params={"lang": "en"}
    ).text  # type: ignore[arg-type]
    assert 'data-mark="U+202E"' in page
    assert "invisible marks that turn its direction" in page


def test_the_tour_stays_until_it_is_dismissed(come: Client) -> None:
    """Once dismissed it does not come back, and a second article does not bring it; no scripts are needed."""
    client = come()
    told = client.post("/read", data={"text": "قال سامي الحلبي إن السد سليم."}, headers=OWN)
    assert "tour" not in told.headers["location"]  # it is not the first article of that ledger
    address = _first(client)  # type: ignore[arg-type]
    page = client.get(address, params={"tour": "on"}).text
    assert page.count("<li>", page.index('class="tour"'), page.index("</section>")) == 4
    assert 'class="tour"' in client.get(address).text
    assert 'class="tour"' not in client.get(address, params={"tour": "off"}).text
    assert 'class="tour"' not in client.get(address).text


def test_copies_are_named_in_the_reader(come: Client, ledger: Path) -> None:
    """With a link; they are no second origin, and a reader must see that."""
    client = come()
    more = "وأضاف أن فرق الإنقاذ وصلت إلى المكان بعد ساعة، وأن المستشفى الكبير استقبل المصابين طوال الليل."
    text = (
        f"{REPORT}\n{more} {more.replace('المستشفى', 'المشفى')} وقال شهود إن الطريق إلى البلدة ما زال مقطوعا."
    )
    _read(client, text, title="أصل الخبر", outlet="مرايا", published="2031-03-13")  # type: ignore[arg-type]
    other = _read(client, f"{text}\nانتهى", title="الخبر نفسه", outlet="الضفة", published="2031-03-14")  # type: ignore[arg-type]
    with open_rawi(ledger) as opened:
        opened.update()
    page = client.get(other).text
    assert 'class="twins"' in page
    assert "أصل الخبر" in page


def test_what_a_copy_changed_is_told_in_words() -> None:
    """The words that were left out and those that came, and nothing where texts are alike."""
    before, after = ["قال", "إن", "سبعة", "قتلوا", "أمس"], ["قال", "إن", "تسعة", "قتلوا", "أمس", "في", "حلب"]
    deeds = [[(one.deed, one.words) for one in place] for place in find_differences(before, after)]
    assert ("removed", "سبعة") in deeds[0]
    assert ("added", "تسعة") in deeds[0]
    assert ("added", "في حلب") in deeds[1]
    assert find_differences(before, before) == []

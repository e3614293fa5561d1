"""An article is the same whether it is pasted or chosen as a file: its text, its fingerprint, its places."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.conftest import OWN, Client

NEWS = (
    "السد الكبير ينهار والمياه تغمر البلدة\n\n\nقال وزير الري سامي الحلبي إن السد انهار مساء أمس بعد أمطار "
    "غزيرة، وإن فرق الإنقاذ وصلت إلى البلدة وبدأت بإخراج العائلات من المنازل التي غمرتها المياه.\n\n"
    "وأضاف الحلبي أن 40 منزلا تضررت في البلدة.\n"
)


def _home(client: object, **fields: object) -> str:
    """Send the first page's form and return the address that it leads to."""
    made = client.post("/read", headers=OWN, **fields)  # type: ignore[attr-defined]
    assert made.status_code == 303
    return str(made.headers["location"]).partition("?")[0]


def test_line_ends_of_a_form_are_those_of_the_text(come: Client) -> None:
    """What a browser makes of the line ends of a text field is taken back; a file's own are left alone."""
    client = come()
    pasted = _home(client, data={"text": NEWS.replace("\n", "\r\n")})
    chosen = _home(client, files={"file": ("a.txt", NEWS.encode())})
    other = _home(client, files={"file": ("b.txt", NEWS.replace("\n", "\r\n").encode())})
    assert pasted == chosen
    assert other != chosen
    assert client.get(f"{pasted}.json").json()["record"]["document"]["text"] == NEWS


def test_what_is_told_of_a_text_is_kept(come: Client) -> None:
    """Title, outlet and day of publication of the form stand; without a title it is the text's own."""
    client = come()
    told = {"title": "عن السد", "outlet": "مرايا", "published": "2031-03-14"}
    about = client.get(f"{_home(client, data={'text': NEWS, **told})}.json").json()["record"]["document"]
    assert {name: about[name] for name in told} == told
    plain = NEWS + "\nونفى رائد الكناني ذلك.\n"
    about = client.get(f"{_home(client, files={'file': ('c.txt', plain.encode())})}.json").json()
    assert about["record"]["document"]["title"] == "السد الكبير ينهار والمياه تغمر البلدة"


def test_a_browser_pastes_what_the_file_has(tmp_path: Path) -> None:
    """The form of a real browser gives the very document that adding the file gives."""
    browsing = pytest.importorskip("tests.web.browsing", reason="playwright is not installed: make env")
    if browsing.CHROMIUM is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    path, article = tmp_path / "b.rawi", tmp_path / "a.txt"
    article.write_bytes(NEWS.encode())
    with open_rawi(path) as opened:
        expected = opened.add(read(article)).document_id
    with browsing.running(path) as (site, base), browsing.browser() as started:
        page = started.new_page()
        page.goto(f"{base}/?token={site.token}")
        page.fill("#text", NEWS)
        with browsing.elsewhere(page):
            page.click("button.main")
        assert page.url.partition("?")[0] == f"{base}/d/{expected}"

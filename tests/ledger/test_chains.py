"""How the words of an entry reached the reader: who, by what, through whom, and what proves it."""

from __future__ import annotations

from pathlib import Path

import pytest

import rawi
from rawi.errors import LedgerError
from rawi.ledger.answers import ChainView
from rawi.ledger.chains import join_copies, load_chain
from rawi.ledger.results import Article
from rawi.model.relation import Duplicate

RELAYED = "قال المتحدث باسم البلدية غسان المرعي إن وزارة النقل أعلنت أن 40 حافلة تعطلت في الرمانة.\n"
AGENCY = "قال غسان المرعي لوكالة رويترز إن 40 حافلة تعطلت في الرمانة.\n"
TWEET = "وكتب غسان المرعي على تويتر: «تعطلت 40 حافلة في الرمانة اليوم».\n"
BARE = "تعطلت 40 حافلة في الرمانة.\n"


OUTLET = "مرايا الرمانة"


def chain_of(tmp_path: Path, text: str, outlet: str | None = OUTLET, *, quote: bool = False) -> ChainView:
    """The chain of the first figure of an article, or of its first statement."""
    with rawi.open(tmp_path / "news.rawi") as ledger:
        ledger.add(rawi.read(text, outlet=outlet, published="2031-05-01"))
        entry = next(iter(ledger.said())).id if quote else next(iter(ledger.figures())).id
        return ledger.chain(entry)


def names(chain: ChainView) -> list[str | None]:
    """The nodes by name."""
    return [node.name for node in chain.nodes]


def test_who_passes_on_stands_between(tmp_path: Path) -> None:
    """The ministry speaks, the spokesman relays, the outlet prints: in this order, the first step proved."""
    chain = chain_of(tmp_path, RELAYED)
    assert names(chain) == ["وزارة النقل", "غسان المرعي", "مرايا الرمانة"]
    assert [node.kind for node in chain.nodes] == ["speaker", "person", "outlet"]
    assert chain.edges[0].state == "stated"
    assert chain.edges[0].words is not None
    assert "وزارة النقل" in chain.edges[0].words


def test_every_proof_stands_in_the_text(tmp_path: Path) -> None:
    """Words of a step are those at its address, letter for letter."""
    with rawi.open(tmp_path / "news.rawi") as ledger:
        for text in (RELAYED, AGENCY, TWEET, BARE):
            ledger.add(rawi.read(text, outlet="مرايا الرمانة"))
        chains = [ledger.chain(one.id) for one in (*ledger.figures(), *ledger.said())]
        proofs = [(edge.words, edge.address) for chain in chains for edge in chain.edges if edge.words]
        assert len(proofs) >= 6
        assert all(address and ledger.words(address) == words for words, address in proofs)


def test_an_outlet_that_does_not_say_how_is_unknown(tmp_path: Path) -> None:
    """Without a channel and without an agency nothing tells how the words came; that is said."""
    chain = chain_of(tmp_path, RELAYED)
    assert chain.edges[-1].state == "unknown"


def test_a_channel_stands_on_the_step(tmp_path: Path) -> None:
    """A tweet is no node: it is by what the words came."""
    chain = chain_of(tmp_path, TWEET, quote=True)
    assert names(chain) == ["غسان المرعي", "مرايا الرمانة"]
    (edge,) = chain.edges
    assert [channel.name for channel in edge.channels] == ["تويتر"]
    assert edge.state == "stated"


def test_an_agency_stands_before_the_outlet(tmp_path: Path) -> None:
    """Both steps rest on the words that name the agency."""
    chain = chain_of(tmp_path, AGENCY)
    assert names(chain) == ["غسان المرعي", "رويترز", "مرايا الرمانة"]
    assert [edge.state for edge in chain.edges] == ["stated", "stated"]


def test_a_newsroom_that_is_the_outlet_stands_once(tmp_path: Path) -> None:
    """An agency that publishes what was said to it is one node, with its article."""
    chain = chain_of(tmp_path, AGENCY, outlet="رويترز")
    assert names(chain) == ["غسان المرعي", "رويترز"]
    assert chain.nodes[-1].article is not None


def test_a_credit_of_the_whole_report_is_no_proof_of_one_statement(tmp_path: Path) -> None:
    """The step from the speaker to an agency that only a credit line names is inferred, and says from what;
    the one from the agency to the outlet is stated."""
    chain = chain_of(tmp_path, f"{RELAYED}\nالمصدر: رويترز\n")
    assert names(chain)[-2:] == ["رويترز", "مرايا الرمانة"]
    assert (chain.edges[-2].state, chain.edges[-2].reason) == ("inferred", "credit")
    assert chain.edges[-1].state == "stated"


def test_a_figure_of_the_article_itself_begins_at_the_outlet(tmp_path: Path) -> None:
    """Nobody is made a speaker."""
    assert [node.kind for node in chain_of(tmp_path, BARE).nodes] == ["outlet"]


def test_an_outlet_that_is_not_known_has_a_place(tmp_path: Path) -> None:
    """The document is a node whether it is known who published it or not."""
    chain = chain_of(tmp_path, RELAYED, outlet=None)
    assert chain.nodes[-1].name is None
    assert chain.nodes[-1].article is not None


def _copies(chain: ChainView, origin: str, kind: str = "copy") -> ChainView:
    """Join a chain with one other document that shares its words."""
    own = chain.nodes[-1].article
    assert own is not None
    other = Article("sha256:ff", "نسخة", "صدى الريم", "2031-05-02", None)
    group = Duplicate("dp_1", kind, (own.id, other.id), {"own": own.id, "other": other.id}.get(origin), 0.9)  # type: ignore[arg-type]
    return join_copies(chain, own, (group,), {other.id: other})


def test_those_who_copied_stand_behind(tmp_path: Path) -> None:
    """A document that others took over has them as branches, inferred from the text being the same."""
    chain = _copies(chain_of(tmp_path, RELAYED), "own")
    assert [branch.node.name for branch in chain.branches] == ["صدى الريم"]
    assert chain.branches[0].edge.state == "inferred"


def test_the_document_that_was_copied_stands_before(tmp_path: Path) -> None:
    """What a republisher prints came through the outlet that had it first."""
    chain = _copies(chain_of(tmp_path, RELAYED), "other")
    assert names(chain)[-2:] == ["صدى الريم", "مرايا الرمانة"]
    assert chain.nodes[-1].kind == "republisher"
    assert chain.edges[-1].reason == "copy"
    assert len(chain.edges) == len(chain.nodes) - 1


@pytest.mark.parametrize(("origin", "kind"), [("nobody", "copy"), ("own", "passage"), ("other", "passage")])
def test_shared_passages_and_unknown_origins_change_no_chain(tmp_path: Path, origin: str, kind: str) -> None:
    """Only who took over a whole text is in its chain, and only where it is known whose it was."""
    plain = chain_of(tmp_path, RELAYED)
    assert _copies(plain, origin, kind) == plain


def test_copies_are_loaded_from_the_ledger(tmp_path: Path) -> None:
    """Documents of a group are named by the outlets that the ledger has for them."""
    with rawi.open(tmp_path / "news.rawi") as ledger:
        ledger.add(rawi.read(RELAYED, outlet="مرايا الرمانة"))
        ledger.add(rawi.read(f"{RELAYED}تابعونا.\n", outlet="صدى الريم"))
        entry, other = ledger.figures()
        group = Duplicate("dp_1", "copy", (entry.article.id, other.article.id), entry.article.id, 0.9)
        chain = load_chain(ledger._ledger._store, entry.id, (group,), origins=2)
        assert {branch.node.name for branch in chain.branches} == {other.article.outlet}
        assert chain.origins == 2


def test_an_id_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The error has the code of every other question for an entry."""
    with rawi.open(tmp_path / "news.rawi") as ledger, pytest.raises(LedgerError) as caught:
        ledger.chain("fg_00000000000000")
    assert caught.value.code == "E307"

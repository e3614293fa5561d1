"""Cards for a terminal: labels and numbers on lines of their own, Arabic on others, in logical order.

No column depends on the width of Arabic, so nothing shifts where a terminal measures it wrongly. Names in a
chain are parted by ``›``, which Unicode mirrors: it points on to the next name in either direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rawi.ledger.answers import EventView
from rawi.ledger.results import Article, Count, Difference, Echo, Hit, Publication, Said, ViewLink
from rawi.model.claim import Speaker, Statement
from rawi.views.amounts import render_amount
from rawi.views.facts import tell_holder
from rawi.views.incidents import render_facts, render_standing, render_what, tell_doubts
from rawi.views.reviews import render_review
from rawi.views.screen import Screen

_GAP = "  "
_PLAIN = frozenset((None, "says", "writes", "adds", "continues", "denies"))  # stances that tell no more


def render_said(said: Said, screen: Screen) -> str:
    """Return a statement's card: when and how, who, the words, by which way they came, where they stand."""
    statement = said.statement
    head = (_dated("said", said.said, screen), *_manner(statement, screen))
    head += (render_review(said.review, screen), screen.faint(said.id))
    lines = [
        screen.row(head),
        screen.block(render_speaker(statement.speaker, screen)),
        screen.block(_as_said(said)),
        _names("relayed_by", said.relayed_by, screen),
        _via(said.chain, screen),
        _place(said.address, said.article, screen),
        _names("repeats", [said.repeats] if said.repeats else [], screen),
        *(_echo(one, screen) for one in said.echoes),
    ]
    return "\n".join(line for line in lines if line)


def _echo(echo: Echo, screen: Screen) -> str:
    """Return a statement that repeats the one of the card: its words, and what they changed."""
    kinds = dict.fromkeys(change.kind for change in echo.changes)
    changed = screen.label("pause").join(screen.label(f"change.{kind}") for kind in kinds)
    head = f"    {screen.label('echo')} {screen.faint(echo.id)}"
    return f"{head}{_GAP + changed if changed else ''}\n{screen.block(echo.words)}"


def render_count(count: Count, screen: Screen) -> str:
    """Return a figure's card: number, dates each with its label, words, whose claim it is, where."""
    head = (
        screen.strong(render_amount(count.figure, screen.language)),
        _dated("as_of", count.as_of, screen),
        _dated("said", count.said, screen),
        screen.label("denied") if count.denied else "",
        screen.label("doubtful") if count.figure.confidence == "doubtful" else "",
        render_review(count.review, screen),
        screen.faint(count.id),
    )
    lines = [
        screen.row(head),
        screen.block(f"«{count.words}»"),
        _names("by", [count.holder or screen.label("narrator")], screen),
        _names("relayed_by", count.relayed_by, screen),
        _via(count.chain, screen),
        _place(count.address, count.article, screen),
    ]
    return "\n".join(line for line in lines if line)


def render_event(view: EventView, screen: Screen) -> str:
    """Return an event's card as its report tells it: type and day, how sure and why not, where, who to whom
    with what, each count with whose claim it is, the words, who says so, where they stand."""
    head = (render_what(view, screen), *render_standing(view, screen))
    head += (render_review(view.review, screen), screen.faint(view.id))
    by = _names("by", [tell_holder(view, screen)], screen)
    lines = [
        screen.row(head),
        *(f"    · {why}" for why in tell_doubts(view.event, screen)),
        *render_facts([view], screen, numbered=False),
        screen.block(view.sentence.words),
        f"{by} ({screen.label('denied')})" if view.denied else by,
        _names("denied_by", view.denied_by, screen),
        _names("relayed_by", view.relayed_by, screen),
        _via(view.chain, screen),
        _place(view.address, view.article, screen),
    ]
    return "\n".join(line for line in lines if line)


def render_difference(difference: Difference, screen: Screen) -> str:
    """Return two entries that differ, under the reasons."""
    told = [reason.code for reason in difference.reasons if reason.code in _SHOWN]
    named = [screen.label(code) for code in told[:_MOST_REASONS]]
    why = screen.label("denial") if difference.kind == "denial" else screen.label("differs")
    head = screen.strong(why) + (": " + screen.label("pause").join(named) if named else "")
    return "\n".join([head, *(_indented(_render(one, screen)) for one in (difference.a, difference.b))])


_MOST_REASONS = 3  # the others stand on the cards themselves
_SHOWN = frozenset(("values.apart", "holder.other", "as_of.other", "said.other", "published.other"))


def render_hit(hit: Hit, screen: Screen) -> str:
    """Return one found document: its title, and the words around what was found."""
    short = hit.article.id.removeprefix("sha256:")[:12]
    lines = [_place(short, hit.article, screen, indent="")]
    lines += [screen.block(hit.article.title)] if hit.article.title else []
    lines += [screen.block(f"… {snippet.words} …") for snippet in hit.snippets]
    return "\n".join(lines)


def render_speaker(speaker: Speaker, screen: Screen) -> str:
    """Return who spoke: name and role, and who spoke with him."""
    known = [one for one in (speaker.name, speaker.told_role) if one]
    names = ["، ".join(known) or screen.label("unnamed")]
    names += [one.name or screen.label("unnamed") for one in speaker.also]
    return f" {screen.label('also')} ".join(names)


def _render(entry: Count | Said, screen: Screen) -> str:
    """Return the card of either kind of entry."""
    return render_said(entry, screen) if isinstance(entry, Said) else render_count(entry, screen)


def _as_said(said: Said) -> str:
    """Return the words, in quotation marks only where the source quotes them as a whole."""
    return f"«{said.words}»" if said.statement.kind == "direct" else said.words


def _manner(statement: Statement, screen: Screen) -> Iterable[str]:
    """Yield how it was said: quoted or not, denied, doubtful."""
    yield screen.label(statement.kind)
    yield from render_bearing(statement, screen)


def render_bearing(statement: Statement, screen: Screen) -> Iterator[str]:
    """Yield what must never be left out beside the words: what the speaker does with them where that is more
    than to say them, that they are denied, that the reading is doubtful."""
    if statement.stance not in _PLAIN and statement.polarity == "asserted":
        yield screen.label(f"stance.{statement.stance}")
    if statement.polarity == "denied":
        yield screen.strong(screen.label("denied"))
    if statement.confidence == "doubtful":
        yield screen.label("doubtful")


def _dated(name: str, date: str | None, screen: Screen) -> str:
    """Return a date with its label, nothing where there is none."""
    return f"{screen.label(name)} {date}" if date else ""


def _names(name: str, names: Sequence[str], screen: Screen) -> str:
    """Return a label and names after it."""
    shown = " › ".join(screen.apart(one) for one in names)
    return f"    {screen.label(name)} {shown}" if names else ""


def _via(chain: Sequence[ViewLink], screen: Screen) -> str:
    """Return the links between the speaker and the reader; what is only inferred says so."""
    inferred = f" {screen.label('inferred')}"
    return _names("via", [link.name + (inferred if link.inferred else "") for link in chain], screen)


def _place(address: str, article: Article, screen: Screen, indent: str = "    ") -> str:
    """Return where the words stand: address, day of publication, outlet or else path."""
    where = article.outlet or article.source or ""
    parts = (screen.faint(address), _dated("published", article.published, screen), screen.apart(where))
    also = [_publication(one, screen) for one in article.also]
    told = f"{screen.label('met_too')} {screen.label('pause').join(also)}" if also else ""
    return indent + screen.row((*parts, told))


def _publication(one: Publication, screen: Screen) -> str:
    """Return where and when else a text was met."""
    known = (one.published or screen.label("undated"), screen.apart(one.outlet) if one.outlet else "")
    return " ".join(part for part in known if part)


def _indented(card: str) -> str:
    """Return a card a little further in."""
    return "\n".join(_GAP + line for line in card.split("\n"))

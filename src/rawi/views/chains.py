"""A chain as text: who spoke, through whom and by what the words came, and the words that prove each step.

``›`` leads from one to the next: Unicode mirrors it, so that it points the way in which one reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from rawi.ledger.answers import ChainView, ChannelView, EdgeState, EdgeView, NodeView
from rawi.views.comparisons import render_side
from rawi.views.plurals import count
from rawi.views.screen import Screen

_GAP = "  "
_SIGNS: dict[EdgeState, str] = {"stated": "▬", "inferred": "┄", "unknown": "؟"}


def render_chain(chain: ChainView, screen: Screen) -> str:
    """Return a chain from the speaker to the reader, a step a line, then the way in one line."""
    lines = [render_side(chain.entry, screen), ""]
    for node, edge in zip(chain.nodes, (*chain.edges, None), strict=True):
        lines += _node(node, screen)
        if edge is not None:
            lines += _edge(edge, screen)
    for branch in chain.branches:
        lines += [*_edge(branch.edge, screen), *_node(branch.node, screen)]
    told = [count("origins", chain.origins, screen.language)]
    versions = sum(branch.edge.reason == "version" for branch in chain.branches)
    behind = (("copies", len(chain.branches) - versions), ("versions", versions))
    told += [count(name, number, screen.language) for name, number in behind if number]
    return "\n".join([*lines, "", _way(chain, screen), f"    {_GAP.join(told)}"])


def render_brief(chain: ChainView, screen: Screen) -> str:
    """Return the words and the way they came, a step a line: how sure each step is stands before it."""
    lines = [screen.block(f"«{chain.entry.words}»")]
    for node, edge in zip(chain.nodes, (None, *chain.edges), strict=True):
        sign = f"{_SIGNS[edge.state]} {screen.label(f'edge.{edge.state}')}{_GAP}" if edge else ""
        reason = _GAP + screen.faint(screen.label(f"edge.{edge.reason}")) if edge and edge.reason else ""
        name = screen.apart(node.name or screen.label("nobody_named"))
        lines.append(f"  {sign}{screen.label(f'node.{node.kind}')}: {name}{reason}")
    return "\n".join([*lines, f"  {screen.strong(count('origins', chain.origins, screen.language))}"])


def _node(node: NodeView, screen: Screen) -> Iterator[str]:
    """Yield who it is, and where the words stand there."""
    lies = node.article.source if node.article else None
    name = "، ".join(part for part in (node.name, node.role) if part) or lies or screen.label("nobody_named")
    yield f"  {screen.strong(screen.label(f'node.{node.kind}'))}"
    yield screen.block(name)
    if node.article is not None:
        day = node.article.published
        dated = f"{_GAP}{screen.label('published')} {day}" if day else ""
        yield screen.faint(f"    {node.article.id.removeprefix('sha256:')[:12]}{dated}")


def _edge(edge: EdgeView, screen: Screen) -> Iterator[str]:
    """Yield how the words came on: how sure that is, by what, and the words that prove it."""
    reason = screen.label(f"edge.{edge.reason}") if edge.reason else ""
    address = screen.faint(edge.address) if edge.address and edge.words else ""
    told = [f"{_SIGNS[edge.state]} {screen.label(f'edge.{edge.state}')}", reason, address]
    yield f"      {_GAP.join(part for part in told if part)}"
    yield from (screen.block(_channel(one, screen), deeper=True) for one in edge.channels)
    if edge.words:
        yield screen.block(f"«{edge.words}»", deeper=True)


def _channel(channel: ChannelView, screen: Screen) -> str:
    """Return by what the words went, and the words that say so."""
    words = f": «{channel.words}»" if channel.words and channel.words != channel.name else ""
    return f"{screen.label('via')} {screen.apart(channel.name)}{words}"


def _way(chain: ChainView, screen: Screen) -> str:
    """Return the whole way in one line, with its label."""
    return f"    {screen.label('chain')} {render_way(chain, screen)}"


def render_way(chain: ChainView, screen: Screen) -> str:
    """Return the whole way in one line; a link that nothing tells is drawn, not left out."""
    told: list[str] = []
    for node, edge in zip(chain.nodes, (*chain.edges, None), strict=True):
        told.append(screen.apart(node.name or "؟"))
        if edge is not None:
            told += [screen.apart(one.name) for one in edge.channels]
            told += ["؟"] if edge.state == "unknown" else []
    return " › ".join(told)

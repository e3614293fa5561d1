"""What a piece of an input holds: the items of the same readers as everywhere, and what they refuse."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import BinaryIO

from rawi.corpus.keeping import refused
from rawi.corpus.places import hash_file, is_url, look_at, open_input
from rawi.errors import RawiError, SourceError
from rawi.ingest.stating import with_stated
from rawi.model.corpus import CorpusInput, CorpusOptions, Piece
from rawi.model.source import Finished, Flagged, Item, Limits, Outcome, Rejected
from rawi.sources.cursor import Cursor, Plain
from rawi.sources.jsonlines import read_lines_from
from rawi.sources.parquet import read_parquet
from rawi.sources.reader import Reading, read_stream

#: One input of a corpus may have more documents and unfold to more than one that is added to a ledger.
LIMITS = Limits(inflated=1 << 40, records=1 << 40)
TURN = 16  # things that follow each other in one share

Found = Item | Rejected | Flagged


def read_piece(
    piece: Piece, one: CorpusInput, options: CorpusOptions, told: Callable[[str], None], base: str = ""
) -> Iterator[Found]:
    """Yield everything that a piece holds, with what is stated of all inputs; ``told`` is given its hash.
    Relative paths are of the folder ``base``.

    What is wrong with what an input holds is a refusal, of a whole input told by its first piece. Raises
    CorpusError where it cannot be got at (``corpus.input``) or is not what was planned
    (``corpus.input-changed``): nothing may be said of it then, and another try may go well.
    """
    with ExitStack() as stack:
        file = _open(piece, one, base, stack)
        if piece.cut in ("whole", "lines") or piece.first == 0:
            told(hash_file(file))
        try:
            for outcome in _of_piece(piece, one, options, file):
                if isinstance(outcome, Item):
                    yield with_stated(outcome, options.published, options.outlet)
                elif not isinstance(outcome, Finished):
                    yield outcome  # type: ignore[misc]  # readers yield nothing that is known already
        except RawiError as error:
            if _is_first(piece):
                yield Rejected(one.path, None, error.code, str(error))
        except (OSError, MemoryError) as error:
            raise refused("corpus.input", f"{one.path}: {error or type(error).__name__}") from error
        except Exception as error:  # noqa: BLE001 - one input that a library fails on must not stop the others
            if _is_first(piece):
                yield Rejected(one.path, None, "source.unreadable", f"{type(error).__name__}: {error}"[:200])


def _open(piece: Piece, one: CorpusInput, base: str, stack: ExitStack) -> BinaryIO:
    """Open a piece of an input; CorpusError if it cannot be, or if it is not the file that was planned."""
    path = one.path if is_url(one.path) else os.path.join(base, one.path)
    last = piece.last if piece.cut == "lines" else None
    try:
        if look_at(path) != (one.size, one.modified):
            raise refused("corpus.input-changed", f"{one.path}: it is not what it was when the run began")
        return stack.enter_context(open_input(path, piece.first if last else 0, last))
    except (SourceError, OSError) as error:
        raise refused("corpus.input", f"{one.path}: {error}") from error


def _is_first(piece: Piece) -> bool:
    """Is it the piece that tells what is to be told of an input as a whole?"""
    return piece.cut == "whole" or piece.first == 0


def _of_piece(piece: Piece, one: CorpusInput, options: CorpusOptions, file: BinaryIO) -> Iterator[Outcome]:
    """Yield what the readers yield of a piece."""
    if piece.cut == "lines":
        yield from read_lines_from(one.path, Cursor(Plain(file)), piece.line, LIMITS, options.columns)
    elif piece.cut == "rows":
        yield from read_parquet(one.path, file, LIMITS, options.columns, piece.first, piece.last)
    else:
        outcomes = read_stream(one.path, file, one.kind, Reading(LIMITS, options.columns))
        yield from outcomes if piece.cut == "whole" else _take_turns(outcomes, piece)


def _take_turns(outcomes: Iterator[Outcome], piece: Piece) -> Iterator[Outcome]:
    """Yield what falls to one share: the things within an input by turns; to the first what is of all."""
    number = 0
    for outcome in outcomes:
        if isinstance(outcome, Flagged | Finished) or outcome.part is None:
            if piece.first == 0:
                yield outcome
            continue
        if number // TURN % piece.last == piece.first:
            yield outcome
        number += 1

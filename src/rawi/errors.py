"""What Rawi raises on purpose, named by whose fault it is; every error carries a stable code."""

from __future__ import annotations


class RawiError(Exception):
    """Base of everything Rawi raises on purpose; ``code`` is stable across releases."""

    code = "E100"


class SourceError(RawiError):
    """An input cannot be read: missing, not a regular file, too large, or damaged."""

    code = "E103"


class DocumentError(RawiError):
    """Bytes were read but give no text: undecodable, or a format without an article in it."""

    code = "E104"


class LexiconError(RawiError):
    """A lexicon file is malformed; the message names the file and the entry."""

    code = "E201"


class RuleError(RawiError):
    """A rule cannot be compiled; the message names the rule."""

    code = "E202"


class PipelineError(RawiError):
    """Stages stand in an order in which one reads what nobody has made yet."""

    code = "E203"


class WeightsError(RawiError):
    """A file of weights cannot be read, or holds something else."""

    code = "E205"


class ParseError(RawiError, ValueError):
    """A phrase given to ``parse_`` is not wholly of the kind asked for."""

    code = "E204"


class LedgerError(RawiError):
    """The ledger cannot be opened, is locked, newer than this program, or damaged."""

    code = "E300"


class GoldError(RawiError):
    """An annotated file names words that its article does not contain exactly once."""

    code = "E401"


class GoldMissing(GoldError):
    """There is nothing at the path that was named, or no annotated article in it."""

    code = "E403"


class EvaluationError(RawiError):
    """A measurement cannot be made: no floors, no earlier state to compare with, or it could not be run."""

    code = "E402"


class ExportError(RawiError):
    """A table cannot be written, or not added to: the file is of another kind, or has other columns."""

    code = "E501"


class SheetKept(ExportError):
    """A file holds what would be lost: another kind of table, or a sheet that people worked in."""

    code = "E502"


class CorpusError(RawiError):
    """A corpus cannot be made or read: another run's folder, a damaged file, or an extra that is missing."""

    code = "E600"

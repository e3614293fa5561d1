"""Sizes and names: no function above 50 lines, no file above 400, one noun per module, no import of the root.

usage: python -m checks.sizes_and_names [ROOT]      exit 1 and one line for each violation
"""

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LONGEST_FUNCTION = 50
LONGEST_FILE = 400
FOLDERS = ("src", "tests", "checks", "benchmarks", "fuzz", "training")
PACKAGE = Path("src/rawi")
NOUN = re.compile(r"[a-z]+|__init__|__main__")
EMPTY_NAMES = frozenset(
    {"base", "common", "core", "helper", "helpers", "manager", "managers", "misc", "shared", "stuff"}
    | {"util", "utilities", "utility", "utils"}
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Source(NamedTuple):
    """A Python file: its path below the root, its number of lines, and its parsed form."""

    path: Path
    lines: int
    tree: ast.Module


def read_sources(root: Path) -> list[Source]:
    """Read every Python file of the project below `root`, in the order of their paths."""
    paths = sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.py"))
    return [_read_source(path, root) for path in paths]


def _read_source(path: Path, root: Path) -> Source:
    content = path.read_text("utf-8")
    return Source(path.relative_to(root), len(content.splitlines()), ast.parse(content, str(path)))


def functions(source: Source) -> Iterator[Function]:
    """Every function of a file, methods and inner ones too."""
    return (node for node in ast.walk(source.tree) if isinstance(node, Function))


def size(function: Function) -> int:
    """Lines from `def` to the last line of the body, docstring included, decorators not."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def find_long(source: Source) -> Iterator[str]:
    """Name the file if it is too long, and each function in it that is."""
    if source.lines > LONGEST_FILE:
        yield f"{source.path}: {source.lines} lines, more than {LONGEST_FILE}"
    for function in functions(source):
        if size(function) > LONGEST_FUNCTION:
            where = f"{source.path}:{function.lineno}: {function.name}"
            yield f"{where} has {size(function)} lines, more than {LONGEST_FUNCTION}"


def find_bad_names(source: Source) -> Iterator[str]:
    """Name the words of a path that say nothing, and modules of the package that are not one noun."""
    words = source.path.with_suffix("").parts
    for word in words:
        if EMPTY_NAMES.intersection(word.split("_")):
            yield f"{source.path}: {word!r} says nothing about what is in it"
    if source.path.is_relative_to(PACKAGE):
        for word in words[1:]:
            if not NOUN.fullmatch(word):
                yield f"{source.path}: {word!r} is not one lower-case noun"


def find_root_imports(source: Source) -> Iterator[str]:
    """Name each import of the package root from within: import the module that defines the thing."""
    if not source.path.is_relative_to(PACKAGE):
        return
    for node in ast.walk(source.tree):
        if _imports_root(node, depth=len(source.path.relative_to(PACKAGE).parts)):
            yield f"{source.path}:{getattr(node, 'lineno', 0)}: imports the package root"


def _imports_root(node: ast.AST, depth: int) -> bool:
    """`depth` is how many dots lead from the file up to the root: 1 for ``rawi/cli.py``."""
    if isinstance(node, ast.Import):
        return any(each.name == PACKAGE.name for each in node.names)
    if isinstance(node, ast.ImportFrom):
        return node.module == PACKAGE.name if node.level == 0 else node.level >= depth and not node.module
    return False


def violations(sources: list[Source]) -> list[str]:
    """Everything that is wrong with the sources, one line each."""
    rules = (find_long, find_bad_names, find_root_imports)
    return [line for source in sources for rule in rules for line in rule(source)]


def describe(sources: list[Source]) -> str:
    """One line on the sizes in the package: medians, and how many functions stay under 17 lines."""
    package = [source for source in sources if source.path.is_relative_to(PACKAGE)]
    lengths = [size(function) for source in package for function in functions(source)]
    if not lengths:
        return "sizes: no functions yet"
    short = sum(length < 17 for length in lengths) / len(lengths)
    files = statistics.median(source.lines for source in package)
    median = statistics.median(lengths)
    return (
        f"sizes: {len(lengths)} functions, median {median:g} lines, {short:.0%} under 17; "
        f"{len(package)} files, median {files:g} lines"
    )


def main(root: Path) -> int:
    """Print the violations below `root` and a summary; 1 if there are any."""
    sources = read_sources(root)
    found = violations(sources)
    print("\n".join([*found, describe(sources)]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))

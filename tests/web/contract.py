"""Calls to a running server as its own OpenAPI document allows and forbids them, made up by schemathesis.

usage: python -m tests.web.contract [CALLS] [LEDGER]      exit 1 if an answer was not as described

LEDGER is copied first; without one a small ledger of invented reports is made.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import schemathesis.openapi
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import FailureGroup

from rawi.ledger.ledger import open_ledger
from rawi.opening import open as open_rawi
from rawi.opening import read
from rawi.web.api import describe
from rawi.web.serving import bind, serve
from rawi.web.site import Site, build_site
from tests.web.conftest import REPORT

#: What every answer is held to; ``negative_data_rejection``: what the document forbids is refused.
_CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
)
_ROUND = 20  # calls of each operation with what it allows, as many with what it forbids
LATER = f"{REPORT} وأضاف الحلبي أن 30 شخصا أصيبوا، وأن حصيلة القتلى ارتفعت إلى 14."
_QUIET = [
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
    HealthCheck.large_base_example,
]


class Walk:
    """Calls of one server: how many had each status, and what was wrong with some of them."""

    def __init__(self, site: Site, address: str, ids: list[str]) -> None:
        load_all_checks()
        self.statuses: Counter[int] = Counter()
        self.faults: dict[str, str] = {}
        self._address, self._ids = address, ids
        self._headers = {"Authorization": f"Bearer {site.key}"}
        self._checks = CHECKS.get_by_names(_CHECKS)

    @property
    def calls(self) -> int:
        """How many calls were made."""
        return sum(self.statuses.values())

    def walk(self, examples: int, number: int = 0) -> None:
        """Make so many calls of each operation with what it allows, and as many with what it forbids."""
        for result in schemathesis.openapi.from_dict(json.loads(describe())).get_all_operations():
            operation = result.ok()
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                self._walk_one(operation.as_strategy(generation_mode=mode), mode, examples, number)

    def _walk_one(self, cases: Any, mode: GenerationMode, examples: int, number: int) -> None:
        @seed(number)
        @settings(
            max_examples=examples, database=None, deadline=None, phases=[Phase.generate],
            suppress_health_check=_QUIET,
        )  # fmt: skip
        @given(cases, st.sampled_from([None, *self._ids]))
        def call(case: Any, id: str | None) -> None:
            if id is not None and mode is GenerationMode.POSITIVE:
                held = [case.path_parameters or {}, case.body if isinstance(case.body, dict) else {}]
                for one in held:
                    one.update({name: id for name in ("id", "entry", "with") if name in one})
            self._call(case)

        call()

    def _call(self, case: Any) -> None:
        """Make one call, and hold the answer to the document."""
        answer = case.call(base_url=self._address, headers=self._headers, timeout=120)
        self.statuses[answer.status_code] += 1
        try:
            case.validate_response(answer, checks=self._checks, headers=self._headers)
        except FailureGroup as group:
            for one in group.exceptions:
                known = f"{case.method} {case.path}: {answer.status_code}: {one.title}"
                self.faults.setdefault(known, f"{one}\n{case.as_curl_command()}"[:2000])


@contextmanager
def serving(ledger: Path) -> Iterator[tuple[Site, str]]:
    """Serve a ledger on a free port until the block ends; give the site and its address."""
    listening = bind(0)
    site = build_site(str(ledger), listening.getsockname()[1])
    up, stop = threading.Event(), list[Any]()
    thread = threading.Thread(target=lambda: serve(site, listening, up.set, stop.append), daemon=True)
    thread.start()
    assert up.wait(30)
    try:
        yield site, f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        for server in stop:
            server.should_exit = True
        thread.join(30)


def find_ids(ledger: Path) -> list[str]:
    """Return ids of each sort that a ledger has: of documents, entries, entities and what is derived."""
    with open_ledger(ledger) as opened:
        opened.update()
        found = [one["id"] for kind in _SORTS for one in list(opened.export(kind))[:2]]
    return [*found, "update"]


_SORTS = (
    "documents",
    "statements",
    "figures",
    "events",
    "entities",
    "stories",
    "series",
    "comparisons",
    "incidents",
)


def make_ledger(path: Path) -> Path:
    """Make a ledger of two invented reports of one happening."""
    with open_rawi(path) as opened:
        opened.add(read(REPORT, published="2031-03-13", outlet="مرايا", title="غارة على سراقب"))
        opened.add(read(LATER, published="2031-03-14", outlet="أفق", title="حصيلة جديدة"))
        opened.update()
    return path


def main(calls: int, ledger: Path | None) -> int:
    """Make at least so many calls, and print what came of them; return 1 if something was wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contract.rawi"
        if ledger is None:
            make_ledger(path)
        else:
            shutil.copy(ledger, path)
        ids = find_ids(path)
        with serving(path) as (site, address):
            walk, number = Walk(site, address, ids), 0
            while walk.calls < calls:
                walk.walk(_ROUND, number)
                number += 1
                print(f"{walk.calls} calls, {len(walk.faults)} faults", file=sys.stderr, flush=True)
    print(
        f"{walk.calls} calls:",
        ", ".join(f"{status} {count}" for status, count in sorted(walk.statuses.items())),
    )
    for known, told in walk.faults.items():
        print(f"\n{known}\n{told}")
    return 1 if walk.faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 10_000, Path(sys.argv[2]) if sys.argv[2:] else None))

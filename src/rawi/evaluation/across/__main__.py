"""Score what a ledger links across the reports of an annotated folder.

usage: python -m rawi.evaluation.across FOLDER [--json] [--verbose]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import msgspec

from rawi.errors import RawiError
from rawi.evaluation.across.annotation import read_cluster
from rawi.evaluation.across.links import link_reports
from rawi.evaluation.across.report import AcrossReport, render_across, score_links
from rawi.evaluation.report import render_misses


def main(arguments: Sequence[str]) -> int:
    """Print the figures; a folder that cannot be read ends it with 2 and why."""
    parser = argparse.ArgumentParser(prog="python -m rawi.evaluation.across", description=__doc__)
    parser.add_argument("folder", help="articles.toml, across.json and the texts they name")
    parser.add_argument("--json", action="store_true", help="figures and confusions as JSON")
    parser.add_argument("--verbose", action="store_true", help="every miss and every false contradiction too")
    options = parser.parse_args(arguments)
    try:
        cluster = read_cluster(options.folder)
        report = score_links(cluster, link_reports(cluster.reports.values()))
    except RawiError as error:
        print(f"error[{error.code}] {error}", file=sys.stderr)
        return 2
    sys.stdout.write(_render(report, as_json=options.json, verbose=options.verbose) + "\n")
    return 0


def _render(report: AcrossReport, *, as_json: bool, verbose: bool) -> str:
    """Return the report in the form that was asked for; differences only if they were."""
    if as_json:
        shown = report if verbose else msgspec.structs.replace(report, misses=())
        return msgspec.json.format(msgspec.json.encode(shown), indent=1).decode()
    told = render_across(report)
    return f"{told}\n\n{render_misses(report.misses)}" if verbose else told


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

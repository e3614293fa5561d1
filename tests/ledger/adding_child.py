"""A process that adds documents and prints the id of each acknowledged one, until killed or done."""

from __future__ import annotations

import sys

from rawi.ledger import open_ledger
from tests.ledger.samples import news, submission


def main() -> None:
    """Add ``count`` reports in groups; an acknowledged id is printed only after its transaction."""
    path, count, group = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with open_ledger(path) as ledger:
        submissions = (submission(news(number)) for number in range(count))
        for outcome in ledger.add_many(submissions, group=group):
            print(outcome.status, outcome.document_id, flush=True)


if __name__ == "__main__":
    main()

"""``python -m tests.hostile FOLDER``: write the corpus there, one folder for each class."""

import sys
from collections import Counter
from pathlib import Path

from tests.hostile.corpus import write_corpus

counts = Counter(case.kind for case, _ in write_corpus(Path(sys.argv[1])))
for kind, count in counts.items():
    print(f"{kind:<16}{count:5}")
print(f"{'all':<16}{counts.total():5}")

"""``python -m benchmarks``: measure speed and memory and print them."""

import sys

from benchmarks.command import main

if __name__ == "__main__":
    sys.exit(main())

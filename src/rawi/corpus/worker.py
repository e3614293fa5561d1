"""A process that does partitions, one after another: ``python -m rawi.corpus.worker``.

Tasks come as lines of JSON on stdin. What becomes of them goes to stdout, a line each: ``p 2`` as piece 2
begins, ``b 7`` and ``e 7`` as item 7 begins and ends, ``r 8`` where thing 8 was refused as it was read,
``done`` with the account, ``failed`` with code and reason. When stdin ends, so does it:
whoever gave the tasks is gone.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from queue import SimpleQueue
from threading import Thread
from types import ModuleType

import msgspec

from rawi.corpus.tasks import Task
from rawi.corpus.work import do_partition
from rawi.errors import RawiError
from rawi.ingest.extraction import read_item
from rawi.model.document import Metadata
from rawi.model.source import Item

#: Read first, so that lexicons, weights and the reader of pages are loaded when the time of a document runs.
_FIRST = (
    "قال المتحدث باسم البلدية سليم الدوري يوم الأحد 4 مايو 2031 إن ثلاثة مدنيين قتلوا في قصف على حلب.\n"
    "وأضاف الدوري عبر تويتر «لم نتلق أي مساعدة منذ 12 يوما»، وفق وكالة الساحل، مؤكدا إصابة أكثر من 20 شخصا."
)


class _WithoutPandas(MetaPathFinder):
    """Says that there is no pandas: where there is, Arrow loads it to make any column, for half a second."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse pandas, and leave all else to others."""
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)
        return None


def main() -> None:
    """Do tasks until there are no more."""
    sys.meta_path.insert(0, _WithoutPandas())
    Thread(target=_listen, args=(tasks := SimpleQueue[bytes](),), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the first of them decides
    answers = os.dup(1)
    os.dup2(2, 1)  # nothing that a library prints may stand between the answers
    about = Metadata(published="2031-05-05")
    read_item(Item("", None, _FIRST, "text", about))
    read_item(Item("", None, f"<html><body><p>{_FIRST}</p></body></html>", "html", about))
    gc.collect()
    gc.freeze()  # lexicons are never let go of; the collector need not look through them again

    def watch(what: str, place: int) -> None:
        os.write(answers, f"{what} {place}\n".encode())

    while True:
        task = msgspec.json.decode(tasks.get(), type=Task)
        try:
            account = do_partition(task, watch)
        except Exception as error:  # noqa: BLE001 - told to whoever gave the task, who decides
            code = error.code if isinstance(error, RawiError) else "corpus.write"
            why = str(error) if isinstance(error, RawiError) else f"{type(error).__name__}: {error}"
            _answer(answers, b"failed " + msgspec.json.encode((code, why[:500])) + b"\n")
        else:
            _answer(answers, b"done " + msgspec.json.encode(account) + b"\n")


def _answer(answers: int, data: bytes) -> None:
    """Write all of an answer."""
    while data:
        data = data[os.write(answers, data) :]


def _listen(tasks: SimpleQueue[bytes]) -> None:
    """Take tasks in; end the process when there will be no more."""
    for line in sys.stdin.buffer:
        tasks.put(line)
    os._exit(0)


if __name__ == "__main__":
    main()

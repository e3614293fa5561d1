"""A process that does partitions, one after another: ``python -m rawi.corpus.worker``.

Tasks come as lines of JSON on stdin. What becomes of them goes to stdout, a line each: ``b 7`` and ``e 7`` as
item 7 begins and ends, ``done`` with the account, ``failed`` with the reason. When stdin ends, so does it:
whoever gave the tasks is gone.
"""

from __future__ import annotations

import os
import signal
import sys
from queue import SimpleQueue
from threading import Thread

import msgspec

from rawi.corpus.work import Task, do_partition


def main() -> None:
    """Do tasks until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the first of them decides
    answers = os.dup(1)
    os.dup2(2, 1)  # nothing that a library prints may stand between the answers
    tasks: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(tasks,), daemon=True).start()

    def watch(place: int, done: bool) -> None:
        os.write(answers, b"%b %d\n" % (b"e" if done else b"b", place))

    while True:
        task = msgspec.json.decode(tasks.get(), type=Task)
        try:
            account = do_partition(task, watch)
        except Exception as error:  # noqa: BLE001 - told to whoever gave the task, who decides
            why = f"{type(error).__name__}: {error}"[:500]
            _answer(answers, b"failed " + msgspec.json.encode(why) + b"\n")
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

"""Fuzzing: readers are fed with bytes bent until they reach new code, and must hold what they promise.

``python -m fuzz TARGET`` looks for new cases (it needs atheris, see ``docs/reference/fuzzing.md``); the cases
that it found once are replayed by ``tests/test_fuzz_regressions.py``, which needs the project alone.
"""

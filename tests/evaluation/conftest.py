"""A tiny gold of our own, about invented people, and the reference scripts where they are present."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SHARED = Path(__file__).parents[3] / "shared"

TEXT = """وزيرة النقل: ميناء الروضة يغلق الثلاثاء
قالت وزيرة النقل ليان القاضي في بيان إن ميناء الروضة سيغلق يوم الثلاثاء 6 أيار 2025.
وأضافت أن "العمل سيبدأ قبل نهاية الأسبوع".
ونفى مدير الميناء سامر حداد، بحسب وكالة الأفق، وجود أكثر من 300 عامل بلا عقود.
وقتل ثلاثة صيادين في هجوم مسلح نفذته جماعة الموج قرب ميناء الروضة أمس.
اشترك في نشرتنا
"""
GOLD: dict[str, Any] = {
    "published": "2025-05-05",
    "chain": [{"kind": "agency", "name": "الأفق"}],
    "body": ["وزيرة النقل: ميناء … الروضة أمس."],
    "statements": [
        {
            "id": "s1",
            "kind": "indirect",
            "content": ["ميناء الروضة سيغلق يوم الثلاثاء 6 أيار 2025"],
            "cue": "قالت",
            "cue_at": "قالت",
            "speaker": ["ليان القاضي", "وزيرة النقل"],
            "speaker_text": "وزيرة النقل ليان القاضي",
            "role": "وزيرة النقل",
            "chain": [{"kind": "channel", "name": "بيان"}],
            "date": "2025-05-05",
        },
        {
            "id": "s2",
            "kind": "direct",
            "content": ["العمل سيبدأ قبل نهاية الأسبوع"],
            "cue": "أضافت",
            "speaker": ["ليان القاضي"],
            "speaker_text": None,
            "within": "s1",
        },
        {
            "id": "s3",
            "kind": "indirect",
            "polarity": "denied",
            "content": ["وجود أكثر من 300 عامل بلا عقود"],
            "cue": "نفى",
            "speaker": ["سامر حداد"],
            "speaker_text": "مدير الميناء سامر حداد",
            "chain": [{"kind": "agency", "name": "الأفق"}],
        },
        {
            "id": "s4",
            "kind": "indirect",
            "optional": True,
            "content": ["ميناء الروضة يغلق الثلاثاء"],
            "cue": None,
            "speaker": ["ليان القاضي"],
            "speaker_text": {"text": "وزيرة النقل", "n": 0},
        },
    ],
    "figures": [
        {
            "text": "أكثر من 300 عامل",
            "number": "300",
            "low": 300,
            "high": None,
            "hedge": "more_than",
            "counted": "عامل",
            "according_to": "s3",
        },
        {
            "text": "ثلاثة صيادين",
            "number": "ثلاثة",
            "low": 3,
            "high": 3,
            "hedge": "exact",
            "counted": "صيادين",
            "place": "ميناء الروضة",
            "as_of": "2025-05-04",
        },
    ],
    "dates": [
        {"text": "يوم الثلاثاء 6 أيار 2025", "value": "2025-05-06"},
        {"text": "أمس", "value": "2025-05-04"},
        {"text": {"text": "الثلاثاء", "n": 0}, "value": "2025-05-06", "optional": True},
    ],
    "events": [
        {
            "trigger": "هجوم مسلح",
            "type": "Violence against civilians/Attack",
            "actor": ["جماعة الموج"],
            "target": ["صيادين"],
            "place": ["ميناء الروضة"],
            "date": "2025-05-04",
            "killed": 3,
            "certainty": "reported",
        }
    ],
}


def write_gold(folder: Path, gold: dict[str, Any], name: str = "port", text: str = TEXT) -> Path:
    """Write one annotated article into ``folder`` as an annotator would."""
    (folder / f"{name}.txt").write_text(text, "utf-8", newline="")
    (folder / f"{name}.gold.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    return folder


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    """A folder with one annotated article."""
    return write_gold(tmp_path, GOLD)


@pytest.fixture(scope="session")
def reference() -> dict[str, ModuleType]:
    """The scripts that define the figures, by name; tests that want them skip where they are not."""
    if not (SHARED / "eval").is_dir():
        pytest.skip("the reference scripts are not beside this repository")
    return {name: _load(SHARED / "eval" / f"{name}.py") for name in ("compile_gold", "score", "score_values")}


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""The files that browsers load are those that their sources make."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import rawi

WEB = Path(rawi.__file__).parent / "web"


def test_what_browsers_load_was_built_of_these_sources() -> None:
    """Whoever changes a script or a style runs ``node build.mjs`` in ``web/assets``."""
    sources = sorted(
        one
        for one in (WEB / "assets").iterdir()
        if one.suffix in (".ts", ".css", ".mjs") and not one.name.endswith(".d.ts")
    )
    told = sha256()
    for one in (*sources, *(WEB.parent / "views" / name for name in ("drawing.css", "layers.css"))):
        told.update(one.read_bytes())
    assert (WEB / "static" / "built.txt").read_text("ascii").strip() == told.hexdigest()

"""The build backend that pyproject.toml names: it says that there is nothing to build.

The project runs from its checkout: its SQL files, its launcher and its locked environment are not
parts of a Python package. Without this, pip would guess what to pack and fail with a riddle.
"""

from __future__ import annotations

from typing import Never

SENTENCE = "Alumni Sync runs from its checkout and is not a package: clone it and run ./alumni up."


def build_wheel(*_: object, **__: object) -> Never:
    """Refuse `pip wheel .` and `pip install .`."""
    raise SystemExit(SENTENCE)


build_editable = build_sdist = build_wheel

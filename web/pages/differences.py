"""What a row of the audit log changed, as people read it."""

from __future__ import annotations

import json
from typing import NamedTuple


class Difference(NamedTuple):
    """One changed column: None where there was or is nothing."""

    name: str
    before: str | None
    after: str | None


def differences(before: str | None, after: str | None) -> list[Difference]:
    """Compare two states (JSON objects); columns that stay as they were are left out."""
    was, became = _state(before), _state(after)
    names = list(dict.fromkeys([*was, *became]))
    return [
        Difference(name.replace("_", " "), _words(was.get(name)), _words(became.get(name)))
        for name in names
        if was.get(name) != became.get(name) or name not in was or name not in became
    ]


def _state(text: str | None) -> dict[str, object]:
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {"value": found}


def _words(value: object) -> str | None:
    if value is None:
        return None
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """What was asked, what the answer should be, and what it is."""

    section: str
    name: str
    expected: str
    found: str
    is_ok: bool

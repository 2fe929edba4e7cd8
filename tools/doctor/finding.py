"""What a check has found."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class State(enum.StrEnum):
    """How bad it is."""

    OK = "OK"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """One line of the report. One that is not OK says what to do."""

    check: str
    found: str
    state: State = State.OK
    advice: str = ""


def problem(check: str, found: str, advice: str) -> Finding:
    """Return a finding of something that does not work."""
    return Finding(check, found, State.PROBLEM, advice)


def warning(check: str, found: str, advice: str) -> Finding:
    """Return a finding of something that works, but should be looked at."""
    return Finding(check, found, State.WARNING, advice)

"""db/PLANS.md as data: through which indexes calls find their rows."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

Plan = dict[str, int]
"""Rows fetched by `table.index`, or by `table.scan` where no index was used."""
Plans = dict[str, Plan]
"""Plans by call, as `procedure 'word' 7`."""
_LINE = re.compile(r"^\| `(?P<call>[^|]+)` \|(?P<plan>.*)\|$")
_STEP = re.compile(r"`([^`]+)` ([0-9]+)")


def read(path: Path) -> Plans:
    """Return the plans of a record."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := _LINE.match(line):
            found[match["call"]] = {step: int(rows) for step, rows in _STEP.findall(match["plan"])}
    return found


def users(plans: Plans) -> dict[str, set[str]]:
    """Return the procedures that find rows by each step."""
    found: dict[str, set[str]] = defaultdict(set)
    for call, plan in plans.items():
        for step in plan:
            found[step].add(call.split()[0])
    return found

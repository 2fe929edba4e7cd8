"""Which tables a piece of SQL writes to."""

from __future__ import annotations

import re
from functools import cache

_WRITTEN = re.compile(
    r"\b(?:INSERT(?: IGNORE)? INTO|REPLACE INTO|(?<!KEY )UPDATE|DELETE FROM)\s+`?(\w+)"
    r"|\bDELETE\s+(?P<alias>\w+)\s+FROM\b(?P<rest>[^;]*)"
)


@cache
def written(source: str) -> frozenset[str]:
    """Return the tables that statements write to, by name; `UPDATE` of an upsert names none."""
    code = re.sub(r"--[^\n]*|'(?:[^'\\]|''|\\.)*'", " ", source)
    found = set()
    for match in _WRITTEN.finditer(code):
        if match["alias"]:
            named = re.search(rf"\b(\w+)\s+AS\s+{match['alias']}\b", match["rest"])
            found.add(named[1] if named else match["alias"])
        else:
            found.add(match[1])
    return frozenset(found)

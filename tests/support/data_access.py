"""What a routine and all that it calls do to data, against what it declares."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from tests.support.sources import Source

# Statements that write, in code without comments and literals.
_WRITES = re.compile(
    r"\b(?:INSERT\s+(?:IGNORE\s+)?INTO|REPLACE\s+INTO|DELETE\s+(?:\w+\s+)?FROM|UPDATE)\s+(\w+)",
    re.I,
)
# Where UPDATE stands without being a statement of its own.
_NOT_WRITES = re.compile(r"FOR\s+UPDATE|ON\s+DUPLICATE\s+KEY\s+UPDATE", re.I)
_TEMPORARY = re.compile(r"CREATE\s+TEMPORARY\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)", re.I)
_LOCKS = re.compile(r"FOR\s+(UPDATE|SHARE)", re.I)


class _Routine:
    """What one routine does itself."""

    def __init__(self, source: Source, names: re.Pattern[str]) -> None:
        self.source = source
        self._names = names

    @cached_property
    def calls(self) -> set[str]:
        body = self.source.code.partition("BEGIN")[2] or self.source.code
        return {found.lower() for found in self._names.findall(body)}

    @cached_property
    def writes(self) -> set[str]:
        return set(_WRITES.findall(_NOT_WRITES.sub(" ", self.source.code)))

    @cached_property
    def temporary(self) -> set[str]:
        return set(_TEMPORARY.findall(self.source.code))

    @cached_property
    def locks(self) -> bool:
        return bool(_LOCKS.search(self.source.code))


def false_declarations(routines: Sequence[Source], declared: Mapping[str, str]) -> list[str]:
    """Return where a routine declares another data access than it and all it calls have."""
    names = re.compile(
        r"\b(" + "|".join(re.escape(source.name) for source in routines) + r")\s*\(", re.I
    )
    by_name = {source.name: _Routine(source, names) for source in routines}
    found = []
    for source in routines:
        reached = _reached(source.name, by_name)
        temporary = {table for one in reached for table in one.temporary}
        writes = {table for one in reached for table in one.writes} - temporary
        locks = any(one.locks for one in reached)
        said = declared[source.name]
        if said != "MODIFIES SQL DATA":
            if writes:
                tables = ", ".join(sorted(writes))
                found.append(source.finding(0, f"declares {said} and writes {tables}"))
        elif not (writes or locks or temporary or "START TRANSACTION" in source.code):
            found.append(source.finding(0, f"declares {said} and modifies nothing"))
    return found


def _reached(name: str, by_name: Mapping[str, _Routine]) -> list[_Routine]:
    """Return a routine and all that it calls, directly or not."""
    seen, waiting = {name}, [name]
    reached = []
    while waiting:
        one = by_name[waiting.pop()]
        reached.append(one)
        waiting += one.calls - seen
        seen |= one.calls
    return reached

"""The generated part of db/selfcheck.sql: what a new schema is made of, one fact a line."""

from __future__ import annotations

import json
import re
from typing import Any

Fact = tuple[str, str, str]
"""Kind, name, and what the server says of it."""

_GENERATED = re.compile(r"(-- begin generated\nSET @promised = ').*?(';\n-- end generated\n)", re.S)


def found(connection: Any) -> list[Fact]:  # noqa: ANN401 - untyped driver
    """Return what db/selfcheck.sql has found on this connection, where it ran before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, name, found FROM selfcheck_facts WHERE found IS NOT NULL")
        return sorted(cursor.fetchall())


def with_facts(text: str, facts: list[Fact]) -> str:
    """Return the text of db/selfcheck.sql with these facts as what the files promise."""
    lines = ",\n".join(json.dumps(fact, ensure_ascii=False) for fact in facts)
    literal = f"[\n{lines}\n]".replace("\\", "\\\\").replace("'", "''")
    return _GENERATED.sub(lambda part: part[1] + literal + part[2], text)

"""What locks rows of a join locks no row of anybody else, also in a table that is nearly empty.

The optimizer reads a small table from end to end, and a statement that locks then locks all of it:
on a university's first day, people who have nothing to do with each other wait for each other, or
meet in a deadlock. So such statements say in which order and by which index they read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.support.database import Client, Database, Row
from tests.support.sources import Source, sources

COMMENTS = re.compile(r"--[ \t][^\n]*|--$|/\*(?!\+).*?\*/", re.DOTALL | re.MULTILINE)
LOCKING = re.compile(
    r"\bUPDATE\b(?!\s+OF\b).*\bSET\b|\bDELETE\b.*\bFROM\b|\bINSERT\b.*\bSELECT\b"
    r"|\bSELECT\b.*\bFOR\s+(UPDATE|SHARE)\b",
    re.DOTALL,
)
BEGINNING = re.compile(r"^\s*(?:UPDATE|DELETE|INSERT|SELECT)\b.*", re.DOTALL | re.MULTILINE)
SEVERAL = re.compile(r"\bJOIN\b|\bIN\s*\(\s*SELECT\b")
VARIABLE = re.compile(r"\b[pv]_[a-z_0-9]+\b")
BY_UNIQUE_KEY = {"const", "eq_ref", "system"}
OWN = {
    "_lookup_person_move: f": "the degrees of the person",
    "_lookup_person_move: t": "the degrees of the person",
    "_verification_files_purge: q": "requests that were decided long ago",
    "notification_unsubscribe: k": "the kinds of notifications, which only a migration changes",
}
"""Rows of which a statement means several; nobody else is kept waiting by them."""
MADE = re.compile(r"<.*>")
"""Tables that the statement makes for itself."""


def joined_and_locked(source: Source) -> Iterator[str]:
    """Yield the statements of a file that lock rows of one of several tables."""
    for part in COMMENTS.sub(" ", source.text).split(";"):
        found = BEGINNING.search(part)
        if found and LOCKING.match(found[0].strip()) and SEVERAL.search(found[0]):
            yield found[0].strip()


def plan_of(client: Client, statement: str) -> list[Row]:
    """Return how the server would run a statement of a routine: one row a table.

    Its parameters and variables become variables of the session, with a value that is an array or a
    date: with NULL, the server would see that there is nothing to read.
    """
    for name in set(VARIABLE.findall(statement)):
        value = "UTC_TIMESTAMP()" if name.endswith("_now") else "'[1]'"
        client.rows(f"SET @{name} = {value}")
    runnable = VARIABLE.sub(lambda found: f"@{found[0]}", statement)
    return client.rows(f"EXPLAIN FORMAT=TRADITIONAL {runnable}")


def is_by_key(row: Row) -> bool:
    """Tell whether of a table only rows are read that belong to the rows of another one."""
    return row.type in BY_UNIQUE_KEY or (row.type == "ref" and "const" not in row.ref)


def read_whole(plan: list[Row]) -> list[str]:
    """Return the tables of which more than the rows that the statement names are locked."""
    return [
        row.table
        for row in plan
        if row.table
        and not is_by_key(row)
        and row.select_type != "INSERT"
        and "Table function" not in (row.Extra or "")
        and not MADE.fullmatch(row.table)
    ]


def test_a_small_table_is_not_locked_from_end_to_end(db: Database) -> None:
    found = {
        f"{source.name}: {table}"
        for source in sources("procedure", "trigger")
        for statement in joined_and_locked(source)
        for table in read_whole(plan_of(db, statement))
    }
    assert found == set(OWN)

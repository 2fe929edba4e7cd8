"""Every example of a header runs on the demo data, as a grader would run it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import mysql.connector
import pytest

from tests.support.database import Database
from tests.support.sources import Source, sources
from tools.migrate.api import restore_tables
from tools.migrate.splitter import split

EXAMPLES = [one for one in sources("procedure") if one.section("Example")]


@pytest.fixture(scope="module")
def copy(
    clone: Callable[[str, str], Database], demo_template: str, testrun_uid: str, worker_id: str
) -> Database:
    """Return a copy of the demo data for the examples of a worker."""
    return clone(demo_template, f"example_{testrun_uid[:8]}_{worker_id}")


@pytest.fixture
def as_loaded(copy: Database, demo_template: str) -> Iterator[Database]:
    """Return that copy; what a test writes to is made again as it was."""
    before = _writes(copy)
    fresh = Database(copy.server, copy.schema)
    yield fresh
    fresh.close()
    written = {table for table, count in _writes(copy).items() if count != before.get(table)}
    restore_tables(copy.server.database(copy.schema), demo_template, written)


def _writes(db: Database) -> dict[str, int]:
    """Return how often each table was written to, also where that was rolled back."""
    return {
        row.name: row.count
        for row in db.rows(
            "SELECT object_name AS name, count_write AS count"
            " FROM performance_schema.table_io_waits_summary_by_table"
            " WHERE object_schema = %s AND object_type = 'TABLE'",
            db.schema,
        )
    }


@pytest.mark.parametrize("source", EXAMPLES, ids=lambda one: one.name)
def test_the_example_runs(source: Source, as_loaded: Database) -> None:
    # Examples are written for the demo data as it is loaded, in a connection that is new.
    text = "\n".join(source.section("Example") or [])
    refused = re.findall(r"-- refused: (45\d{3})", text)
    states = []
    for statement in split(text):
        try:
            with as_loaded.connection.cursor() as cursor:
                cursor.execute(statement)
                while True:
                    if cursor.with_rows:
                        cursor.fetchall()
                    if not cursor.nextset():
                        break
        except mysql.connector.Error as error:
            states.append(error.sqlstate)
    assert states == refused

"""The examples of the procedures' headers: each runs on the demo data, as it is loaded."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import mysql.connector

from tools.connection import connect
from tools.grade.selfcheck import run
from tools.migrate.api import restore_tables
from tools.migrate.header import Header
from tools.migrate.source import Kind, Tree
from tools.migrate.splitter import split
from tools.settings import DatabaseSettings


@dataclass(frozen=True)
class Example:
    """What a header shows, and the SQLSTATEs with which it says that it is refused."""

    name: str
    module: str
    text: str

    @property
    def refusals(self) -> list[str]:
        """What the header says."""
        return re.findall(r"-- refused: (45\d{3})", self.text)


def examples(tree: Tree) -> list[Example]:
    """Return the examples of all procedures."""
    return [
        Example(one.name, one.folder, "\n".join(lines))
        for one in tree.objects
        if one.kind is Kind.PROCEDURE and (lines := Header.of(one.text).section("Example"))
    ]


def refused(connection: Any, example: Example) -> list[str]:  # noqa: ANN401 - untyped driver
    """Run an example; returns the SQLSTATEs with which its statements were refused."""
    states = []
    for statement in split(example.text):
        try:
            with connection.cursor() as cursor:
                run(cursor, statement)
        except mysql.connector.Error as error:
            states.append(str(error.sqlstate))
    return states


@contextlib.contextmanager
def as_loaded(database: DatabaseSettings, template: str) -> Iterator[Any]:
    """Open a new connection to a copy of a template; what is written to it is made again."""
    with connect(database) as observer:
        before = _writes(observer, database.name)
        connection = connect(database, database.name)
        try:
            yield connection
        finally:
            connection.close()
        after = _writes(observer, database.name)
    written = {table for table, count in after.items() if count != before.get(table)}
    if written:
        restore_tables(database, template, written)


def _writes(connection: Any, schema: str) -> dict[str, int]:  # noqa: ANN401
    """Return how often each table was written to, also where that was rolled back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object_name, count_write"
            " FROM performance_schema.table_io_waits_summary_by_table"
            " WHERE object_schema = %s AND object_type = 'TABLE'",
            (schema,),
        )
        return dict(cursor.fetchall())

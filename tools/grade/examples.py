"""The examples of the procedures' headers: each runs on the demo data, as it is loaded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import mysql.connector

from tools.connection import connect
from tools.grade.selfcheck import run
from tools.migrate.api import restore_tables
from tools.migrate.header import Header
from tools.migrate.source import Kind, Tree
from tools.migrate.splitter import split
from web.settings import DatabaseSettings

_MUST_BE_PREPARED_AGAIN = 1615
"""What a CALL is answered while routines of the server are replaced: it can be sent again."""
_ATTEMPTS = 5


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
        for attempt in range(_ATTEMPTS):
            try:
                with connection.cursor() as cursor:
                    run(cursor, statement)
            except mysql.connector.Error as error:
                if error.errno == _MUST_BE_PREPARED_AGAIN and attempt < _ATTEMPTS - 1:
                    continue
                states.append(str(error.sqlstate))
            break
    return states


class Bench:
    """A copy of a template on which examples run, each on the data as it was loaded."""

    def __init__(
        self, copy: DatabaseSettings, template: str, tree: Tree, settings: Sequence[str] = ()
    ) -> None:
        """Take a copy; `settings` are statements that each connection runs first."""
        self._settings = settings
        self._copy = copy
        self._template = template
        self._tree = tree
        self._observer = connect(copy, copy.name)
        self._writes = self._counted()

    def run(self, example: Example) -> list[str]:
        """Run an example on a new connection; returns as `refused`. What it writes is undone.

        Procedures commit: the tables that were written to are copied from the template again.
        """
        with connect(self._copy, self._copy.name) as connection:
            with connection.cursor() as cursor:
                for statement in self._settings:
                    cursor.execute(statement)
            states = refused(connection, example)
        now = self._counted()
        if written := {table for table, count in now.items() if count != self._writes.get(table)}:
            restore_tables(self._copy, self._template, written, self._tree)
            now = self._counted()
        self._writes = now
        return states

    def close(self) -> None:
        """Close the connection that watches."""
        self._observer.close()

    def _counted(self) -> dict[str, int]:
        """Return how often each table was written to, also where that was rolled back."""
        with self._observer.cursor() as cursor:
            cursor.execute(
                "SELECT object_name, count_write"
                " FROM performance_schema.table_io_waits_summary_by_table"
                " WHERE object_schema = %s AND object_type = 'TABLE'",
                (self._copy.name,),
            )
            return dict(cursor.fetchall())

"""Schemas that tests borrow: copies of a template, reset between borrowers instead of copied again.

A copy of the whole schema costs seconds, most of them for its 700 routines. What a borrower has
written is found by comparing checksums with the template, table by table, and only those tables are
put back. A schema whose definitions were changed is not lent again.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import mysql.connector

from tests.support.database import Database
from tests.support.server import Server
from tools.connection import connect
from tools.migrate import catalog
from tools.migrate.clone import clone, restore
from tools.migrate.session import Session
from tools.migrate.source import Tree, read_tree
from tools.settings import CHECKOUT

DEFINITIONS = """
    SELECT CONCAT(COUNT(*), ' ', COALESCE(MAX(last_altered), ''))
    FROM information_schema.routines WHERE routine_schema = DATABASE()
    UNION ALL
    SELECT CONCAT(COUNT(*), ' ', COALESCE(MAX(table_type), ''))
    FROM information_schema.tables WHERE table_schema = DATABASE()
    UNION ALL
    SELECT COUNT(*) FROM information_schema.triggers WHERE trigger_schema = DATABASE()
    UNION ALL
    SELECT COUNT(*) FROM information_schema.events WHERE event_schema = DATABASE()
    UNION ALL
    SELECT CONCAT(COUNT(*), ' ', SUM(CRC32(CONCAT_WS(',', table_name, column_name, column_type,
        is_nullable, column_default, collation_name))))
    FROM information_schema.columns WHERE table_schema = DATABASE()
    UNION ALL
    SELECT CONCAT(COUNT(*), ' ', SUM(CRC32(CONCAT_WS(',', table_name, index_name, column_name))))
    FROM information_schema.statistics WHERE table_schema = DATABASE()
"""


@functools.cache
def checkout_tree() -> Tree:
    """Return the SQL files of the checkout, parsed once."""
    return read_tree(CHECKOUT)


class Schemas:
    """The schemas of one worker: lends them, takes them back clean."""

    def __init__(self, server: Server, worker: str) -> None:
        self.server = server
        self._names = (f"lent_{worker}_{number}" for number in itertools.count(1))
        self._free: defaultdict[str, list[tuple[str, list[Any]]]] = defaultdict(list)
        self._checksums: dict[str, dict[str, Any]] = {}
        """Of the tables of each template, which nobody changes."""

    @contextlib.contextmanager
    def lent(self, template: str) -> Iterator[Database]:
        """Lend a schema with what the template holds; what is written to it is undone later."""
        name, definitions = self._clean(template)
        database = Database(self.server, name)
        try:
            yield database
        finally:
            database.close()
            self._free[template].append((name, definitions))

    def _clean(self, template: str) -> tuple[str, list[Any]]:
        """Return a schema as the template is, and what its definitions are."""
        while self._free[template]:
            name, definitions = self._free[template].pop()
            with contextlib.suppress(mysql.connector.Error), self._both(template, name) as both:
                if _definitions(both[1]) == definitions:
                    self._reset(*both)
                    return name, _definitions(both[1])
        name = next(self._names)
        with connect(self.server.database(name)) as connection, connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")
            cursor.execute(f"CREATE DATABASE {name}")
        with self._both(template, name) as both:
            clone(*both, checkout_tree())
            return name, _definitions(both[1])

    @contextlib.contextmanager
    def _both(self, template: str, name: str) -> Iterator[tuple[Session, Session]]:
        source, target = (
            Session(connect(self.server.database(schema), schema), schema)
            for schema in (template, name)
        )
        try:
            yield source, target
        finally:
            source.connection.close()
            target.connection.close()

    def _reset(self, source: Session, target: Session) -> None:
        """Put back the tables of `target` whose rows are not those of `source`."""
        if source.schema not in self._checksums:
            self._checksums[source.schema] = _checksums(source, catalog.tables(source))
        before = self._checksums[source.schema]
        # A borrower that left a transaction open would stop the next one for ever.
        target.run("SET lock_wait_timeout = 5")
        now = _checksums(target, list(before))
        restore(
            source, target, checkout_tree(), [name for name in before if before[name] != now[name]]
        )


def _definitions(schema: Session) -> list[Any]:
    return [list(row.values()) for row in schema.run(DEFINITIONS)]


def _checksums(schema: Session, tables: list[str]) -> dict[str, Any]:
    listed = ", ".join(f"`{table}`" for table in tables)
    rows = schema.run(f"CHECKSUM TABLE {listed}")
    return {str(row["table"]).rpartition(".")[2]: row["checksum"] for row in rows}

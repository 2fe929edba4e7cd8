"""A connection of the migration tool: statements that are run, rows that are read."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

_SPLIT_BY_THE_DRIVER = re.compile(r"\bdelimiter\s", re.I)
"""A definition with this word: the driver's cursor takes it for a script and sends pieces of it."""


class Session:
    """One connection to one schema. Everything the tool sends goes through `run`."""

    def __init__(self, connection: Any, schema: str) -> None:  # noqa: ANN401 - untyped driver
        self.connection = connection
        self.schema = schema
        # One for all statements: the driver pings the server each time it makes a cursor.
        self._cursor = connection.cursor()

    def run(self, statement: str, *arguments: object) -> list[dict[str, Any]]:
        """Run one statement; returns its rows by column name in lower case."""
        cursor = self._cursor
        if not arguments and _SPLIT_BY_THE_DRIVER.search(statement):
            self.connection.cmd_query(statement)
            return []
        # Without arguments nothing is substituted, so that a % in a file stays a %.
        cursor.execute(statement, arguments or None)
        if not cursor.with_rows:
            return []
        names = [str(name).lower() for name in cursor.column_names]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what is done inside, or nothing of it."""
        self.run("START TRANSACTION")
        try:
            yield
        except BaseException:
            # Where the connection is gone, the server has rolled back by itself.
            with contextlib.suppress(Exception):
                self.run("ROLLBACK")
            raise
        self.run("COMMIT")

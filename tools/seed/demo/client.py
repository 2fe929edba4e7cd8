"""What every part of the load works with: a connection, the people, the content of db/demo."""

from __future__ import annotations

import json
from typing import Any

from tools.settings import CHECKOUT

OFFICE = "admin@example.com"


class Demo:
    """The demo university over one administrator's connection."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 - untyped driver
        self.connection = connection
        self.people: dict[str, int] = {}
        """Who is there: users.id by address."""

    def run(self, statement: str, *arguments: object) -> None:
        """Run one statement."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, arguments)

    def value(self, statement: str, *arguments: object) -> Any:  # noqa: ANN401
        """Return the first value of the first row, or None."""
        found = self.rows(statement, *arguments)
        return found[0][0] if found else None

    def rows(self, statement: str, *arguments: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, arguments)
            return list(cursor.fetchall())

    def call(self, procedure: str, *arguments: object) -> Any:  # noqa: ANN401
        """Call a procedure; returns the first value of its first row, as a rule an id."""
        with self.connection.cursor() as cursor:
            marks = ", ".join(["%s"] * len(arguments))
            cursor.execute(f"CALL {procedure}({marks})", arguments)
            found = cursor.fetchall()[0][0] if cursor.with_rows else None
            while cursor.nextset():
                if cursor.with_rows:
                    cursor.fetchall()
        return found

    def parameters(self, procedure: str) -> list[str]:
        """Return the names of a procedure's parameters, without p_, in their order."""
        found = self.rows(
            "SELECT SUBSTRING(parameter_name, 3) FROM information_schema.parameters"
            " WHERE specific_schema = DATABASE() AND specific_name = %s"
            " ORDER BY ordinal_position",
            procedure,
        )
        return [name for (name,) in found]

    @staticmethod
    def content(name: str) -> Any:  # noqa: ANN401 - JSON
        """Return what db/demo has under a name."""
        return json.loads((CHECKOUT / "db/demo" / f"{name}.json").read_text(encoding="utf-8"))

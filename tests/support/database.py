"""A schema of the test server as tests use it: call procedures by name, read rows, make people.

This is the second client of the call contract (mysql-connector-python beside the web's PyMySQL):
names and cardinalities of result sets are read from the routine's COMMENT.
"""

from __future__ import annotations

import itertools
import re
import secrets
from types import SimpleNamespace, TracebackType
from typing import Any, Self

import mysql.connector

from tests.support.server import Server

# Each routine that is created on the server while a prepared statement begins makes it be prepared
# again, three times at most: another worker's copy of a schema creates hundreds. The web calls
# again as well.
MUST_BE_PREPARED_AGAIN = 1615
DEADLOCK = 1213
_ATTEMPTS = 20
PASSWORD = "user123"
# With the parameters of web/passwords.py: another hash costs more to compare and is replaced.
PASSWORD_HASH = (
    "$argon2id$v=19$m=19456,t=2,p=1$zF8ATN94Z+/pqaS8VscmXA"
    "$g0OeYTb/t2AMLivWzChKAFjY9tjCL2ggybxQ6n+Jleo"
)


class Row(dict[str, Any]):
    """One row; columns as items and as attributes."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Refused(Exception):  # noqa: N818 - reads as the fact it is
    """A procedure refused: an SQLSTATE of class 45."""

    def __init__(self, state: str, message: str) -> None:
        super().__init__(f"{state} {message}")
        self.state = state
        self.message = message

    @property
    def status(self) -> int:
        """HTTP status of the refusal."""
        return int(self.state[2:])

    @property
    def field(self) -> str | None:
        """Parameter that the message names, without p_."""
        found = re.match(r"([a-z_]+): ", self.message)
        return found.group(1) if found else None


Contracts = dict[str, tuple[list[str], list[tuple[str, str]]]]
"""Parameters and result sets of procedures by name."""


class Client:
    """One connection to one schema."""

    def __init__(self, connection: Any, contracts: Contracts | None = None) -> None:
        self.connection = connection
        self.called_again = {MUST_BE_PREPARED_AGAIN}
        """Errors after which a procedure is called again."""
        self._contracts: Contracts = {} if contracts is None else contracts
        # One for all statements: the driver pings the server each time it makes a cursor.
        self._cursor = connection.cursor()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def rows(self, statement: str, *arguments: Any) -> list[Row]:
        """Run a statement and return its rows (none for one without a result)."""
        cursor = self._cursor
        cursor.execute(statement, arguments)
        if not cursor.with_rows:
            return []
        names = cursor.column_names
        return [Row(zip(names, values, strict=True)) for values in cursor.fetchall()]

    def row(self, statement: str, *arguments: Any) -> Row:
        """Return the only row of a statement."""
        (row,) = self.rows(statement, *arguments)
        return row

    def value(self, statement: str, *arguments: Any) -> Any:
        """Return the only value of a statement."""
        (value,) = self.row(statement, *arguments).values()
        return value

    def contract(self, name: str) -> tuple[list[str], list[tuple[str, str]]]:
        """Return a procedure's parameters (without p_) and result sets (name, cardinality).

        Read once; connections to one schema share what they have read.
        """
        if name not in self._contracts:
            self._contracts[name] = self._contract(name)
        return self._contracts[name]

    def _contract(self, name: str) -> tuple[list[str], list[tuple[str, str]]]:
        comment = self.value(
            "SELECT routine_comment FROM information_schema.routines"
            " WHERE routine_schema = DATABASE() AND routine_name = %s",
            name,
        )
        parameters = [
            row.parameter.removeprefix("p_")
            for row in self.rows(
                "SELECT parameter_name AS parameter FROM information_schema.parameters"
                " WHERE specific_schema = DATABASE() AND specific_name = %s"
                " ORDER BY ordinal_position",
                name,
            )
        ]
        sets = re.findall(r"(\w+): (one|maybe|many)", comment.partition("|")[2])
        return parameters, sets

    def call(self, name: str, /, *positional: Any, **named: Any) -> SimpleNamespace:
        """Call a procedure; parameters that are not given are NULL.

        Returns the result sets by name: `one` as a Row, `maybe` as a Row or None, `many` as a
        list. Raises Refused for SQLSTATEs of class 45, the driver's error for any other.
        """
        parameters, sets = self.contract(name)
        values = dict(zip(parameters, positional, strict=False))
        unknown = named.keys() - set(parameters)
        if unknown or len(positional) > len(parameters):
            message = f"{name} has no parameter {', '.join(unknown) or len(positional)}"
            raise TypeError(message)
        values.update(named)
        marks = ", ".join(["%s"] * len(parameters))
        arguments = [values.get(parameter) for parameter in parameters]
        for attempt in range(_ATTEMPTS):
            try:
                found = self._results(f"CALL {name}({marks})", arguments)
                break
            except mysql.connector.Error as error:
                if str(error.sqlstate or "").startswith("45"):
                    raise Refused(str(error.sqlstate), str(error.msg)) from None
                if error.errno not in self.called_again or attempt == _ATTEMPTS - 1:
                    raise
        assert len(found) == len(sets), f"{name} returned {len(found)} sets, promised {sets}"
        page = SimpleNamespace()
        for (set_name, cardinality), rows in zip(sets, found, strict=True):
            setattr(page, set_name, _shaped(name, set_name, cardinality, rows))
        return page

    def _results(self, statement: str, arguments: list[Any]) -> list[list[Row]]:
        found = []
        cursor = self._cursor
        cursor.execute(statement, arguments)
        while True:
            if cursor.with_rows:
                columns = cursor.column_names
                found.append([Row(zip(columns, row, strict=True)) for row in cursor.fetchall()])
            if not cursor.nextset():
                return found


def _shaped(procedure: str, name: str, cardinality: str, rows: list[Row]) -> Any:
    if cardinality == "many":
        return rows
    assert len(rows) <= 1, f"{procedure}: {name} has {len(rows)} rows"
    assert rows or cardinality == "maybe", f"{procedure}: {name} is empty"
    return rows[0] if rows else None


class Database(Client):
    """A schema of its own, with makers for the people that tests need."""

    _serial = itertools.count(1)

    def __init__(self, server: Server, schema: str) -> None:
        super().__init__(server.connect(schema))
        self.server = server
        self.schema = schema

    def connect(self) -> Client:
        """Open another connection to the same schema, for two people acting at once."""
        return Client(self.server.connect(self.schema), self._contracts)

    def person(self, role: str, first_name: str, last_name: str, email: str | None = None) -> int:
        """Create an active account with its profile; returns users.id."""
        email = email or f"{role}{next(self._serial)}.{secrets.token_hex(4)}@example.org"
        account = self.call("user_add", None, email, PASSWORD_HASH, role, first_name, last_name)
        return int(account.account.id)

    def alumnus(self, first_name: str = "Ada", last_name: str = "Lovelace") -> int:
        """Create an active alumnus; returns users.id."""
        return self.person("alumni", first_name, last_name)

    def student(self, first_name: str = "Sam", last_name: str = "Student") -> int:
        """Create an active student; returns users.id."""
        return self.person("student", first_name, last_name)

    def admin(self, first_name: str = "Olga", last_name: str = "Office") -> int:
        """Create an active admin; returns users.id."""
        return self.person("admin", first_name, last_name)

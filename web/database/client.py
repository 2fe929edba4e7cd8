"""Call procedures: one request, one round trip, named parameters, named result sets.

`call("job_read", job_id=7)` sends `CALL session_use(...); CALL job_read(@actor_id, 7)` as one
statement. What comes back is a `Page`: the viewer, and each result set by its name.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pymysql
from pymysql.constants import CR, ER

from web.database.contract import ACTOR, Choices, Need, Procedure, check, read_contract, refusal
from web.database.errors import DatabaseAwayError, SchemaMismatchError
from web.database.pool import Pool
from web.settings import DatabaseSettings

POOL_SIZE = 16
RETRIES = 5
_LOST = {CR.CR_SERVER_GONE_ERROR, CR.CR_SERVER_LOST, CR.CR_CONN_HOST_ERROR, 4031, 1053, 0}
# Nothing has happened: the transaction was rolled back, or the procedure was being replaced.
# PyMySQL has no name for 1615, a statement that must be prepared again.
_AGAIN = {ER.LOCK_DEADLOCK, ER.SP_DOES_NOT_EXIST, ER.SP_WRONG_NO_OF_ARGS, 1615}


class Row(dict[str, Any]):
    """One row; columns as items and as attributes."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - columns have any type
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"There is no column {name}.") from None


class Page:
    """What a call returned: `viewer` (None: a visitor) and the result sets by name.

    A set is a Row (one), a Row or None (maybe) or a list of Rows (many).
    """

    def __init__(self, viewer: Row | None, sets: dict[str, Any]) -> None:
        self.viewer = viewer
        self.sets = sets

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        try:
            return self.sets[name]
        except KeyError:
            raise AttributeError(f"There is no result set {name}.") from None


@dataclass
class Identity:
    """Who a request comes from, as far as the shell knows, and what it cost."""

    token_hash: bytes | None = None
    address: str | None = None
    request_id: str | None = None
    round_trips: int = field(default=0)
    viewer: Row | None = None


class Database:
    """The procedures of one database."""

    def __init__(self, settings: DatabaseSettings, size: int = POOL_SIZE) -> None:
        self._pool = Pool(settings, size)
        self._contract: dict[str, Procedure] = {}
        self._choices: Choices = {}
        self.needs: tuple[Need, ...] = ()
        """What the code needs of the procedures, which `learn` compares with the database."""

    def learn(self) -> None:
        """Read the contract and compare the code with it.

        Raises DatabaseAwayError or SchemaMismatchError.
        """
        with self._pool.connection(fresh=True) as connection:
            try:
                contract, choices = read_contract(connection)
            except pymysql.Error as error:
                if error.args and error.args[0] in _LOST:
                    raise DatabaseAwayError(str(error)) from error
                raise SchemaMismatchError(f"./alumni migrate apply: {error}") from error
        check(contract, self.needs)
        self._contract, self._choices = contract, choices

    def procedure(self, name: str) -> Procedure:
        """Return the contract of a procedure. Raises as `learn`."""
        if not self._contract:
            self.learn()
        return self._contract[name]

    def most_characters(self, procedure: str, parameter: str) -> int | None:
        """Return how long a text may be; None where there is no limit, or no contract yet.

        A page that says that the database is away has fields as well. Raises KeyError for a
        procedure that does not exist.
        """
        return self._contract[procedure].limits.get(parameter) if self._contract else None

    def choices(self, table: str, column: str) -> tuple[str, ...]:
        """Return the values of a list. Raises KeyError if a column has none."""
        return self._choices[table, column]

    def call(self, identity: Identity, name: str, /, **parameters: Any) -> Page:  # noqa: ANN401
        """Call a procedure on behalf of the person in the request.

        Parameters that are not given are NULL. Raises ContractError, DatabaseAwayError.
        """
        return self._call(identity, name, parameters)

    def call_plainly(self, name: str, /, **parameters: Any) -> Page:  # noqa: ANN401
        """Call a procedure for the shell itself, outside of a request."""
        return self._call(None, name, parameters)

    def _call(self, identity: Identity | None, name: str, parameters: dict[str, Any]) -> Page:
        procedure = self.procedure(name)
        unknown = parameters.keys() - procedure.parameters.keys()
        if unknown:
            raise TypeError(f"{name} has no parameter {', '.join(sorted(unknown))}")
        attempt = 0
        while True:
            attempt += 1
            try:
                with self._pool.connection(fresh=attempt > 1) as connection:
                    return _round_trip(connection, identity, procedure, parameters)
            except (pymysql.Error, OSError) as error:
                number = error.args[0] if isinstance(error, pymysql.Error) and error.args else 0
                is_lost = not isinstance(error, pymysql.Error) or number in _LOST
                if number == ER.SP_WRONG_NO_OF_ARGS:
                    # A newer version has other parameters: it was applied while we were running.
                    self.learn()
                    procedure = self._contract[name]
                again = number in _AGAIN or (is_lost and procedure.is_reading and attempt == 1)
                if not again or attempt >= RETRIES:
                    if is_lost:
                        raise DatabaseAwayError(str(error)) from error
                    raise
                # A random pause, so that the two transactions of a deadlock do not collide again.
                time.sleep(0.01 * attempt + secrets.randbelow(20) / 1000)


def _round_trip(
    connection: Any,  # noqa: ANN401
    identity: Identity | None,
    procedure: Procedure,
    parameters: dict[str, Any],
) -> Page:
    statement, arguments = _statement(identity, procedure, parameters)
    if identity:
        identity.round_trips += 1
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, arguments)
            results = _results(cursor)
            viewer = None
            if identity:
                viewer = _shaped("session_use", "viewer", "maybe", next(results, []))
                identity.viewer = viewer
            sets = {
                name: _shaped(procedure.name, name, cardinality, next(results, []))
                for name, cardinality in procedure.sets
            }
            # Whatever else there is would be read by the next request.
            for _ in results:
                pass
    except pymysql.Error as error:
        refused = refusal(error, procedure)
        if refused is None:
            raise
        raise refused from None
    return Page(viewer, sets)


def _statement(
    identity: Identity | None, procedure: Procedure, parameters: dict[str, Any]
) -> tuple[str, list[Any]]:
    arguments: list[Any] = []
    marks = []
    for parameter in procedure.parameters:
        if parameter == ACTOR and identity:
            marks.append("@actor_id")
        else:
            marks.append("%s")
            arguments.append(parameters.get(parameter))
    statement = f"CALL {procedure.name}({', '.join(marks)})"
    if identity:
        statement = f"CALL session_use(%s, %s, %s); {statement}"
        arguments = [identity.token_hash, identity.address, identity.request_id, *arguments]
    return statement, arguments


def _results(cursor: Any) -> Iterator[list[Row]]:  # noqa: ANN401
    """Yield the result sets of a statement; what is no result set (OK packets) is passed over."""
    while True:
        if cursor.description:
            names = [column[0] for column in cursor.description]
            yield [Row(zip(names, row, strict=True)) for row in cursor.fetchall()]
        if not cursor.nextset():
            return


def _shaped(procedure: str, name: str, cardinality: str, rows: list[Row]) -> Any:  # noqa: ANN401
    if cardinality == "many":
        return rows
    if len(rows) > 1 or (cardinality == "one" and not rows):
        raise TypeError(f"{procedure}: {name} is promised as {cardinality}, has {len(rows)} rows")
    return rows[0] if rows else None

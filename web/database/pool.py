"""Connections to the database: a bounded pool, kept while they are good.

PyMySQL is pure Python, so under gevent a waiting connection costs a greenlet and no thread.
"""

from __future__ import annotations

import contextlib
import queue
import time
from collections.abc import Iterator
from typing import Any

import pymysql
from pymysql.constants import CLIENT

from web.database.errors import ContractError, DatabaseAwayError
from web.settings import DatabaseSettings

CONNECT_SECONDS = 5
ANSWER_SECONDS = 60
WAIT_SECONDS = 10
IDLE_SECONDS = 5
"""Ping a connection that was idle longer than this before lending it: after a restart of the
server, the pool replaces it and no form is lost."""
_NONE_YET = (None, 0.0)


class Pool:
    """At most `size` connections; one is lent to one request at a time."""

    def __init__(self, database: DatabaseSettings, size: int) -> None:
        self._database = database
        # Last in, first out: a quiet site uses few connections, and the same ones.
        self._places: queue.LifoQueue[tuple[Any, float]] = queue.LifoQueue()
        for _ in range(size):
            self._places.put(_NONE_YET)

    @contextlib.contextmanager
    def connection(self, *, fresh: bool = False) -> Iterator[Any]:
        """Lend a connection; a fresh one on request. Raises DatabaseAwayError.

        A refusal ends a statement and leaves the connection good. After any other error its state
        is unknown, so that it is closed and not lent again.
        """
        try:
            connection, rested_since = self._places.get(timeout=WAIT_SECONDS)
        except queue.Empty:
            raise DatabaseAwayError("Every connection is busy.") from None
        try:
            if connection and (fresh or not _lives(connection, time.monotonic() - rested_since)):
                _close(connection)
                connection = None
            connection = connection or self._connect()
            yield connection
        except ContractError:
            self._places.put((connection, time.monotonic()))
            raise
        except BaseException:
            if connection:
                _close(connection)
            self._places.put(_NONE_YET)
            raise
        else:
            self._places.put((connection, time.monotonic()))

    def _connect(self) -> Any:  # noqa: ANN401 - the driver's connection
        database = self._database
        try:
            return pymysql.connect(
                unix_socket=database.socket,
                host=database.host or "localhost",
                port=database.port or 3306,
                user=database.user,
                password=database.password,
                database=database.name,
                charset="utf8mb4",
                collation="utf8mb4_0900_ai_ci",
                autocommit=True,
                init_command="SET time_zone = '+00:00'",
                client_flag=CLIENT.MULTI_STATEMENTS,
                connect_timeout=CONNECT_SECONDS,
                read_timeout=ANSWER_SECONDS,
                write_timeout=ANSWER_SECONDS,
                max_allowed_packet=64 * 2**20,
            )
        except pymysql.Error as error:
            raise DatabaseAwayError(str(error)) from error


def _lives(connection: Any, rested: float) -> bool:  # noqa: ANN401
    if rested < IDLE_SECONDS:
        return True
    try:
        connection.ping(reconnect=False)
    except (pymysql.Error, OSError):
        return False
    return True


def _close(connection: Any) -> None:  # noqa: ANN401
    with contextlib.suppress(pymysql.Error, OSError):
        connection.close()

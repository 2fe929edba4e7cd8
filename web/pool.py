"""Connections to the database: a bounded pool, kept while they are good.

PyMySQL is pure Python, so under gevent a waiting connection costs a greenlet and no thread.
"""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Iterator
from typing import Any

import pymysql
from pymysql.constants import CLIENT

from tools.settings import DatabaseSettings
from web.errors import ContractError, DatabaseAwayError

CONNECT_SECONDS = 5
ANSWER_SECONDS = 60
WAIT_SECONDS = 10


class Pool:
    """At most `size` connections; one is lent to one request at a time."""

    def __init__(self, database: DatabaseSettings, size: int) -> None:
        self._database = database
        # Last in, first out: a quiet site uses few connections, and the same ones.
        self._places: queue.LifoQueue[Any] = queue.LifoQueue()
        for _ in range(size):
            self._places.put(None)

    @contextlib.contextmanager
    def connection(self, *, fresh: bool = False) -> Iterator[Any]:
        """Lend a connection; a fresh one on request. Raises DatabaseAwayError.

        A refusal ends a statement and leaves the connection good. After any other error its state
        is unknown, so that it is closed and not lent again.
        """
        try:
            connection = self._places.get(timeout=WAIT_SECONDS)
        except queue.Empty:
            raise DatabaseAwayError("Every connection is busy.") from None
        try:
            if connection is not None and fresh:
                _close(connection)
                connection = None
            connection = connection or self._connect()
            yield connection
        except ContractError:
            self._places.put(connection)
            raise
        except BaseException:
            if connection is not None:
                _close(connection)
            self._places.put(None)
            raise
        else:
            self._places.put(connection)

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


def _close(connection: Any) -> None:  # noqa: ANN401
    with contextlib.suppress(pymysql.Error, OSError):
        connection.close()

"""Connections of the tools to MySQL, as the administrator."""

from __future__ import annotations

from typing import Any

import mysql.connector

from web.settings import DatabaseSettings

SQL_MODE = (
    "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
    "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"
)
"""MySQL's default. Fixed, because routines remember the mode in which they were created."""


def connect(database: DatabaseSettings, schema: str | None = None) -> Any:  # noqa: ANN401
    """Open a connection with fixed character set, collation, time zone and SQL mode.

    The driver has no types of its own. Autocommit is on; raises mysql.connector.Error.
    """
    place: dict[str, Any] = (
        {"unix_socket": database.socket}
        if database.socket
        else {"host": database.host, "port": database.port}
    )
    return mysql.connector.connect(
        **place,
        user=database.user,
        password=database.password,
        database=schema,
        autocommit=True,
        charset="utf8mb4",
        collation="utf8mb4_0900_ai_ci",
        time_zone="+00:00",
        sql_mode=SQL_MODE,
        connection_timeout=10,
        use_pure=True,
    )

"""The server that the settings name: the user's own, checked, or the private one, started."""

from __future__ import annotations

import os
from collections.abc import Callable

import mysql.connector

from tools.connection import connect
from tools.server.distribution import ServerError, version_of
from tools.server.instance import Instance
from tools.server.locate import distribution
from tools.settings import Settings


def private_instance(settings: Settings, report: Callable[[str], None]) -> Instance:
    """Return the private server of ALUMNI_HOME; fetches MySQL where there is none.

    Raises ServerError on Windows, where MySQL has no sockets that only their owner can use.
    """
    if os.name == "nt":
        raise ServerError(
            "On Windows, Alumni Sync uses a MySQL server of your own: set DB_HOST, DB_USER and "
            "DB_PASSWORD in the file .env."
        )
    return Instance(
        settings.home / "mysql",
        settings.database,
        distribution(settings.cache, report, settings.install_log),
    )


def ensure(settings: Settings, report: Callable[[str], None]) -> bool:
    """Make sure that the server answers; returns whether the private one was started now.

    Raises ServerError with a sentence where a server of the user's cannot be used.
    """
    if not settings.is_external:
        return private_instance(settings, report).start(report)
    place = settings.database.socket or f"{settings.database.host}:{settings.database.port}"
    try:
        connection = connect(settings.database)
    except mysql.connector.Error as error:
        raise ServerError(f"No MySQL answers at {place} for DB_USER: {error.msg}") from error
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT CONCAT(@@version, ' ', @@version_comment)")
        version_of(str(cursor.fetchone()[0]))
    return False

"""db/selfcheck.sql, run as a mysql client would, and what it has noted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import mysql.connector

from tools.grade.check import Check
from tools.migrate.splitter import split
from tools.settings import CHECKOUT

FILE = CHECKOUT / "db/selfcheck.sql"


def checks(connection: Any, file: Path = FILE) -> list[Check]:  # noqa: ANN401 - untyped driver
    """Run the file on a connection that is not used for anything else afterwards.

    What does not run, because what it asks is not there, is a check that fails.
    """
    failed = []
    with connection.cursor() as cursor:
        for statement in split(file.read_text(encoding="utf-8")):
            try:
                run(cursor, statement)
            except mysql.connector.Error as error:
                failed.append(Check("statements", statement[:200], "runs", str(error), is_ok=False))
        cursor.execute("SELECT section, name, expected, found, is_ok FROM selfcheck ORDER BY id")
        return failed + [
            Check(section, name, expected, str(found), bool(is_ok))
            for section, name, expected, found, is_ok in cursor.fetchall()
        ]


def run(cursor: Any, statement: str) -> None:  # noqa: ANN401
    """Run a statement and read all that it returns."""
    cursor.execute(statement)
    while True:
        if cursor.with_rows:
            cursor.fetchall()
        if not cursor.nextset():
            return

"""What each role may do, tried by signing in as an account that has it and nothing else."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import mysql.connector

from tools.connection import connect
from tools.grade.check import Check
from tools.grade.selfcheck import run
from tools.migrate import grants
from tools.migrate.session import Session
from web.settings import DatabaseSettings

DENIED = {
    1044,  # no access to the database
    1142,  # command denied for the table
    1143,  # command denied for the column
    1227,  # a global privilege is missing
    1370,  # routine denied
    1410,  # not allowed to create a user
    3566,  # access to a system table denied
}

# Tried in vain where it is denied; what is allowed changes nothing.
TRIALS = {
    "alumni_web": {
        "CALL home_read(NULL)": True,
        "CALL help('job_apply')": True,
        "SELECT 1 FROM users": False,
        "UPDATE users SET email = 'a@b'": False,
        "SELECT 1 FROM vw_open_jobs": False,
        "SHOW CREATE TABLE users": False,
        "CREATE TABLE mine (id INT)": False,
        "CALL user_role_set(NULL, 'a@b', 'admin')": False,
        "CALL _sessions_revoke(1, NULL)": False,
        "SELECT user FROM mysql.user": False,
    },
    "alumni_reader": {
        "SELECT 1 FROM vw_open_jobs": True,
        "SHOW CREATE TABLE users": True,
        "SHOW CREATE PROCEDURE job_apply": True,
        "CALL help('job')": True,
        "SELECT 1 FROM users": False,
        "SELECT 1 FROM vw_lock_waits": False,
        "DELETE FROM users": False,
        "CALL home_read(NULL)": False,
        "DROP VIEW vw_open_jobs": False,
    },
    "alumni_dba": {
        "SELECT 1 FROM users LIMIT 1": True,
        "SELECT 1 FROM vw_slow_procedures LIMIT 1": True,
        "SELECT 1 FROM vw_lock_waits": True,
        "CALL counters_verify(NULL)": True,
        "SHOW CREATE PROCEDURE job_apply": True,
        "SELECT authentication_string FROM mysql.user": False,
        "CREATE USER mine": False,
        "SET GLOBAL max_connections = 1": False,
    },
}


def checks(database: DatabaseSettings) -> list[Check]:
    """Make an account a role, try what it may and may not, and drop the account."""
    found = []
    for role, trials in TRIALS.items():
        with _signed_in_as(database, role) as connection, connection.cursor() as cursor:
            for statement, is_allowed in trials.items():
                answer = _answer(cursor, statement)
                expected = "allowed" if is_allowed else "denied"
                found.append(
                    Check(
                        "roles, tried", f"{role}: {statement}", expected, answer, answer == expected
                    )
                )
    return found


def _answer(cursor: Any, statement: str) -> str:  # noqa: ANN401
    try:
        run(cursor, statement)
    except mysql.connector.Error as error:
        return "denied" if error.errno in DENIED else f"{error.errno} {error.msg}"
    return "allowed"


@contextlib.contextmanager
def _signed_in_as(database: DatabaseSettings, role: str) -> Iterator[Any]:
    account = replace(
        database, user=f"grade_{secrets.token_hex(6)}", password=secrets.token_urlsafe(24)
    )
    host = "%" if database.host else "localhost"
    admin = Session(connect(database, database.name), database.name)
    try:
        grants.make_login(admin, account, role, host)
        connection = connect(account, database.name)
        try:
            yield connection
        finally:
            connection.close()
    finally:
        admin.run(f"DROP USER IF EXISTS '{account.user}'@'{host}'")
        admin.connection.close()

"""MySQL: whether it answers, and whether it is one that can be used."""

from __future__ import annotations

from collections.abc import Iterator

import mysql.connector
from mysql.connector import errorcode

from tools.connection import connect
from tools.doctor.finding import Finding, problem, warning
from tools.doctor.patient import Patient
from tools.migrate.session import Session
from tools.server.distribution import ServerError, version_of
from tools.settings import Settings
from tools.web_process import WebProcess

REFUSALS = {errorcode.ER_ACCESS_DENIED_ERROR, 1698}
"""A wrong password; an account that signs in by another way than a password."""
NEXT = "Then run ./alumni doctor again: it checks the database too."


class Unreachable(Exception):  # noqa: N818 - reads as the fact it is
    """No session can be opened."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.found)
        self.finding = finding


def open_session(settings: Settings) -> Session:
    """Sign in as the administrator, outside of the schema. Raises Unreachable."""
    database = settings.database
    if not settings.is_external and not (settings.home / "mysql" / "data").exists():
        found = "there is no private server yet"
        raise Unreachable(warning("MySQL", found, "Run ./alumni up: it makes one."))
    place = database.socket or f"{database.host}:{database.port}"
    try:
        return Session(connect(database), database.name)
    except mysql.connector.Error as error:
        if error.errno in REFUSALS:
            raise Unreachable(_refused(settings, place)) from error
        if settings.is_external:
            finding = problem(
                "MySQL",
                f"{place} cannot be used: {error.msg}",
                f"Start it, or correct DB_HOST, DB_PORT or DB_SOCKET. {NEXT}",
            )
        elif WebProcess(settings).running():
            finding = problem(
                "MySQL",
                "the private server is stopped, but the site runs",
                f"Run ./alumni up. If it does not start, read {settings.home / 'mysql/error.log'}.",
            )
        else:
            finding = warning("MySQL", "the private server is stopped", f"Run ./alumni up. {NEXT}")
        raise Unreachable(finding) from error


def _refused(settings: Settings, place: str) -> Finding:
    user = settings.database.user
    if settings.is_external:
        return problem(
            "MySQL",
            f"{place} refuses {user} with this password",
            f"Correct DB_USER and DB_PASSWORD. {NEXT}",
        )
    return problem(
        "MySQL",
        "the private server refuses the password in ALUMNI_HOME",
        f"Put back the {settings.home / 'secrets/mysql_root_password'} that belongs to it.",
    )


def check_version(patient: Patient) -> Iterator[Finding]:
    """Find MariaDB and versions that are too old."""
    variables = patient.variables
    text = f"{variables['version']} {variables['version_comment']}"
    try:
        version_of(text)
    except ServerError as refusal:
        yield problem("MySQL version", str(refusal), "Set DB_HOST to such a server.")
    else:
        yield Finding("MySQL version", text)

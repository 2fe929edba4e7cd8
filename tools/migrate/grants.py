"""Who may call what: EXECUTE on every public procedure, and the web's own login account.

The rights that hold for the whole schema are in db/roles.sql. A procedure that is dropped loses its
grants, so they are given again each time one is made.
"""

from __future__ import annotations

from collections.abc import Iterable

import mysql.connector

from tools.migrate.session import Session
from tools.migrate.source import DBA_FOLDER, HELP_FOLDER, CodeObject, Kind
from web.settings import DatabaseSettings

WEB = "alumni_web"
READER = "alumni_reader"


def is_for_web(procedure: CodeObject) -> bool:
    """Return whether the web may call a procedure: a public one that is not the DBA's."""
    return procedure.is_public and procedure.folder != DBA_FOLDER


def grantees(one: CodeObject) -> tuple[str, ...]:
    """Return the roles that may use an object: the web calls, readers read views and call help."""
    if one.kind is Kind.VIEW:
        return () if one.folder == DBA_FOLDER else (READER,)
    if not is_for_web(one):
        return ()
    return (WEB, READER) if one.folder == HELP_FOLDER else (WEB,)


def grant_execute(session: Session, procedure: CodeObject) -> None:
    """Let roles call a procedure."""
    if procedure.kind is Kind.PROCEDURE:
        for role in grantees(procedure):
            if _has_role(session, role):
                session.run(f"GRANT EXECUTE ON PROCEDURE `{procedure.name}` TO {role}")


def grant_views(session: Session, objects: Iterable[CodeObject]) -> None:
    """Let readers read the views that are theirs."""
    if _has_role(session, READER):
        for one in objects:
            if one.kind is Kind.VIEW and grantees(one):
                session.run(f"GRANT SELECT ON `{one.name}` TO {READER}")


def grant_all(session: Session, objects: Iterable[CodeObject]) -> None:
    """Grant the privileges on all procedures and views, as when each was created."""
    objects = list(objects)
    for one in objects:
        grant_execute(session, one)
    grant_views(session, objects)


def _has_role(session: Session, role: str) -> bool:
    found = session.run("SELECT COUNT(*) AS n FROM mysql.user WHERE user = %s", role)
    return bool(found[0]["n"])


def make_login(session: Session, account: DatabaseSettings, role: str, host: str) -> None:
    """Make an account that has one role, with the password of the settings."""
    name = f"'{account.user}'@'{host}'"
    session.run(f"CREATE USER IF NOT EXISTS {name} IDENTIFIED BY %s", account.password)
    session.run(f"ALTER USER {name} IDENTIFIED BY %s", account.password)
    session.run(f"GRANT {role} TO {name}")
    session.run(f"SET DEFAULT ROLE {role} TO {name}")


def can_sign_in(account: DatabaseSettings) -> bool:
    """Return whether the account exists with this password and its role."""
    from tools.connection import connect

    try:
        with connect(account) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT CURRENT_ROLE()")
            return WEB in str(cursor.fetchone()[0])
    except mysql.connector.Error:
        return False

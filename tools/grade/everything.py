"""Every check of a database but its examples, which need a server of their own."""

from __future__ import annotations

import contextlib

from tools.connection import connect
from tools.grade import files, privileges, roles, selfcheck
from tools.grade.check import Check
from tools.migrate import api
from web.settings import DatabaseSettings


def checks(database: DatabaseSettings) -> list[Check]:
    """Check what is in the database, what its roles may do, and whether it is as the files say."""
    with connect(database, database.name) as connection:
        found = selfcheck.checks(connection)
    found += privileges.checks(database)
    session = api.open_session(database)
    with contextlib.closing(session.connection):
        return found + roles.checks(session) + files.checks(database, session)

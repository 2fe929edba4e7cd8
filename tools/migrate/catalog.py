"""The database as it is: which objects there are and what `SHOW CREATE` says of them."""

from __future__ import annotations

import re

import mysql.connector

from tools.migrate.session import Session
from tools.migrate.source import Kind, digest

_LISTS = {
    Kind.FUNCTION: "SELECT routine_name AS name FROM information_schema.routines"
    " WHERE routine_schema = %s AND routine_type = 'FUNCTION' ORDER BY 1",
    Kind.PROCEDURE: "SELECT routine_name AS name FROM information_schema.routines"
    " WHERE routine_schema = %s AND routine_type = 'PROCEDURE' ORDER BY 1",
    Kind.VIEW: "SELECT table_name AS name FROM information_schema.views"
    " WHERE table_schema = %s ORDER BY 1",
    Kind.TRIGGER: "SELECT trigger_name AS name FROM information_schema.triggers"
    " WHERE trigger_schema = %s ORDER BY event_object_table, action_timing, event_manipulation,"
    " action_order",
    Kind.EVENT: "SELECT event_name AS name FROM information_schema.events"
    " WHERE event_schema = %s ORDER BY 1",
}
_TABLES = (
    "SELECT table_name AS name FROM information_schema.tables"
    " WHERE table_schema = %s AND table_type = 'BASE TABLE' ORDER BY 1"
)
_DOES_NOT_EXIST = {1146, 1305, 1360, 1539, 1051, 1347}


def names(session: Session, kind: Kind) -> list[str]:
    """Return the names of the schema's objects of one kind."""
    return [str(row["name"]) for row in session.run(_LISTS[kind], session.schema)]


def tables(session: Session) -> list[str]:
    """Return the names of the schema's tables."""
    return [str(row["name"]) for row in session.run(_TABLES, session.schema)]


def definition(session: Session, kind: Kind | str, name: str) -> str | None:
    """Return all that `SHOW CREATE` says of an object, or None where there is none.

    Its statement with the definer and the security, and the SQL mode, character set and collations
    it remembers. Without what changes by itself: when a trigger was made, when an event started
    (files say how often, not since when), the next AUTO_INCREMENT.
    """
    try:
        (row,) = session.run(f"SHOW CREATE {kind.upper()} `{name}`")
    except mysql.connector.Error as error:
        if error.errno in _DOES_NOT_EXIST:
            return None
        raise
    row.pop("created", None)
    text = "\n".join(f"{key}: {value}" for key, value in row.items())
    # The schema's name is in views; a copy under another name is the same.
    text = text.replace(f"`{session.schema}`.", "")
    return re.sub(r" AUTO_INCREMENT=\d+| STARTS '[^']*'", "", text)


def fingerprint(session: Session, kind: Kind | str, name: str) -> str | None:
    """Return the digest of an object's definition, or None where there is none."""
    text = definition(session, kind, name)
    return None if text is None else digest(text)


def snapshot(session: Session) -> dict[tuple[str, str], str | None]:
    """Return the definitions of everything in the schema, by kind and name."""
    found = {("table", name): definition(session, "table", name) for name in tables(session)}
    for kind in Kind:
        for name in names(session, kind):
            found[kind.value, name] = definition(session, kind, name)
    return found

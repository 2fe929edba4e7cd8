"""Do what a plan says, so that a kill at any point is taken up by the next run."""

from __future__ import annotations

import re
from collections.abc import Callable

import mysql.connector

from tools.migrate import catalog, grants, history
from tools.migrate.errors import MigrationError
from tools.migrate.plan import SCRATCH, Step
from tools.migrate.session import Session
from tools.migrate.source import CodeObject, Kind, Script

Report = Callable[[str], None]

_DDL = re.compile(
    r"(?:CREATE|ALTER|DROP|TRUNCATE)\s+TABLE\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?`?(?P<table>\w+)`?"
    r"|CREATE\s+(?:UNIQUE\s+|FULLTEXT\s+|SPATIAL\s+)?INDEX\s+`?\w+`?\s+ON\s+`?(?P<create>\w+)`?"
    r"|DROP\s+INDEX\s+`?\w+`?\s+ON\s+`?(?P<drop>\w+)`?"
    r"|RENAME\s+TABLE\s+`?(?P<rename>\w+)`?",
    re.I,
)
_DATA = re.compile(r"(?:INSERT|UPDATE|DELETE|REPLACE)\b", re.I)


def apply(session: Session, steps: list[Step], report: Report) -> None:
    """Carry out the steps in order. Raises MigrationError where the server refuses one."""
    for number, step in enumerate(steps, 1):
        report(f"Applying the database: {number} of {len(steps)}, {step.kind} {step.name}")
        try:
            _carry_out(session, step)
        except mysql.connector.Error as error:
            if not session.connection.is_connected():
                raise
            raise MigrationError(f"{step.kind} {step.name}: {_sentence(error)}") from error


def _sentence(error: mysql.connector.Error) -> str:
    if error.errno == mysql.connector.errorcode.ER_LOCK_WAIT_TIMEOUT:
        return (
            "a transaction that does not end holds what this changes. Nothing of this step is done."
            " vw_lock_waits says who holds it; then apply again."
        )
    return f"{error.msg} ({error.errno})"


def _carry_out(session: Session, step: Step) -> None:
    subject = step.subject
    if isinstance(subject, CodeObject):
        put(session, subject, "apply")
    elif subject is None:
        session.run(f"DROP {step.kind} IF EXISTS `{step.name}`")
        history.note_dropped(session, step.kind, step.name)
    elif step.kind == "migration":
        _migrate(session, subject)
    elif step.kind == "roles":
        for statement in subject.statements:
            session.run(statement)
        history.note_script(session, "roles", subject, is_done=True)
    else:
        # Lookup data is DML, so that it and its mark are one transaction.
        with session.transaction():
            for statement in subject.statements:
                _refuse_unless(_DATA.match(statement), subject, statement, "changes data")
                session.run(statement)
            history.note_script(session, "reference", subject, is_done=True)


def _migrate(session: Session, migration: Script) -> None:
    """Run the statements of a migration that are not done yet, each exactly once."""
    for statement in migration.statements:
        _refuse_unless(
            _DDL.match(statement) or _DATA.match(statement),
            migration,
            statement,
            "is one table's DDL or changes data",
        )
    history.note_script(session, "migration", migration, is_done=False)
    begun = {
        row["statement_number"]: row
        for row in session.run("SELECT * FROM schema_journal WHERE migration = %s", migration.name)
    }
    for number, statement in enumerate(migration.statements, 1):
        entry = begun.get(number)
        if entry and entry["is_done"]:
            continue
        if _DATA.match(statement):
            with session.transaction():
                session.run(statement)
                _journal(session, migration, number, statement, None, is_done=True)
            continue
        table = _table_of(statement)
        now = catalog.fingerprint(session, "table", table)
        # DDL is atomic: what a killed run began has happened as a whole, or not at all.
        if not entry or entry["fingerprint"] == now:
            _journal(session, migration, number, statement, now, is_done=False)
            session.run(statement)
        _journal(session, migration, number, statement, now, is_done=True)
    with session.transaction():
        for table in {_table_of(statement) for statement in migration.statements}:
            history.note_table(session, table, catalog.fingerprint(session, "table", table))
        history.note_script(session, "migration", migration, is_done=True)


def _table_of(statement: str) -> str:
    """Return the table whose definition a statement changes, or whose rows."""
    found = _DDL.match(statement)
    if found:
        return next(name for name in found.groups() if name)
    data = re.match(
        r"(?:INSERT(?:\s+IGNORE)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+`?(\w+)`?",
        statement,
        re.I,
    )
    if not data:
        raise MigrationError(f"Which table does this change? {statement[:80]}")
    return data[1]


def _journal(
    session: Session,
    migration: Script,
    number: int,
    statement: str,
    fingerprint: str | None,
    *,
    is_done: bool,
) -> None:
    session.run(
        "REPLACE INTO schema_journal (migration, statement_number, is_done, fingerprint, statement)"
        " VALUES (%s, %s, %s, %s, %s)",
        migration.name,
        number,
        is_done,
        fingerprint,
        statement,
    )


def _refuse_unless(fits: object, script: Script, statement: str, rule: str) -> None:
    if not fits:
        raise MigrationError(
            f"{script.name}: every statement here {rule}, so that it can be taken up after a kill; "
            f"this one is not: {statement[:80]}"
        )


def put(session: Session, one: CodeObject, action: str, pinned: str | None = None) -> None:
    """Make a code object as its file says, in place of the one that is there.

    What replaces another is compiled under a scratch name first, so that a mistake never leaves a
    hole; where MySQL can replace in one statement (views, events), that is done.
    """
    history.note_begun(session, one)
    if one.kind in _REPLACED_BY_TWO and catalog.definition(session, one.kind, one.name) is None:
        session.run(one.create_as(one.name))
    else:
        _replace[one.kind](session, one)
    if one.kind is Kind.PROCEDURE:
        grants.grant_execute(session, one)
    fingerprint = catalog.fingerprint(session, one.kind, one.name)
    history.note_applied(session, one, str(fingerprint), action, pinned)


def _replace_routine(session: Session, one: CodeObject) -> None:
    kind = one.kind.value
    session.run(f"DROP {kind} IF EXISTS {SCRATCH}")
    session.run(one.create_as(SCRATCH))
    session.run(f"DROP {kind} {SCRATCH}")
    session.run(f"DROP {kind} IF EXISTS {one.name}")
    session.run(one.create_as(one.name))


def _replace_view(session: Session, one: CodeObject) -> None:
    create = one.create_as(one.name)
    session.run(re.sub(r"^CREATE\s+(?!OR\b)", "CREATE OR REPLACE ", create, flags=re.I))


def _replace_trigger(session: Session, one: CodeObject) -> None:
    # A scratch trigger on the table itself would run; an empty copy of the table has no rows.
    table = one.trigger_table
    session.run(f"DROP TABLE IF EXISTS {SCRATCH}")
    session.run(f"CREATE TABLE {SCRATCH} LIKE {table}")
    # Nor is the trigger there that this one stands beside.
    scratch = re.sub(
        rf"\bON\s+`?{table}`?\s+FOR\s+EACH\s+ROW(?:\s+(?:FOLLOWS|PRECEDES)\s+`?\w+`?)?",
        f"ON {SCRATCH} FOR EACH ROW",
        one.create_as(f"{SCRATCH}_trigger"),
        count=1,
        flags=re.I,
    )
    try:
        session.run(scratch)
    finally:
        session.run(f"DROP TABLE {SCRATCH}")
    # Writers wait, so that no row is written while there is no trigger.
    session.run(f"LOCK TABLES {table} WRITE")
    try:
        session.run(f"DROP TRIGGER IF EXISTS {one.name}")
        session.run(one.create_as(one.name))
    finally:
        session.run("UNLOCK TABLES")


def _replace_event(session: Session, one: CodeObject) -> None:
    create = one.create_as(one.name)
    if one.name in catalog.names(session, Kind.EVENT):
        create = re.sub(r"^CREATE\b", "ALTER", create, flags=re.I)
    session.run(create)


_replace: dict[Kind, Callable[[Session, CodeObject], None]] = {
    Kind.FUNCTION: _replace_routine,
    Kind.PROCEDURE: _replace_routine,
    Kind.VIEW: _replace_view,
    Kind.TRIGGER: _replace_trigger,
    Kind.EVENT: _replace_event,
}
_REPLACED_BY_TWO = {Kind.FUNCTION, Kind.PROCEDURE, Kind.TRIGGER}
"""Kinds that MySQL drops and creates; it has no statement that replaces them."""

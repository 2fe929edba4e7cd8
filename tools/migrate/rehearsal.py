"""Try a plan on a schema without rows, before anything is changed.

The server lets a column go that a view reads, of a table or of another view, and refuses that view
only when it is read. So a plan that may take columns away is tried first: the tables as they
are, the statements of its migrations, then every view of the checkout.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import mysql.connector

from tools.migrate import catalog, history
from tools.migrate.errors import MigrationError
from tools.migrate.plan import Step
from tools.migrate.session import Session
from tools.migrate.source import CodeObject, Kind, Script, Tree

_TAKES_AWAY = re.compile(r"\b(?:DROP|RENAME|CHANGE)\b", re.I)
_OF_VIEWS = (Kind.FUNCTION, Kind.VIEW)


def rehearse(session: Session, tree: Tree, steps: list[Step]) -> None:
    """Raise MigrationError, with nothing changed, where a view would not work after the steps.

    What is taken up after an interruption is not tried: it was tried before it began.
    """
    is_new = not set(catalog.tables(session)) - history.OWN_TABLES
    if is_new or not _may_take_away(steps):
        return
    with _empty_copy(session):
        for step in steps:
            if step.kind == "migration" and isinstance(step.subject, Script):
                _try(session, step.name, step.subject.statements)
        for one in tree.objects:
            if one.kind in _OF_VIEWS:
                # As the caller: the owner has no privileges on this schema.
                _try(session, f"{one.kind} {one.name}", [one.create])


def _may_take_away(steps: list[Step]) -> bool:
    if any(step.kind == "migration" and step.reason != "new" for step in steps):
        return False
    return any(
        (isinstance(step.subject, Script) and _TAKES_AWAY.search(step.subject.text))
        or (isinstance(step.subject, CodeObject) and step.kind == "view" and step.reason != "new")
        for step in steps
        if step.kind in ("migration", "view")
    )


@contextlib.contextmanager
def _empty_copy(session: Session) -> Iterator[None]:
    """Use a schema with the same tables for a while, and no rows in them."""
    copy = f"{session.schema}_rehearsal"
    tables = {
        table: str(session.run(f"SHOW CREATE TABLE `{table}`")[0]["create table"])
        for table in catalog.tables(session)
    }
    session.run(f"DROP DATABASE IF EXISTS `{copy}`")
    session.run(f"CREATE DATABASE `{copy}` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci")
    session.run(f"USE `{copy}`")
    session.run("SET foreign_key_checks = 0")
    try:
        for create in tables.values():
            session.run(create)
        yield
    finally:
        session.run("SET foreign_key_checks = 1")
        session.run(f"USE `{session.schema}`")
        session.run(f"DROP DATABASE IF EXISTS `{copy}`")


def _try(session: Session, name: str, statements: list[str]) -> None:
    for statement in statements:
        try:
            session.run(statement)
        except mysql.connector.Error as error:
            raise MigrationError(
                f"{name} does not work after this: {error.msg} ({error.errno})."
                " Nothing has been changed."
            ) from error

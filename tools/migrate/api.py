"""What other parts of the tools call."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mysql.connector

from tools.connection import connect
from tools.migrate import grants, history
from tools.migrate.apply import apply, put
from tools.migrate.clone import clone, restore
from tools.migrate.errors import MigrationError
from tools.migrate.lock import deployer
from tools.migrate.plan import Step, make_plan, plan_from_scratch
from tools.migrate.rehearsal import rehearse
from tools.migrate.session import Session
from tools.migrate.source import CodeObject, Kind, Tree, read_tree
from tools.settings import CHECKOUT, Settings
from web.settings import DatabaseSettings

LACKS_PRIVILEGE = {1044, 1142, 1227, 1410, 1419}
"""Errors that say that DB_USER is not an administrator."""


@dataclass(frozen=True)
class MigrationResult:
    """What an apply did."""

    applied: list[str]


LOCK_WAIT_SECONDS = 30
"""How long a definition may wait for those who use what it changes (the server's own: a year)."""


def open_session(database: DatabaseSettings) -> Session:
    """Connect to the schema. Raises MigrationError where there is none yet."""
    try:
        session = Session(connect(database, database.name), database.name)
    except mysql.connector.Error as error:
        if error.errno == mysql.connector.errorcode.ER_BAD_DB_ERROR:
            raise MigrationError(
                f"There is no schema {database.name} yet: ./alumni migrate apply makes it."
            ) from error
        raise
    # While a definition waits for a long transaction, all other statements wait behind it.
    session.run("SET SESSION lock_wait_timeout = %s", LOCK_WAIT_SECONDS)
    return session


def apply_tree(
    database: DatabaseSettings, root: Path, report: Callable[[str], None]
) -> MigrationResult:
    """Bring the schema `database.name` to the state of a checkout; makes it where it is missing.

    Raises MigrationError; what was done until then stays, and the next run goes on from there.
    """
    tree = read_tree(root)
    create_schema(database)
    with deploying(database, report) as session:
        history.prepare(session)
        steps = make_plan(session, tree)
        rehearse(session, tree, steps)
        apply(session, steps, report)
        history.note_modules(session, tree.objects)
        if any(step.kind in ("view", "roles") for step in steps):
            grants.grant_views(session, tree.objects)
    return MigrationResult([str(step) for step in steps])


def apply_all(settings: Settings, report: Callable[[str], None]) -> MigrationResult:
    """Apply the checkout to the configured database and make the web's login account."""
    try:
        result = apply_tree(settings.database, CHECKOUT, report)
        ensure_web_login(settings)
    except mysql.connector.Error as error:
        if error.errno in LACKS_PRIVILEGE:
            raise MigrationError(
                f"DB_USER may not do what is needed; give it an administrator: {error.msg}"
            ) from error
        raise
    return result


def ensure_web_login(settings: Settings) -> None:
    """Make the account that the web signs in with, unless it can already."""
    if not grants.can_sign_in(settings.web_database):
        session = open_session(settings.database)
        # Through a socket one is localhost; a server elsewhere sees the web's own address.
        host = "%" if settings.database.host else "localhost"
        grants.make_login(session, settings.web_database, grants.WEB, host)
        session.connection.close()


def plan(database: DatabaseSettings, root: Path = CHECKOUT) -> list[Step]:
    """Return what an apply would do."""
    try:
        session = open_session(database)
    except MigrationError:
        return plan_from_scratch(read_tree(root))
    with contextlib.closing(session.connection):
        return make_plan(session, read_tree(root))


def rollback(
    database: DatabaseSettings, name: str, report: Callable[[str], None], root: Path = CHECKOUT
) -> int:
    """Restore the previous version of an object; returns its number.

    The file that is in the checkout now is not applied again until it changes.
    Raises MigrationError if there is no previous version.
    """
    file = read_tree(root).find(name)
    with deploying(database, report) as session:
        before = _version_before(history.versions(session, name), name)
        folder = file.folder if file else ""
        one = CodeObject(Kind(before["kind"]), name, before["source"], folder)
        put(session, one, "rollback", pinned=file.digest if file else None)
    return int(before["version"])


def _version_before(versions: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """Return the last version whose source came before the one that is applied now."""
    sources = [version["source"] for version in versions]
    if not sources:
        raise MigrationError(f"There is no history of {name}.")
    # Going back again goes further back: to before the first time that this source was applied.
    older = [one for one in versions[: sources.index(sources[-1])] if one["source"] is not None]
    if not older:
        raise MigrationError(f"There is no version of {name} before this one.")
    return older[-1]


def clone_schema(database: DatabaseSettings, template: str, root: Path = CHECKOUT) -> None:
    """Re-create the schema `database.name` as a copy of another schema of the same server."""
    connection = connect(database)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS `{database.name}`")
    connection.close()
    create_schema(database)
    with _both(database, template) as (source, target):
        clone(source, target, read_tree(root))


def restore_tables(
    database: DatabaseSettings, template: str, tables: Collection[str], tree: Tree
) -> None:
    """Make some tables of a copy again what they are in the schema it was copied from."""
    with _both(database, template) as (source, target):
        restore(source, target, tree, tables)


@contextlib.contextmanager
def _both(database: DatabaseSettings, template: str) -> Iterator[tuple[Session, Session]]:
    """Open the template and the copy."""
    source = Session(connect(database, template), template)
    target = open_session(database)
    try:
        yield source, target
    finally:
        source.connection.close()
        target.connection.close()


def create_schema(database: DatabaseSettings) -> None:
    """Make the schema unless it exists."""
    connection = connect(database)
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE DATABASE IF NOT EXISTS `{database.name}`"
            " CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci"
        )
    connection.close()


@contextlib.contextmanager
def deploying(database: DatabaseSettings, report: Callable[[str], None]) -> Iterator[Session]:
    """Open the two connections of a deployer and hold its locks."""
    guard, work = open_session(database), open_session(database)
    try:
        with deployer(guard, work, report):
            yield work
    finally:
        guard.connection.close()
        work.connection.close()

"""Copy a schema within a server: quicker than migrating another one. For the tests."""

from __future__ import annotations

import re
from collections.abc import Collection

from tools.migrate import catalog, grants
from tools.migrate.session import Session
from tools.migrate.source import CodeObject, Kind, Tree


def clone(source: Session, target: Session, tree: Tree) -> None:
    """Fill the empty schema of `target` with tables, rows and code of `source`.

    Events are left out: tests call what they would call. Grants are given as `apply` gives them.
    """
    _copy_tables(source, target, catalog.tables(source))
    if tree.roles:
        for statement in tree.roles.statements:
            target.run(statement)
    for one in tree.objects:
        if one.kind is not Kind.EVENT:
            _create(target, one)
    grants.grant_all(target, tree.objects)


def restore(source: Session, target: Session, tree: Tree, tables: Collection[str]) -> None:
    """Make some tables of the copy `target` again what they are in `source`, with triggers."""
    owners = {
        str(row["name"]): str(row["owner"])
        for row in source.run(
            "SELECT trigger_name AS name, event_object_table AS owner"
            " FROM information_schema.triggers WHERE trigger_schema = %s",
            source.schema,
        )
    }
    target.run("SET foreign_key_checks = 0")
    for table in tables:
        target.run(f"DROP TABLE `{table}`")
    _copy_tables(source, target, tables)
    for one in tree.objects:
        if one.kind is Kind.TRIGGER and owners[one.name] in tables:
            _create(target, one)


def _create(target: Session, one: CodeObject) -> None:
    target.run(re.sub(r"\bOR REPLACE ", "", one.create_as(one.name)))


def _copy_tables(source: Session, target: Session, tables: Collection[str]) -> None:
    stored = _stored_columns(source)
    target.run("SET foreign_key_checks = 0")
    for table in tables:
        (row,) = source.run(f"SHOW CREATE TABLE `{table}`")
        target.run(row["create table"])
        columns = ", ".join(f"`{name}`" for name in stored[table])
        target.run(
            f"INSERT INTO `{table}` ({columns}) SELECT {columns} FROM `{source.schema}`.`{table}`"
        )
    target.run("SET foreign_key_checks = 1")


def _stored_columns(session: Session) -> dict[str, list[str]]:
    """Return the columns of each table that can be inserted into, in their order."""
    found: dict[str, list[str]] = {}
    for row in session.run(
        "SELECT table_name AS owner, column_name AS name FROM information_schema.columns"
        " WHERE table_schema = %s AND generation_expression = '' ORDER BY ordinal_position",
        session.schema,
    ):
        found.setdefault(str(row["owner"]), []).append(str(row["name"]))
    return found

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
    _copy_tables(source, target)
    if tree.roles:
        for statement in tree.roles.statements:
            target.run(statement)
    for one in tree.objects:
        if one.kind is not Kind.EVENT:
            _create(target, one)
    grants.grant_all(target, tree.objects)


def restore(source: Session, target: Session, tree: Tree, tables: Collection[str]) -> None:
    """Reset the rows of some tables in the copy `target` to those in `source`.

    The tables are emptied, not dropped: a drop rewrites the definition of every referring table.
    """
    target.run("SET foreign_key_checks = 0")
    for table in tables:
        target.run(f"TRUNCATE TABLE `{table}`")
        if source.run(f"SELECT 1 FROM `{table}` LIMIT 1"):
            # What they do has been done to the rows of the source.
            triggers = _insert_triggers(target, tree, table)
            for one in triggers:
                target.run(f"DROP TRIGGER `{one.name}`")
            _copy_rows(source, target, table)
            for one in triggers:
                _create(target, one)
        following = _next_number(source, table)
        if following != _next_number(target, table):
            target.run(f"ALTER TABLE `{table}` AUTO_INCREMENT = {following}")
    target.run("SET foreign_key_checks = 1")


def _insert_triggers(session: Session, tree: Tree, table: str) -> list[CodeObject]:
    """Return the triggers of a table that an INSERT sets off."""
    rows = session.run(
        "SELECT trigger_name AS name FROM information_schema.triggers WHERE trigger_schema = %s"
        " AND event_object_table = %s AND event_manipulation = 'INSERT' ORDER BY action_order",
        session.schema,
        table,
    )
    return [one for row in rows if (one := tree.find(str(row["name"])))]


def _next_number(session: Session, table: str) -> int:
    """Return the table's next AUTO_INCREMENT."""
    (row,) = session.run(f"SHOW CREATE TABLE `{table}`")
    found = re.search(r" AUTO_INCREMENT=(\d+)", str(row["create table"]))
    return int(found[1]) if found else 1


def _create(target: Session, one: CodeObject) -> None:
    target.run(re.sub(r"\bOR REPLACE ", "", one.create_as(one.name)))


def _copy_tables(source: Session, target: Session) -> None:
    target.run("SET foreign_key_checks = 0")
    for table in _most_referred_to_first(source):
        (row,) = source.run(f"SHOW CREATE TABLE `{table}`")
        target.run(row["create table"])
        _copy_rows(source, target, table)
    target.run("SET foreign_key_checks = 1")


def _copy_rows(source: Session, target: Session, table: str) -> None:
    # Those that are generated cannot be inserted.
    stored = source.run(
        "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = %s"
        " AND table_name = %s AND generation_expression = '' ORDER BY ordinal_position",
        source.schema,
        table,
    )
    columns = ", ".join(f"`{row['name']}`" for row in stored)
    target.run(
        f"INSERT INTO `{table}` ({columns}) SELECT {columns} FROM `{source.schema}`.`{table}`"
    )


def _most_referred_to_first(session: Session) -> list[str]:
    """Order the tables so that few are created after a table that refers to them.

    The server would rewrite the definition of the referring table.
    """
    referring = {
        str(row["name"]): int(row["n"])
        for row in session.run(
            "SELECT referenced_table_name AS name, COUNT(*) AS n"
            " FROM information_schema.referential_constraints WHERE constraint_schema = %s"
            " GROUP BY 1",
            session.schema,
        )
    }
    return sorted(catalog.tables(session), key=lambda table: -referring.get(table, 0))

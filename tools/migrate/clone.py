"""Copy a schema within a server: quicker than migrating another one. For the tests."""

from __future__ import annotations

import re

from tools.migrate import catalog, grants
from tools.migrate.session import Session
from tools.migrate.source import Kind, Tree


def clone(source: Session, target: Session, tree: Tree) -> None:
    """Fill the empty schema of `target` with tables, rows and code of `source`.

    Events are left out: tests call what they would call. Grants are given as `apply` gives them.
    """
    target.run("SET foreign_key_checks = 0")
    for table in catalog.tables(source):
        (row,) = source.run(f"SHOW CREATE TABLE `{table}`")
        target.run(row["create table"])
        columns = ", ".join(
            f"`{column['name']}`"
            for column in source.run(
                "SELECT column_name AS name FROM information_schema.columns"
                " WHERE table_schema = %s AND table_name = %s AND generation_expression = ''"
                " ORDER BY ordinal_position",
                source.schema, table,
            )
        )  # fmt: skip
        target.run(
            f"INSERT INTO `{table}` ({columns}) SELECT {columns} FROM `{source.schema}`.`{table}`"
        )
    target.run("SET foreign_key_checks = 1")
    if tree.roles:
        for statement in tree.roles.statements:
            target.run(statement)
    for one in tree.objects:
        if one.kind is not Kind.EVENT:
            target.run(re.sub(r"\bOR REPLACE ", "", one.create_as(one.name)))
        if one.kind is Kind.PROCEDURE:
            grants.grant_execute(target, one)
    grants.grant_views(target, tree)


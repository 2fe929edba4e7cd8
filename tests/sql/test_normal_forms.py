"""db/NORMAL-FORMS.md says of every table what determines what, and justifies what is derived."""

from __future__ import annotations

import re

import pytest

from tests.support.database import Database
from tests.support.normal_forms import PAGE, without_author
from tests.support.transcript import BLOCK

MARK = "<!-- written by ./alumni test tests/sql/test_normal_forms.py --write-tour -->\n"
AUDIT = {"created_at", "updated_at", "created_by", "updated_by"}
"""Of every table: when a row came and was changed, and by whom."""


def dependencies(db: Database) -> str:
    """Return the keys of every table and what they determine, as a table in Markdown."""
    lines = ["| Table | is | Keys | → |", "|---|---|---|---|"]
    for table in db.rows(
        "SELECT table_name AS name, table_comment AS words FROM information_schema.tables"
        " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name"
    ):
        keys = [
            str(row.columns)
            for row in db.rows(
                "SELECT GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', ') AS `columns`"
                " FROM information_schema.statistics"
                " WHERE table_schema = DATABASE() AND table_name = %s AND non_unique = 0"
                " GROUP BY index_name ORDER BY index_name <> 'PRIMARY', index_name",
                table.name,
            )
        ]
        columns = [
            str(row.name)
            for row in db.rows(
                "SELECT column_name AS name FROM information_schema.columns"
                " WHERE table_schema = DATABASE() AND table_name = %s ORDER BY ordinal_position",
                table.name,
            )
        ]
        in_keys = {column for key in keys for column in key.split(", ")}
        others = [column for column in columns if column not in in_keys | AUDIT]
        lines.append(
            f"| `{table.name}` | {table.words} | {'; '.join(f'({key})' for key in keys)} |"
            f" {', '.join(others) or '—'} |"
        )
    return "\n".join(lines) + "\n"


def test_every_table_has_its_keys(request: pytest.FixtureRequest, db: Database) -> None:
    prose, _, written = PAGE.read_text(encoding="utf-8").partition(MARK)
    found = "\n" + dependencies(db)
    if request.config.getoption("--write-tour"):
        PAGE.write_text(prose + MARK + found, encoding="utf-8")
    else:
        assert written == found


def test_every_derived_column_is_justified(db: Database) -> None:
    derived = {
        f"{row.t}.{row.c}"
        for row in db.rows(
            "SELECT c.table_name AS t, c.column_name AS c FROM information_schema.columns AS c"
            " JOIN information_schema.tables AS t"
            " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
            " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
            " AND c.table_name NOT LIKE 'statistics%'"
            " AND (c.generation_expression <> '' OR c.column_name LIKE '%\\_count')"
        )
    }
    named = set(re.findall(r"`([a-z_]+\.[a-z_]+)`", PAGE.read_text(encoding="utf-8")))
    assert derived
    assert derived - named == set()
    columns = {
        f"{row.t}.{row.c}"
        for row in db.rows(
            "SELECT table_name AS t, column_name AS c FROM information_schema.columns"
            " WHERE table_schema = DATABASE()"
        )
    }
    assert named - columns == set()


def test_tables_without_an_author_are_those_of_the_list(db: Database) -> None:
    columns = db.rows(
        "SELECT t.table_name AS t, c.column_name AS c FROM information_schema.tables AS t"
        " JOIN information_schema.columns AS c USING (table_schema, table_name)"
        " WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
    )
    tables: dict[str, set[str]] = {}
    for row in columns:
        tables.setdefault(row.t, set()).add(row.c)
    lacking = {name: AUDIT - found for name, found in tables.items() if AUDIT - found}
    assert lacking == without_author()


def test_proofs_find_nothing(demo: Database) -> None:
    proofs = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    assert len(proofs) >= 6
    found = {proof: demo.rows(proof.rstrip(";").replace("%", "%%")) for proof in proofs}
    assert {proof: rows for proof, rows in found.items() if rows} == {}

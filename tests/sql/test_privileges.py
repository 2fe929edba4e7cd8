"""What each database role can do, tried as that role: the web's can EXECUTE and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import mysql.connector
import pytest

from tests.support.database import Client, Database
from tests.support.sources import sources
from tools.grade.privileges import DENIED


def _denied(client: Client, statement: str, *, others_are_fine: bool = False) -> bool:
    try:
        with client.connection.cursor() as cursor:
            cursor.execute(statement)
            while cursor.with_rows and cursor.fetchall() is not None and cursor.nextset():
                pass
    except mysql.connector.Error as error:
        if error.errno in DENIED:
            return True
        assert others_are_fine, f"{statement}: {error}"
    return False


def _tables(db: Database) -> list[str]:
    return [
        row.name
        for row in db.rows(
            "SELECT table_name AS name FROM information_schema.tables"
            " WHERE table_schema = DATABASE()"
        )
    ]


def test_the_web_reaches_no_table_and_no_view(
    db: Database, signed_in_as: Callable[[str], Client]
) -> None:
    web = signed_in_as("alumni_web")
    for table in _tables(db):
        for statement in (
            f"SELECT 1 FROM {table} LIMIT 1",
            f"INSERT INTO {table} () VALUES ()",
            f"DELETE FROM {table}",
            f"TRUNCATE TABLE {table}",
            f"DROP TABLE {table}",
            f"ALTER TABLE {table} COMMENT 'mine'",
            f"LOCK TABLES {table} READ",
            f"SHOW CREATE TABLE {table}",
        ):
            assert _denied(web, statement), statement


def test_the_web_creates_and_rules_nothing(
    db: Database, signed_in_as: Callable[[str], Client]
) -> None:
    web = signed_in_as("alumni_web")
    for statement in (
        "CREATE TABLE mine (id INT)",
        "CREATE TEMPORARY TABLE mine (id INT)",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE PROCEDURE mine() SELECT 1",
        "CREATE FUNCTION mine() RETURNS INT DETERMINISTIC RETURN 1",
        "CREATE EVENT mine ON SCHEDULE EVERY 1 DAY DO SELECT 1",
        f"DROP DATABASE {db.schema}",
        "CREATE DATABASE mine",
        "CREATE USER mine",
        "SET GLOBAL max_connections = 1",
        "SELECT user FROM mysql.user",
        "SELECT LOAD_FILE('/etc/hostname') FROM mysql.user",
        "FLUSH PRIVILEGES",
    ):
        assert _denied(web, statement), statement


def test_the_web_executes_its_procedures_only(
    db: Database, signed_in_as: Callable[[str], Client]
) -> None:
    web = signed_in_as("alumni_web")
    own = {
        source.name
        for source in sources("procedure")
        if source.is_public and source.path.parent.name != "dba"
    }
    assert not web.rows(
        "SELECT routine_name FROM information_schema.routines"
        " WHERE routine_schema = DATABASE() AND routine_definition IS NOT NULL"
    ), "no source is shown"
    for source in sources("procedure"):
        count = len(db.contract(source.name)[0])
        # An account that may not call a procedure is told so before anything else.
        outs = ", ".join(f"@o{number}" for number in range(count))
        call = f"CALL {source.name}({outs})"
        if source.name in own:
            assert not _denied(web, call, others_are_fine=True), call
        else:
            assert _denied(web, call), call
    for source in sources("function"):
        assert _denied(web, f"SELECT {source.name}()"), source.name


def test_a_granted_procedure_answers_the_web(
    db: Database, signed_in_as: Callable[[str], Client]
) -> None:
    web = signed_in_as("alumni_web")
    with pytest.raises(mysql.connector.Error) as refusal:
        web.rows(f"CALL job_search({', '.join(['NULL'] * 12)})")
    assert refusal.value.sqlstate == "45401"


def test_readers_read_views_and_definitions_but_no_table(
    db: Database, signed_in_as: Callable[[str], Client]
) -> None:
    reader = signed_in_as("alumni_reader")
    views = {source.name for source in sources("view") if source.path.parent.name != "dba"}
    for view in views:
        reader.rows(f"SELECT * FROM {view} LIMIT 1")
        reader.rows(f"SHOW CREATE VIEW {view}")
    for table in set(_tables(db)) - views:
        assert _denied(reader, f"SELECT 1 FROM {table} LIMIT 1"), table
        assert _denied(reader, f"DELETE FROM {table}"), table
        reader.rows(f"SHOW CREATE TABLE {table}")
    for source in sources("procedure"):
        shown = reader.row(f"SHOW CREATE PROCEDURE {source.name}")
        assert shown["Create Procedure"], source.name


def test_roles_cannot_sign_in(db: Database) -> None:
    locked = db.rows(
        "SELECT user AS name, account_locked AS is_locked FROM mysql.user"
        " WHERE user IN ('alumni_owner', 'alumni_web', 'alumni_reader', 'alumni_dba')"
    )
    assert len(locked) == 4
    assert all(row.is_locked == "Y" for row in locked)


def test_every_object_belongs_to_the_owner(db: Database) -> None:
    # The templates of tests have no events: tests call what the scheduler would call.
    for kind, catalog, expected in (
        ("routine", "routines", ["alumni_owner@%"]),
        ("trigger", "triggers", ["alumni_owner@%"]),
        ("event", "events", []),
        ("table", "views", ["alumni_owner@%"]),
    ):
        definers = db.rows(
            f"SELECT DISTINCT definer AS definer FROM information_schema.{catalog}"
            f" WHERE {kind}_schema = DATABASE()"
        )
        assert [row.definer for row in definers] == expected, catalog

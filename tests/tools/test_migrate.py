"""The migration tool on a real server: order, edits, drops, rollback, verify, two at once."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import mysql.connector
import pytest

from tests.support.server import Server
from tests.support.sources import CHECKOUT
from tests.support.trees import Schema, schema, small_tree, write, write_procedure
from tools.migrate import api, catalog, history
from tools.migrate.errors import MigrationError
from tools.migrate.verify import verify


@pytest.fixture
def target(server: Server) -> Iterator[Schema]:
    with schema(server) as lent:
        yield lent


def differences(target: Schema) -> list[str]:
    session = api.open_session(target.settings)
    found = [str(one) for one in verify(session)]
    session.connection.close()
    return found


def test_a_tree_is_applied_once(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    assert len(target.apply(root)) == 8
    assert target.apply(root) == []
    assert differences(target) == []
    with target.open() as db:
        assert [row.id for row in db.rows("SELECT id FROM vw_a ORDER BY id")] == [11, 12]
        assert db.call("thing_say").word.word == "first"
        shown = db.row("SHOW CREATE PROCEDURE thing_say")["Create Procedure"]
        assert "a comment that survives" in shown
        assert "DEFINER=`alumni_owner`@`%`" in shown


def test_an_edit_is_applied_and_an_old_version_comes_back(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    target.apply(root)
    write_procedure(root, "thing_say", "second")
    assert target.apply(root) == ["apply procedure thing_say (its file changed)"]
    with target.open() as db:
        assert db.call("thing_say").word.word == "second"
        api.rollback(target.settings, "thing_say", lambda _: None, root)
        assert db.call("thing_say").word.word == "first"
        assert target.apply(root) == [], "the file that was taken back stays away"
        write_procedure(root, "thing_say", "third")
        target.apply(root)
        assert db.call("thing_say").word.word == "third"
    session = api.open_session(target.settings)
    actions = [row["action"] for row in history.versions(session, "thing_say")]
    session.connection.close()
    assert actions == ["apply", "apply", "rollback", "apply"]


def test_there_is_nothing_before_the_first_version(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    target.apply(root)
    with pytest.raises(MigrationError, match="no version"):
        api.rollback(target.settings, "thing_say", lambda _: None, root)
    with pytest.raises(MigrationError, match="no history"):
        api.rollback(target.settings, "nothing", lambda _: None, root)


def test_a_file_that_is_gone_drops_its_object(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    target.apply(root)
    (root / "views/vw_a.sql").unlink()
    (root / "triggers/tr_thing_insert.sql").unlink()
    assert len(target.apply(root)) == 2
    assert differences(target) == []
    with target.open() as db:
        assert db.rows("SHOW TRIGGERS") == []


def test_an_edited_migration_is_refused(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    target.apply(root)
    path = root / "db/migrations/0001_things.sql"
    path.write_text(path.read_text() + "-- harmless\n")
    with pytest.raises(MigrationError, match="0001_things has been edited"):
        target.apply(root)


def test_a_newer_database_is_refused(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    newer = write(root, "db/migrations/0002_more.sql", "CREATE TABLE more (id INT PRIMARY KEY);")
    target.apply(root)
    newer.unlink()
    with pytest.raises(MigrationError, match=r"newer than this checkout.*0002_more"):
        target.apply(root)


def test_a_mistake_leaves_the_old_procedure(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    target.apply(root)
    path = write_procedure(root, "thing_say", "second")
    path.write_text(path.read_text().replace("SELECT 'second'", "SELEKT 'second'"))
    with pytest.raises(MigrationError, match="thing_say"):
        target.apply(root)
    with target.open() as db:
        assert db.call("thing_say").word.word == "first"
        left = db.rows("SHOW PROCEDURE STATUS WHERE Db = %s", target.settings.name)
        assert [row.Name for row in left] == ["thing_say"], "nothing is left behind"
    write_procedure(root, "thing_say", "second")
    target.apply(root)
    assert differences(target) == []


def test_a_mistake_in_a_trigger_leaves_the_old_one(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    target.apply(root)
    path = root / "triggers/tr_thing_insert.sql"
    path.write_text(path.read_text().replace("NEW.name)", "NEW.nonsense)"))
    with pytest.raises(MigrationError, match="tr_thing_insert"):
        target.apply(root)
    with target.open() as db:
        db.rows("INSERT INTO things (id, name) VALUES (99, 'x')")
        assert db.value("SELECT name FROM things WHERE id = 99") == "X"


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("DROP PROCEDURE thing_say", "thing_say: is gone"),
        ("ALTER PROCEDURE thing_say SQL SECURITY INVOKER", "thing_say: was changed by hand"),
        ("CREATE OR REPLACE VIEW vw_b AS SELECT 1 AS id", "vw_b: was changed by hand"),
        ("ALTER TABLE things ADD COLUMN extra INT", "things: was changed by hand"),
        ("CREATE TABLE stray (id INT)", "stray: is not from the files"),
        ("DROP EVENT ev_do_nothing", "ev_do_nothing: is gone"),
        ("DROP INDEX ix_things_name ON things", "things: was changed by hand"),
    ],
)
def test_verify_names_what_was_changed_by_hand(
    target: Schema, tmp_path: Path, statement: str, named: str
) -> None:
    target.apply(small_tree(tmp_path))
    with target.open() as db:
        db.rows(statement)
    assert any(named in line for line in differences(target))


def test_what_somebody_dropped_is_made_again(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    target.apply(root)
    with target.open() as db:
        db.rows("DROP PROCEDURE thing_say")
    assert target.apply(root) == ["apply procedure thing_say (it was dropped by hand)"]


def test_a_transaction_that_does_not_end_is_not_waited_for(
    target: Schema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_tree(tmp_path)
    target.apply(root)
    write(root, "db/migrations/0002_wide.sql", "ALTER TABLE things ADD COLUMN wide INT NULL;\n")
    monkeypatch.setattr(api, "LOCK_WAIT_SECONDS", 1)
    with target.open() as reader:
        reader.rows("START TRANSACTION")
        reader.rows("SELECT * FROM things")
        with pytest.raises(MigrationError, match="a transaction that does not end"):
            target.apply(root)
        # Nobody waits behind it any more.
        with target.open() as other:
            assert other.rows("SELECT id FROM things")
        reader.rows("ROLLBACK")
    assert target.apply(root)
    assert differences(target) == []


def test_two_deployers_at_once(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    results: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: results.append(target.apply(root))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(len, results)) == [0, 0, 0, 8], "one did everything, the others nothing"
    assert differences(target) == []


def test_statements_that_cannot_be_taken_up_are_refused(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    write(root, "db/migrations/0002_bad.sql", "SET GLOBAL max_connections = 10;")
    with pytest.raises(MigrationError, match="taken up after a kill"):
        target.apply(root)


def test_a_circle_of_views_is_refused(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    write(root, "views/vw_b.sql", "CREATE OR REPLACE VIEW vw_b AS SELECT id FROM vw_a;\n")
    with pytest.raises(MigrationError, match="needs the other first"):
        target.apply(root)


def test_every_file_means_the_same_to_the_client(target: Schema, server: Server) -> None:
    """`mysql < file`, file by file, gives the same objects, but for who defines them."""
    target.apply(CHECKOUT)
    session = api.open_session(target.settings)
    ours = catalog.snapshot(session)
    session.connection.close()
    with schema(server) as other:
        admin = server.connect()
        with admin.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {other.settings.name} COLLATE utf8mb4_0900_ai_ci")
        admin.close()
        folders = [
            "db/migrations/*",
            "db/functions/*",
            "procedures/*/*",
            "triggers/*",
            "db/events/*",
            "db/roles",
            "db/reference/*",
        ]
        files = [path for folder in folders for path in sorted(CHECKOUT.glob(f"{folder}.sql"))]
        # Views need each other; the client knows no order, so it is asked twice.
        files += sorted(CHECKOUT.glob("views/**/*.sql")) * 2
        for path in files:
            done = subprocess.run(
                [
                    *server.client_command(other.settings.name),
                    "--comments",
                    "--init-command=SET time_zone = '+00:00'",
                ],
                input=path.read_bytes(),
                capture_output=True,
                check=False,
                env={"MYSQL_PWD": server.password},
            )
            assert done.returncode == 0 or CHECKOUT / "views" in path.parents, done.stderr
        session = api.open_session(other.settings)
        theirs = catalog.snapshot(session)
        session.connection.close()

    def plain(text: str | None) -> str:
        return (
            (text or "")
            .replace("`alumni_owner`@`%`", "")
            .replace(f"`{server.user}`@`localhost`", "")
        )

    for key, definition in theirs.items():
        assert plain(definition) == plain(ours[key]), key
    assert ours.keys() - theirs.keys() == {("table", name) for name in history.OWN_TABLES}


def test_a_role_that_is_missing_is_said_in_a_sentence(server: Server, tmp_path: Path) -> None:
    with pytest.raises((MigrationError, mysql.connector.Error)):
        api.open_session(server.database("no_such_schema_at_all"))

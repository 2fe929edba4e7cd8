"""The migration tool on a real server: order, edits, drops, rollback, verify, two at once."""

from __future__ import annotations

import re
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


def test_a_column_that_a_view_reads_is_not_taken_away(target: Schema, tmp_path: Path) -> None:
    """Neither of a table nor of another view; the view is named and nothing is changed."""
    root = small_tree(tmp_path)
    write(root, "views/vw_b.sql", "CREATE OR REPLACE VIEW vw_b AS SELECT id, name FROM things;\n")
    write(root, "views/vw_a.sql", "CREATE OR REPLACE VIEW vw_a AS SELECT id, name FROM vw_b;\n")
    target.apply(root)
    b = write(root, "views/vw_b.sql", "CREATE OR REPLACE VIEW vw_b AS SELECT id FROM things;\n")
    with pytest.raises(MigrationError, match=r"view vw_a does not work after this: .*'name'"):
        target.apply(root)
    b.write_text("CREATE OR REPLACE VIEW vw_b AS SELECT id, name FROM things;\n")
    dropping = write(
        root,
        "db/migrations/0002_nameless.sql",
        "DROP INDEX ix_things_name ON things;\nALTER TABLE things DROP COLUMN name;\n",
    )
    with pytest.raises(MigrationError, match=r"view vw_b does not work after this: .*'name'"):
        target.apply(root)
    with target.open() as db:
        assert db.rows("SELECT name FROM vw_a WHERE id = 11")
        assert not db.rows("SHOW DATABASES LIKE %s", f"{target.settings.name}_rehearsal")
    dropping.unlink()
    assert target.apply(root) == []
    # With all who read it, a column can go.
    write(root, "views/vw_b.sql", "CREATE OR REPLACE VIEW vw_b AS SELECT id FROM things;\n")
    write(root, "views/vw_a.sql", "CREATE OR REPLACE VIEW vw_a AS SELECT id FROM vw_b;\n")
    target.apply(root)
    assert differences(target) == []


def test_views_may_speak_of_each_other(target: Schema, tmp_path: Path) -> None:
    """In comments, strings, aliases and the names of columns and of subqueries."""
    root = small_tree(tmp_path)
    write(
        root,
        "views/vw_b.sql",
        "CREATE OR REPLACE VIEW vw_b AS /* not from vw_a */\n"
        "WITH vw_a AS (SELECT id FROM things)\n"
        "SELECT vw_a.id, 'from vw_a' AS origin FROM vw_a; -- join vw_a\n",
    )
    write(
        root,
        "views/vw_a.sql",
        "CREATE OR REPLACE VIEW vw_a AS SELECT x.id, x.name AS vw_c FROM things AS x;\n",
    )
    write(
        root,
        "views/vw_c.sql",
        "CREATE OR REPLACE VIEW vw_c AS SELECT vw_a.id FROM things AS vw_a JOIN vw_b USING (id);\n",
    )
    target.apply(root)
    assert differences(target) == []


def test_triggers_stand_beside_each_other(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    trigger = (
        "CREATE TRIGGER {} BEFORE INSERT ON things FOR EACH ROW{} SET NEW.name = CONCAT(NEW.name,"
        " '{}');\n"
    )

    def name_of(number: int) -> str:
        with target.open() as db:
            db.rows("INSERT INTO things (id, name) VALUES (%s, 'x')", number)
            return str(db.value("SELECT name FROM things WHERE id = %s", number))

    first = "tr_thing_insert"
    write(root, f"triggers/{first}.sql", trigger.format(first, "", "1"))
    # By name, the one that follows comes before.
    write(root, "triggers/tr_a_insert.sql", trigger.format("tr_a_insert", f" FOLLOWS {first}", "2"))
    write(
        root, "triggers/tr_z_insert.sql", trigger.format("tr_z_insert", f" PRECEDES {first}", "0")
    )
    target.apply(root)
    assert name_of(50) == "x012"
    write(root, f"triggers/{first}.sql", trigger.format(first, "", "one"))
    target.apply(root)
    assert name_of(51) == "x0one2"
    assert differences(target) == []
    assert target.apply(root) == []


STRANGE = """DROP PROCEDURE IF EXISTS thing_say;

DELIMITER //

CREATE PROCEDURE thing_say()
BEGIN
    -- DELIMITER of a comment
    DECLARE delimiter VARCHAR(40) DEFAULT 'a
DELIMITER ;
b';
    SET delimiter = CONCAT(delimiter, ';');
    SELECT delimiter AS word;
END //

DELIMITER ;
"""


def test_a_delimiter_is_one_only_between_statements(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    write(root, "procedures/home/thing_say.sql", STRANGE)
    target.apply(root)
    with target.open() as db:
        assert db.value("CALL thing_say()") == "a\nDELIMITER ;\nb;"
    assert differences(target) == []


def test_verify_compares_bodies_with_files(target: Schema, tmp_path: Path) -> None:
    """What the way to the server changed is found, though it is as it was applied."""
    target.apply(small_tree(tmp_path))
    with target.open() as db:
        db.rows(
            "UPDATE schema_object_versions SET source = REPLACE(source, 'SELECT', 'SELECT 1 +')"
            " WHERE name = 'thing_say'"
        )
    assert differences(target) == ["procedure thing_say: does something else than its file"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("thing_say.sql", "-- é\nSELECT 1;".encode("latin-1"), "line 1: this is not UTF-8"),
        ("thing_say.sql", "SELECT 1;\n-- x".encode("utf-16"), "line 1: this is not UTF-8"),
        ("thing_say.sql", "SELECT 1;".encode("utf-16-le"), "has NUL characters"),
        ("._thing_say.sql", b"\x00\x05\x16\x07", "._thing_say.sql in home/ is a hidden file"),
        ("THING_SAY.SQL", b"SELECT 1;", "THING_SAY.SQL in home/ does not end in .sql"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    target: Schema, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    root = small_tree(tmp_path)
    (root / "procedures/home" / name).write_bytes(content)
    with pytest.raises(MigrationError, match=re.escape(sentence)):
        target.apply(root)


def test_a_byte_order_mark_is_no_part_of_a_file(target: Schema, tmp_path: Path) -> None:
    root = small_tree(tmp_path)
    target.apply(root)
    for path in root.rglob("*.sql"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert target.apply(root) == []

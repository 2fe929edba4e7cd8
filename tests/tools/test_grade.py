"""`./alumni grade` and db/selfcheck.sql: all is well, and what is not is found."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.support.database import Database
from tests.support.server import Server
from tests.support.sources import CHECKOUT
from tools.connection import connect
from tools.grade import laboratory, selfcheck
from tools.grade.examples import Example
from tools.migrate import grants
from tools.migrate.api import apply_tree, open_session

pytestmark = pytest.mark.xdist_group("grade")

# Broken by hand, each found by its check. `{}` is the schema.
DAMAGE = {
    "DROP TRIGGER tr_post_like_insert": {
        "tr_post_like_insert",
        "triggers: what was applied, and nothing else",
        "likes and comments that the post counts",
        "likes and comments that are left",
        "one takes the like back",
        # The like is still there, so the account cannot go.
        "an account is deleted that nothing depends on any more",
        "FOREIGN KEY, SET NULL: what a person made outlives the account",
    },
    "DROP TABLE event_reminders": {
        "event_reminders",
        "tables: what was applied, and nothing else",
    },
    "ALTER TABLE users ALTER CHECK ck_users_email NOT ENFORCED": {
        "CHECK: an address without @",
        "CHECK constraints, all enforced",
    },
    "ALTER TABLE student_profiles MODIFY cgpa DECIMAL(4, 2)": {"student_profiles.cgpa"},
    "ALTER TABLE conversations DROP KEY uq_conversations_user_one_id_user_two_id,"
    " ADD KEY ix_conversations_user_one_id (user_one_id)": {
        "UNIQUE: two conversations of the same two",
        "UNIQUE of conversations",
    },
    "CREATE TABLE notes (a INT) ENGINE = MyISAM": {
        "tables that are not InnoDB, utf8mb4 and commented",
        "tables without a primary key",
        "tables: what was applied, and nothing else",
    },
    "CREATE PROCEDURE note_add() SELECT 1": {
        "procedures: what was applied, and nothing else",
        "routines whose definer is not the locked alumni_owner",
        "routines that do not say what they do with data",
        "routines whose comment is no contract (sentence | result sets)",
    },
    "UPDATE posts SET likes_count = likes_count + 1 ORDER BY id LIMIT 1": {
        "counters that differ from a recount (CALL counters_verify(NULL))",
    },
    "GRANT SELECT ON {}.users TO alumni_web": {
        "alumni_web: rights on the schema, tables or views",
        "alumni_web: SELECT 1 FROM users",
    },
    "REVOKE EXECUTE ON PROCEDURE {}.home_read FROM alumni_web": {
        "alumni_web: EXECUTE on every public procedure that is not the DBA's",
        "alumni_web: CALL home_read(NULL)",
    },
}


@pytest.fixture(scope="module")
def scratch(lend: Callable[[str], Database], demo_template: str) -> Database:
    """Return a copy of the demo data with everything, also the events, which copies leave out."""
    database = lend(demo_template)
    apply_tree(database.server.database(database.schema), CHECKOUT, lambda _: None)
    return database


@pytest.fixture
def dba(scratch: Database) -> Iterator[tuple[str, str]]:
    """Return an account that is a DBA of the scratch schema and nothing else."""
    settings = scratch.server.database(scratch.schema)
    account = replace(settings, user=f"g_{secrets.token_hex(6)}", password=secrets.token_hex(16))
    session = open_session(settings)
    grants.make_login(session, account, "alumni_dba", "localhost")
    yield account.user, account.password
    session.run(f"DROP USER {account.user}@localhost")
    session.connection.close()


def rows_of(db: Database) -> list[int]:
    """Return how many rows there are of what the file makes and rolls back."""
    tables = (
        "users",
        "posts",
        "post_likes",
        "job_postings",
        "job_applications",
        "conversations",
        "messages",
        "admin_activity_log",
    )
    return [db.value(f"SELECT COUNT(*) FROM {table}") for table in tables]


def grade(server: Server, schema: str) -> subprocess.CompletedProcess[str]:
    """Run the command on a schema of the test server."""
    place = {
        "DB_SOCKET": server.socket,
        "DB_USER": server.user,
        "DB_PASSWORD": server.password,
        "DB_NAME": schema,
        "ALUMNI_HOME": os.environ["ALUMNI_TEST_HOME"],
        "COLUMNS": "250",
    }
    return subprocess.run(
        [sys.executable, "-m", "tools", "grade", "--no-examples"],
        cwd=CHECKOUT,
        env={**os.environ, **place},
        capture_output=True,
        text=True,
        check=False,
    )


def test_all_is_well_and_nothing_remains(scratch: Database, dba: tuple[str, str]) -> None:
    before = rows_of(scratch)
    user, password = dba
    done = subprocess.run(
        [
            *scratch.server.client,
            "--no-defaults",
            "-t",
            f"--socket={scratch.server.socket}",
            f"--user={user}",
            "--default-character-set=utf8mb4",
            scratch.schema,
        ],
        input=selfcheck.FILE.read_text(encoding="utf-8"),
        capture_output=True,
        text=True,
        check=False,
        env={"MYSQL_PWD": password},
    )
    assert done.returncode == 0, done.stderr
    assert "checks, all of them OK" in done.stdout, [
        line for line in done.stdout.splitlines() if "| NO" in line
    ]
    assert rows_of(scratch) == before

    graded = grade(scratch.server, scratch.schema)
    assert graded.returncode == 0, graded.stdout + graded.stderr
    assert "checks, all of them OK" in graded.stdout
    assert "alumni_web: SELECT 1 FROM users" in graded.stdout
    assert rows_of(scratch) == before
    assert scratch.rows("SELECT user FROM mysql.user WHERE user LIKE 'grade\\_%%'") == []


def test_what_is_broken_is_found(scratch: Database) -> None:
    server, schema = scratch.server, scratch.schema
    for event in scratch.rows("SHOW EVENTS"):
        scratch.rows(f"ALTER EVENT {event.Name} DISABLE")  # they would heal, or fail
    for statement in DAMAGE:
        scratch.rows(statement.format(schema))
    try:
        graded = grade(server, schema)
        with connect(server.database(schema), schema) as connection:
            wrong = {check.name for check in selfcheck.checks(connection) if not check.is_ok}
    finally:
        scratch.rows(f"REVOKE SELECT ON {schema}.users FROM alumni_web")
    assert graded.returncode == 3
    assert "not OK" in graded.stdout
    late = "events that are late, disabled or failed (vw_scheduler_health)"
    tried = {name for names in DAMAGE.values() for name in names}
    for name in tried:
        lines = [line for line in graded.stdout.splitlines() if line.startswith(f"│ {name} ")]
        assert [" NO " in line for line in lines] == [True], name
    assert wrong == {
        late,
        *(
            name
            for name in tried
            if not name.startswith("alumni_web: CALL") and not name.startswith("alumni_web: SELECT")
        ),
    }


def test_examples_that_are_not_as_they_say(
    lend: Callable[[str], Database], demo_template: str
) -> None:
    database = lend(demo_template)
    copy = database.server.database(database.schema)
    what = [
        Example("good", "job", "CALL home_read(NULL);"),
        Example("bad", "job", "CALL job_read(NULL, 1);"),
        Example("refused", "mail", "CALL mail_finish(0, 'a', NULL, NULL);  -- refused: 45404"),
    ]
    checks = laboratory.run_all(what, copy, demo_template, lambda _: None)
    assert [(check.name, check.found, check.is_ok) for check in checks] == [
        ("procedures/job", "1 as they say, bad not", False),
        ("procedures/mail", "1 as they say", True),
    ]

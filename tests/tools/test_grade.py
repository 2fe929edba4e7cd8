"""`./alumni grade` and db/selfcheck.sql: all is well, and what is not is found."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

import pytest

from tests.mutations import runner
from tests.mutations.data import COUNTERS
from tests.mutations.every import MUTATIONS, SHARED
from tests.mutations.privileges import OWNER
from tests.support.database import Database
from tests.support.own_server import own_server
from tests.support.server import Server
from tests.support.sources import CHECKOUT
from tools.connection import connect
from tools.grade import laboratory, selfcheck, structure
from tools.grade.examples import Example
from tools.migrate import grants
from tools.migrate.api import open_session
from tools.migrate.source import read_tree
from web.settings import DatabaseSettings

pytestmark = pytest.mark.xdist_group("grade")


@pytest.fixture(scope="module")
def scratch(lend: Callable[[str], Database], demo_template: str) -> Database:
    """Return a copy of the demo data with everything, also the events, which copies leave out."""
    database = lend(demo_template)
    runner.add_idle_events(database.server.database(database.schema))
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


def test_the_promised_structure_is_what_the_files_make(
    scratch: Database, request: pytest.FixtureRequest
) -> None:
    database = scratch.server.database(scratch.schema)
    with connect(database, scratch.schema) as connection:
        names = [(check.section, check.name) for check in selfcheck.checks(connection)]
        facts = structure.found(connection)
    assert len(set(names)) == len(names), "each check has a name of its own"
    text = selfcheck.FILE.read_text(encoding="utf-8")
    fresh = structure.with_facts(text, facts)
    if request.config.getoption("--write-selfcheck"):
        selfcheck.FILE.write_text(fresh, encoding="utf-8")
    else:
        assert fresh == text, "pytest tests/tools/test_grade.py --write-selfcheck writes it"


def test_every_registered_counter_is_falsified(scratch: Database) -> None:
    falsified = {mutation.names[0].removeprefix("counter ") for mutation in COUNTERS}
    assert falsified == {row.name for row in scratch.rows("SELECT name FROM counters")}


def test_each_mutation_turns_both_checks_red(scratch: Database) -> None:
    """The last test of the schema: nothing of it is whole afterwards."""
    database = scratch.server.database(scratch.schema)
    assert len(MUTATIONS) >= 60
    try:
        runner.apply(database, SHARED)
        failed = runner.red(database)
    finally:
        runner.undo(database, SHARED)
    assert runner.complaints(SHARED, failed) == []
    # A check that is taken away is missed, whichever it is.
    for mutation in SHARED:
        for name in (*mutation.names, *mutation.own):
            left = [check for check in failed if not fnmatchcase(check.name, name)]
            assert runner.unseen([mutation], left), name


def test_an_owner_that_can_sign_in() -> None:
    """On a server of its own: there is no schema, and all of its checks are red before."""
    roles = read_tree(CHECKOUT).roles
    assert roles
    with own_server() as server:
        database = server.database("nothing")
        with server.connect() as connection, connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {database.name}")
            cursor.execute(f"USE {database.name}")
            for statement in roles.statements:
                cursor.execute(statement)
        before = _wrong(database)
        runner.apply(database, OWNER)
        assert _wrong(database) - before == {name for one in OWNER for name in one.names}


def _wrong(database: DatabaseSettings) -> set[str]:
    with connect(database, database.name) as connection:
        return {check.name for check in selfcheck.checks(connection) if not check.is_ok}


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

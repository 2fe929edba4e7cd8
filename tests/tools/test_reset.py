"""`./alumni reset`: what goes, what stays, on a server with one schema and with two."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from tests.support.database import Client
from tests.support.own_server import own_server
from tests.support.server import Server
from tests.support.sources import CHECKOUT
from tests.support.trees import Schema, small_tree
from tools import settings as configuration
from tools.connection import connect
from tools.migrate import grants
from tools.migrate import reset as removal
from tools.migrate.api import apply_tree, open_session
from tools.server import access
from tools.settings import web_user
from web.settings import DatabaseSettings

pytestmark = pytest.mark.xdist_group("reset")
ROLES = ["alumni_dba", "alumni_owner", "alumni_reader", "alumni_web"]


@pytest.fixture(scope="module")
def alone() -> Iterator[Server]:
    """Return a server on which there is nothing of ours."""
    with own_server() as lent:
        yield lent


class Installation:
    """A small schema with the web's login, as `./alumni up` leaves it, and the command line."""

    def __init__(self, server: Server, folder: Path, name: str) -> None:
        self.server = server
        self.schema = Schema(server, name)
        self.name = name
        self.home = folder / name
        self.tree = small_tree(folder / f"{name}-tree")
        self.make()

    @property
    def web(self) -> DatabaseSettings:
        """The account of the web."""
        return replace(self.schema.settings, user=web_user(self.name), password="web")

    def make(self) -> None:
        """Apply the tree and make the login."""
        self.schema.apply(self.tree)
        session = open_session(self.schema.settings)
        grants.make_login(session, self.web, grants.WEB, "localhost")
        session.connection.close()

    @property
    def environment(self) -> dict[str, str]:
        """Variables of the command line for this schema."""
        return {
            **os.environ,
            "ALUMNI_HOME": str(self.home),
            "DB_SOCKET": self.server.socket,
            "DB_USER": self.server.user,
            "DB_PASSWORD": self.server.password,
            "DB_NAME": self.name,
            "COLUMNS": "200",
        }

    def reset(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the command without a terminal."""
        return subprocess.run(
            [sys.executable, "-m", "tools", "reset", *words],
            cwd=CHECKOUT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def type(self, answer: str) -> tuple[int, str]:
        """Run the command in a terminal and type an answer; returns exit code and screen."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "tools", "reset"],
            cwd=CHECKOUT,
            env={**self.environment, "TERM": "dumb"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        os.write(ours, f"{answer}\n".encode())
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:
            pass  # Linux: the other end is closed
        os.close(ours)
        return process.wait(60), shown.decode()

    def works(self) -> bool:
        """Return whether the web can do its work: a call, under its own account."""
        with connect(self.web, self.name) as connection:
            return Client(connection).rows("CALL thing_say()") == [{"word": "first"}]


@pytest.fixture
def one(alone: Server, tmp_path: Path) -> Iterator[Installation]:
    """Return the only installation of its server."""
    installation = Installation(alone, tmp_path, "only_one")
    yield installation
    removal.reset(installation.schema.settings, lambda _: None)


def left_on(server: Server) -> list[str]:
    """Return every schema, account and right on a server that MySQL itself did not make."""
    with server.connect() as connection:
        db = Client(connection)
        schemas = [
            str(row.Database)
            for row in db.rows("SHOW DATABASES")
            if row.Database not in ("mysql", "sys", "information_schema", "performance_schema")
        ]
        accounts = [
            str(row.user)
            for row in db.rows("SELECT user AS user FROM mysql.user ORDER BY 1")
            if row.user != "root" and not row.user.startswith("mysql.")
        ]
        rights = [
            f"{row.user} on {row.place}"
            for table in ("db", "tables_priv", "procs_priv")
            for row in db.rows(f"SELECT user AS user, db AS place FROM mysql.{table}")
            if not row.user.startswith("mysql.")
        ]
    return [*schemas, *accounts, *rights]


def test_everything_that_the_tool_made_goes_and_nothing_else(one: Installation) -> None:
    keep = ("mail", "backups", "secrets")
    for name in keep:
        (one.home / name).mkdir(parents=True)
        (one.home / name / "file").write_text("kept")
    with one.server.connect() as connection, connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE theirs")
        cursor.execute("CREATE USER ada IDENTIFIED BY 'a password'")
        cursor.execute("GRANT ALL ON theirs.* TO ada")
    assert one.works()
    done = one.reset("--yes")
    assert done.returncode == 0, done.stdout
    assert left_on(one.server) == ["theirs", "ada", "ada on theirs"]
    for name in keep:
        assert (one.home / name / "file").read_text() == "kept"
        assert str(one.home / name) in done.stdout.partition("Kept")[2]
    assert f"schema {one.name}" in done.stdout

    again = one.reset("--yes")
    assert again.returncode == 0
    assert "nothing to reset" in again.stdout
    # And it can be made again.
    one.make()
    assert one.works()
    with one.server.connect() as connection, connection.cursor() as cursor:
        cursor.execute("DROP DATABASE theirs")
        cursor.execute("DROP USER ada")


def test_another_schema_of_the_server_goes_on(one: Installation, tmp_path: Path) -> None:
    # A pattern in a grant: _ stands for any letter, so the names are as near as can be.
    other = Installation(one.server, tmp_path, "only1one")
    before = [line for line in left_on(one.server) if one.name not in line]
    done = one.reset("--yes")
    assert done.returncode == 0, done.stdout
    assert f"alumni_web: used by {other.name}" in done.stdout
    assert other.works()
    assert left_on(one.server) == before, "roles and rights of the other one, and nothing of this"
    assert other.schema.apply(other.tree) == [], "it is still as its files say"
    assert other.reset("--yes").returncode == 0
    assert left_on(one.server) == [], "the roles go with the last schema"


def test_a_role_that_somebody_holds_stays(one: Installation) -> None:
    with one.server.connect() as connection, connection.cursor() as cursor:
        cursor.execute("CREATE USER ada IDENTIFIED BY 'a password' DEFAULT ROLE alumni_dba")
        cursor.execute("CREATE USER grade_0123456789ab DEFAULT ROLE alumni_reader")
        done = one.reset("--yes")
        assert "alumni_dba: held by 'ada'@'%'" in done.stdout
        # What a killed ./alumni grade left goes, and with it the last who has that role.
        assert set(left_on(one.server)) == {
            "ada",
            "alumni_dba",
            "alumni_dba on performance_schema",
            "alumni_dba on mysql",
        }
        cursor.execute("DROP USER ada")
    assert one.reset("--yes").returncode == 0
    assert left_on(one.server) == []


def test_only_the_name_of_the_schema_confirms(one: Installation) -> None:
    before = left_on(one.server)
    refused = one.reset()
    assert refused.returncode == 1
    assert "--yes" in refused.stdout
    end_of_input = "\x04"
    for answer in (one.name.upper(), end_of_input):
        code, shown = one.type(answer)
        assert code == 1, shown
        assert "Traceback" not in shown
        assert left_on(one.server) == before
    code, shown = one.type(one.name)
    assert code == 0, shown
    assert left_on(one.server) == []


def test_a_site_that_is_connected_is_named(one: Installation) -> None:
    before = left_on(one.server)
    with connect(one.web, one.name):
        refused = one.reset("--yes")
    assert refused.returncode == 1
    assert "A site is connected" in refused.stdout
    assert "./alumni down" in refused.stdout
    assert left_on(one.server) == before


def test_a_run_that_was_killed_is_completed_by_the_next(one: Installation) -> None:
    with one.schema.open() as db:
        # A transaction that has read a table keeps the schema from being dropped.
        db.rows("START TRANSACTION")
        db.rows("SELECT * FROM things")
        process = subprocess.Popen(
            [sys.executable, "-m", "tools", "reset", "--yes"],
            cwd=CHECKOUT,
            env=one.environment,
            stdout=subprocess.DEVNULL,
        )
        end = time.monotonic() + 120
        waiting = "SELECT COUNT(*) FROM performance_schema.metadata_locks WHERE lock_status ="
        while not db.value(f"{waiting} 'PENDING'"):
            assert time.monotonic() < end
            time.sleep(0.02)
        process.kill()
        process.wait()
        left = left_on(one.server)
        assert one.name in left, "it was in the middle"
        assert web_user(one.name) not in left
    assert one.reset("--yes").returncode == 0
    assert left_on(one.server) == []


def test_what_is_left_of_a_schema_that_somebody_dropped(one: Installation) -> None:
    with one.server.connect() as connection, connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {one.name}")
    assert left_on(one.server) != []
    assert one.reset("--yes").returncode == 0
    assert left_on(one.server) == []


def test_an_account_without_the_rights_loses_nothing(one: Installation) -> None:
    before = left_on(one.server)
    with one.server.connect() as connection, connection.cursor() as cursor:
        cursor.execute("CREATE USER small@localhost IDENTIFIED BY 'p'")
        cursor.execute(f"GRANT ALL ON {one.name}.* TO small@localhost")
        environment = {**one.environment, "DB_USER": "small", "DB_PASSWORD": "p"}
        done = subprocess.run(
            [sys.executable, "-m", "tools", "reset", "--yes"],
            cwd=CHECKOUT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        cursor.execute("DROP USER small@localhost")
    assert done.returncode == 1
    assert "administrator" in done.stderr
    assert left_on(one.server) == before


def test_a_home_without_a_server_is_left_alone(tmp_path: Path) -> None:
    home = tmp_path / "none"
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DB_")}
    done = subprocess.run(
        [sys.executable, "-m", "tools", "reset"],
        cwd=CHECKOUT,
        env={**kept, "ALUMNI_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "nothing to reset" in done.stdout
    assert not home.exists()


def test_a_private_server(tmp_path: Path) -> None:
    environ = {**os.environ, "ALUMNI_HOME": str(tmp_path / "home"), "DB_NAME": "of_its_own"}
    settings = configuration.load(environ)
    instance = access.private_instance(settings, lambda _: None)
    instance.start(lambda _: None)
    command = [sys.executable, "-m", "tools", "reset", "--yes"]
    site = settings.home / "web.json"
    try:
        apply_tree(settings.database, small_tree(tmp_path / "tree"), lambda _: None)
        started = psutil.Process().create_time()
        site.write_text(
            json.dumps({"pid": os.getpid(), "started": started, "host": "::1", "port": 1})
        )
        refused = subprocess.run(
            command, cwd=CHECKOUT, env=environ, capture_output=True, text=True, check=False
        )
        assert refused.returncode == 1
        assert "./alumni down" in refused.stderr
        site.unlink()
        instance.stop()
        done = subprocess.run(
            command, cwd=CHECKOUT, env=environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert not instance.is_running(), "it was stopped before, so it is stopped again"
        instance.start(lambda _: None)
        with connect(settings.database) as connection:
            names = [row.Database for row in Client(connection).rows("SHOW DATABASES")]
        assert "of_its_own" not in names
    finally:
        instance.stop()

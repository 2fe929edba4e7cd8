"""Killed before, during and after every statement of the real migration, and run again.

One schema is killed at its first statement, taken up, killed at the next one, and so on to the end
(of the many objects, each statement of the first ones and then here and there); its definitions are
then the same, byte for byte, as those of a schema that was left in peace. Most kills cut the
connection inside this process, which is what the server sees of a kill; a few are real SIGKILLs of
a process of its own.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import mysql.connector
import pytest

from tests.support.database import Database
from tests.support.server import Server
from tests.support.sources import CHECKOUT
from tests.support.trees import Schema, schema, small_tree
from tools.migrate import api, catalog, history
from tools.migrate.apply import apply
from tools.migrate.lock import deployer
from tools.migrate.plan import make_plan
from tools.migrate.session import Session
from tools.migrate.source import Tree, read_tree
from tools.migrate.verify import verify

MOMENTS = ("before", "during", "after")


class Killed(BaseException):
    """The deployer is gone."""


class DoomedSession(Session):
    """A session that is killed at its `at`-th statement that changes something."""

    def __init__(self, connection: object, name: str, at: int, moment: str) -> None:
        super().__init__(connection, name)
        self.left = at
        self.moment = moment
        self.is_dead = False

    def run(self, statement: str, *arguments: object) -> list[dict[str, object]]:
        """Run it, or die."""
        if self.is_dead:
            raise Killed
        if statement.lstrip().upper().startswith(("SELECT", "SHOW", "DO ")):
            return super().run(statement, *arguments)
        self.left -= 1
        if self.left != 0:
            return super().run(statement, *arguments)
        if self.moment == "during" and not arguments:
            # Sent, and nobody is there any more to hear the answer.
            self.connection._socket.send(b"\x03" + statement.encode(), 0)
        elif self.moment == "after":
            super().run(statement, *arguments)
        self.is_dead = True
        self.connection._socket.sock.shutdown(socket.SHUT_RDWR)
        self.connection._socket.sock.close()
        raise Killed


def run_killed(target: Schema, observer: Database, tree: Tree, at: int, moment: str) -> bool:
    """Apply the tree until the kill; returns whether it came to its end before."""
    guard = api.open_session(target.settings)
    connection = api.open_session(target.settings).connection
    work = DoomedSession(connection, target.settings.name, at, moment)
    try:
        with deployer(guard, work, lambda _: None):
            history.prepare(work)
            apply(work, make_plan(work, tree), lambda _: None)
    except Killed:
        pass
    finally:
        guard.connection.close()
        connection.close()
        if moment == "during":
            _wait_until_gone(observer)
    return not work.is_dead


def _wait_until_gone(observer: Database) -> None:
    """Wait until the server has ended the statement whose client has gone.

    In earnest the lock of the working connection does this.
    """
    deadline = time.monotonic() + 20
    while left := observer.rows(
        "SELECT id, command, time, state, info FROM performance_schema.processlist"
        " WHERE db = %s AND id <> CONNECTION_ID()",
        observer.schema,
    ):
        assert time.monotonic() < deadline, left
        time.sleep(0.002)


@pytest.fixture(scope="module")
def undisturbed(server: Server) -> dict[tuple[str, str], str | None]:
    with schema(server) as target:
        target.apply(CHECKOUT)
        return snapshot(target)


def snapshot(target: Schema) -> dict[tuple[str, str], str | None]:
    session = api.open_session(target.settings)
    try:
        assert [str(one) for one in verify(session)] == []
        return catalog.snapshot(session)
    finally:
        session.connection.close()


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_while_the_tool_makes_its_own_tables(
    server: Server, tmp_path: Path, moment: str
) -> None:
    """Which happens once in a schema, so that the long test has one moment for each of them."""
    root = small_tree(tmp_path)
    tree = read_tree(root)
    with schema(server) as target:
        target.apply(root)
        undisturbed = snapshot(target)
    with schema(server) as target:
        api.create_schema(target.settings)
        with target.open() as observer:
            for at in range(1, OVERHEAD + 2):
                assert not run_killed(target, observer, tree, at, moment)
        target.apply(root)
        assert snapshot(target) == undisturbed


def test_killed_at_every_statement(
    server: Server, undisturbed: dict[tuple[str, str], str | None]
) -> None:
    with schema(server) as target:
        api.create_schema(target.settings)
        tree = read_tree(CHECKOUT)
        observer = target.open()
        # Each run gets further than the one before: a step that is done is not done again, and a
        # step in the making is killed at each of its statements in turn, until steps of its kind
        # have had their share. Each step has its moment, and the next step has the next one.
        at, runs, size, step = 1, Counter[str](), None, 0
        while not run_killed(target, observer, tree, at, moment := MOMENTS[step % len(MOMENTS)]):
            runs[moment] += 1
            now = progress_of(observer)
            if now == size:
                at += 1
            else:
                step += 1
                at = 1 + OVERHEAD + runs.total() * 37 % stride(now)
            size = now
            assert runs.total() < 6000
        observer.close()
        target.apply(CHECKOUT)
        assert min(runs[moment] for moment in MOMENTS) > 150, runs
        assert snapshot(target) == undisturbed


OVERHEAD = 4
"""Statements before the first of a step: the tool's own tables."""
EVERY_CHANGE = 40 * len(MOMENTS)
"""Statements of the migrations that are killed at each of the tool's own statements."""
EVERY_ROUTINE = 12 * len(MOMENTS)
"""Routines, triggers and views that are."""


def stride(progress: tuple[int, ...]) -> int:
    """Return among how many statements the next kill is: one step is made like any other."""
    _, changes, _, versions = progress
    if versions:
        return 1 if versions <= EVERY_ROUTINE else 300 // len(MOMENTS)
    return 1 if changes <= EVERY_CHANGE else 30 // len(MOMENTS)


def progress_of(observer: Database) -> tuple[int, ...]:
    if not observer.rows("SHOW TABLES LIKE 'schema_object_versions'"):
        return (0, 0, 0, len(observer.rows("SHOW TABLES")))
    # The keys alone: the sources are long. Of all rows the server would count with four threads.
    found = observer.row(
        "SELECT (SELECT COUNT(*) FROM schema_migrations WHERE kind <> ''),"
        " (SELECT COUNT(*) FROM schema_journal WHERE is_done = 1),"
        " (SELECT COUNT(*) FROM schema_objects WHERE fingerprint IS NOT NULL),"
        " (SELECT COUNT(*) FROM schema_object_versions WHERE version > 0)"
    )
    return tuple(found.values())


SCRIPT = """
import sys
from pathlib import Path
from tools.migrate.api import apply_tree
from tools.settings import CHECKOUT
from web.settings import DatabaseSettings
socket, user, password, name = sys.argv[1:]
apply_tree(DatabaseSettings(user, password, name, socket=socket), CHECKOUT, lambda _: None)
"""


def test_real_kills(
    server: Server, undisturbed: dict[tuple[str, str], str | None], record: Callable[[str], None]
) -> None:
    with schema(server) as target:
        place = target.settings
        kills = 0
        for delay in (0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.1):
            process = subprocess.Popen(
                [
                    sys.executable,
                    "-c",
                    SCRIPT,
                    server.socket,
                    server.user,
                    server.password,
                    place.name,
                ],
                cwd=CHECKOUT,
                env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            )
            # From the moment it begins to work.
            while process.poll() is None and not _exists(server, place.name):
                time.sleep(0.005)
            time.sleep(delay)
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
                kills += 1
            process.wait()
        record(f"{kills} processes killed")
        target.apply(CHECKOUT)
        assert kills > 0
        assert snapshot(target) == undisturbed


@pytest.fixture
def record() -> Callable[[str], None]:
    return print


def _exists(server: Server, name: str) -> bool:
    try:
        server.connect(name).close()
    except mysql.connector.Error:
        return False
    return True

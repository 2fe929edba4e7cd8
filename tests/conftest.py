"""Fixtures of every test: the server, a migrated template, a clone of it a worker."""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests.support.database import Database
from tests.support.server import Server

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def server() -> Server:
    """Return the run's one MySQL server."""
    return Server.from_environment()


@pytest.fixture(scope="session")
def template(server: Server) -> str:
    """Return the name of a schema that holds the checkout's database, made once a run."""
    digest = hashlib.sha256()
    for folder in ("db", "procedures", "triggers", "views"):
        for path in sorted((CHECKOUT / folder).rglob("*.sql")):
            digest.update(path.read_bytes())
    name = f"template_{digest.hexdigest()[:12]}"
    with FileLock(Path(tempfile.gettempdir()) / f"{name}.lock"):
        if not _is_complete(server, name):
            _build(server, name)
            # The mark is a schema of its own, so that the template holds the database only.
            Database(server, name).rows(f"CREATE DATABASE {name}_is_complete")
    return name


def _is_complete(server: Server, name: str) -> bool:
    connection = server.connect()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = %s",
            (f"{name}_is_complete",),
        )
        (found,) = cursor.fetchone()
    connection.close()
    return bool(found)


def _build(server: Server, name: str) -> None:
    order = ["db/migrations/*", "db/functions/*", "procedures/*/*", "triggers/*", "views/*",
             "db/reference/*"]
    files = [path for pattern in order for path in sorted(CHECKOUT.glob(f"{pattern}.sql"))]
    subprocess.run(
        server.client_command(),
        input=f"DROP DATABASE IF EXISTS {name};"
        f"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;",
        text=True,
        check=True,
    )
    for path in files:
        subprocess.run(server.client_command(name), input=path.read_text(), text=True, check=True)


@pytest.fixture(scope="session")
def clone(server: Server, template: str) -> Iterator[Callable[[str], Database]]:
    """Return a maker of schemas: `clone("name")` is a fresh copy of the template."""
    made: list[Database] = []

    def make(name: str) -> Database:
        _build(server, name)
        database = Database(server, name)
        made.append(database)
        return database

    yield make
    for database in made:
        database.rows(f"DROP DATABASE {database.schema}")
        database.close()


@pytest.fixture(scope="session")
def db(clone: Callable[[str], Database], testrun_uid: str, worker_id: str) -> Database:
    """Return the worker's schema; tests share it and make people of their own in it."""
    return clone(f"test_{testrun_uid[:8]}_{worker_id}")

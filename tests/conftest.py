"""Fixtures of every test: the server, a migrated template, a clone of it a worker."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import mysql.connector
import pytest
from filelock import FileLock

from tests.support.database import Client, Database
from tests.support.schemas import Schemas
from tests.support.server import Server
from tools.migrate.api import apply_tree
from tools.seed.demo import Demo

CHECKOUT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the options that write documents and pictures anew."""
    parser.addoption("--record-plans", action="store_true", help="write db/PLANS.md anew")
    parser.addoption("--write-tour", action="store_true", help="write db/TOUR.md anew")
    parser.addoption("--renew-pictures", action="store_true", help="make .github/*.png anew")


@pytest.fixture(scope="session")
def server() -> Server:
    """Return the run's one MySQL server."""
    return Server.from_environment()


@pytest.fixture(scope="session")
def template(server: Server) -> str:
    """Return the name of a schema that holds the checkout's database, made once a run."""
    return _made_once(server, "template", lambda _: None)


@pytest.fixture(scope="session")
def demo_template(server: Server) -> str:
    """Return the name of a schema with the demo data, made once a run."""
    return _made_once(server, "demo", _load_demo)


def _load_demo(database: Database) -> None:
    assert Demo(database.connection).load(lambda _: None)


def _made_once(server: Server, name: str, fill: Callable[[Database], None]) -> str:
    """Make a schema unless another worker has; the name changes with what it is made of."""
    digest = hashlib.sha256()
    for folder in ("db", "procedures", "triggers", "views", "tools/seed"):
        for path in sorted((CHECKOUT / folder).rglob("*.*")):
            if path.suffix in {".sql", ".json", ".py"}:
                digest.update(path.read_bytes())
    schema = f"{name}_{digest.hexdigest()[:12]}"
    with FileLock(Path(tempfile.gettempdir()) / f"alumni-{schema}.lock"):
        # The mark is a schema of its own, so that the template holds the database only.
        mark = f"{schema}_is_complete"
        connection = server.connect()
        with connection.cursor() as cursor:
            cursor.execute("SHOW DATABASES LIKE %s", (mark.replace("_", r"\_"),))
            is_complete = cursor.fetchone() is not None
            if not is_complete:
                cursor.execute(f"DROP DATABASE IF EXISTS {schema}")
                apply_tree(server.database(schema), CHECKOUT, lambda _: None)
                database = Database(server, schema)
                # Tests call what the scheduler would call, when they want it.
                for row in database.rows("SHOW EVENTS"):
                    database.rows(f"DROP EVENT {row.Name}")
                fill(database)
                database.close()
                cursor.execute(f"CREATE DATABASE {mark}")
        connection.close()
    return schema


@pytest.fixture(scope="session")
def schemas(server: Server, testrun_uid: str, worker_id: str) -> Schemas:
    """Return the worker's schemas: `with schemas.lent(template) as database: ...`."""
    return Schemas(server, f"{testrun_uid[:8]}_{worker_id}")


@pytest.fixture(scope="module")
def lend(schemas: Schemas) -> Iterator[Callable[[str], Database]]:
    """Return what lends schemas to the fixtures of one module: `lend(template)`."""
    with contextlib.ExitStack() as stack:
        yield lambda template: stack.enter_context(schemas.lent(template))


@pytest.fixture(scope="session")
def db(schemas: Schemas, template: str) -> Iterator[Database]:
    """Return the worker's schema; tests share it and make people of their own in it."""
    with schemas.lent(template) as database:
        yield database


@pytest.fixture(scope="session")
def demo(schemas: Schemas, demo_template: str) -> Iterator[Database]:
    """Return the worker's schema with the demo data."""
    with schemas.lent(demo_template) as database:
        yield database


@pytest.fixture
def signed_in_as(db: Database) -> Iterator[Callable[[str], Client]]:
    """Return a maker of connections of an account that has one role and nothing else."""
    made: list[tuple[str, Client]] = []

    def connect(role: str) -> Client:
        user, password = f"t_{secrets.token_hex(6)}", secrets.token_hex(16)
        db.rows(f"CREATE USER {user}@localhost IDENTIFIED BY '{password}' DEFAULT ROLE {role}")
        client = Client(
            mysql.connector.connect(
                unix_socket=db.server.socket,
                user=user,
                password=password,
                database=db.schema,
                autocommit=True,
            )
        )
        made.append((user, client))
        return client

    yield connect
    for user, client in made:
        client.close()
        db.rows(f"DROP USER {user}@localhost")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep a file on one worker where its tests share something that is costly to make.

    That is what a fixture of a whole module is; without this every worker would make it.
    """
    for item in items:
        if item.get_closest_marker("xdist_group") or not isinstance(item, pytest.Function):
            continue
        definitions = item._fixtureinfo.name2fixturedefs
        shared = {name for name, found in definitions.items() if found[-1].scope == "module"}
        if shared:
            item.add_marker(pytest.mark.xdist_group(Path(item.path).stem))

"""Fixtures of every test: the server, a migrated template, a clone of it a worker."""

from __future__ import annotations

import contextlib
import secrets
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import mysql.connector
import pytest

from tests.support import schedule
from tests.support.database import Client, Database
from tests.support.schemas import Schemas
from tests.support.server import Server
from tools.settings import CHECKOUT
from tools.testing import templates
from tools.testing.changes import DURATIONS, known_durations

TEMPLATES_LOCK = Path(tempfile.gettempdir()) / "alumni-templates.lock"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the options that write documents and pictures anew."""
    parser.addoption("--record-plans", action="store_true", help="write db/PLANS.md anew")
    parser.addoption("--write-tour", action="store_true", help="write db/TOUR.md anew")
    parser.addoption("--record-durations", action="store_true", help=f"write {DURATIONS}")
    parser.addoption("--pictures", action="store_true", help="keep a picture of every page")
    parser.addoption("--write-selfcheck", action="store_true", help="update db/selfcheck.sql")
    parser.addoption("--renew-pictures", action="store_true", help="make .github/*.png anew")


@pytest.fixture(scope="session")
def server() -> Server:
    """Return the run's one MySQL server."""
    return Server.from_environment()


@pytest.fixture(scope="session")
def template(server: Server) -> str:
    """Return the name of a schema that holds the checkout's database and no people."""
    return templates.empty(server.database(""), TEMPLATES_LOCK)


@pytest.fixture(scope="session")
def demo_template(server: Server) -> str:
    """Return the name of a schema with the demo university."""
    return templates.demo(server.database(""), TEMPLATES_LOCK)


@pytest.fixture(scope="session")
def schemas(server: Server, testrun_uid: str, worker_id: str) -> Schemas:
    """Return the worker's schemas: `with schemas.lent(template) as database: ...`."""
    return Schemas(server, f"{testrun_uid[:8]}_{worker_id}")


@pytest.fixture(scope="module")
def lend(schemas: Schemas) -> Iterator[Callable[[str], Database]]:
    """Return what lends schemas to the fixtures of one module: `lend(template)`."""
    with contextlib.ExitStack() as stack:
        yield lambda template: stack.enter_context(schemas.lent(template))


@pytest.fixture(scope="module")
def db(schemas: Schemas, template: str) -> Iterator[Database]:
    """Return the module's schema; its tests share it and make people of their own in it."""
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
    """Order the tests for parallel workers: long files first, shared fixtures on one worker."""
    durations = known_durations()
    items.sort(key=lambda item: -durations.get(schedule.file_of(item.nodeid), 0.0))
    schedule.group_by_shared_fixtures(items)


def pytest_configure(config: pytest.Config) -> None:
    """Record how long files take where that is asked for; workers report to their controller."""
    if config.getoption("--record-durations") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(schedule.Recorder(CHECKOUT / DURATIONS))

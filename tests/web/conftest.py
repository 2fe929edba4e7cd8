"""The site, started once a run on a schema of its own, as the web's account."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.database import Database
from tests.support.schemas import Schemas
from tests.support.site import Browser, Site
from tools.migrate import grants
from tools.migrate.api import open_session
from web.settings import DatabaseSettings


@contextlib.contextmanager
def _login(db: Database) -> Iterator[DatabaseSettings]:
    """Make an account that may EXECUTE the web's procedures in a schema and nothing else."""
    account = db.server.database(db.schema)
    account = replace(account, user=f"{db.schema}_login"[:32], password=secrets.token_hex(16))
    session = open_session(db.server.database(db.schema))
    grants.make_login(session, account, grants.WEB, "localhost")
    yield account
    session.run(f"DROP USER `{account.user}`@localhost")
    session.connection.close()


@pytest.fixture(scope="session")
def web_account(web_db: Database) -> Iterator[DatabaseSettings]:
    """Return the account of the site that most tests share."""
    with _login(web_db) as account:
        yield account


@pytest.fixture(scope="module")
def spare_db(schemas: Schemas, template: str) -> Iterator[Database]:
    """Return a schema that a module has for itself, as its administrator sees it."""
    with schemas.lent(template) as database:
        yield database


@pytest.fixture(scope="module")
def spare_account(spare_db: Database) -> Iterator[DatabaseSettings]:
    """Return the web's account there."""
    with _login(spare_db) as account:
        yield account


@pytest.fixture(scope="session")
def web_db(schemas: Schemas, template: str) -> Iterator[Database]:
    """Return the site's schema, as its administrator sees it."""
    with schemas.lent(template) as database:
        yield _without_throttles(database)


def _without_throttles(database: Database) -> Database:
    # All tests are one network address; the tests of the throttles set limits of their own.
    for name in ("registrations_per_address", "mails_per_address", "sign_in_failures_per_address"):
        database.rows("UPDATE settings SET value = '100000' WHERE name = %s", name)
    return database


@pytest.fixture(scope="session")
def site(
    web_db: Database, web_account: DatabaseSettings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """Return the running site."""
    running = Site(web_db, web_account, tmp_path_factory.mktemp("home"))
    running.start()
    yield running
    assert running.stop() == 0


@pytest.fixture
def browser(site: Site) -> Browser:
    """Return a browser that has never been here."""
    return site.browser()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder for a site of a test's own."""
    return tmp_path

"""The site, started once a run on a schema of its own, as the web's account."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.database import Database
from tests.support.server import Server
from tests.support.site import Browser, Site
from tools.migrate import grants
from tools.migrate.api import clone_schema, open_session
from tools.settings import DatabaseSettings


@contextlib.contextmanager
def _migrated(server: Server, template: str, schema: str) -> Iterator[DatabaseSettings]:
    """Make a schema; gives the account that may EXECUTE the web's procedures there."""
    administrator = server.database(schema)
    clone_schema(administrator, template)
    account = DatabaseSettings(
        f"{schema}_login"[:32], secrets.token_hex(16), schema, socket=server.socket
    )
    session = open_session(administrator)
    grants.make_login(session, account, grants.WEB, "localhost")
    yield account
    session.run(f"DROP USER `{account.user}`@localhost")
    session.connection.close()


@pytest.fixture(scope="session")
def web_account(
    server: Server, template: str, testrun_uid: str, worker_id: str
) -> Iterator[DatabaseSettings]:
    """Return the account of the site that most tests share."""
    with _migrated(server, template, f"web_{testrun_uid[:8]}_{worker_id}") as account:
        yield account


@pytest.fixture(scope="module")
def spare_account(
    server: Server, template: str, testrun_uid: str, worker_id: str
) -> Iterator[DatabaseSettings]:
    """Return the account of a schema that a module has for itself."""
    with _migrated(server, template, f"spare_{testrun_uid[:8]}_{worker_id}") as account:
        yield account


@pytest.fixture
def spare_db(server: Server, spare_account: DatabaseSettings) -> Iterator[Database]:
    """Return that schema, as its administrator sees it."""
    database = Database(server, spare_account.name)
    yield database
    database.close()


@pytest.fixture(scope="session")
def web_db(server: Server, web_account: DatabaseSettings) -> Iterator[Database]:
    """Return the site's schema, as its administrator sees it."""
    database = Database(server, web_account.name)
    # All tests are one network address; the tests of the throttles set limits of their own.
    for name in ("registrations_per_address", "mails_per_address", "sign_in_failures_per_address"):
        database.rows("UPDATE settings SET value = '100000' WHERE name = %s", name)
    yield database
    database.close()


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

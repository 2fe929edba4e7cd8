"""A site with the demo data, and a real Chromium."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from tests.support.browser import Tab
from tests.support.database import Database
from tests.support.site import Site
from tools.migrate import grants
from tools.migrate.api import open_session
from tools.settings import DatabaseSettings

OPTIONS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
]


@pytest.fixture(scope="session")
def demo_site(demo: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return a running site on the worker's demo data."""
    account = DatabaseSettings(
        f"{demo.schema}_w"[:32], secrets.token_hex(16), demo.schema, socket=demo.server.socket
    )
    session = open_session(demo.server.database(demo.schema))
    grants.make_login(session, account, grants.WEB, "localhost")
    site = Site(demo, account, Path(tmp_path_factory.mktemp("site")))
    site.start()
    yield site
    site.stop()
    session.run(f"DROP USER `{account.user}`@localhost")
    session.connection.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Return the run's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["ALUMNI_TEST_CHROMIUM"], args=OPTIONS
        )
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Any, demo_site: Site) -> Iterator[Callable[..., Tab]]:
    """Return a maker of tabs; in the end none of them may have had a problem."""
    made: list[Tab] = []

    def make(**options: Any) -> Tab:
        made.append(Tab(chromium, demo_site, **options))
        return made[-1]

    yield make
    problems = [problem for one in made for problem in one.problems]
    for one in made:
        one.context.close()
    assert problems == []

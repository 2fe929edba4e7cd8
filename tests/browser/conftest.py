"""A site with the demo data, and a real Chromium."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.support.browser import Tab
from tests.support.database import Database
from tests.support.site import Site
from tools.migrate import grants
from tools.migrate.api import open_session
from web.settings import DatabaseSettings

OPTIONS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    # chrome-headless-shell rounds the widths of letters otherwise, which no reader's browser does.
    "--font-render-hinting=none",
    # Each page is a new one to V8: compiling its hot functions again costs more than they save.
    "--js-flags=--no-opt,--no-maglev",
]
# For what hangs, as in tests/support/browser.py; a busy machine may take its time.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session", autouse=True)
def _pictures(request: pytest.FixtureRequest) -> None:
    Tab.are_pictures_wanted = bool(request.config.getoption("--pictures"))


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of every tab that a failed test had open."""
    report = yield
    if report.when == "call" and report.failed:
        for one in Tab.open_tabs:
            one.keep_failure(item.name)
    return report


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
        one.close()
    assert problems == []


@pytest.fixture(scope="session")
def _kept_tab(chromium: Any, demo_site: Site) -> Iterator[Tab]:
    one = Tab(chromium, demo_site)
    yield one
    one.close()


@pytest.fixture
def onlooker(_kept_tab: Tab) -> Iterator[Tab]:
    """Return a visitor's tab that tests share which look at pages: a new one costs a second."""
    _kept_tab.become(None)
    _kept_tab.problems.clear()
    yield _kept_tab
    assert _kept_tab.problems == []

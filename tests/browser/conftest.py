"""A site with the demo data, and a real Chromium."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from tests.support.accounts import email_of
from tests.support.database import Database
from tests.support.site import Site
from tools.migrate import grants
from tools.migrate.api import open_session
from tools.settings import DatabaseSettings

PICTURES = Path(os.environ["ALUMNI_TEST_HOME"]) / "screenshots"
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


class Tab:
    """A tab of somebody's browser that writes down what should not happen."""

    def __init__(self, chromium: Any, site: Site, **options: Any) -> None:
        self.site = site
        self.context = chromium.new_context(base_url=site.url, **options)
        self.context.set_default_timeout(30_000)
        self.page = self.context.new_page()
        self.problems: list[str] = []
        self.expected_status: set[int] = set()
        self.who: str | None = None
        self.page.on("console", self._console)
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._request)
        self.page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))

    def _console(self, message: Any) -> None:
        # A page that is an error on purpose is reported by the browser as a failed resource.
        ours = any(f"status of {status}" in message.text for status in self.expected_status)
        if message.type in ("error", "warning") and not ours:
            self.problems.append(f"console: {message.text}")

    def _failed(self, request: Any) -> None:
        # One that is overtaken by the next page is nobody's mistake.
        if "ERR_ABORTED" not in str(request.failure):
            self.problems.append(f"failed: {request.url} {request.failure}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.site.url, "data:")):
            self.problems.append(f"third party: {request.url}")

    def keep(self, name: str) -> None:
        """Keep a picture of what the window shows now, for people to look at after the run."""
        who = re.sub(r"@.*", "", self.who or "visitor")
        file = PICTURES / who / (re.sub(r"\W+", "-", name).strip("-") + ".jpg")
        file.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=file, type="jpeg", quality=60)

    def sign_in(self, email: str) -> None:
        """Sign in by the form."""
        self.who = email
        self.page.goto("/login")
        self.page.fill("#email", email)
        self.page.fill("#password", "user123")
        self.page.click("main button[type=submit]")
        self.page.wait_for_url("**/dashboard")

    def enter(self, user_id: int) -> None:
        """Be somebody without typing their password; goes to their dashboard."""
        self.who = email_of(self.site.db, user_id)
        token = self.site.browser().signed_in(user_id).cookie("alumni_session")
        self.context.add_cookies([{"name": "alumni_session", "value": token, "url": self.site.url}])
        self.page.goto("/dashboard")


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

"""A tab of somebody's browser that writes down what should not happen."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Error

from tests.support.accounts import email_of
from tests.support.site import Site

PICTURES = Path(os.environ["ALUMNI_TEST_HOME"]) / "screenshots"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])


class Tab:
    """A tab of somebody's browser that writes down what should not happen."""

    are_pictures_wanted = False
    open_tabs: ClassVar[list[Tab]] = []

    def __init__(self, chromium: Any, site: Site, **options: Any) -> None:
        self.site = site
        self.context = chromium.new_context(base_url=site.url, **options)
        self.context.set_default_timeout(60_000)
        self.page = self.context.new_page()
        self.problems: list[str] = []
        self.expected_status: set[int] = set()
        self.who: str | None = None
        self.is_examined = False
        self.page.on("console", self._console)
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._request)
        self.page.on("pageerror", self._error)
        self.open_tabs.append(self)

    def close(self) -> None:
        """Close it, with all that this browser knows."""
        self.open_tabs.remove(self)
        self.context.close()

    def _console(self, message: Any) -> None:
        # A page that is an error on purpose is reported by the browser as a failed resource.
        ours = any(f"status of {status}" in message.text for status in self.expected_status)
        if message.type in ("error", "warning") and not ours:
            self.problems.append(f"console: {message.text}")

    def _error(self, error: Any) -> None:
        # Chromium tells nobody else that it skipped the animation between two pages, because the
        # next one came too soon: w3c/csswg-drafts#13726.
        if "Transition was" not in str(error):
            self.problems.append(f"script: {error}")

    def _failed(self, request: Any) -> None:
        # One that is overtaken by the next page is nobody's mistake.
        if "ERR_ABORTED" not in str(request.failure):
            self.problems.append(f"failed: {request.url} {request.failure}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.site.url, "data:")):
            self.problems.append(f"third party: {request.url}")

    def keep(self, name: str) -> None:
        """Keep a picture of what the window shows now, if --pictures asks for it."""
        if self.are_pictures_wanted:
            self._picture(f"{self.who or 'visitor'}/{_plain(name)}.jpg")

    def keep_failure(self, name: str) -> None:
        """Keep a picture of what a test saw that has failed."""
        # A page that does not answer any more has no picture; the failure says more than that.
        with contextlib.suppress(Error):
            self._picture(f"failed/{_plain(name)}-{self.open_tabs.index(self)}.jpg")

    def _picture(self, name: str) -> None:
        file = PICTURES / re.sub(r"@[^/]*", "", name)
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

    def become(self, user_id: int | None) -> None:
        """Be somebody without typing their password, or a visitor."""
        self.context.clear_cookies()
        self.who = None
        if user_id is not None:
            self.who = email_of(self.site.db, user_id)
            token = self.site.browser().signed_in(user_id).cookie("alumni_session")
            self.context.add_cookies(
                [{"name": "alumni_session", "value": token, "url": self.site.url}]
            )

    def enter(self, user_id: int) -> None:
        """Be somebody without typing their password; goes to their dashboard."""
        self.become(user_id)
        self.page.goto("/dashboard")


def _plain(name: str) -> str:
    return re.sub(r"\W+", "-", name).strip("-")[:120]

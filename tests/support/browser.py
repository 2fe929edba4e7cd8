"""A tab of a real Chromium, as tests use it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.accounts import email_of
from tests.support.site import Site

PICTURES = Path(os.environ["ALUMNI_TEST_HOME"]) / "screenshots"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])


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

"""The Chromium of the browser tests: this machine's, or one that is installed for them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from tools.install_log import InstallLog
from tools.server.distribution import ServerError

QUIET = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def ensure(report: Callable[[str], None], log: InstallLog) -> str:
    """Return the path of a Chromium; installs one where there is none.

    What the installers print goes to the log. Raises ServerError with a sentence that names it.
    """
    if found := _installed():
        return found
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        report("Installing Chromium")
        apt = ("apt-get", "-q", "-y")
        log.run((*apt, "update"))
        log.run((*apt, "install", "--no-install-recommends", "chromium"), QUIET)
    else:
        report("Fetching Chromium")
        log.run((sys.executable, "-m", "playwright", "install", "chromium"))
    if found := _installed():
        return found
    raise ServerError(log.explain("The browser tests need Chromium, which could not be installed"))


def _installed() -> str | None:
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None

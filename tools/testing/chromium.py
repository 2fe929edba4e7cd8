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
APT = ("apt-get", "-q", "-y")
NAMES = ("chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable")
"""What is looked for, best first: the shell takes half the CPU of the whole browser."""


def ensure(report: Callable[[str], None], log: InstallLog) -> str:
    """Return the path of a Chromium; installs one where there is none.

    What the installers print goes to the log. Raises ServerError with a sentence that names it.
    """
    if found := _installed():
        return found
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        report("Installing Chromium")
        log.run((*APT, "update"))
        log.run((*APT, "install", "--no-install-recommends", NAMES[0]), QUIET)
        if found := _installed():
            return found
    # Also on Ubuntu, whose Chromium is a snap.
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

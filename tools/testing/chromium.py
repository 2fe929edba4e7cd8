"""The Chromium of the browser tests: this machine's, or one that is installed for them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools.server.distribution import ServerError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def ensure(report: Callable[[str], None], log: Path) -> str:
    """Return the path of a Chromium; installs one where there is none.

    What the installers print goes to `log`. Raises ServerError with a sentence that names it.
    """
    if found := _installed():
        return found
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        report("Installing Chromium")
        commands = [
            ["apt-get", "-q", "update"],
            ["apt-get", "-q", "install", "-y", "--no-install-recommends", "chromium"],
        ]
    else:
        report("Fetching Chromium")
        commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    with log.open("ab") as file:
        for command in commands:
            subprocess.run(
                command,
                env={"DEBIAN_FRONTEND": "noninteractive", **os.environ},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                check=False,
            )
    if found := _installed():
        return found
    raise ServerError(
        f"The browser tests need Chromium, which could not be installed; {log} says why."
    )


def _installed() -> str | None:
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None

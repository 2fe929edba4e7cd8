"""`./alumni lint` and `./alumni test`: every check of the project."""

from __future__ import annotations

import os
import secrets
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated

import typer

from tools import settings as configuration
from tools.console import console, errors, progress
from tools.server.distribution import ServerError
from tools.server.instance import throwaway
from tools.server.locate import client, distribution
from tools.settings import CHECKOUT, Settings

PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}
SQL_FOLDERS = ("db", "procedures", "triggers", "views")
LINTERS = {
    "ruff": ("ruff", "check", "--quiet", "."),
    "ruff format": ("ruff", "format", "--check", "--quiet", "."),
    "mypy": ("mypy", "--no-error-summary"),
    "sqlfluff": ("sqlfluff", "lint", "--disable-progress-bar", "--processes", "0", *SQL_FOLDERS),
}
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def lint() -> None:
    """Check Python (ruff, mypy) and SQL (sqlfluff)."""
    if not _lint():
        raise typer.Exit(1)


def _lint() -> bool:
    """Run the checkers side by side; print what they found and return whether that is nothing."""
    with ThreadPoolExecutor(len(LINTERS)) as pool:
        results = dict(zip(LINTERS, pool.map(_output_of, LINTERS.values()), strict=True))
    failed = {name: done for name, done in results.items() if done.returncode}
    for done in failed.values():
        errors.print(done.stdout + done.stderr, markup=False)
    console.print(f"Lint: {', '.join(failed)} failed" if failed else "Lint: all is well")
    return not failed


def _output_of(command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )


def test(
    context: typer.Context,
    skip_lint: Annotated[bool, typer.Option("--no-lint", help="Tests only.")] = False,
) -> None:
    """Run every check and every test on a throwaway server. Further options go to pytest.

    For example: ./alumni test --no-lint tests/sql -k job
    """
    settings = configuration.load()
    os.chdir(CHECKOUT)
    workers = str(max(2, min(os.cpu_count() or 2, 8)))
    arguments = context.args or ["-n", workers, "--dist", "loadgroup"]
    password = secrets.token_urlsafe(16)
    with ThreadPoolExecutor(1) as pool, progress("Looking for Chromium") as report:
        # Checked while the programs are fetched.
        lint_result = None if skip_lint else pool.submit(_lint)
        chromium = _chromium(report)
        report("Looking for MySQL")
        programs = distribution(settings.cache, report)
        # A folder with a short name: sockets have short paths, and some disks are in memory.
        folder = Path(tempfile.mkdtemp(prefix="alumni-test-"))
        instance = throwaway(folder, programs, password)
        instance.start(report)
        report("Checking Python and SQL")
        is_clean = lint_result is None or lint_result.result()
    environment = {
        **_plain_environment(settings),
        "ALUMNI_TEST_SOCKET": str(instance.socket),
        "ALUMNI_TEST_PORT": str(instance.port),
        "ALUMNI_TEST_USER": "root",
        "ALUMNI_TEST_PASSWORD": password,
        "ALUMNI_TEST_CLIENT": shlex.join(client(settings.cache)),
        "ALUMNI_TEST_CHROMIUM": chromium,
        "ALUMNI_CACHE": str(settings.cache),
    }
    try:
        result = subprocess.run(
            [sys.executable, "-m", "pytest", *arguments], env=environment, check=False
        ).returncode
    finally:
        instance.stop()
        shutil.rmtree(folder, ignore_errors=True)
    raise typer.Exit(result or (0 if is_clean else 1))


def _plain_environment(settings: Settings) -> dict[str, str]:
    """Return the environment without what would point the tests at a database of the user's."""
    theirs = ("DB_", "SMTP_", "ALUMNI_", "SECRET_KEY", "PUBLIC_URL", "HOST", "PORT", "WEB_WORKERS")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(theirs)}
    return {**kept, "ALUMNI_TEST_HOME": str(settings.home / "test")}


def _chromium(report: Callable[[str], None]) -> str:
    """Return the path of a Chromium; installs one where there is none. Raises ServerError."""
    found = _installed_chromium()
    if found:
        return found
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        report("Installing Chromium")
        quiet = {"DEBIAN_FRONTEND": "noninteractive", **os.environ}
        for words in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(
                ["apt-get", "-qq", *words],
                env=quiet,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                check=False,
            )
    else:
        report("Fetching Chromium")
        subprocess.run(
            [sys.executable, "-m", "playwright", "install", "chromium"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )
    found = _installed_chromium()
    if not found:
        raise ServerError("Chromium could not be installed; the browser tests need one.")
    return found


def _installed_chromium() -> str | None:
    for name in CHROMIUM_NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None

"""One run of the tests: a server, a browser and workers of its own, and nothing left behind."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.console import progress
from tools.install_log import InstallLog
from tools.server.instance import Instance
from tools.server.locate import client, distribution
from tools.settings import CHECKOUT, Settings
from tools.testing import chromium, templates
from tools.testing.guard import guarded_folder

# With one of these, the person wants one process, or says how many.
OF_ONE_PROCESS = ("-n", "--numprocesses", "--pdb", "--trace", "--collect-only", "--co")
THEIRS = ("DB_", "SMTP_", "ALUMNI_", "SECRET_KEY", "PUBLIC_URL", "HOST", "PORT", "WEB_WORKERS")
"""Variables that would point the tests at something of the user's."""
STOP_SECONDS = 30


def run_tests(settings: Settings, arguments: Sequence[str]) -> int:
    """Run pytest on a throwaway server; returns its exit code.

    The arguments go to pytest, after the defaults: parallel workers, and the 20 slowest tests.
    """
    with guarded_folder() as folder:
        with progress("Looking for Chromium") as report:
            log = InstallLog(settings.install_log)
            browser = chromium.ensure(report, log)
            report("Looking for MySQL")
            programs = distribution(settings.cache, report, settings.install_log)
            instance = templates.started(folder / "mysql", programs, settings.cache, report)
        (folder / "tmp").mkdir()
        command = [sys.executable, "-m", "pytest", *defaults(arguments, folder), *arguments]
        process = subprocess.Popen(
            command, cwd=CHECKOUT, env=_environment(settings, folder, instance, browser)
        )
        try:
            return process.wait()
        except KeyboardInterrupt:
            # The terminal has told pytest as well; it says how far it came.
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(STOP_SECONDS)
            raise


def defaults(arguments: Sequence[str], folder: Path) -> list[str]:
    """Return the options of pytest that hold unless the arguments say otherwise."""
    options = ["--durations=20", f"--basetemp={folder / 't'}"]
    if any(argument.startswith(OF_ONE_PROCESS) for argument in arguments):
        return options
    workers = max(2, min(os.cpu_count() or 2, 8))
    return [*options, f"--numprocesses={workers}", "--dist=loadgroup"]


def _environment(
    settings: Settings, folder: Path, instance: Instance, browser: str
) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(THEIRS)}
    return {
        **kept,
        "TMPDIR": str(folder / "tmp"),
        "ALUMNI_CACHE": str(settings.cache),
        "ALUMNI_TEST_HOME": str(settings.home / "test"),
        "ALUMNI_TEST_SOCKET": str(instance.socket),
        "ALUMNI_TEST_PORT": str(instance.port),
        "ALUMNI_TEST_USER": instance.database.user,
        "ALUMNI_TEST_PASSWORD": instance.database.password,
        "ALUMNI_TEST_CLIENT": shlex.join(client(settings.cache)),
        "ALUMNI_TEST_CHROMIUM": browser,
    }

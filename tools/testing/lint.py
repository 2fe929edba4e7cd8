"""The linters: each is one command that prints what it found."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from tools.settings import CHECKOUT

SQL_FOLDERS = ("db", "procedures", "triggers", "views")
SQLFLUFF = ("sqlfluff", "lint", "--disable-progress-bar")
LINTERS = {
    "ruff": ("ruff", "check", "--quiet", "."),
    "ruff format": ("ruff", "format", "--check", "--quiet", "."),
    "mypy": ("mypy", "--no-error-summary"),
    "sqlfluff": (*SQLFLUFF, "--processes", "0", *SQL_FOLDERS),
}


def run(linters: Iterable[tuple[str, ...]]) -> list[str]:
    """Run linters side by side; returns the output of each that found something."""
    with ThreadPoolExecutor() as pool:
        outcomes = list(pool.map(_run, linters))
    return [outcome.stdout + outcome.stderr for outcome in outcomes if outcome.returncode]


def _run(command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )

"""The linters of Python and SQL, and how they are run: side by side, each file of SQL once."""

from __future__ import annotations

import contextlib
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path

from tools.settings import CHECKOUT

SQLFLUFF = ("sqlfluff", "lint", "--disable-progress-bar", "--processes", "1")
SQL_FOLDERS = ("procedures/[a-e]*", "procedures/[f-z]*", "db", "triggers", "views")
_IMPORT_LINTER = "from importlinter.cli import lint_imports_command as run; run()"
"""It has no module that can be run."""
CLEAN = CHECKOUT / ".sqlfluff_cache"
"""A file for each folder, with the digests of what had no finding."""


def run(linters: Iterable[Callable[[], str]]) -> list[str]:
    """Run linters side by side; returns the output of each that found something."""
    with ThreadPoolExecutor() as pool:
        return [output for output in pool.map(lambda linter: linter(), linters) if output]


def _output_of(*command: str, run: tuple[str, ...] = ("-m",)) -> str:
    """Return what a linter prints when it finds something, else nothing."""
    done = subprocess.run(
        [sys.executable, *run, *command], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    return f"{command[0]}: {done.stdout}{done.stderr}" if done.returncode else ""


def sql(pattern: str) -> str:
    """Lint the SQL files below a folder that were not found clean before; returns the findings.

    sqlfluff looks at each file by itself, so a file that was clean stays so until it changes, or
    until sqlfluff or its configuration does.
    """
    files = [file for top in CHECKOUT.glob(pattern) for file in top.rglob("*.sql")]
    digests = {str(file): _digest(file) for file in sorted(files)}
    cache = CLEAN / f"{hashlib.sha256(pattern.encode()).hexdigest()[:12]}.json"
    clean = set(json.loads(cache.read_text())) if cache.exists() else set()
    unknown = [file for file, digest in digests.items() if digest not in clean]
    findings = _output_of(*SQLFLUFF, *unknown) if unknown else ""
    if not findings:
        # Where the checkout cannot be written, every run looks at every file.
        with contextlib.suppress(OSError):
            CLEAN.mkdir(exist_ok=True)
            cache.write_text(json.dumps(sorted(digests.values())))
    return findings


def _digest(file: Path) -> str:
    state = hashlib.sha256(version("sqlfluff").encode())
    for path in (CHECKOUT / "pyproject.toml", CHECKOUT / ".sqlfluffignore", file):
        state.update(path.read_bytes())
    return state.hexdigest()


LINTERS: dict[str, Callable[[], str]] = {
    "ruff": partial(_output_of, "ruff", "check", "--quiet", "."),
    "ruff format": partial(_output_of, "ruff", "format", "--check", "--quiet", "."),
    "mypy": partial(_output_of, "mypy", "--no-error-summary"),
    "import-linter": partial(_output_of, "--no-cache", run=("-c", _IMPORT_LINTER)),
    **{f"sqlfluff {folder}": partial(sql, folder) for folder in SQL_FOLDERS},
}

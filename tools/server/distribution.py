"""A set of MySQL programs that runs on this machine."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

OLDEST = (8, 0, 19)
"""The SQL of the project needs MySQL 8.0.19 (row aliases, enforced CHECK constraints)."""


class ServerError(Exception):
    """No server, or not one that can be used; the message is a sentence that says what to do."""


@dataclass(frozen=True)
class Distribution:
    """How to start mysqld and mysql: command prefixes and the options they need."""

    version: tuple[int, ...]
    mysqld: tuple[str, ...]
    mysql: tuple[str, ...] | None
    options: tuple[str, ...] = ()
    """Options of mysqld that tell an unpacked server where its files are."""


def version_of(text: str) -> tuple[int, ...]:
    """Read a version such as (8, 0, 36) from what a server or program says of itself.

    Raises ServerError for MariaDB and for anything older than `OLDEST`, naming what was found.
    """
    found = re.search(r"(\d+)\.(\d+)\.(\d+)", text)
    if "mariadb" in text.lower():
        raise ServerError(
            f"This is {text.strip()}; Alumni Sync needs MySQL 8.0.19 or newer, not MariaDB."
        )
    if not found:
        raise ServerError(f"This is not a MySQL server: {text.strip()[:200]}")
    version = tuple(int(part) for part in found.groups())
    if version < OLDEST:
        raise ServerError(
            f"This is MySQL {'.'.join(found.groups())}; Alumni Sync needs 8.0.19 or newer."
        )
    return version


def probe(mysqld: tuple[str, ...]) -> tuple[int, ...]:
    """Run `mysqld --version`: the proof that it runs here. Raises ServerError."""
    try:
        done = subprocess.run(
            [*mysqld, "--no-defaults", "--version"],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ServerError(f"{mysqld[-1]} does not run: {error}") from error
    if done.returncode:
        raise ServerError(f"{mysqld[-1]} does not run: {done.stderr.strip()[:300]}")
    return version_of(done.stdout.replace(mysqld[-1], ""))


def unpacked(root: Path) -> Distribution:
    """Return the distribution unpacked below `root`, run through its own loader. May raise."""
    loaders = sorted(root.glob("usr/lib*/ld-linux*.so.*")) + sorted(
        root.glob("usr/lib/*-linux-gnu/ld-linux*.so.*")
    )
    if not loaders:
        raise ServerError(f"{root} holds no unpacked server.")
    libraries = [*sorted(root.glob("usr/lib/*-linux-gnu")), root / "usr/lib/mysql/private"]
    through = (str(loaders[0]), "--library-path", ":".join(map(str, libraries)))
    mysqld = (*through, str(root / "usr/sbin/mysqld"))
    return Distribution(
        version=probe(mysqld),
        mysqld=mysqld,
        mysql=(*through, str(root / "usr/bin/mysql")),
        options=(
            f"--basedir={root / 'usr'}",
            f"--plugin-dir={root / 'usr/lib/mysql/plugin'}",
            f"--lc-messages-dir={root / 'usr/share/mysql'}",
            f"--character-sets-dir={root / 'usr/share/mysql/charsets'}",
        ),
    )

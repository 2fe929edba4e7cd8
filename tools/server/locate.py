"""Find a MySQL server for a private instance: this machine's own, else the fetched one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tools.server import debian
from tools.server.distribution import Distribution, ServerError, probe

USUAL_PLACES = (
    "/usr/sbin", "/usr/libexec", "/usr/local/sbin", "/usr/local/bin", "/usr/local/mysql/bin",
    "/opt/homebrew/bin", "/opt/homebrew/opt/mysql/bin", "/usr/local/opt/mysql/bin",
    "/opt/mysql/bin",
)  # fmt: skip


def installed() -> Distribution | None:
    """Return the newest usable mysqld of this machine; MariaDB and old ones are passed over."""
    candidates = [shutil.which("mysqld"), *(f"{place}/mysqld" for place in USUAL_PLACES)]
    found = []
    for candidate in dict.fromkeys(candidates):
        if candidate and Path(candidate).exists():
            try:
                version = probe((candidate,))
            except ServerError:
                continue
            client = Path(candidate).parent.parent / "bin" / "mysql"
            mysql = str(client) if client.exists() else shutil.which("mysql")
            found.append(Distribution(version, (candidate,), (mysql,) if mysql else None))
    return max(found, key=lambda one: one.version, default=None)


def distribution(cache: Path, report: Callable[[str], None]) -> Distribution:
    """Return a server that runs here, fetching it where there is none. Raises ServerError."""
    return installed() or debian.cached(cache) or debian.fetch(cache, report)


def client(cache: Path) -> tuple[str, ...]:
    """Return the command of a `mysql` client: of the machine, or the fetched one."""
    mysql = shutil.which("mysql")
    if mysql:
        return (mysql,)
    found = debian.cached(cache)
    if found and found.mysql:
        return found.mysql
    raise ServerError("No mysql client was found: install one, or run ./alumni up once.")

"""Find a MySQL server for a private instance: this machine's own, else the fetched one."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

from tools.server import debian
from tools.server.distribution import Distribution, ServerError, probe
from web.settings import DatabaseSettings

USUAL_PLACES = (
    "/usr/sbin",
    "/usr/libexec",
    "/usr/local/sbin",
    "/usr/local/bin",
    "/usr/local/mysql/bin",
    "/opt/homebrew/bin",
    "/opt/homebrew/opt/mysql/bin",
    "/usr/local/opt/mysql/bin",
    "/opt/mysql/bin",
)


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


def distribution(
    cache: Path, report: Callable[[str], None], log: Path | None = None
) -> Distribution:
    """Return a server that runs here, fetching it where there is none. Raises ServerError.

    `log` is where the programs that fetch it print to; by default a file in the cache.
    """
    return installed() or debian.cached(cache) or debian.fetch(cache, report, log)


def client(cache: Path) -> tuple[str, ...]:
    """Return the command of a `mysql` client: of the machine, or the fetched one."""
    mysql = shutil.which("mysql")
    return (mysql,) if mysql else program(cache, "mysql")


def program(cache: Path, name: str) -> tuple[str, ...]:
    """Return the command of a client program of MySQL's, such as mysqldump; MariaDB's are passed.

    Raises ServerError where there is none.
    """
    found = debian.cached(cache)
    candidates: list[tuple[str, ...]] = [(path,)] if (path := shutil.which(name)) else []
    if found and found.mysql:
        *through, mysql = found.mysql
        candidates.append((*through, str(Path(mysql).with_name(name))))
    for candidate in candidates:
        with contextlib.suppress(ServerError):
            probe(candidate)
            return candidate
    raise ServerError(f"No {name} of MySQL was found: install one, or run ./alumni up once.")


def place_options(database: DatabaseSettings) -> list[str]:
    """Return the options that tell a client program where the server is, and as whom."""
    place = (
        [f"--socket={database.socket}"]
        if database.socket
        else [f"--host={database.host}", f"--port={database.port}", "--protocol=TCP"]
    )
    return [*place, f"--user={database.user}"]

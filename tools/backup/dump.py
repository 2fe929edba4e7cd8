"""mysqldump, read as it writes: what it says of each table is digested on the way.

Two dumps are of the same database when these digests are the same, whatever the servers are called:
rows come in the order of the primary key, and nothing that is not in the database is digested.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import IO, BinaryIO, Protocol

from tools.backup.errors import BackupError
from tools.connection import connect
from tools.server.distribution import version_of
from tools.server.locate import place_options, program
from tools.settings import Settings

ALWAYS = (
    "--skip-dump-date",
    "--order-by-primary",
    "--hex-blob",
    "--no-tablespaces",
    "--set-gtid-purged=OFF",
    "--default-character-set=utf8mb4",
    "--max-allowed-packet=1G",
)
# One snapshot of InnoDB, and nobody waits while it is read.
EVERYTHING = ("--single-transaction", "--routines", "--triggers", "--skip-events")
EVENTS = ("--events", "--skip-triggers", "--no-create-info", "--no-data")

_SECTION = re.compile(
    rb"-- (Table structure|Dumping data|Temporary view structure|Final view structure"
    rb"|Dumping routines|Dumping events) for (?:table|view|database) [`'](.+)[`']\r?\n"
)
_NAMES = {
    b"Table structure": "table {}",
    b"Dumping data": "rows and triggers of {}",
    b"Temporary view structure": "columns of view {}",
    b"Final view structure": "view {}",
    # The schema's name is no part of the database.
    b"Dumping routines": "routines",
    b"Dumping events": "events",
}
_POSITION = re.compile(rb"(?:SOURCE|MASTER)_LOG_FILE='([^']+)', \w+_LOG_POS=(\d+)")


class Sink(Protocol):
    """What a dump is written to."""

    def write(self, line: bytes, /) -> object:
        """Take one line."""


@dataclass
class Dump:
    """What a dump holds: a digest of each section, and where the binary log was."""

    sections: dict[str, str] = field(default_factory=dict)
    binary_log: str | None = None
    position: int | None = None


def digest(lines: Iterable[bytes], sink: Sink | None = None) -> Dump:
    """Read a dump to its end, passing it on; returns what it holds."""
    dump = Dump()
    running: dict[str, hashlib._Hash] = {}
    section = None
    for line in lines:
        if sink:
            sink.write(line)
        if line.startswith(b"-- ") and (found := _SECTION.fullmatch(line)):
            name = _NAMES[found[1]].format(found[2].decode())
            section = running.setdefault(name, hashlib.sha256())
        elif section:
            section.update(line)
        elif position := _POSITION.search(line):
            dump.binary_log, dump.position = position[1].decode(), int(position[2])
    dump.sections = {name: value.hexdigest() for name, value in running.items()}
    return dump


def run(settings: Settings, options: tuple[str, ...], sink: Sink | None = None) -> Dump:
    """Run mysqldump on the schema. Raises BackupError with what it said when it failed."""
    command = [
        *program(settings.cache, "mysqldump"),
        "--no-defaults",
        *place_options(settings.database),
        *ALWAYS,
        *options,
        settings.database.name,
    ]
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            env={**os.environ, "MYSQL_PWD": settings.database.password},
        ) as process,
    ):
        assert process.stdout  # noqa: S101 - it is a pipe
        dump = digest(process.stdout, sink)
        if process.wait():
            raise BackupError(f"mysqldump failed: {_last_line(said)}")
    return dump


def position_options(settings: Settings) -> tuple[str, ...]:
    """Return the option that notes the binary log's position: from there one goes on by hand."""
    with connect(settings.database) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT @@log_bin")
        if not cursor.fetchone()[0]:
            return ()
    said = subprocess.run(
        [*program(settings.cache, "mysqldump"), "--no-defaults", "--version"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return ("--source-data=2" if version_of(said) >= (8, 0, 26) else "--master-data=2",)


def load(settings: Settings, file: BinaryIO | gzip.GzipFile) -> None:
    """Run a dump on the schema. Raises BackupError with what the server said."""
    command = [
        *program(settings.cache, "mysql"),
        "--no-defaults",
        *place_options(settings.database),
        "--default-character-set=utf8mb4",
        "--max-allowed-packet=1G",
        settings.database.name,
    ]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env={**os.environ, "MYSQL_PWD": settings.database.password},
        )
        assert process.stdin  # noqa: S101 - it is a pipe
        try:
            while chunk := file.read(1 << 20):
                process.stdin.write(chunk)
            process.stdin.close()
        except BrokenPipeError:
            pass  # the client ended early; it has said why
        if process.wait():
            raise BackupError(f"The database could not be loaded: {_last_line(said)}")


def _last_line(said: IO[bytes]) -> str:
    said.seek(0)
    lines = said.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing."

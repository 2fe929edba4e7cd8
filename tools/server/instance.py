"""A private MySQL server below one folder: initialise, start, stop, find out whether it runs.

The server listens on a socket and on a loopback port of its own. It is started detached, so it
outlives the process that started it. After kill -9, InnoDB recovers by itself. Initialisation
happens in a scratch folder that is renamed last.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import mysql.connector
import psutil
from filelock import FileLock

from tools.connection import SQL_MODE, connect
from tools.server.distribution import Distribution, ServerError
from web.settings import DatabaseSettings

START_SECONDS = 120
STOP_SECONDS = 60

# Rules of the house, the same for every private server: what the SQL relies on.
SEMANTICS = (
    "--character-set-server=utf8mb4",
    "--collation-server=utf8mb4_0900_ai_ci",
    "--default-time-zone=+00:00",
    f"--sql-mode={SQL_MODE}",
    "--event-scheduler=ON",
    "--max-allowed-packet=64M",
    "--skip-name-resolve",
    "--loose-mysqlx=OFF",
    # Bounds each temporary table. The default engine bounds all of them together: with eight
    # concurrent searches, a table that no longer fits moves to disk, and the second part of the
    # query that reads it does not find it there (error 1146).
    "--internal-tmp-mem-storage-engine=MEMORY",
    "--local-infile=OFF",
    "--secure-file-priv=NULL",
    "--log-bin=binlog",
    "--binlog-expire-logs-seconds=604800",
)

# Nothing acknowledged is lost. A small machine: under 400 MB resident, which the log buffer, the
# full-text caches, temporary tables and the performance schema would exceed with their defaults.
DURABLE = (
    "--innodb-flush-log-at-trx-commit=1",
    "--sync-binlog=1",
    "--innodb-buffer-pool-size=48M",
    "--innodb-log-buffer-size=8M",
    "--innodb-ft-cache-size=2M",
    "--innodb-ft-total-cache-size=32M",
    "--loose-innodb-redo-log-capacity=256M",
    "--innodb-read-io-threads=2",
    "--innodb-write-io-threads=2",
    "--innodb-purge-threads=1",
    "--table-open-cache=800",
    "--table-definition-cache=800",
    # All routines of the schema: the default of 256 would read some from the dictionary every time.
    "--stored-program-definition-cache=1024",
    "--max-connections=200",
    "--performance-schema-instrument=memory/%=OFF",
    "--performance-schema-max-table-instances=500",
    "--performance-schema-max-table-handles=1000",
    "--performance-schema-digests-size=1000",
    "--performance-schema-accounts-size=16",
    "--performance-schema-hosts-size=16",
    "--performance-schema-users-size=16",
    "--performance-schema-max-thread-instances=200",
    "--performance-schema-events-statements-history-long-size=100",
    "--loose-performance-schema-error-size=100",
)

# For tests: the same rules, but a power cut may lose the last second.
THROWAWAY = (
    "--innodb-flush-log-at-trx-commit=0",
    "--sync-binlog=0",
    "--innodb-doublewrite=OFF",
    "--innodb-flush-method=nosync",
    "--innodb-file-per-table=OFF",
    "--innodb-buffer-pool-size=512M",
    "--loose-innodb-redo-log-capacity=512M",
    "--table-open-cache=4000",
    "--table-definition-cache=16000",
    "--stored-program-definition-cache=16000",
    "--schema-definition-cache=1024",
    "--max-connections=400",
)


@dataclass(frozen=True)
class Instance:
    """One private server: its folder, its administrator, how it is tuned."""

    folder: Path
    database: DatabaseSettings
    distribution: Distribution
    tuning: tuple[str, ...] = DURABLE

    @property
    def socket(self) -> Path:
        """The socket it listens on."""
        return Path(str(self.database.socket))

    @property
    def log(self) -> Path:
        """What it says while it runs."""
        return self.folder / "error.log"

    @property
    def port(self) -> int | None:
        """Its loopback port, while it runs."""
        file = self.folder / "port"
        return int(file.read_text()) if file.exists() else None

    def is_running(self) -> bool:
        """Return whether it answers."""
        if not self.socket.exists():
            return False
        try:
            connect(self.database).close()
        except mysql.connector.Error as error:
            if error.errno == mysql.connector.errorcode.ER_ACCESS_DENIED_ERROR:
                raise ServerError(
                    f"The server in {self.folder} refuses the password in ALUMNI_HOME/secrets."
                ) from error
            return False
        return True

    def start(self, report: Callable[[str], None]) -> bool:
        """Start it unless it runs; returns whether it was started. Raises ServerError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(self.folder / "start.lock"):
            if self.is_running():
                return False
            self._initialise(report)
            report("Starting MySQL")
            self.socket.unlink(missing_ok=True)
            port = self._free_port()
            process = self._spawn(
                f"--datadir={self.folder / 'data'}",
                f"--socket={self.socket}",
                f"--pid-file={self.folder / 'mysql.pid'}",
                "--bind-address=127.0.0.1",
                f"--port={port}",
                *self.tuning,
            )
            self._wait_until_it_answers(process)
            (self.folder / "port").write_text(str(port))
        return True

    def stop(self) -> bool:
        """Stop it in order, or by force when it hangs; returns whether it ran."""
        process = self._process()
        if self.is_running():
            with contextlib.suppress(mysql.connector.Error):
                connection = connect(self.database)
                connection.cmd_query("SHUTDOWN")
        elif process:
            process.terminate()
        if not process:
            return False
        try:
            process.wait(STOP_SECONDS)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(STOP_SECONDS)
        return True

    def _process(self) -> psutil.Process | None:
        """Return the process that the pid file names, if it is this server and not a later one."""
        file = self.folder / "mysql.pid"
        try:
            process = psutil.Process(int(file.read_text()))
            mine = any(str(self.folder / "data") in word for word in process.cmdline())
        except (OSError, ValueError, psutil.Error):
            return None
        return process if mine else None

    def _initialise(self, report: Callable[[str], None]) -> None:
        data = self.folder / "data"
        if data.exists():
            return
        report("Initialising MySQL")
        scratch = self.folder / "data.partial"
        shutil.rmtree(scratch, ignore_errors=True)
        first = self.folder / "first.sql"
        with os.fdopen(os.open(first, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(f"ALTER USER root@localhost IDENTIFIED BY '{self.database.password}';\n")
        process = self._spawn(
            "--initialize-insecure", f"--datadir={scratch}", f"--init-file={first}"
        )
        failed = process.wait()
        first.unlink()
        if failed:
            raise ServerError(
                f"MySQL could not be initialised: {self._last_words()} The log is {self.log}."
            )
        scratch.rename(data)

    def _spawn(self, *options: str) -> subprocess.Popen[bytes]:
        as_root = ("--user=root",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [
                    *self.distribution.mysqld,
                    "--no-defaults",
                    *self.distribution.options,
                    *SEMANTICS,
                    *as_root,
                    *options,
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,
            )

    def _wait_until_it_answers(self, process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + START_SECONDS
        while not self.is_running():
            if process.poll() is not None:
                raise ServerError(
                    f"MySQL ended while it started: {self._last_words()} The log is {self.log}."
                )
            if time.monotonic() > end:
                process.kill()
                raise ServerError(f"MySQL did not answer in {START_SECONDS} s; see {self.log}.")
            time.sleep(0.05)

    def _last_words(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        errors = [line for line in lines[-50:] if "[ERROR]" in line] or lines[-1:]
        return (errors[0] if errors else "it said nothing").strip()

    def _free_port(self) -> int:
        """Return the port it had before when that is free, else another one."""
        for candidate in (self.port or 0, 0):
            with socket.socket() as probe, contextlib.suppress(OSError):
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(("127.0.0.1", candidate))
                return int(probe.getsockname()[1])
        raise ServerError("No loopback port is free.")


def throwaway(folder: Path, distribution: Distribution, password: str) -> Instance:
    """Return an instance for tests: quick, below `folder`, root with this password."""
    place = DatabaseSettings("root", password, "", socket=str(folder / "mysql.sock"))
    return Instance(folder, place, distribution, THROWAWAY)

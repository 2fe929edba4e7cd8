"""The web as a process: start it, wait until it is ready, find it again, stop it."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from tools import ports
from tools.server.distribution import ServerError
from tools.settings import Settings
from web.settings import environment_of, local_url

READY_SECONDS = 60
STOP_SECONDS = 30
# What of the caller's environment the web may see, beside its settings.
PASSED_ON = (
    "PATH",
    "LANG",
    "LC_ALL",
    "TZ",
    "HOME",
    "PYTHONPATH",
    # Windows: without the first there are no sockets and no random numbers.
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "PYTHONUTF8",
)


@dataclass(frozen=True)
class WebProcess:
    """The site of one ALUMNI_HOME."""

    settings: Settings

    @property
    def _file(self) -> Path:
        return self.settings.home / "web.json"

    @property
    def log(self) -> Path:
        """Where it writes its log lines when it is detached."""
        return self.settings.home / "web.log"

    @property
    def url(self) -> str:
        """Address for a browser on this machine."""
        return local_url(self.settings.web.host, self.settings.web.port)

    def running(self) -> tuple[psutil.Process, str] | None:
        """Return the process and address of the site if it runs."""
        try:
            known = json.loads(self._file.read_text())
            process = psutil.Process(known["pid"])
            # A process number is used again after a while; the start time is not.
            if abs(process.create_time() - known["started"]) > 1:
                return None
            url = local_url(known["host"], known["port"])
        except (OSError, ValueError, KeyError, psutil.Error):
            return None
        return (process, url) if process.status() != psutil.STATUS_ZOMBIE else None

    def is_elsewhere(self) -> bool:
        """Return whether the site that runs listens elsewhere than HOST and PORT ask for."""
        known = json.loads(self._file.read_text())
        settings = self.settings
        return (settings.is_host_given and settings.web.host != known["host"]) or (
            settings.is_port_given and settings.web.port != known["port"]
        )

    def start(self, listener: socket.socket | None = None) -> subprocess.Popen[bytes]:
        """Start it and return when it is ready to answer. Raises ServerError.

        `listener` is the socket on which it answers; without one it is opened here.
        """
        web = self.settings.web
        environment = {key: os.environ[key] for key in PASSED_ON if key in os.environ}
        environment.update(environment_of(self.settings.web))
        environment.setdefault("PYTHONPATH", str(self.settings.checkout))
        with (
            listener or ports.listen_on(web.host, web.port) as opened,
            self.log.open("ab") as log,
        ):
            offset = log.tell()
            inherited: tuple[int, ...] = ()
            if os.name == "nt":  # where processes inherit no sockets, the web opens its own
                opened.close()
            else:
                inherited = (opened.fileno(),)
                environment["ALUMNI_WEB_LISTENER"] = str(opened.fileno())
            process = subprocess.Popen(
                [sys.executable, "-m", "web"],
                cwd=self.settings.checkout,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=inherited,
                # Its own session: Ctrl-C is for `up`, which then stops it in order.
                start_new_session=True,
            )
        started = psutil.Process(process.pid).create_time()
        known = {"pid": process.pid, "started": started, "host": web.host, "port": web.port}
        self._file.write_text(json.dumps(known))
        self._wait_until_ready(process, offset)
        return process

    def stop(self) -> bool:
        """Stop it with its workers; returns whether anything ran."""
        found = self.running()
        orphans = self._orphans()
        if found:
            process = found[0]
            family = [process, *process.children(recursive=True)]
            process.terminate()
        else:
            family = orphans
            for process in family:
                with contextlib.suppress(psutil.Error):
                    process.terminate()
        _, alive = psutil.wait_procs(family, timeout=STOP_SECONDS)
        for process in alive:
            with contextlib.suppress(psutil.Error):
                process.kill()
        self._file.unlink(missing_ok=True)
        return bool(family)

    def _orphans(self) -> list[psutil.Process]:
        """Return web processes of this home whose parent was killed."""
        mark = f"ALUMNI_HOME={self.settings.home}"
        found = []
        for process in psutil.process_iter(["cmdline"]):
            with contextlib.suppress(psutil.Error):
                words = process.info["cmdline"] or []
                if words[1:3] == ["-m", "web"]:
                    environment = process.environ()
                    if f"ALUMNI_HOME={environment.get('ALUMNI_HOME')}" == mark:
                        found.append(process)
        return found

    def _wait_until_ready(self, process: subprocess.Popen[bytes], offset: int) -> None:
        end = time.monotonic() + READY_SECONDS
        while time.monotonic() < end:
            if process.poll() is not None:
                break
            if is_ready(self.url):
                return
            time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        with self.log.open("rb") as log:
            log.seek(offset)
            said = log.read().decode(errors="replace").splitlines()[-15:]
        self._file.unlink(missing_ok=True)
        raise ServerError("\n".join([f"The site did not start. Its log, {self.log}, ends:", *said]))


def is_ready(url: str) -> bool:
    """Return whether the site at this address says that it is ready."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()

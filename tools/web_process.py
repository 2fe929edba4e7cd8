"""The web as a process: start it, wait until it is ready, find it again, stop it."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from tools.server.distribution import ServerError
from tools.settings import Settings, web_environment

READY_SECONDS = 60
STOP_SECONDS = 30
# What of the caller's environment the web may see: never the administrator's account.
PASSED_ON = (
    "PATH",
    "LANG",
    "LC_ALL",
    "TZ",
    "HOME",
    "PYTHONPATH",
    "TRUSTED_PROXIES",
    "SMTP_HOST",
    "SMTP_PORT",
    "SMTP_USER",
    "SMTP_PASSWORD",
    "SMTP_SECURITY",
    "MAIL_SENDER",
    "ALUMNI_MEASURE",
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
        web = self.settings.web
        host = "127.0.0.1" if web.host in ("0.0.0.0", "::") else web.host  # noqa: S104
        return f"http://{f'[{host}]' if ':' in host else host}:{web.port}"

    def running(self) -> tuple[psutil.Process, str] | None:
        """Return the process and address of the site if it runs."""
        try:
            known = json.loads(self._file.read_text())
            process = psutil.Process(known["pid"])
            # A process number is used again after a while; the start time is not.
            if abs(process.create_time() - known["started"]) > 1:
                return None
        except (OSError, ValueError, KeyError, psutil.Error):
            return None
        return (process, known["url"]) if process.status() != psutil.STATUS_ZOMBIE else None

    def start(self) -> subprocess.Popen[bytes]:
        """Start it and return when it is ready to answer. Raises ServerError."""
        self._refuse_taken_port()
        environment = {key: os.environ[key] for key in PASSED_ON if key in os.environ}
        environment.update(web_environment(self.settings))
        environment.setdefault("PYTHONPATH", str(self.settings.checkout))
        with self.log.open("ab") as log:
            offset = log.tell()
            process = subprocess.Popen(
                [sys.executable, "-m", "web"],
                cwd=self.settings.checkout,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Its own session: Ctrl-C is for `up`, which then stops it in order.
                start_new_session=True,
            )
        started = psutil.Process(process.pid).create_time()
        known = {"pid": process.pid, "started": started, "url": self.url}
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

    def _refuse_taken_port(self) -> None:
        import socket

        web = self.settings.web
        family = socket.AF_INET6 if ":" in web.host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((web.host, web.port))
            except PermissionError as error:
                raise ServerError(
                    f"Port {web.port} is for the system only: choose one above 1023 with --port."
                ) from error
            except OSError as error:
                raise ServerError(
                    f"{web.host}:{web.port} cannot be used ({error.strerror}): "
                    f"choose another port, for example --port {web.port + 1}."
                ) from error

    def _wait_until_ready(self, process: subprocess.Popen[bytes], offset: int) -> None:
        end = time.monotonic() + READY_SECONDS
        while time.monotonic() < end:
            if process.poll() is not None:
                break
            if self.is_ready():
                return
            time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        with self.log.open("rb") as log:
            log.seek(offset)
            said = log.read().decode(errors="replace").splitlines()[-15:]
        self._file.unlink(missing_ok=True)
        raise ServerError("The web did not start. Its last words:\n" + "\n".join(said))

    def is_ready(self) -> bool:
        """Return whether /readyz answers 200."""
        host, _, port = self.url.removeprefix("http://").rpartition(":")
        connection = http.client.HTTPConnection(host.strip("[]"), int(port), timeout=5)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == http.HTTPStatus.OK
        except OSError:
            return False
        finally:
            connection.close()

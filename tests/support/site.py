"""The site as tests use it: a process of its own, and browsers that visit it."""

from __future__ import annotations

import contextlib
import email
import email.policy
import functools
import hashlib
import json
import os
import re
import secrets
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.accounts import email_of, sign_in
from tests.support.database import Database
from tests.support.waiting import HANGS_SECONDS, until
from web.settings import DatabaseSettings

CHECKOUT = Path(__file__).resolve().parents[2]
NO_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""The site speaks plain HTTP; reading the certificate authorities would cost 50 ms a browser."""
SECRET_KEY = "the key with which the tests sign cookies"


class Page:
    """One answer of the site."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self.status = response.status_code
        self.text = response.text
        self.headers = response.headers

    @property
    def location(self) -> str | None:
        """Where a redirect leads."""
        location: str | None = self.headers.get("Location")
        return location

    @property
    def round_trips(self) -> int:
        """How often the page asked the database."""
        return int(self.headers["X-Round-Trips"])

    @functools.cached_property
    def values(self) -> dict[str, str]:
        """Fields of the page's forms with what they hold."""
        # Parsed on demand: most pages are asked for something else.
        return _Parser(self.text).values

    @property
    def errors(self) -> dict[str, str]:
        """What stands beside a field, by its name."""
        return dict(re.findall(r'class="error" id="(\w+)-error">([^<]*)<', self.text))


class _Parser(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._area: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name = found.get("name")
        if tag == "input" and name:
            is_box = found.get("type") in ("radio", "checkbox")
            if not is_box or "checked" in found:
                self.values[name] = found.get("value") or ""
        elif tag == "textarea" and name:
            self._area, self.values[name] = name, ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area:
            self.values[self._area] += data


class Browser:
    """Somebody's browser: keeps cookies, fills in forms."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.http = httpx.Client(base_url=site.url, timeout=HANGS_SECONDS, verify=NO_AUTHORITIES)
        self.headers = {"Accept": "text/html", "Origin": site.url, "Sec-Fetch-Site": "same-origin"}

    def get(self, path: str, **headers: str) -> Page:
        """Open a page."""
        given = {"Accept": "text/html", **{n.replace("_", "-"): v for n, v in headers.items()}}
        return self._page(self.http.get(path, headers=given))

    def post(self, path: str, data: Any = None, *, files: Any = None, **headers: str) -> Page:
        """Send what is given and nothing else."""
        given = {**self.headers, **{n.replace("_", "-"): v for n, v in headers.items()}}
        body = {"content": data} if isinstance(data, bytes) else {"data": data, "files": files}
        return self._page(self.http.post(path, **body, headers=given))

    def _page(self, response: httpx.Response) -> Page:
        # No test expects a defect, so say what it was. The log is long: read it only then.
        if response.status_code == httpx.codes.INTERNAL_SERVER_ERROR:
            about = self.site.log_of(response.headers.get("X-Request-Id", ""))
            pytest.fail("\n".join(line["trace"] for line in about if "trace" in line))
        return Page(response)

    def submit(
        self, path: str, fields: dict[str, Any], *, at: str | None = None, files: Any = None
    ) -> Page:
        """Open the form, fill it in, send it. `at`: the page that has the form."""
        hidden = self.get(at or path).values
        sent = {n: hidden[n] for n in ("csrf_token", "idempotency_key") if n in hidden}
        return self.post(path, {**sent, **fields}, files=files)

    def cookie(self, name: str) -> str | None:
        """Return a cookie that the browser keeps."""
        return self.http.cookies.get(name)

    def signed_in(self, user_id: int) -> Browser:
        """Take a session of a person without typing a password; returns the browser."""
        token = secrets.token_urlsafe(32)
        db = self.site.db
        sign_in(db, email_of(db, user_id), token_hash=hashlib.sha256(token.encode()).digest())
        self.http.cookies.set("alumni_session", token, domain="127.0.0.1", path="/")
        return self


class Site:
    """A running site on a schema of its own."""

    def __init__(self, db: Database, account: DatabaseSettings, home: Path, **extra: str) -> None:
        self.db = db
        self.account = account
        self.home = home
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log_file = home / "web.log"
        self._extra = extra
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What `./alumni up` hands to the site."""
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(CHECKOUT),
            "ALUMNI_HOME": str(self.home),
            "ALUMNI_WEB_DB_USER": self.account.user,
            "ALUMNI_WEB_DB_PASSWORD": self.account.password,
            "ALUMNI_WEB_DB_NAME": self.account.name,
            "ALUMNI_WEB_DB_SOCKET": self.account.socket or "",
            "SECRET_KEY": SECRET_KEY,
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "WEB_WORKERS": "1",
            "PUBLIC_URL": self.url,
            **self._extra,
        }

    def start(self, *, wait_for: str = "/readyz") -> None:
        """Start it; returns when `wait_for` is answered by 200."""
        # Compressing what never changes costs a second; the sites of a run share the files.
        static = self.home / "static"
        if not static.is_symlink():
            shared = self.home.parent / "static_files_of_sites"
            shared.mkdir(exist_ok=True)
            static.symlink_to(shared)
        with self.log_file.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "web"],
                cwd=CHECKOUT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + HANGS_SECONDS
        while True:
            with contextlib.suppress(httpx.HTTPError):
                answer = httpx.get(self.url + wait_for, timeout=5, verify=NO_AUTHORITIES)
                if answer.status_code == httpx.codes.OK:
                    return
            stopped = self._process.poll() is not None
            assert not stopped and time.monotonic() < end, self.log_file.read_text()[-3000:]
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop it; returns its exit code."""
        assert self._process
        self._process.send_signal(how)
        return self._process.wait(HANGS_SECONDS)

    @property
    def pid(self) -> int:
        """Number of the master process."""
        assert self._process
        return self._process.pid

    def browser(self) -> Browser:
        """Open a fresh browser."""
        return Browser(self)

    def mail(self, user_id: int, template: str) -> EmailMessage:
        """Return the last mail of that template to a person, once it is sent."""
        outbox_id = self.db.value(
            "SELECT MAX(id) FROM mail_outbox WHERE recipient_id = %s AND template = %s",
            user_id,
            template,
        )
        file = self.home / "mail" / f"{outbox_id}-{template}.eml"
        until(file.exists, f"mail {file.name}")
        return email.message_from_bytes(file.read_bytes(), policy=email.policy.default)

    def mail_token(self, user_id: int, template: str = "confirm_address") -> str:
        """Return the token of the link in a mail."""
        body = self.mail(user_id, template).get_body(("plain",))
        assert body
        found = re.search(r"/(?:confirm|reset-password|restore)/(\S+)", body.get_content())
        assert found
        return found[1]

    def log(self) -> Iterator[dict[str, Any]]:
        """Yield the lines of the log."""
        for line in self.log_file.read_text().splitlines():
            if line.startswith("{"):
                yield json.loads(line)

    def log_of(self, request_id: str) -> list[dict[str, Any]]:
        """Return the lines about one request."""
        return [line for line in self.log() if line.get("request_id") == request_id]


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

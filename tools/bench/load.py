"""A load generator of its own process: keeps N connections busy and says how long answers took.

Run as `python -m tools.bench.load`, a JSON job on standard input, a JSON result on standard output.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

import pymysql
from pymysql.constants import CLIENT

from web import passwords


def main() -> None:
    """Do the job that standard input describes."""
    job = json.load(sys.stdin)
    make = KINDS[job["kind"]]
    times: list[float] = []
    errors: list[str] = []
    end = time.perf_counter() + job["seconds"]
    threads = [
        threading.Thread(target=_work, args=(make(job, number), end, times, errors))
        for number in range(job["connections"])
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elapsed = time.perf_counter() - began
    json.dump({"times": times, "elapsed": elapsed, "errors": errors[:3]}, sys.stdout)


def _work(act: Callable[[], None], end: float, times: list[float], errors: list[str]) -> None:
    while time.perf_counter() < end:
        began = time.perf_counter()
        try:
            act()
        except Exception as error:  # noqa: BLE001 - the result lists errors of any type
            errors.append(repr(error))
            return
        times.append(time.perf_counter() - began)


def _http(job: dict[str, Any], number: int) -> Callable[[], None]:
    """Open pages in turn, as a person who is signed in."""
    browser = _Browser(job)
    paths, cookie = job["paths"], job["cookies"][number % len(job["cookies"])]
    turn = itertools.count(number * 7)

    def act() -> None:
        browser.send("GET", paths[next(turn) % len(paths)], cookie)

    return act


def _http_login(job: dict[str, Any], number: int) -> Callable[[], None]:
    """Sign in by the form, again and again."""
    browser = _Browser(job)
    cookie, token = browser.form("/login", "")
    email = job["emails"][number % len(job["emails"])]
    body = urlencode({"csrf_token": token, "email": email, "password": job["password"]}).encode()

    def act() -> None:
        browser.send("POST", "/login", cookie, body, "application/x-www-form-urlencoded")

    return act


def _http_apply(job: dict[str, Any], number: int) -> Callable[[], None]:
    """Apply for one posting after another, with a CV."""
    browser = _Browser(job)
    session = job["cookies"][number % len(job["cookies"])]
    cookie, token = browser.form("/dashboard", session)
    turn = iter(job["jobs"])

    def act() -> None:
        parts = (
            f'--b\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{token}\r\n'
            '--b\r\nContent-Disposition: form-data; name="cv_file"; filename="cv.pdf"\r\n\r\n'
            f"{job['cv']}\r\n--b--\r\n"
        )
        browser.send(
            "POST",
            f"/jobs/{next(turn)}/apply",
            cookie,
            parts.encode(),
            "multipart/form-data; boundary=b",
        )

    return act


class _Browser:
    """A connection that is kept, and what a form needs."""

    def __init__(self, job: dict[str, Any]) -> None:
        self.connection = HTTPConnection(job["host"], job["port"], timeout=60)

    def send(
        self, method: str, path: str, cookie: str, body: bytes | None = None, kind: str = ""
    ) -> tuple[bytes, str]:
        headers = {"Cookie": cookie, "Accept": "text/html"}
        if body is not None:
            headers["Content-Type"] = kind
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        page = response.read()
        if response.status >= HTTPStatus.BAD_REQUEST:
            raise RuntimeError(f"{response.status} {method} {path}")
        return page, response.getheader("Set-Cookie") or ""

    def form(self, path: str, session: str) -> tuple[str, str]:
        """Open a page with a form; returns the cookies and the token to send it with."""
        page, given = self.send("GET", path, session)
        token = page.partition(b'name="csrf_token" value="')[2].partition(b'"')[0].decode()
        return "; ".join(filter(None, [session, given.partition(";")[0]])), token


def _sql(job: dict[str, Any], number: int) -> Callable[[], None]:
    """Send the statements of those pages, with session_use, as one round trip each."""
    cursor = _connect(job).cursor()
    statements = job["statements"]
    token = bytes.fromhex(job["tokens"][number % len(job["tokens"])])
    turn = itertools.count(number * 7)

    def act() -> None:
        _call(cursor, f"{USE} {statements[next(turn) % len(statements)]}", token)

    return act


def _sql_login(job: dict[str, Any], number: int) -> Callable[[], None]:
    """Make the two calls of a sign-in, and the same comparison of the password between them."""
    cursor = _connect(job).cursor()
    email = job["emails"][number % len(job["emails"])]

    def act() -> None:
        (challenge,) = _call(cursor, f"{USE} CALL session_challenge(%s, '127.0.0.1')", None, email)[
            -1
        ]
        if not passwords.verify(challenge[2], job["password"]):
            raise RuntimeError("wrong password")
        _call(
            cursor,
            f"{USE} CALL session_open(%s, 1, %s, 0, 'bench', NULL, NULL)",
            None,
            challenge[0],
            os.urandom(32),
        )

    return act


def _sql_apply(job: dict[str, Any], number: int) -> Callable[[], None]:
    """Make the call of an application."""
    cursor = _connect(job).cursor()
    token = bytes.fromhex(job["tokens"][number % len(job["tokens"])])
    turn = iter(job["jobs"])

    def act() -> None:
        _call(
            cursor,
            f"{USE} CALL job_apply(@actor_id, %s, NULL, NULL, %s, 'cv.pdf', NULL)",
            token,
            next(turn),
            job["cv"].encode(),
        )

    return act


USE = "CALL session_use(%s, '127.0.0.1', 'bench');"


def _connect(job: dict[str, Any]) -> Any:  # noqa: ANN401
    return pymysql.connect(
        **job["database"],
        charset="utf8mb4",
        autocommit=True,
        client_flag=CLIENT.MULTI_STATEMENTS,
    )


def _call(cursor: Any, statement: str, *arguments: object) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """Send a statement; returns the rows of its result sets."""
    cursor.execute(statement, arguments)
    found = []
    while True:
        if cursor.description:
            found.append(cursor.fetchall())
        if not cursor.nextset():
            return found


KINDS = {
    "http": _http,
    "http_login": _http_login,
    "http_apply": _http_apply,
    "sql": _sql,
    "sql_login": _sql_login,
    "sql_apply": _sql_apply,
}

if __name__ == "__main__":
    main()

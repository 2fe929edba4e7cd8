"""A load generator of its own process: keeps N connections busy and says how long answers took.

Run as `python -m tools.bench.load`, a JSON job on standard input, a JSON result on standard output.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Any

import pymysql
from pymysql.constants import CLIENT


def main() -> None:
    """Do the job that standard input describes."""
    job = json.load(sys.stdin)
    make = _http if job["kind"] == "http" else _sql
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
        except Exception as error:  # noqa: BLE001 - whatever it is belongs into the result
            errors.append(repr(error))
            return
        times.append(time.perf_counter() - began)


def _http(job: dict[str, Any], number: int) -> Callable[[], None]:
    connection = HTTPConnection(job["host"], job["port"], timeout=60)
    paths, cookie = job["paths"], job["cookies"][number % len(job["cookies"])]
    turn = iter(range(number * 7, 10**9))

    def act() -> None:
        path = paths[next(turn) % len(paths)]
        connection.request("GET", path, headers={"Cookie": cookie, "Accept": "text/html"})
        response = connection.getresponse()
        body = response.read()
        if response.status >= 400:
            raise RuntimeError(f"{response.status} {path} {body[:100]!r}")

    return act


def _sql(job: dict[str, Any], number: int) -> Callable[[], None]:
    connection = pymysql.connect(
        **job["database"], charset="utf8mb4", autocommit=True,
        client_flag=CLIENT.MULTI_STATEMENTS,
    )  # fmt: skip
    statements = job["statements"]
    token = bytes.fromhex(job["tokens"][number % len(job["tokens"])])
    turn = iter(range(number * 7, 10**9))

    def act() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                f"CALL session_use(%s, '127.0.0.1', 'bench');"
                f" {statements[next(turn) % len(statements)]}",
                (token,),
            )
            while cursor.fetchall() is not None and cursor.nextset():
                pass

    return act


if __name__ == "__main__":
    main()

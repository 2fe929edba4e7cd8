"""`./alumni bench`: requests a second and p50/p99 of pages, beside their calls made bare.

Both sides send the same statements over the same number of connections, from a process of their
own, to the same server. A sign-in compares the password on both sides: Argon2 is most of it. The
figure that counts is the ratio; absolute times belong to a machine.
"""

from __future__ import annotations

import json
import os
import secrets
import statistics
import subprocess
import sys
from dataclasses import replace
from typing import Any

import psutil
from rich.table import Table

from tools import settings as configuration
from tools.connection import connect
from tools.console import console, progress
from tools.migrate.api import apply_all
from tools.seed.api import DEMO_LOGINS, DEMO_PASSWORD, seed_demo
from tools.seed.generate import generate
from tools.server.instance import Instance
from tools.server.locate import distribution
from tools.settings import Settings
from tools.web_process import WebProcess

PORT = 5099
SIGN_IN = {"emails": list(DEMO_LOGINS), "password": DEMO_PASSWORD}
NULLS = ", NULL" * 7
CV = "%PDF-1.4\n" + "a page of a curriculum vitae " * 40


def run(members: int, connections: int, seconds: float) -> None:
    """Measure, print a table, write bench/result.json below ALUMNI_HOME."""
    home = configuration.load().home / "bench"
    environment = {**os.environ, "ALUMNI_HOME": str(home), "PORT": str(PORT)}
    for name in ("DB_HOST", "DB_PORT", "DB_SOCKET"):
        environment.pop(name, None)
    settings = configuration.load(environment)
    with progress("Preparing a server with generated data") as report:
        instance = Instance(home / "mysql", settings.database, distribution(settings.cache, report))
        instance.start(report)
        apply_all(settings, report)
        seed_demo(settings, report)
        top_up(settings, members, report)
        web = WebProcess(settings)
        web.stop()
        process = web.start()
        try:
            report("Measuring")
            result = _measure(settings, connections, seconds)
            result["rss_mb"] = [
                round(child.memory_info().rss / 2**20)
                for child in psutil.Process(process.pid).children()
            ]
        finally:
            web.stop()
            instance.stop()
    (home / "result.json").write_text(json.dumps(result, indent=1))
    _show(result, members, connections)


def top_up(settings: Settings, members: int, report: Any) -> None:  # noqa: ANN401
    """Generate members until there are so many."""
    with connect(settings.database, settings.database.name) as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT COUNT(*) FROM users")
        missing = members - cursor.fetchone()[0]
    if missing > 0:
        generate(settings.database, missing, 1, report)


def _measure(settings: Settings, connections: int, seconds: float) -> dict[str, Any]:
    tokens = _sessions(settings, connections)
    jobs = _some_jobs(settings)
    account = settings.web.database
    http = {
        "host": "127.0.0.1",
        "port": PORT,
        "connections": connections,
        "seconds": seconds,
        "cookies": [f"alumni_session={token}" for token, _ in tokens],
    }
    sql = {
        "connections": connections,
        "seconds": seconds,
        "tokens": [digest for _, digest in tokens],
        "database": {
            "unix_socket": account.socket,
            "user": account.user,
            "password": account.password,
            "database": account.name,
        },
    }
    some = jobs[:50]
    result: dict[str, Any] = {}
    for name, web_job, bare_job in (
        (
            "home",
            {"kind": "http", "paths": ["/"]},
            {"kind": "sql", "statements": ["CALL home_read(@actor_id)"]},
        ),
        ("login", {"kind": "http_login", **SIGN_IN}, {"kind": "sql_login", **SIGN_IN}),
        (
            "job list",
            {"kind": "http", "paths": ["/jobs"]},
            {"kind": "sql", "statements": [f"CALL job_search(@actor_id{', NULL' * 11})"]},
        ),
        (
            "job search",
            {
                "kind": "http",
                "paths": ["/jobs?search=engineer", "/jobs?search=teacher&location=san"],
            },
            {
                "kind": "sql",
                "statements": [
                    f"CALL job_search(@actor_id, 'engineer'{', NULL' * 10})",
                    f"CALL job_search(@actor_id, 'teacher', NULL, NULL, 'san'{NULLS})",
                ],
            },
        ),
        (
            "job page",
            {"kind": "http", "paths": [f"/jobs/{job}" for job in some]},
            {"kind": "sql", "statements": [f"CALL job_open(@actor_id, {job})" for job in some]},
        ),
        (
            "apply",
            {"kind": "http_apply", "jobs": jobs[0::2], "cv": CV},
            {"kind": "sql_apply", "jobs": jobs[1::2], "cv": CV},
        ),
    ):
        before = _statements(settings)
        answered = _load({**http, **web_job})
        sent = _statements(settings) - before
        bare = _load({**sql, **bare_job})
        result[name] = {
            "web": answered,
            "bare": bare,
            "ratio": round(answered["rate"] / bare["rate"], 2),
            # Two a round trip: session_use, and the page's own call.
            "statements_a_request": round(sent / max(answered["count"], 1), 1),
        }
    return {"cases": result}


def _load(job: dict[str, Any]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench.load"],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=True,
        cwd=configuration.CHECKOUT,
    )
    found = json.loads(done.stdout)
    if found["errors"]:
        raise RuntimeError(f"The load failed: {found['errors']}")
    times = sorted(found["times"])
    return {
        "count": len(times),
        "rate": round(len(times) / found["elapsed"], 1),
        "p50_ms": round(statistics.median(times) * 1000, 1),
        "p99_ms": round(times[int(len(times) * 0.99)] * 1000, 1),
    }


def _sessions(settings: Settings, count: int) -> list[tuple[str, str]]:
    """Sign generated members in; returns tokens and their digests."""
    import hashlib

    made = []
    with connect(settings.database, settings.database.name) as connection:
        cursor = connection.cursor()
        for number in range(count):
            token = secrets.token_urlsafe(32)
            digest = hashlib.sha256(token.encode()).digest()
            cursor.execute(
                "INSERT INTO user_sessions (user_id, token_hash, idle_expires_at, expires_at)"
                " VALUES (%s, %s, UTC_TIMESTAMP() + INTERVAL 1 DAY,"
                " UTC_TIMESTAMP() + INTERVAL 1 DAY)",
                (40 + number, digest),
            )
            made.append((token, digest.hex()))
    return made


def _some_jobs(settings: Settings) -> list[int]:
    """Return the newest postings that all members can apply for."""
    with connect(settings.database, settings.database.name) as connection:
        cursor = connection.cursor()
        cursor.execute(
            "SELECT id FROM job_postings WHERE target_audience = 'all'"
            " AND is_job_open(is_listed, closes_at) ORDER BY id DESC LIMIT 20000"
        )
        return [row[0] for row in cursor.fetchall()]


def _statements(settings: Settings) -> int:
    """Return how many statements clients have sent so far."""
    with connect(replace(settings.database)) as connection:
        cursor = connection.cursor()
        cursor.execute("SHOW GLOBAL STATUS LIKE 'Questions'")
        return int(cursor.fetchone()[1])


def _show(result: dict[str, Any], members: int, connections: int) -> None:
    table = Table(title=f"{members:,} members, {connections} connections")
    for column in (
        "page",
        "web/s",
        "p50 ms",
        "p99 ms",
        "bare/s",
        "p50 ms",
        "p99 ms",
        "web/bare",
        "statements",
    ):
        table.add_column(column, justify="right" if column != "page" else "left")
    for name, case in result["cases"].items():
        web, bare = case["web"], case["bare"]
        table.add_row(
            name,
            f"{web['rate']}",
            f"{web['p50_ms']}",
            f"{web['p99_ms']}",
            f"{bare['rate']}",
            f"{bare['p50_ms']}",
            f"{bare['p99_ms']}",
            f"{case['ratio']}",
            f"{case['statements_a_request']}",
        )
    console.print(table)
    console.print(f"Memory of the web's workers: {result['rss_mb']} MB")

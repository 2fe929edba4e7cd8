"""`./alumni bench-live`: what open pages cost, and how soon live events reach them.

On a private server with the demo university and generated members, each reader has a session and
one open stream. Measured for few and for many readers: the memory of the web (proportional set
size of all its processes), the statements that the database is asked a second while nothing
happens, and the time from the return of message_send (its commit) to the arrival of the event.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import statistics
import time
from dataclasses import dataclass, field
from typing import Any

import psutil
from rich.table import Table

from tools import settings as configuration
from tools.bench.run import top_up
from tools.connection import connect
from tools.console import console, progress
from tools.migrate.api import apply_all
from tools.seed.api import seed_demo
from tools.server.instance import Instance
from tools.server.locate import distribution
from tools.settings import Settings
from tools.web_process import WebProcess

PORT = 5098
SETTLE_SECONDS = 4.0
IDLE_SECONDS = 5.0
PAUSE_SECONDS = 0.02


@dataclass
class Reader:
    """One open stream."""

    user_id: int
    arrived: dict[int, float] = field(default_factory=dict)
    """messages.id and when its event came (time.monotonic)."""


def run(readers: int, messages: int) -> None:
    """Measure with a few readers and with `readers`, and print a table."""
    home = configuration.load().home / "bench-live"
    environment = {**os.environ, "ALUMNI_HOME": str(home), "PORT": str(PORT), "WEB_WORKERS": "2"}
    for name in ("DB_HOST", "DB_PORT", "DB_SOCKET"):
        environment.pop(name, None)
    settings = configuration.load(environment)
    rows = []
    with progress("Preparing a server with members") as report:
        instance = Instance(home / "mysql", settings.database, distribution(settings.cache, report))
        instance.start(report)
        apply_all(settings, report)
        seed_demo(settings, report)
        top_up(settings, readers + 1, report)
        web = WebProcess(settings)
        web.stop()
        try:
            for count in (min(50, readers), readers):
                report(f"Measuring with {count} readers")
                process = web.start()
                rows.append(asyncio.run(_measure(settings, process.pid, count, messages)))
                web.stop()
        finally:
            web.stop()
            instance.stop()
    table = Table("readers", "web MB", "statements a second", "p50 ms", "p99 ms", "lost", "double")
    for row in rows:
        table.add_row(*(str(value) for value in row))
    console.print(table)


async def _measure(settings: Settings, pid: int, count: int, messages: int) -> tuple[Any, ...]:
    with connect(settings.database, settings.database.name) as connection:
        cursor = connection.cursor()
        cursor.execute(
            "SELECT u.id FROM users AS u JOIN directory_entries AS e ON e.user_id = u.id"
            " WHERE u.status = 'active' AND u.is_deleted = 0 ORDER BY u.id LIMIT %s",
            (count + 1,),
        )
        sender, *people = (row[0] for row in cursor.fetchall())
        cursor.execute("DELETE FROM user_sessions WHERE user_agent = 'bench'")
        for person in people:
            cursor.execute(
                "INSERT INTO user_sessions (user_id, token_hash, user_agent, idle_expires_at,"
                " expires_at) VALUES (%s, %s, 'bench', UTC_TIMESTAMP() + INTERVAL 1 DAY,"
                " UTC_TIMESTAMP() + INTERVAL 1 DAY)",
                (person, hashlib.sha256(_token(person).encode()).digest()),
            )
        cursor.execute("UPDATE settings SET value = 1000 WHERE name = 'chat_messages_per_minute'")
        connection.commit()
    readers = [Reader(person) for person in people]
    streams = []
    for reader in readers:
        streams.append(asyncio.create_task(_listen(reader)))
        await asyncio.sleep(0.002)
    await asyncio.sleep(SETTLE_SECONDS)
    for stream in streams:
        if stream.done():
            stream.result()
            raise RuntimeError("a stream has ended")
    megabytes = _megabytes(pid)
    statements = await asyncio.to_thread(_statements_a_second, settings)
    sent = await asyncio.to_thread(_send, settings, sender, people, messages)
    await asyncio.sleep(2)
    for stream in streams:
        stream.cancel()
    by_person = {reader.user_id: reader for reader in readers}
    delays = [
        (by_person[person].arrived[message] - at) * 1000
        for person, message, at in sent
        if message in by_person[person].arrived
    ]
    doubles = sum(reader.arrived.pop(-1, 0) for reader in readers)
    cuts = statistics.quantiles(delays, n=100)
    return (
        count,
        round(megabytes),
        round(statements, 1),
        round(cuts[49]),
        round(cuts[98]),
        len(sent) - len(delays),
        int(doubles),
    )


def _token(person: int) -> str:
    # As long as a real one, or the web does not look it up.
    return f"bench-{person:037d}"


async def _listen(reader: Reader) -> None:
    """Keep one stream open; notes when which message came."""
    stream, writer = await asyncio.open_connection("127.0.0.1", PORT)
    writer.write(
        f"GET /live HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nAccept: text/event-stream\r\n"
        f"Cookie: alumni_session={_token(reader.user_id)}\r\n\r\n".encode()
    )
    status = (await stream.readline()).decode()
    if " 200 " not in status:
        raise RuntimeError(f"no stream: {status}")
    kind = b""
    try:
        while line := await stream.readline():
            if line.startswith(b"event: "):
                kind = line[7:].strip()
            found = re.match(rb'data: .*?"id": (\d+)', line)
            if found and kind == b"message":
                message = int(found[1])
                # -1 counts those that came twice.
                if message in reader.arrived:
                    reader.arrived[-1] = reader.arrived.get(-1, 0) + 1
                reader.arrived[message] = time.monotonic()
    finally:
        writer.close()


def _megabytes(pid: int) -> float:
    master = psutil.Process(pid)
    family = [master, *master.children(recursive=True)]
    return float(sum(process.memory_full_info().pss for process in family)) / 2**20


def _statements_a_second(settings: Settings) -> float:
    def questions() -> int:
        with connect(settings.database, settings.database.name) as connection:
            cursor = connection.cursor()
            cursor.execute("SHOW GLOBAL STATUS LIKE 'Questions'")
            return int(cursor.fetchone()[1])

    before = questions()
    time.sleep(IDLE_SECONDS)
    return (questions() - before) / IDLE_SECONDS


def _send(
    settings: Settings, sender: int, people: list[int], messages: int
) -> list[tuple[int, int, float]]:
    """Write to people in turn; returns whom, messages.id and when it was committed."""
    sent = []
    with connect(settings.database, settings.database.name) as connection:
        cursor = connection.cursor()
        for person in people[:messages]:
            cursor.execute("CALL _conversation_open(%s, %s, 1, @conversation)", (sender, person))
        connection.commit()
        for number in range(messages):
            person = people[number % len(people)]
            cursor.execute("CALL message_send(%s, %s, 'Hello', NULL, NULL, NULL)", (sender, person))
            at = time.monotonic()
            (message, *_) = cursor.fetchone()
            while cursor.nextset():
                pass
            sent.append((person, int(message), at))
            time.sleep(PAUSE_SECONDS)
    return sent

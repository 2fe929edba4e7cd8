"""Connections that act at the same moment, and what becomes of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import mysql.connector

from tests.support.database import Client, Database, Refused

DEADLOCK = 1213


def at_once(db: Database, *acts: Callable[[Client], object]) -> Counter[str]:
    """Let connections act at the same moment; counts SQLSTATEs, '' for success."""
    start = Barrier(len(acts))

    def run(act: Callable[[Client], object]) -> str:
        with db.connect() as client:
            start.wait()
            while True:
                try:
                    act(client)
                except Refused as refusal:
                    return refusal.state
                except mysql.connector.Error as error:
                    # The shell calls again after a deadlock.
                    if error.errno != DEADLOCK:
                        raise
                else:
                    return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return Counter(pool.map(run, acts))


def calling(name: str, *arguments: object) -> Callable[[Client], object]:
    """Return the act of calling a procedure."""
    return lambda client: client.call(name, *arguments)

"""Live events for open pages: one poller per process, one queue per stream.

However many people have pages open, a process asks the database once a turn (live_poll) and hands
each event to the streams of its recipient. A person's events are numbered without gaps in the order
of commits, so a stream knows what it has sent and what it has missed (a lost turn, an unreachable
database). It then asks for its missed events (live_resume).
"""

from __future__ import annotations

import itertools
import json
import time
from typing import Any

import gevent
from gevent.event import Event
from gevent.queue import Queue

from web import logs
from web.database.client import Database, Row
from web.database.errors import DatabaseAwayError, SchemaMismatchError
from web.settings import DatabaseSettings

TURN_SECONDS = 0.2
AWAY_SECONDS = 2.0
HEARTBEAT_SECONDS = 15.0
MISSING_SECONDS = 60.0
"""Ids that are missing between others may still come for so long: the longest wait for a lock."""
MISSING_MOST = 2000
QUEUE_LENGTH = 100


class Hub:
    """The streams of one process."""

    worker: Any = None
    """gunicorn's worker, whose `alive` says whether the process is to end; None: another server."""

    def __init__(self, settings: DatabaseSettings) -> None:
        self._database = Database(settings, size=1)
        self._queues: dict[int, set[Queue[Row | None]]] = {}
        self._has_streams = Event()
        self._poller: gevent.Greenlet | None = None
        self._last_id: int | None = None
        self._missing: dict[int, float] = {}
        self._spoken_at = 0.0

    def is_stopping(self) -> bool:
        """Return whether streams are to end, because the process is."""
        return self.worker is not None and not self.worker.alive

    def subscribe(self, user_id: int) -> Queue[Row | None]:
        """Return a queue that gets every event for a person from now on.

        And None again and again, so that a stream says that it lives and sees when it is to end.
        """
        queue: Queue[Row | None] = Queue(QUEUE_LENGTH)
        self._queues.setdefault(user_id, set()).add(queue)
        self._has_streams.set()
        if not self._poller:
            self._poller = gevent.spawn(self._run)
        return queue

    def unsubscribe(self, user_id: int, queue: Queue[Row | None]) -> None:
        """Forget a queue."""
        queues = self._queues.get(user_id, set())
        queues.discard(queue)
        if not queues:
            self._queues.pop(user_id, None)
        if not self._queues:
            self._has_streams.clear()

    def _run(self) -> None:
        while True:
            if not self._has_streams.is_set():
                # No open streams: stop polling. The next one needs the last minute's events only.
                self._has_streams.wait()
                self._last_id = None
            pause = TURN_SECONDS
            try:
                if self._turn():
                    pause = 0
            except (DatabaseAwayError, SchemaMismatchError):
                pause = AWAY_SECONDS
            except Exception as defect:  # noqa: BLE001 - one bad turn must not silence all pages
                logs.write_defect("live", defect)
                pause = AWAY_SECONDS
            self._wake()
            gevent.sleep(pause)

    def _wake(self) -> None:
        """Let every stream look whether it is to end, and say that it lives."""
        now = time.monotonic()
        if self.is_stopping() or now - self._spoken_at >= HEARTBEAT_SECONDS:
            self._spoken_at = now
            for queue in itertools.chain(*self._queues.values()):
                if not queue.full():
                    queue.put_nowait(None)

    def _turn(self) -> bool:
        """Ask once and hand over new events; returns whether more are ready."""
        page = self._database.call_plainly(
            "live_poll",
            after_id=self._last_id,
            missing=json.dumps(list(self._missing)) if self._missing else None,
        )
        self._note_missing({event.id for event in page.events}, page.page)
        for event in page.events:
            for queue in self._queues.get(event.recipient_id, ()):
                # A stream that cannot keep up misses the event and asks for it later.
                if not queue.full():
                    queue.put_nowait(event)
        return bool(page.page.is_full)

    def _note_missing(self, seen: set[int], page: Row) -> None:
        now = time.monotonic()
        for found in seen:
            self._missing.pop(found, None)
        # Ids that were purged long ago are missing too, and will not arrive.
        first = max(page.after_id + 1, page.last_id - MISSING_MOST)
        fresh = set(range(first, page.last_id + 1)) - seen
        self._missing.update(dict.fromkeys(fresh, now + MISSING_SECONDS))
        self._missing = {found: end for found, end in self._missing.items() if end > now}
        self._last_id = page.last_id

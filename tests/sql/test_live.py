"""What open pages are told: nothing missed, nothing twice, in one order a person."""

from __future__ import annotations

import threading

import pytest

from tests.support.database import Client, Database, Refused
from tests.support.messages import acquainted, send


def tell(db: Client, recipient: int) -> None:
    db.rows("CALL _live_event(%s, 'unread', NULL, NULL)", recipient)


def newest(db: Client) -> int:
    """Return the newest id of all events."""
    return int(db.value("SELECT COALESCE(MAX(id), 0) FROM live_events"))


def test_a_poll_tells_what_is_new(db: Database) -> None:
    me, before = db.alumnus(), newest(db)
    tell(db, me)
    page = db.call("live_poll", before, None)
    assert [event.recipient_id for event in page.events] == [me]
    assert (page.page.after_id, page.page.last_id) == (before, page.events[0].id)
    again = db.call("live_poll", page.page.last_id, None)
    assert (again.events, again.page.last_id) == ([], page.page.last_id)


def test_an_id_that_comes_late_is_asked_for(db: Database) -> None:
    me, other = db.alumnus(), db.student()
    # Both need a counter first: inserting one locks the gap around it.
    for recipient in (me, other):
        tell(db, recipient)
    before = newest(db)
    with db.connect() as slow:
        slow.rows("START TRANSACTION")
        tell(slow, me)
        tell(db, other)
        page = db.call("live_poll", before, None)
        assert [event.recipient_id for event in page.events] == [other]
        missing = sorted(set(range(before + 1, page.page.last_id)))
        assert missing, "the slow one has the smaller id"
        slow.rows("COMMIT")
    late = db.call("live_poll", page.page.last_id, str(missing))
    assert [event.recipient_id for event in late.events] == [me]


def test_what_was_missed_and_what_is_too_much(db: Database) -> None:
    me = db.alumnus()
    assert db.call("live_resume", me, None).page.last_sequence == 0
    for _ in range(3):
        tell(db, me)
    page = db.call("live_resume", me, 1)
    assert [event.sequence for event in page.events] == [2, 3]
    assert (page.page.last_sequence, page.page.is_reset) == (3, 0)
    assert db.call("live_resume", me, None).events == []
    assert db.call("live_resume", me, 9).page.is_reset == 1, "from another database"
    db.rows("DELETE FROM live_events WHERE recipient_id = %s AND sequence <= 2", me)
    assert db.call("live_resume", me, 0).page.is_reset == 1, "purged meanwhile"
    assert db.call("live_resume", me, 2).page.is_reset == 0
    for _ in range(200):
        tell(db, me)
    assert len(db.call("live_resume", me, 3).events) == 200
    assert db.call("live_resume", me, 2).page.is_reset == 1
    with pytest.raises(Refused) as refused:
        db.call("live_resume", None, 0)
    assert refused.value.status == 401


def test_a_resumed_stream_has_no_gap_while_many_write(db: Database) -> None:
    """Every answer goes on where the one before ended, whatever is committed in between."""
    me, writers = db.alumnus(), [db.student() for _ in range(3)]
    for writer in writers:
        acquainted(db, me, writer)
    done = threading.Event()

    def write(writer: int) -> None:
        with db.connect() as client:
            for _ in range(15):  # fewer than a minute's most
                send(client, writer, me)

    told: list[int] = []
    starts = db.call("live_resume", me, None).page.last_sequence

    def listen() -> None:
        last = starts
        with db.connect() as client:
            while True:
                is_last = done.is_set()
                page = client.call("live_resume", me, last)
                assert not page.page.is_reset
                told.extend(event.sequence for event in page.events)
                assert told[-1:] in ([], [page.page.last_sequence])
                last = page.page.last_sequence
                if is_last:
                    return

    threads = [threading.Thread(target=write, args=(writer,)) for writer in writers]
    listener = threading.Thread(target=listen)
    for thread in (*threads, listener):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    listener.join()
    newest_sequence = db.value("SELECT last_sequence FROM live_streams WHERE recipient_id = %s", me)
    assert told == list(range(starts + 1, newest_sequence + 1))
    assert len(told) >= 45

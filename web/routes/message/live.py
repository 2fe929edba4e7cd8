"""The stream of live events (Server-Sent Events) that open pages listen to."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from typing import Any

from bottle import Bottle, request, response

from web.database.client import Page, Row
from web.database.errors import ContractError, DatabaseAwayError, SchemaMismatchError
from web.http import forms
from web.http.calls import call
from web.http.state import identity, state
from web.pages.render import render

STREAM_SECONDS = 120
"""Lifetime of a stream. The browser opens the next one, which checks the session again."""


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/live", callback=stream)


def stream() -> Iterator[str]:
    """Send missed events (since `Last-Event-ID` or `after`), then new ones as they happen.

    Events: message, receipt, removal, unread, notification, reset (reload the page). Their ids are
    numbers in the person's sequence, their data is JSON. Query: `after` (the id of the last event).
    """
    after = request.get_header("Last-Event-ID") or forms.read_query("after")["after"]
    # Refuse visitors while the status can still be chosen. Without an id the stream begins here, so
    # that a client that has received its first byte misses nothing.
    now = call("live_resume").page.last_sequence
    viewer = identity().viewer
    if viewer is None:
        raise ContractError(401, "Sign in to continue.")
    response.content_type = "text/event-stream; charset=utf-8"
    response.set_header("Cache-Control", "no-store")
    # Proxies must not buffer events.
    response.set_header("X-Accel-Buffering", "no")
    is_known = after is not None and re.fullmatch(r"[0-9]{1,18}", after)
    return _stream(viewer.id, int(after) if after and is_known else now)


def _stream(user_id: int, after: int) -> Iterator[str]:
    hub = state().live
    # Subscribe before reading missed events, so that none is lost in between.
    queue = hub.subscribe(user_id)
    try:
        yield "retry: 1000\n\n"
        page = call("live_resume", after_sequence=after)
        yield from _missed(page, user_id)
        last = page.page.last_sequence
        end = time.monotonic() + STREAM_SECONDS
        while time.monotonic() < end and not hub.is_stopping():
            event = queue.get()
            if event is None:
                # A heartbeat; writing it also reveals that the browser has gone.
                yield ": still here\n\n"
            elif event.sequence == last + 1:
                yield _shown(event, user_id)
                last = event.sequence
            elif event.sequence > last:
                # There is a gap: read the missed events and this one from the database.
                page = call("live_resume", after_sequence=last)
                yield from _missed(page, user_id)
                last = page.page.last_sequence
    except (ContractError, DatabaseAwayError, SchemaMismatchError):
        # Signed out, or no database: the browser reconnects and gets the error.
        return
    finally:
        hub.unsubscribe(user_id, queue)


def _missed(page: Page, user_id: int) -> Iterator[str]:
    if page.page.is_reset:
        yield _sent("reset", page.page.last_sequence, {})
    for event in page.events:
        yield _shown(event, user_id)


def _sent(kind: str, sequence: int, data: dict[str, Any]) -> str:
    return f"event: {kind}\nid: {sequence}\ndata: {json.dumps(data)}\n\n"


def _shown(event: Row, user_id: int) -> str:
    """Return an event as the page expects it."""
    data: dict[str, Any] = {
        "conversation": event.conversation_id,
        "id": event.subject_id,
        "unread_messages": event.unread_messages_count,
        "unread_notifications": event.unread_notifications_count,
    }
    if event.kind in ("message", "removal") and not event.is_removed:
        message = Row(
            event,
            id=event.subject_id,
            is_mine=event.sender_id == user_id,
            can_take_back=event.sender_id == user_id and event.kind == "message",
        )
        data["sender"] = event.sender_id
        data["html"] = render(
            "message/part.html", message=message, conversation_id=event.conversation_id
        )
    return _sent(event.kind, event.sequence, data)

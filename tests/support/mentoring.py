"""References and mentoring as tests do it."""

from __future__ import annotations

from typing import Any

from tests.support.database import Client, Row


def offer(
    db: Client,
    alumnus: int,
    kinds: str = "guidance,mentorship,reference",
    capacity: int = 2,
    **more: Any,
) -> Row:
    """Let an alumnus say that they can be asked; returns the offer."""
    values = {"is_open": 1, "kinds": kinds, "capacity": capacity, **more}
    saved: Row = db.call("mentoring_offer_save", alumnus, **values).offer
    return saved


def ask(client: Client, requester: int | None, alumnus: int, **changes: Any) -> int:
    """Ask an alumnus for guidance; returns reference_requests.id."""
    values = {"kind": "guidance", "purpose": "My first job", "message": "How did you begin?"}
    page = client.call("reference_request", requester, alumnus, **{**values, **changes})
    return int(page.request.id)


def answer(
    client: Client, alumnus: int, request: int, how: str = "accept", word: str | None = None
) -> str:
    """Accept or decline; returns the state."""
    return str(client.call("reference_answer", alumnus, request, how, word).request.status)


def make_due(db: Client, *requests: int) -> None:
    """Let the time of requests run out."""
    for request in requests:
        db.rows(
            "UPDATE reference_requests SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE"
            " WHERE id = %s",
            request,
        )


def expire(client: Client, most: int | None = None) -> int:
    """Do what the scheduler does; returns how many have expired."""
    done = client.call("references_expire_due", None, most).expiry
    assert done.failed_count == 0, done.first_failure
    return int(done.expired_count)


def status_of(db: Client, request: int) -> str:
    """Return the state of a request."""
    return str(db.value("SELECT status FROM reference_requests WHERE id = %s", request))


def history(db: Client, request: int) -> list[str]:
    """Return the states that a request was in, in order."""
    rows = db.rows(
        "SELECT to_status FROM reference_request_history WHERE request_id = %s ORDER BY id", request
    )
    return [str(row.to_status) for row in rows]

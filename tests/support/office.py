"""Requests to be verified, messages to the office and engagements as tests make them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.database import Client, Refused

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + b"\x00" * 20
JPG = bytes.fromhex("ffd8ffe000104a464946") + b"\x00" * 20 + bytes.fromhex("ffd9")
_serial = itertools.count(1)


def document(word: str = "") -> bytes:
    """Return a PDF that no other is like."""
    return f"%PDF-1.4\na proof {next(_serial)} {word}\n%%EOF\n".encode()


def submit(client: Client, person: int, kind: str = "identity", **changes: Any) -> int:
    """Ask to be verified; returns the request's id."""
    values = {"kind": kind, "document": document(), "document_name": "proof.pdf"}
    return int(client.call("verification_submit", person, **{**values, **changes}).request.id)


def days(number: int) -> dt.date:
    """Return the day so many days from now, in UTC."""
    return dt.datetime.now(dt.UTC).date() + dt.timedelta(number)


def propose(client: Client, admin: int, alumnus: int, **changes: Any) -> int:
    """Propose an engagement that could be held today; returns its id."""
    values = {"kind": "speaker", "title": "A talk", "start_date": days(0), "hours": 2}
    page = client.call("engagement_propose", admin, alumnus, **{**values, **changes})
    return int(page.engagement.id)


def contact(client: Client, person: int | None = None, **changes: Any) -> int:
    """Write to the office; returns the message's id."""
    number = next(_serial)
    values = {
        "name": "Vera Visitor",
        "email": f"vera{number}@example.org",
        "subject": f"Question {number}",
        "message": "May I visit?",
    }
    client.call("contact_send", person, **{**values, **changes})
    return int(client.value("SELECT MAX(id) FROM contact_messages"))


def feedback(client: Client, person: int | None = None, **changes: Any) -> int:
    """Give feedback; returns its id."""
    values = {
        "name": "Vera Visitor",
        "email": f"vera{next(_serial)}@example.org",
        "category": "idea",
        "message": "More colours.",
    }
    client.call("feedback_send", person, **{**values, **changes})
    return int(client.value("SELECT MAX(id) FROM feedback"))


def refused(call: Callable[[], object]) -> Refused:
    """Return the refusal that a call must end with."""
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value

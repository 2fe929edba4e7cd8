"""Students, alumni and the office, with confirmed addresses. Content: db/demo/people.json."""

from __future__ import annotations

import datetime as dt

from tools.seed.demo.client import Demo
from tools.seed.demo.state import DEMO_PASSWORD
from web import passwords


def load(demo: Demo) -> None:
    """Register them, and remember who is who."""
    # One hash for all: a hash a person would cost more than the rest of the load.
    hashed = passwords.hash_password(DEMO_PASSWORD)
    this_year = dt.datetime.now(dt.UTC).year
    for person in demo.content("people"):
        email, role = person["email"], person["role"]
        names = person["first_name"], person["last_name"]
        if role == "admin":
            demo.people[email] = demo.call("user_add", None, email, hashed, role, *names)
            continue
        graduation = person.get("graduation_year")
        semester = person.get("semester")
        demo.people[email] = demo.call(
            "account_register",
            None,
            role,
            *names,
            email,
            hashed,
            None,
            person["gender"],
            demo.value("SELECT id FROM degrees WHERE abbreviation = %s", person["degree"]),
            demo.value("SELECT id FROM campuses WHERE name = %s", person["campus"]),
            None,
            graduation,
            this_year + (9 - semester) // 2 if semester else None,
            semester,
        )
        token = demo.value(
            "SELECT data ->> '$.token' FROM mail_outbox WHERE recipient_id = %s",
            demo.people[email],
        )
        demo.call("account_confirm", None, token)


def spread(demo: Demo) -> None:
    """Let them have come over the past months."""
    demo.run("UPDATE users SET created_at = created_at - INTERVAL (id * 11) MOD 300 DAY")

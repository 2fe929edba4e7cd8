"""Alumni of the demo university who only signed up, so that its figures look lived in.

They are most of any real university's members: a name, a degree, perhaps a position. Content:
db/demo/report.json.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

from tools.seed.demo.client import Demo
from tools.seed.demo.parts.profiles import edit

POSITION = ("current_job_title", "current_company", "industry")


def load(demo: Demo) -> None:
    """Register them."""
    hashed = demo.value("SELECT password_hash FROM users WHERE email = 'alumni@example.com'")
    this_year = dt.datetime.now(dt.UTC).year
    for person in _people(demo):
        names = person["first_name"], person["last_name"]
        user = demo.call(
            "account_register",
            None,
            "alumni",
            *names,
            _email(*names),
            hashed,
            None,
            person["gender"],
            demo.value("SELECT id FROM degrees WHERE abbreviation = %s", person["degree"]),
            demo.value("SELECT id FROM campuses WHERE name = %s", person["campus"]),
            None,
            this_year - person["years_ago"],
            None,
            None,
        )
        token = demo.value(
            "SELECT data ->> '$.token' FROM mail_outbox WHERE recipient_id = %s", user
        )
        demo.call("account_confirm", None, token)
        if "position" in person:
            profile = {
                **{name: person[name] for name in ("first_name", "last_name")},
                **dict(zip(POSITION, person["position"], strict=True)),
            }
            edit(demo, user, profile)


def spread(demo: Demo) -> None:
    """Let them have signed up over the past two years, and some of all people be here often."""
    for person in _people(demo):
        demo.run(
            "UPDATE users SET created_at = UTC_TIMESTAMP() - INTERVAL %s DAY WHERE email = %s",
            person["joined_days_ago"],
            _email(person["first_name"], person["last_name"]),
        )
    # Order ids by the date of joining, as when people sign up themselves.
    demo.run(
        "UPDATE users AS u"
        " JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM users) AS i ON i.id = u.id"
        " JOIN (SELECT created_at, ROW_NUMBER() OVER (ORDER BY created_at) AS place FROM users)"
        " AS t ON t.place = i.place SET u.created_at = t.created_at"
    )
    demo.run(
        "UPDATE users SET last_signed_in_at"
        " = GREATEST(created_at, UTC_TIMESTAMP() - INTERVAL (id * 7) MOD 90 DAY)"
        " WHERE id MOD 5 < 4"
    )


def _people(demo: Demo) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = demo.content("report")
    return found


def _email(first: str, last: str) -> str:
    plain = unicodedata.normalize("NFKD", f"{first}.{last}".replace(" ", "")).lower()
    return f"{plain.encode('ascii', 'ignore').decode()}@example.com"

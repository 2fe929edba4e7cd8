"""What people of the demo university ask of the alumni office, and what it asks of them.

Requests to be verified, messages and engagements. Content: db/demo/office.json.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from tools.seed.demo.client import OFFICE, Demo
from tools.seed.documents import pdf

Entry = dict[str, Any]


def _content(demo: Demo) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = demo.content("office")
    return found


def load(demo: Demo) -> None:
    """Let people ask, and the office answer."""
    content = _content(demo)
    for entry in content["verification"]:
        _verification(demo, entry)
    for kind in ("contact", "feedback"):
        for number, entry in enumerate(content[kind], 1):
            _message(demo, kind, number, entry)
    for entry in content["engagements"]:
        _engagement(demo, entry)


def _verification(demo: Demo, entry: Entry) -> None:
    person, office = demo.people[entry["person"]], demo.people[OFFICE]
    first, *others = entry["documents"]
    request = demo.call(
        "verification_submit",
        person,
        entry["kind"],
        entry.get("note"),
        pdf([entry["person"], first]),
        first,
        None,
    )
    for name in others:
        demo.call("verification_document_add", person, request, pdf([entry["person"], name]), name)
    decision = entry.get("decision")
    if decision == "withdraw":
        demo.call("verification_withdraw", person, request)
    elif decision:
        demo.call("verification_decide", office, request, decision, entry.get("reason"), None)


def _message(demo: Demo, kind: str, number: int, entry: Entry) -> None:
    office = demo.people[OFFICE]
    about = [entry["subject"]] if kind == "contact" else [entry["category"], entry["rating"]]
    demo.call(
        f"{kind}_send",
        demo.people.get(entry.get("person", "")),
        entry.get("name"),
        entry.get("email"),
        *about,
        entry["message"],
        entry.get("website"),
        None,
    )
    if "note" in entry:
        demo.call("inbox_note", office, kind, number, entry["note"], None)
    if "assignee" in entry:
        demo.call("inbox_assign", office, kind, number, demo.people[entry["assignee"]])
    if "to_status" in entry:
        demo.call("inbox_move", office, kind, number, entry["to_status"], None)
    if "answer" in entry:
        demo.call(
            "inbox_answer", office, kind, number, entry["answer"], entry["is_resolving"], None
        )


def _engagement(demo: Demo, entry: Entry) -> None:
    office, alumnus = demo.people[OFFICE], demo.people[entry["alumnus"]]
    today = dt.datetime.now(dt.UTC).date()
    days = [
        today + dt.timedelta(entry[name]) if name in entry else None
        for name in ("start_in_days", "end_in_days")
    ]
    engagement = demo.call(
        "engagement_propose",
        office,
        alumnus,
        entry["kind"],
        entry["title"],
        entry.get("description"),
        entry.get("location"),
        *days,
        entry["hours"],
        entry.get("pay"),
        None,
        None,
    )
    moves = entry.get("moves", [])
    for status in moves:
        mover = alumnus if status in ("confirmed", "declined") else office
        reason = entry.get("reason") if status == moves[-1] else None
        demo.call("engagement_move", mover, engagement, status, None, None, reason, None)
    for side, actor in (("office_rating", office), ("alumnus_rating", alumnus)):
        if side in entry:
            demo.call("engagement_rate", actor, engagement, *entry[side])


def spread(demo: Demo) -> None:
    """Move what happened to the past weeks."""
    content = _content(demo)
    for number, entry in enumerate(content["verification"], 1):
        demo.run(
            "UPDATE verification_queue SET created_at = created_at - INTERVAL %s DAY,"
            " decided_at = decided_at - INTERVAL %s HOUR WHERE id = %s",
            entry["days_ago"],
            entry["days_ago"] * 24 - 20,
            number,
        )
    for kind, table in (("contact", "contact_messages"), ("feedback", "feedback")):
        for number, entry in enumerate(content[kind], 1):
            hours = entry["days_ago"] * 24 + number
            demo.run(
                f"UPDATE {table} SET created_at = created_at - INTERVAL %s HOUR WHERE id = %s",
                hours,
                number,
            )
            demo.run(
                f"UPDATE inbox_entries SET created_at = created_at - INTERVAL %s HOUR"
                f" WHERE {'contact_message_id' if kind == 'contact' else 'feedback_id'} = %s",
                hours - 6,
                number,
            )
    # A proposal is two weeks older than its first day, or some days old.
    demo.run(
        "UPDATE alumni_engagements SET created_at = LEAST(created_at - INTERVAL (id * 2) DAY,"
        " start_date - INTERVAL 14 DAY)"
    )
    demo.run(
        "UPDATE alumni_engagement_history AS h JOIN alumni_engagements AS g"
        " ON g.id = h.engagement_id SET h.created_at = LEAST(UTC_TIMESTAMP(6), CASE"
        " WHEN h.from_status IS NULL THEN g.created_at"
        " WHEN h.to_status IN ('in_progress', 'completed')"
        " THEN g.start_date + INTERVAL (18 + 24 * (h.to_status = 'completed')) HOUR"
        " ELSE g.created_at + INTERVAL (20 + h.id MOD 7) HOUR END)"
    )

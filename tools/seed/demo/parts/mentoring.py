"""Who of the demo university can be asked for what, who asked, and what became of it.

Content: db/demo/mentoring.json.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from tools.seed.demo.client import Demo

Entry = dict[str, Any]


def _content(demo: Demo) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = demo.content("mentoring")
    return found


def load(demo: Demo) -> None:
    """Let alumni say what they can be asked, and people ask."""
    content = _content(demo)
    today = dt.datetime.now(dt.UTC).date()
    for entry in content["offers"]:
        days = entry.get("paused_in_days")
        demo.call(
            "mentoring_offer_save",
            demo.people[entry["person"]],
            1,
            entry["kinds"],
            entry["capacity"],
            today + dt.timedelta(days) if days else None,
            entry.get("note"),
        )
    for entry in content["requests"]:
        _request(demo, entry)


def _request(demo: Demo, entry: Entry) -> None:
    requester, alumnus = demo.people[entry["from"]], demo.people[entry["to"]]
    request = demo.call(
        "reference_request",
        requester,
        alumnus,
        entry["kind"],
        entry["purpose"],
        entry.get("company"),
        entry.get("position"),
        entry["message"],
        None,
    )
    if "answer" in entry:
        demo.call("reference_answer", alumnus, request, entry["answer"], entry["word"])
    for number, (title, is_done) in enumerate(entry.get("goals", ())):
        demo.call(
            "reference_goal_save", (requester, alumnus)[number % 2], request, None, title, is_done
        )
    end = entry.get("end")
    if end == "complete":
        demo.call("reference_complete", alumnus, request, entry.get("note"))
    elif end == "withdraw":
        demo.call("reference_withdraw", requester, request)
    elif end == "expire":
        demo.run(
            "UPDATE reference_requests SET expires_at = UTC_TIMESTAMP() WHERE id = %s", request
        )
        demo.call("references_expire_due", None, None)
    if "rating" in entry:
        demo.call("reference_rate", requester, request, *entry["rating"])


def spread(demo: Demo) -> None:
    """Move what was asked to the past weeks, and what followed with it."""
    for number, entry in enumerate(_content(demo)["requests"], 1):
        # An answer takes two days and some hours, help three weeks.
        demo.run(
            "UPDATE reference_requests SET created_at = created_at - INTERVAL %s DAY,"
            " expires_at = created_at + INTERVAL 14 DAY,"
            " answered_at = IF(answered_at IS NULL, NULL,"
            " created_at + INTERVAL (48 + id * 3) HOUR),"
            " completed_at = IF(completed_at IS NULL, NULL, created_at + INTERVAL 23 DAY)"
            " WHERE id = %s",
            entry["days_ago"],
            number,
        )
    demo.run(
        "UPDATE reference_request_history AS h JOIN reference_requests AS r"
        " ON r.id = h.request_id SET h.created_at = CASE h.to_status"
        " WHEN 'requested' THEN r.created_at"
        " WHEN 'completed' THEN r.completed_at"
        " WHEN 'expired' THEN r.expires_at"
        " ELSE COALESCE(r.answered_at, r.created_at + INTERVAL 30 HOUR) END"
    )

"""What is announced at the demo university, and who has read it.

Content: db/demo/announcements.json.
"""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from tools.seed.demo.client import OFFICE, Demo


def _entries(demo: Demo) -> Any:  # noqa: ANN401 - JSON
    return demo.content("announcements")


def load(demo: Demo) -> None:
    """Announce, in the order of the file."""
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
    office = demo.people[OFFICE]
    for entry in _entries(demo):
        author = demo.people[entry["author"]]
        times = (
            now + dt.timedelta(days=entry[name]) if name in entry else None
            for name in ("appears_in_days", "expires_in_days")
        )
        number = demo.call(
            "announcement_post",
            author,
            entry["title"],
            "\n\n".join(entry["content"]),
            entry["audience"],
            entry["priority"],
            *times,
            entry.get("is_draft", 0),
            None,
        )
        if entry.get("is_pinned"):
            demo.call("announcement_pin", office, number, None)
        if entry.get("is_archived"):
            demo.call("announcement_archive", author, number)
    # Now, so that nobody gets a mail about what is old news in a moment.
    demo.call("announcements_mail_due", None, None)
    turn = count()
    current = demo.rows(
        "SELECT id FROM announcements WHERE is_listed = 1 AND publish_at <= UTC_TIMESTAMP()"
        " AND target_audience = 'all' ORDER BY id"
    )
    for person in demo.people.values():
        for (number,) in current:
            if next(turn) % 3 == 0:
                demo.call("announcement_open", person, number)


def spread(demo: Demo) -> None:
    """Move what was announced to the past weeks."""
    for number, entry in enumerate(_entries(demo), 1):
        days = entry.get("days_ago")
        if days is None:
            continue
        demo.run(
            "UPDATE announcements SET publish_at = publish_at - INTERVAL %s HOUR,"
            " created_at = publish_at, updated_at = publish_at,"
            " expires_at = IF(%s, UTC_TIMESTAMP() - INTERVAL 1 DAY, expires_at) WHERE id = %s",
            days * 24 - number,
            entry.get("is_expired", False),
            number,
        )
    demo.run(
        "UPDATE announcement_reads AS r JOIN announcements AS a ON a.id = r.announcement_id"
        " SET r.created_at = LEAST(a.publish_at + INTERVAL (r.reader_id * 7) MOD 40 HOUR,"
        " UTC_TIMESTAMP()) WHERE a.publish_at <= UTC_TIMESTAMP()"
    )
    demo.call("_announcements_expire_due")

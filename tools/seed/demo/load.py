"""Load the parts in order, or what an interrupted load left out.

Every rule holds for what is loaded, because procedures load it. Only what no procedure would let
anybody do is written directly, at the end: dates in the past. Content: db/demo/*.json.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

from tools.seed.demo.client import Demo
from tools.seed.demo.parts import (
    about,
    announcements,
    event_crew,
    events,
    feed,
    former_students,
    jobs,
    mentoring,
    messages,
    office,
    people,
    profiles,
    university,
)
from tools.seed.demo.state import LOADED, LOADING, MARK, state

PARTS: tuple[ModuleType, ...] = (
    university,
    people,
    profiles,
    jobs,
    events,
    event_crew,
    announcements,
    about,
    messages,
    feed,
    mentoring,
    office,
    former_students,
)
"""Each has `load`, and `spread` where what it loads happened over months."""


KEPT = (
    "alumni_engagement_moves",
    "announcement_pins",
    "audit_heads",
    "counters",
    "inbox_moves",
    "institution_info",
    "job_application_moves",
    "notification_kinds",
    "personal_columns",
    "personal_tables",
    "privacy_fields",
    "reference_request_moves",
    "roles",
    "schema_journal",
    "schema_migrations",
    "schema_object_versions",
    "schema_objects",
    "settings",
    "skill_domains",
    "skills",
    "statistics_snapshots",
    "suggestion_weights",
)
"""Tables with rows that are there before anybody is: migrations and reference data fill them."""


def load(connection: Any, report: Callable[[str], None]) -> bool:  # noqa: ANN401 - untyped driver
    """Load what is missing; returns whether the demo data is there now.

    A load that was interrupted is taken away and done again. A database with people of its own is
    left alone.
    """
    demo = Demo(connection)
    found = state(connection)
    if found == LOADED:
        return True
    if found is None and demo.value("SELECT COUNT(*) FROM users"):
        return False
    if found == LOADING:
        report("Taking an interrupted load away")
        take_away(demo)
    demo.run(
        "INSERT INTO settings (name, value, description) VALUES (%s, %s,"
        " 'loaded: this is the demo university; its people are made up')"
        " ON DUPLICATE KEY UPDATE value = %s",
        MARK,
        LOADING,
        LOADING,
    )
    report("Loading the demo university")
    for part in PARTS:
        part.load(demo)
    for part in PARTS:
        if hasattr(part, "spread"):
            part.spread(demo)
    demo.call("_jobs_close_due")
    demo.call("_statistics_refresh")
    # Nobody is there who could read the mails that the load has caused.
    demo.run("DELETE FROM mail_outbox")
    demo.run("UPDATE settings SET value = %s WHERE name = %s", LOADED, MARK)
    return True


def take_away(demo: Demo) -> None:
    """Empty every table but KEPT; only ever called on a database that holds a part of a load."""
    tables = demo.rows(
        "SELECT table_name FROM information_schema.tables"
        " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
    )
    demo.run("SET foreign_key_checks = 0")
    for (table,) in tables:
        if table not in KEPT:
            demo.run(f"TRUNCATE TABLE {table}")
    demo.run("UPDATE announcement_pins SET announcement_id = NULL")
    # The chain of the audit log begins again.
    demo.run("UPDATE audit_heads SET position = 0, chain_hash = REPEAT(x'00', 32)")
    demo.run("SET foreign_key_checks = 1")

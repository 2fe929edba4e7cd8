"""The event scheduler: whether the events of the schema run when they should."""

from __future__ import annotations

from collections.abc import Iterator

from tools.doctor.finding import Finding, problem, warning
from tools.doctor.patient import Patient

GRACE_SECONDS = 60


def check(patient: Patient) -> Iterator[Finding]:
    """Find events that do not run, are late or fail (vw_scheduler_health)."""
    events = patient.session.run("SELECT * FROM vw_scheduler_health ORDER BY name")
    if not events:
        yield problem("events", "there are none", "Run ./alumni migrate apply.")
        return
    if events[0]["scheduler"] != "ON":
        yield problem(
            "events",
            f"{len(events)} events do not run: the scheduler is {events[0]['scheduler']}",
            "Run SET PERSIST event_scheduler = ON (./alumni db shell).",
        )
        return
    wrong = [event for event in events if not event["is_healthy"]]
    disabled = [event["name"] for event in wrong if event["status"] != "ENABLED"]
    failed = [event["name"] for event in wrong if event["errors_count"]]
    # After the server was stopped, an event comes in its own time: late is what it was to do since.
    late = [
        event["name"]
        for event in wrong
        if event["name"] not in {*disabled, *failed}
        and patient.uptime_seconds > 2 * event["every_seconds"] + GRACE_SECONDS
    ]
    if disabled:
        yield problem(
            "events, disabled", ", ".join(disabled), "Run ALTER EVENT ... ENABLE for each."
        )
    if late:
        yield problem(
            "events, late",
            ", ".join(late),
            "Look at vw_scheduler_health and vw_lock_waits: something may hold them up.",
        )
    if failed:
        yield warning(
            "events, with errors",
            ", ".join(failed),
            f"The reason is in the server's error log: {patient.variables['log_error']}",
        )
    if not (disabled or late or failed):
        yield Finding("events", f"{len(events)} events, none late")

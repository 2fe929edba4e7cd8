"""The outbox: whether mails leave."""

from __future__ import annotations

from collections.abc import Iterator

from tools.doctor.finding import Finding, problem, warning
from tools.doctor.patient import Patient


def check(patient: Patient) -> Iterator[Finding]:
    """Find overdue mails and mails that failed for good (vw_outbox_health)."""
    rows = patient.session.run("SELECT * FROM vw_outbox_health")
    counts = {row["state"]: row for row in rows if not row["is_healthy"]}
    for state, row in counts.items():
        count, since, reason = row["mails_count"], row["oldest_created_at"], row["an_error"]
        if state == "failed":
            yield warning(
                "outbox",
                f"{count} mails could not be sent, the oldest of {since} UTC: {reason}",
                "When the reason is gone, CALL mail_requeue(NULL, NULL, 24) retries them.",
            )
        else:
            yield problem(
                "outbox",
                f"{count} mails are {state}, the oldest of {since} UTC",
                "The site sends them: run ./alumni up, and look at the mail line of this report.",
            )
    if not counts:
        waiting = sum(row["mails_count"] for row in rows)
        yield Finding("outbox", f"{waiting} mails wait, none for too long")

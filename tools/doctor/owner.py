"""The account that defines every object: locked, so that nobody signs in as it."""

from __future__ import annotations

from collections.abc import Iterator

from tools.doctor.finding import Finding, problem
from tools.doctor.patient import Patient

OWNER = "alumni_owner"


def check(patient: Patient) -> Iterator[Finding]:
    """Find an owner that is missing, or could sign in."""
    rows = patient.session.run(
        "SELECT account_locked AS locked FROM mysql.user WHERE user = %s", OWNER
    )
    if not rows:
        yield problem(
            OWNER,
            "the account is missing, so no procedure runs",
            f"Run CREATE ROLE {OWNER}, then the GRANT of db/roles.sql for it (./alumni db shell).",
        )
    elif any(row["locked"] != "Y" for row in rows):
        yield problem(OWNER, "the account can sign in", f"Run ALTER USER {OWNER}@'%' ACCOUNT LOCK")
    else:
        yield Finding(OWNER, "locked")

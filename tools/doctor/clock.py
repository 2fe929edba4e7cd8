"""The clocks of this machine and of MySQL: sessions, deadlines and mails compare their times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tools.doctor.finding import Finding, problem, warning
from tools.doctor.patient import Patient

NOTICEABLE = 2.0
WRONG = 60.0
"""Seconds."""
ADVICE = "Let both machines follow a time server (systemd-timesyncd, chrony)."


def check(patient: Patient) -> Iterator[Finding]:
    """Find a difference between the clock here and UTC_TIMESTAMP() there."""
    before = dt.datetime.now(dt.UTC)
    (row,) = patient.session.run("SELECT UTC_TIMESTAMP(6) AS now")
    after = dt.datetime.now(dt.UTC)
    # The answer was made somewhere between question and arrival.
    skew = (row["now"].replace(tzinfo=dt.UTC) - (before + (after - before) / 2)).total_seconds()
    found = f"MySQL is {abs(skew):.1f} s {'ahead of' if skew > 0 else 'behind'} this machine"
    if abs(skew) >= WRONG:
        yield problem("clock", found, ADVICE)
    elif abs(skew) >= NOTICEABLE:
        yield warning("clock", found, ADVICE)
    else:
        yield Finding("clock", "MySQL and this machine agree")

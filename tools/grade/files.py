"""Every object against the file that it was made from."""

from __future__ import annotations

from tools.grade.check import Check
from tools.migrate import api, verify
from tools.migrate.session import Session
from web.settings import DatabaseSettings

SECTION = "files"


def checks(database: DatabaseSettings, session: Session) -> list[Check]:
    """Return a check for each difference, and one that counts them."""
    differences = [
        *(
            (f"{step.kind} {step.name}", f"{step.action}: {step.reason}")
            for step in api.plan(database)
        ),
        *((f"{one.kind} {one.name}", one.fact) for one in verify.verify(session)),
    ]
    answer = str(len(differences))
    return [
        *(
            Check(SECTION, name, "as its file says", fact, is_ok=False)
            for name, fact in differences
        ),
        Check(SECTION, "objects that differ from their files", "0", answer, is_ok=not differences),
    ]

"""What the roles were granted, against what db/roles.sql and the files of the code grant."""

from __future__ import annotations

import re
import secrets

from tools.grade.check import Check
from tools.migrate import grants
from tools.migrate.session import Session
from tools.migrate.source import CodeObject, Kind, Script, read_tree
from tools.settings import CHECKOUT

ROLES = ("alumni_owner", "alumni_web", "alumni_reader", "alumni_dba")


def checks(session: Session) -> list[Check]:
    """Return a check a role: its grants, word for word as the server prints them."""
    tree = read_tree(CHECKOUT)
    promised = _promised(session, tree.roles, tree.objects)
    found = []
    for role in ROLES:
        granted = _granted(session, role)
        differences = [
            *(f"missing: {grant}" for grant in sorted(promised[role] - granted)),
            *(f"too many: {grant}" for grant in sorted(granted - promised[role])),
        ]
        found += [
            Check("roles, granted", f"{role}: {difference}", "as the files say", "not", is_ok=False)
            for difference in differences
        ]
        answer = f"{len(promised[role])} grants, {len(differences)} differ"
        expected = f"{len(promised[role])} grants, 0 differ"
        found.append(
            Check("roles, granted", f"{role}: as the files say", expected, answer, not differences)
        )
    return found


def _promised(
    session: Session, script: Script | None, objects: list[CodeObject]
) -> dict[str, set[str]]:
    """Return the grants that the files promise.

    db/roles.sql is run for roles of other names, so that the server prints what it gives.
    """
    prefix = f"grade_{secrets.token_hex(6)}"
    names = {role: role.replace("alumni", prefix) for role in ROLES}
    try:
        for statement in script.statements if script else ():
            session.run(re.sub(r"\balumni(?=_\w+)", prefix, statement))
        promised = {
            role: {grant.replace(name, role) for grant in _granted(session, name)}
            for role, name in names.items()
        }
    finally:
        session.run(f"DROP ROLE IF EXISTS {', '.join(names.values())}")
    for one in objects:
        for role in grants.grantees(one):
            what = "SELECT ON" if one.kind is Kind.VIEW else "EXECUTE ON PROCEDURE"
            promised[role].add(f"GRANT {what} `{session.schema}`.`{one.name}` TO `{role}`@`%`")
    return promised


def _granted(session: Session, role: str) -> set[str]:
    """Return the grants of a role that are not about another schema of the project."""
    here = re.compile(
        rf"ON (PROCEDURE |FUNCTION )?(\*|`({session.schema}|mysql|performance_schema)`)\."
    )
    lines = [str(text) for row in session.run(f"SHOW GRANTS FOR {role}") for text in row.values()]
    return {line for line in lines if " ON " not in line or here.search(line)}

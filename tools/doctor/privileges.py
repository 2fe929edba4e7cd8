"""The web may EXECUTE its procedures and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.doctor.finding import Finding, problem
from tools.doctor.patient import Patient
from tools.migrate import grants
from tools.migrate.source import Kind, read_tree
from tools.settings import CHECKOUT

EXECUTE = re.compile(r"GRANT EXECUTE ON PROCEDURE `([^`]+)`\.`([^`]+)` TO [^ ]+")
HARMLESS = (
    re.compile(r"GRANT USAGE ON \*\.\* TO [^ ]+"),
    re.compile(rf"GRANT `{grants.WEB}`@`%` TO [^ ]+"),
)
SYSTEM = "mysql|sys|performance_schema|information_schema"


def check(patient: Patient) -> Iterator[Finding]:
    """Find rights that the web has too many or too few, and a login that fails."""
    yield from _web(patient)
    yield from _login(patient)


def _web(patient: Patient) -> Iterator[Finding]:
    session, schema = patient.session, patient.settings.database.name
    tree = read_tree(CHECKOUT)
    procedures = [one for one in tree.objects if one.kind is Kind.PROCEDURE]
    wanted = {one.name for one in procedures if grants.is_for_web(one)}
    granted, extra = set(), []
    for line in _grants(patient):
        execute = EXECUTE.fullmatch(line)
        if execute and execute[1] == schema and execute[2] in wanted:
            granted.add(execute[2])
        elif not any(one.fullmatch(line) for one in HARMLESS):
            extra.append(line)
    live = {
        str(row["name"])
        for row in session.run(
            "SELECT routine_name AS name FROM information_schema.routines"
            " WHERE routine_schema = %s AND routine_type = 'PROCEDURE'",
            schema,
        )
    }
    missing = sorted(wanted & live - granted)
    if extra:
        yield problem(
            "web's rights", f"more than EXECUTE: {'; '.join(extra)}", "REVOKE each of them."
        )
    if missing:
        yield problem(
            "web's rights",
            f"may not call {', '.join(missing)}",
            f"GRANT EXECUTE ON PROCEDURE {schema}.{missing[0]} TO {grants.WEB}, and so on.",
        )
    if not extra and not missing:
        yield Finding("web's rights", f"EXECUTE on {len(granted)} procedures, nothing else")


def _grants(patient: Patient) -> list[str]:
    """Return the rights of the web's role and of its login, as SHOW GRANTS says them.

    The role is the server's: what it may do in other schemas, their own doctor checks.
    """
    session, database = patient.session, patient.settings.database
    elsewhere = re.compile(
        rf"GRANT .* ON (?:PROCEDURE )?`(?!(?:{database.name}|{SYSTEM})`)[^`]+`\."
    )
    accounts = session.run(
        "SELECT user AS user, host AS host FROM mysql.user WHERE user IN (%s, %s)",
        grants.WEB,
        patient.settings.web_database.user,
    )
    return [
        str(line)
        for account in accounts
        for row in session.run(f"SHOW GRANTS FOR '{account['user']}'@'{account['host']}'")
        for line in row.values()
        if account["user"] != grants.WEB or not elsewhere.match(str(line))
    ]


def _login(patient: Patient) -> Iterator[Finding]:
    account = patient.settings.web_database
    if grants.can_sign_in(account):
        yield Finding("web's login", f"{account.user} can sign in")
    else:
        yield problem(
            "web's login",
            f"{account.user} cannot sign in with the password in ALUMNI_HOME/secrets",
            "Run ./alumni migrate apply: it makes the account, or gives it that password.",
        )

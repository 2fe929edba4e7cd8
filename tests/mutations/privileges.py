"""Privileges: rights that a role has too many or lost, accounts that are what they must not be.

They concern the server: each is taken back, and other tests of the same server notice none of them,
but OWNER.
"""

from __future__ import annotations

from tests.mutations.mutation import Mutation

GRANTS = "{}: rights on procedures, tables and views"
STRANGER = "mutant"
"""An account that these mutations make; undoing drops it."""


def grant(role: str, rights: str, what: str, *names: str, tried: str = "") -> Mutation:
    """Return a grant that a role must not have, and the trial that goes through by it."""
    return Mutation(
        f"GRANT {rights} ON {what} TO {role}",
        (f"GRANT {rights} ON {what} TO {role}",),
        names,
        (
            f"{role}: too many: GRANT *{rights.replace('(', '(`').replace(')', '`)')}*",
            *filter(None, [tried]),
        ),
        (f"{role}: as the files say", f"{role}: missing: *", GRANTS.format(role)),
        (f"REVOKE {rights} ON {what} FROM {role}",),
    )


def revoke(role: str, rights: str, what: str, *names: str, tried: str = "") -> Mutation:
    """Return the loss of a grant, and the trial that fails for it."""
    return Mutation(
        f"REVOKE {rights} ON {what} FROM {role}",
        (f"REVOKE {rights} ON {what} FROM {role}",),
        names,
        (f"{role}: missing: GRANT *{rights}*", *filter(None, [tried])),
        (f"{role}: as the files say", f"{role}: too many: *", GRANTS.format(role)),
        (f"GRANT {rights} ON {what} TO {role}",),
    )


ROLES = [
    grant(
        "alumni_web",
        "SELECT",
        "`{schema}`.`users`",
        "grant on users to alumni_web",
        tried="alumni_web: S* users",
    ),
    grant(
        "alumni_web",
        "EXECUTE",
        "PROCEDURE `{schema}`.`_sessions_revoke`",
        "grant on _sessions_revoke to alumni_web",
        tried="alumni_web: CALL _sessions_revoke(1, NULL)",
    ),
    revoke(
        "alumni_web",
        "EXECUTE",
        "PROCEDURE `{schema}`.`home_read`",
        "grant on home_read to alumni_web",
        tried="alumni_web: CALL home_read(NULL)",
    ),
    grant("alumni_reader", "SHOW DATABASES", "*.*", "alumni_reader: rights on the whole server"),
    grant(
        "alumni_reader",
        "DELETE",
        "`{schema}`.`posts`",
        "grant on posts to alumni_reader",
    ),
    grant(
        "alumni_reader",
        "SELECT (email)",
        "`{schema}`.`users`",
        "grant on users to alumni_reader",
        tried="alumni_reader: SELECT 1 FROM users",
    ),
    grant(
        "alumni_reader",
        "DELETE",
        "`{schema}`.*",
        "alumni_reader: rights on the whole schema",
        tried="alumni_reader: DELETE FROM users",
    ),
    revoke(
        "alumni_reader",
        "SELECT",
        "`{schema}`.`vw_open_jobs`",
        "grant on vw_open_jobs to alumni_reader",
        tried="alumni_reader: SELECT 1 FROM vw_open_jobs",
    ),
    grant("alumni_reader", "CONNECTION_ADMIN", "*.*", "alumni_reader: rights on the whole server"),
    Mutation(
        "REVOKE DELETE ON the schema FROM alumni_dba",
        ("REVOKE DELETE ON `{schema}`.* FROM alumni_dba",),
        ("alumni_dba: rights on the whole schema",),
        ("alumni_dba: missing: GRANT ALL PRIVILEGES ON *",),
        ("alumni_dba: too many: *", "alumni_dba: as the files say"),
        ("GRANT DELETE ON `{schema}`.* TO alumni_dba",),
    ),
    grant("alumni_owner", "CREATE", "`{schema}`.*", "alumni_owner: rights on the whole schema"),
]

ACCOUNTS = [
    Mutation(
        "GRANT alumni_owner TO a stranger",
        (f"CREATE USER {STRANGER}_1@localhost", f"GRANT alumni_owner TO {STRANGER}_1@localhost"),
        (f"roles of {STRANGER}_1@localhost",),
        undo=(f"DROP USER {STRANGER}_1@localhost",),
    ),
    Mutation(
        "GRANT two roles TO one account",
        (
            f"CREATE USER {STRANGER}_2@localhost",
            f"GRANT alumni_web, alumni_dba TO {STRANGER}_2@localhost",
        ),
        (f"roles of {STRANGER}_2@localhost",),
        undo=(f"DROP USER {STRANGER}_2@localhost",),
    ),
    Mutation(
        "GRANT EXECUTE ON PROCEDURE user_role_set TO a stranger",
        (
            f"CREATE USER {STRANGER}_3@localhost",
            f"GRANT EXECUTE ON PROCEDURE `{{schema}}`.user_role_set TO {STRANGER}_3@localhost",
        ),
        (f"grant on user_role_set to {STRANGER}_3",),
        (),
        (GRANTS.format(f"{STRANGER}_3"),),
        (f"DROP USER {STRANGER}_3@localhost",),
    ),
]

PRIVILEGES = [*ROLES, *ACCOUNTS]

# For a server that nobody else uses: a definer whose account is open must set a password, so that
# every procedure that prepares a statement fails, in all schemas.
OWNER = [
    Mutation(
        "ALTER USER alumni_owner ACCOUNT UNLOCK",
        ("ALTER USER alumni_owner ACCOUNT UNLOCK",),
        ("alumni_owner cannot be signed in as",),
        undo=("ALTER USER alumni_owner ACCOUNT LOCK",),
    ),
]

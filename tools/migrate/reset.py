"""Remove from a server what `apply` has made there: the schema, the web's login, the roles.

Roles are the server's: every schema that is made from a checkout uses the same four. They go with
the last such schema, and only when no account of the user's holds them. Each step looks at the
catalog and is harmless when it is repeated, so a run that was killed is completed by the next one.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import mysql.connector

from tools.connection import connect
from tools.migrate import api
from tools.migrate.errors import MigrationError
from tools.migrate.session import Session
from tools.migrate.source import read_roles
from tools.settings import CHECKOUT, web_user
from web.settings import DatabaseSettings

Report = Callable[[str], None]
SYSTEM_SCHEMAS = {"mysql", "performance_schema", "information_schema", "sys"}
_GRADE_ACCOUNT = re.compile(r"grade_[0-9a-f]{12}")
"""Name of the accounts that `./alumni grade` makes; a killed run leaves one."""


@dataclass(frozen=True)
class Inventory:
    """What the tool has made for one schema, and what of it has to stay."""

    has_schema: bool
    accounts: list[str]
    revocations: list[str]
    """Statements that take the roles' rights on the schema away; dropping it does not."""
    roles: list[str]
    kept: list[str]
    """Sentences: which roles stay, and why."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to remove."""
        return not (self.has_schema or self.accounts or self.revocations or self.roles)

    @property
    def parts(self) -> dict[str, list[str]]:
        """What is removed, for people: the kind, and the names."""
        return {"account": self.accounts, "role": self.roles}


def inventory(database: DatabaseSettings) -> Inventory:
    """Return what there is to remove. Changes nothing."""
    with _administrator(database) as session:
        return _inventory(session, database.name)


def reset(database: DatabaseSettings, report: Report) -> Inventory:
    """Remove everything that `inventory` names; returns what was removed.

    Raises MigrationError where a site still uses the schema, and where the account may not.
    """
    with _administrator(database) as session, contextlib.ExitStack() as locks:
        found = _inventory(session, database.name)
        if found.has_schema:
            locks.enter_context(api.deploying(database, report))
        refuse_users(session, database.name)
        report("Dropping the schema")
        session.run("SET SESSION lock_wait_timeout = %s", api.LOCK_WAIT_SECONDS)
        # The accounts first: without the privilege to drop them, nothing is lost.
        for account in found.accounts:
            session.run(f"DROP USER IF EXISTS {account}")
        session.run(f"DROP DATABASE IF EXISTS `{database.name}`")
        report("Dropping roles")
        for statement in found.revocations:
            session.run(statement)
        for role in found.roles:
            session.run(f"DROP ROLE IF EXISTS {role}")
    return found


def refuse_users(session: Session, schema: str) -> None:
    """Raise MigrationError where a site is connected to the schema, from wherever it runs."""
    hosts = {
        str(row["host"]).partition(":")[0]
        for row in session.run("SHOW PROCESSLIST")
        if (row["user"], row["db"]) == (web_user(schema), schema)
    }
    if hosts:
        raise MigrationError(
            f"A site is connected to {schema} from {', '.join(sorted(hosts))}: stop it first, "
            "by ./alumni down in its checkout."
        )


@contextlib.contextmanager
def _administrator(database: DatabaseSettings) -> Iterator[Session]:
    """Open a connection to the server, outside of the schema."""
    with contextlib.closing(connect(database)) as connection:
        try:
            yield Session(connection, database.name)
        except mysql.connector.Error as error:
            if error.errno in api.LACKS_PRIVILEGE:
                raise MigrationError(
                    f"DB_USER may not do what is needed; give it an administrator: {error.msg}"
                ) from error
            if error.errno == mysql.connector.errorcode.ER_LOCK_WAIT_TIMEOUT:
                raise MigrationError(
                    f"A transaction that does not end uses {database.name}: end it "
                    "(vw_lock_waits says whose it is), then run ./alumni reset again."
                ) from error
            raise


def _inventory(session: Session, schema: str) -> Inventory:
    script = read_roles(CHECKOUT)
    roles = re.findall(r"CREATE ROLE IF NOT EXISTS (\w+)", script.text if script else "")
    existing = [role for role in roles if _accounts(session, role)]
    rights = [right for role in existing for right in _rights(session, role)]
    # The server keeps the name of a schema in a grant as a pattern, in which _ may be escaped.
    mine = {schema, schema.replace("_", r"\_")}
    others = {right.schema for right in rights} - mine - SYSTEM_SCHEMAS
    logins = [
        account
        for account in _accounts(session, web_user(schema))
        # A long name is cut, so two schemas can have the same login.
        if web_user(schema) not in {web_user(other) for other in others}
        and account.endswith(("@'localhost'", "@'%'"))
    ]
    graders = [] if others else _graders(session)
    kept, unused = [], []
    for role in existing:
        holders = [one for one in _holders(session, role) if one not in {*logins, *graders}]
        if others:
            kept.append(f"{role}: used by {', '.join(sorted(others))}")
        elif holders:
            kept.append(f"{role}: held by {', '.join(holders)}")
        else:
            unused.append(role)
    return Inventory(
        has_schema=bool(session.run("SHOW DATABASES WHERE `Database` = %s", schema)),
        accounts=[*logins, *graders],
        revocations=[
            right.revocation
            for right in rights
            if right.schema in mine and right.role not in unused
        ],
        roles=unused,
        kept=kept,
    )


@dataclass(frozen=True)
class _Right:
    """What a role may do on a schema, or on one object of it."""

    role: str
    schema: str
    target: str

    @property
    def revocation(self) -> str:
        return f"REVOKE ALL PRIVILEGES ON {self.target} FROM {self.role}"


def _rights(session: Session, role: str) -> list[_Right]:
    found = [
        _Right(role, row["db"], f"`{row['db']}`.*")
        for row in session.run("SELECT db AS db FROM mysql.db WHERE user = %s", role)
    ]
    found += [
        _Right(role, row["db"], f"`{row['db']}`.`{row['name']}`")
        for row in session.run(
            "SELECT db AS db, table_name AS name FROM mysql.tables_priv WHERE user = %s", role
        )
    ]
    found += [
        _Right(role, row["db"], f"{row['kind']} `{row['db']}`.`{row['name']}`")
        for row in session.run(
            "SELECT db AS db, routine_name AS name, routine_type AS kind FROM mysql.procs_priv"
            " WHERE user = %s",
            role,
        )
    ]
    return found


def _accounts(session: Session, user: str) -> list[str]:
    """Return the accounts of that name, on any host, as statements name them."""
    rows = session.run("SELECT user AS user, host AS host FROM mysql.user WHERE user = %s", user)
    return [f"'{row['user']}'@'{row['host']}'" for row in rows]


def _graders(session: Session) -> list[str]:
    rows = session.run("SELECT user AS user FROM mysql.user WHERE user LIKE 'grade\\_%'")
    names = [str(row["user"]) for row in rows if _GRADE_ACCOUNT.fullmatch(str(row["user"]))]
    return [account for name in names for account in _accounts(session, name)]


def _holders(session: Session, role: str) -> list[str]:
    rows = session.run(
        "SELECT to_user AS user, to_host AS host FROM mysql.role_edges WHERE from_user = %s", role
    )
    return [f"'{row['user']}'@'{row['host']}'" for row in rows]

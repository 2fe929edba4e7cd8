"""Settings of the server that the SQL, the web or the data rely on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tools.connection import SQL_MODE
from tools.doctor.finding import Finding, State
from tools.doctor.patient import Patient
from web.database.client import POOL_SIZE
from web.http.uploads import LARGEST_BODY

UTC = {"+00:00", "UTC", "Etc/UTC", "GMT"}
OTHER_CONNECTIONS = 10
"""Connections for the tools, events and a person with a mysql client."""
Variables = dict[str, str]


@dataclass(frozen=True)
class Requirement:
    """One variable: when it is right, what happens where it is not, what to set."""

    name: str
    is_right: Callable[[Variables], bool]
    state: State
    reason: str
    value: str


def _is_utc(variables: Variables) -> bool:
    zone = variables["time_zone"]
    return zone in UTC or (zone == "SYSTEM" and variables["system_time_zone"] in UTC)


def _is_strict(variables: Variables) -> bool:
    return set(SQL_MODE.split(",")) <= set(variables["sql_mode"].split(","))


REQUIREMENTS = (
    Requirement(
        "event_scheduler",
        lambda found: found["event_scheduler"] == "ON",
        State.PROBLEM,
        "deadlines, reminders and clean-up do not run",
        "ON",
    ),
    Requirement(
        "time_zone", _is_utc, State.PROBLEM, "stored times are in UTC, these are not", "'+00:00'"
    ),
    Requirement(
        "sql_mode",
        _is_strict,
        State.WARNING,
        "what you write by hand is checked less",
        f"'{SQL_MODE}'",
    ),
    Requirement(
        "max_allowed_packet",
        # Every byte of an upload may be escaped by another one.
        lambda found: int(found["max_allowed_packet"]) >= 2 * LARGEST_BODY,
        State.PROBLEM,
        "large uploads fail",
        str(64 * 2**20),
    ),
    Requirement(
        "read_only",
        lambda found: found["read_only"] == "OFF",
        State.PROBLEM,
        "nothing can be written: is this a replica?",
        "OFF",
    ),
    Requirement(
        "transaction_isolation",
        lambda found: found["transaction_isolation"] == "REPEATABLE-READ",
        State.WARNING,
        "the procedures are tested with REPEATABLE-READ only",
        "'REPEATABLE-READ'",
    ),
    Requirement(
        "internal_tmp_mem_storage_engine",
        lambda found: found.get("internal_tmp_mem_storage_engine", "MEMORY") == "MEMORY",
        State.WARNING,
        "with TempTable, concurrent searches can fail with error 1146",
        "MEMORY",
    ),
    Requirement(
        "innodb_flush_log_at_trx_commit",
        lambda found: found["innodb_flush_log_at_trx_commit"] == "1",
        State.WARNING,
        "a power cut can lose the last second",
        "1",
    ),
    Requirement(
        "sync_binlog",
        lambda found: found["log_bin"] == "OFF" or found["sync_binlog"] == "1",
        State.WARNING,
        "a power cut can lose the end of the binary log",
        "1",
    ),
)


def check(patient: Patient) -> Iterator[Finding]:
    """Find settings that break something, and settings that risk something."""
    variables = patient.variables
    for one in REQUIREMENTS:
        value = variables.get(one.name, "default")
        if one.is_right(variables):
            # A mode is longer than a line.
            yield Finding(one.name, "as MySQL's default" if one.name == "sql_mode" else value)
        else:
            advice = f"Run SET PERSIST {one.name} = {one.value} (./alumni db shell)."
            yield Finding(one.name, f"{value}: {one.reason}", one.state, advice)
    yield _connections(patient)
    yield from _triggers(patient)


def _connections(patient: Patient) -> Finding:
    """Find fewer connections than the pools of all workers may open."""
    name = "max_connections"
    allowed = int(patient.variables[name])
    # Each worker has its pool, one that listens and one that sends mails.
    needed = patient.settings.web.workers * (POOL_SIZE + 2) + OTHER_CONNECTIONS
    if allowed >= needed:
        return Finding(name, str(allowed))
    advice = f"Run SET PERSIST {name} = {needed} (./alumni db shell), or set fewer WEB_WORKERS."
    return Finding(name, f"{allowed}: {needed} are needed when all are busy", State.WARNING, advice)


def _triggers(patient: Patient) -> Iterator[Finding]:
    """Find a binary log that keeps an ordinary administrator from making triggers (1419)."""
    name = "log_bin_trust_function_creators"
    variables = patient.variables
    if variables["log_bin"] == "OFF" or variables.get(name, "ON") == "ON":
        yield Finding(name, "not in the way")
        return
    rows = patient.session.run(
        "SELECT 1 AS has FROM information_schema.user_privileges"
        " WHERE privilege_type = 'SUPER' AND grantee = CONCAT('\\'',"
        " SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '\\'@\\'',"
        " SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '\\'')"
    )
    if rows:
        yield Finding(name, "OFF, and DB_USER has SUPER")
    else:
        yield Finding(
            name,
            "OFF with the binary log on: DB_USER cannot make triggers (error 1419)",
            State.PROBLEM,
            f"Run SET PERSIST {name} = ON as an administrator, or give SUPER to DB_USER.",
        )

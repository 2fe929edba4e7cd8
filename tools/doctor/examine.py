"""Run every check, whatever the state of the installation. Nothing is started or changed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import mysql.connector

from tools import settings as configuration
from tools.doctor import (
    clock,
    disk,
    home,
    mail,
    outbox,
    owner,
    packages,
    privileges,
    scheduler,
    schema,
    secrets,
    server,
    server_settings,
    site,
)
from tools.doctor.finding import Finding, State, problem, warning
from tools.doctor.patient import Patient
from tools.migrate.api import LACKS_PRIVILEGE
from tools.settings import Settings
from web.settings import SettingsError

OF_THE_MACHINE: dict[str, Callable[[Settings], Iterable[Finding]]] = {
    "home": home.check,
    "secrets": secrets.check,
    "disk": disk.check,
    "site": site.check,
    "mail": mail.check,
}
OF_THE_SERVER: dict[str, Callable[[Patient], Iterable[Finding]]] = {
    "MySQL version": server.check_version,
    "MySQL settings": server_settings.check,
    "data folder": disk.check_data,
    "clock": clock.check,
    "schema": schema.check,
}
OF_THE_SCHEMA: dict[str, Callable[[Patient], Iterable[Finding]]] = {
    "privileges": privileges.check,
    "owner": owner.check,
    "scheduler": scheduler.check,
    "outbox": outbox.check,
}


def examine(environ: Mapping[str, str] | None = None) -> Iterator[Finding]:
    """Yield what each check finds, in the order of the report."""
    yield from _guarded("Python packages", packages.check)
    try:
        settings = configuration.load(environ or os.environ, creates=False)
    except SettingsError as refusal:
        yield problem("settings", str(refusal), "Correct it in the environment or in .env.")
        return
    for name, check in OF_THE_MACHINE.items():
        yield from _guarded(name, partial(check, settings))
    try:
        session = server.open_session(settings)
    except server.Unreachable as reason:
        yield reason.finding
        return
    with contextlib.closing(session.connection):
        patient = Patient(settings, session)
        for name, check_server in OF_THE_SERVER.items():
            yield from _guarded(name, partial(check_server, patient))
        if schema.exists(session):
            session.run(f"USE `{settings.database.name}`")
            for name, check_schema in OF_THE_SCHEMA.items():
                yield from _guarded(name, partial(check_schema, patient))


def _guarded(name: str, check: Callable[[], Iterable[Finding]]) -> list[Finding]:
    """Return what a check finds; one that fails is a finding, and the others go on."""
    try:
        return list(check())
    except mysql.connector.Error as error:
        if error.errno in LACKS_PRIVILEGE:
            return [
                warning(
                    name,
                    f"not checked: {error.msg}",
                    "Grant DB_USER administrator privileges.",
                )
            ]
        return [problem(name, f"MySQL refuses the check: {error}", "Run ./alumni migrate verify.")]
    except Exception as error:  # noqa: BLE001 - a broken installation must not break its report
        found = f"the check failed: {type(error).__name__}: {error}"
        return [Finding(name, found, State.PROBLEM, "Fix what the message names.")]

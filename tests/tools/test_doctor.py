"""`./alumni doctor`: all is well, and each thing that is broken is found, with what to do."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets as random
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from tests.support.database import Database
from tests.support.own_server import own_server
from tests.support.server import Server
from tests.support.site import free_port
from tests.support.sources import CHECKOUT
from tools import settings as configuration
from tools.doctor import clock, disk, mail, outbox, owner, packages, privileges, scheduler, schema
from tools.doctor.finding import Finding, State
from tools.doctor.patient import Patient
from tools.doctor.secrets import check as check_secrets
from tools.migrate import grants
from tools.migrate.api import apply_tree, open_session
from tools.migrate.session import Session
from tools.settings import Settings, web_user

pytestmark = pytest.mark.xdist_group("doctor")
PROBLEMS = 3


class Report:
    """What one run of the command says."""

    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        self.code = done.returncode
        self.findings = [
            Finding(**{**line, "state": State(line["state"])}) for line in json.loads(done.stdout)
        ]
        bad = [finding for finding in self.findings if finding.state is not State.OK]
        assert all(finding.advice for finding in bad), "each of them says what to do"
        has_problem = any(finding.state is State.PROBLEM for finding in bad)
        assert self.code == (PROBLEMS if has_problem else 0), done.stdout

    def of(self, check: str) -> Finding:
        """Return the line of a check."""
        (found,) = (finding for finding in self.findings if finding.check == check)
        return found

    def wrong(self) -> dict[str, State]:
        """Return the checks that are not OK."""
        return {one.check: one.state for one in self.findings if one.state is not State.OK}


def examine(home: Path, **variables: str) -> Report:
    """Run the command with an environment."""
    ours = ("DB_", "SMTP_", "ALUMNI_HOME", "PORT", "HOST", "PUBLIC_URL", "SECRET_KEY")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    done = subprocess.run(
        [sys.executable, "-m", "tools", "doctor", "--json"],
        cwd=CHECKOUT,
        env={**kept, "ALUMNI_HOME": str(home), "PORT": str(free_port()), **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return Report(done)


def place_of(server: Server, schema: str) -> dict[str, str]:
    """Return the variables that lead to a schema."""
    return {
        "DB_SOCKET": server.socket,
        "DB_USER": server.user,
        "DB_PASSWORD": server.password,
        "DB_NAME": schema,
        "WEB_WORKERS": "2",
    }


@pytest.fixture(scope="module")
def installed(lend: Callable[[str], Database], template: str) -> Database:
    """Return a schema with everything in it, also the events, which copies leave out."""
    database = lend(template)
    apply_tree(database.server.database(database.schema), CHECKOUT, lambda _: None)
    return database


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home with its secrets."""
    return tmp_path / "home"


@pytest.fixture
def place(installed: Database, home: Path) -> Iterator[dict[str, str]]:
    """Return the variables of the whole installation: schema, home, the web's login."""
    variables = place_of(installed.server, installed.schema)
    settings = configuration.load({**variables, "ALUMNI_HOME": str(home)})
    session = open_session(settings.database)
    grants.make_login(session, settings.web_database, grants.WEB, "localhost")
    yield variables
    session.run(f"DROP USER IF EXISTS {settings.web_database.user}@localhost")
    session.connection.close()


@pytest.fixture
def patient(place: dict[str, str], home: Path) -> Iterator[Patient]:
    """Return what the checks look at, to be broken in its own session."""
    settings = configuration.load({**place, "ALUMNI_HOME": str(home)})
    session = open_session(settings.database)
    yield Patient(settings, session)
    session.connection.close()


@pytest.fixture(scope="module")
def alone() -> Iterator[Server]:
    """Return a server whose settings may be broken."""
    with own_server() as lent:
        yield lent


# What the throwaway servers of the tests have on purpose, and a site that is not started.
AS_TESTED = {
    "site": State.WARNING,
    "innodb_flush_log_at_trx_commit": State.WARNING,
    "sync_binlog": State.WARNING,
}


def test_all_is_well_and_nothing_is_changed(
    place: dict[str, str], home: Path, installed: Database
) -> None:
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    report = examine(home, **place)
    assert report.wrong() == AS_TESTED
    assert report.of("schema").found.endswith("is as the files say")
    assert "EXECUTE on" in report.of("web's rights").found
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


def test_a_machine_on_which_there_is_nothing(tmp_path: Path) -> None:
    home = tmp_path / "none"
    report = examine(home)
    assert report.wrong() == {
        "home": State.WARNING,
        "site": State.WARNING,
        "MySQL": State.WARNING,
    }
    assert "./alumni up" in report.of("MySQL").advice
    assert not home.exists()


def test_a_private_server_that_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "mysql/data").mkdir(parents=True)
    finding = examine(tmp_path).of("MySQL")
    assert (finding.state, "stopped" in finding.found) == (State.WARNING, True)


def test_no_server_and_a_wrong_password(tmp_path: Path, alone: Server) -> None:
    nobody = examine(tmp_path, DB_HOST="127.0.0.1", DB_PORT=str(free_port())).of("MySQL")
    assert (nobody.state, "DB_HOST" in nobody.advice) == (State.PROBLEM, True)
    wrong = {**place_of(alone, "x"), "DB_PASSWORD": "wrong"}
    refused = examine(tmp_path, **wrong).of("MySQL")
    assert (refused.state, "DB_PASSWORD" in refused.advice) == (State.PROBLEM, True)


def test_a_server_that_is_not_mysql(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def hang_up() -> None:
            with contextlib.suppress(OSError):
                while True:
                    listener.accept()[0].close()

        threading.Thread(target=hang_up, daemon=True).start()
        port = str(listener.getsockname()[1])
        assert examine(tmp_path, DB_HOST="127.0.0.1", DB_PORT=port).of("MySQL").state == "problem"


def test_a_value_that_cannot_be_used(tmp_path: Path) -> None:
    finding = examine(tmp_path, SMTP_SECURITY="perhaps").of("settings")
    assert (finding.state, "SMTP_SECURITY" in finding.found) == (State.PROBLEM, True)


# Each is set on a server, found, and set back.
SERVER_SETTINGS = {
    "event_scheduler": ("'OFF'", State.PROBLEM),
    "time_zone": ("'+02:00'", State.PROBLEM),
    "sql_mode": ("''", State.WARNING),
    "max_allowed_packet": ("4194304", State.PROBLEM),
    "read_only": ("1", State.PROBLEM),
    "transaction_isolation": ("'READ-COMMITTED'", State.WARNING),
    "internal_tmp_mem_storage_engine": ("'TempTable'", State.WARNING),
    "max_connections": ("20", State.WARNING),
}


def test_each_setting_of_the_server(tmp_path: Path, alone: Server) -> None:
    place = place_of(alone, "nothing_yet")
    before = examine(tmp_path, **place)
    assert before.wrong() == {**AS_TESTED, "schema": State.WARNING}
    with alone.connect() as connection:
        session = Session(connection, "")
        for name, (value, _) in SERVER_SETTINGS.items():
            session.run(f"SET @old_{name} = @@GLOBAL.{name}")
            session.run(f"SET GLOBAL {name} = {value}")
        report = examine(tmp_path, **place)
        for name, (_, state) in SERVER_SETTINGS.items():
            assert report.of(name).state is state, report.of(name)
            assert f"SET PERSIST {name} = " in report.of(name).advice
            # The advice is right: done, the line is OK.
            statement = report.of(name).advice.removeprefix("Run ").partition(" (./alumni")[0]
            session.run(statement.partition(", or set")[0])
        assert examine(tmp_path, **place).wrong() == before.wrong()
        session.run("RESET PERSIST")
        for name in SERVER_SETTINGS:
            session.run(f"SET GLOBAL {name} = @old_{name}")


def test_triggers_that_an_ordinary_administrator_cannot_make(tmp_path: Path, alone: Server) -> None:
    name = "log_bin_trust_function_creators"
    with alone.connect() as connection:
        session = Session(connection, "")
        session.run("CREATE USER plain@localhost IDENTIFIED BY 'p'")
        session.run("GRANT ALL ON nothing_yet.* TO plain@localhost")
        place = {**place_of(alone, "nothing_yet"), "DB_USER": "plain", "DB_PASSWORD": "p"}
        finding = examine(tmp_path, **place).of(name)
        assert (finding.state, "1419" in finding.found) == (State.PROBLEM, True)
        session.run(f"SET GLOBAL {name} = ON")
        assert examine(tmp_path, **place).of(name).state is State.OK
        session.run(f"SET GLOBAL {name} = OFF")
        session.run("DROP USER plain@localhost")


def test_a_schema_that_is_not_as_the_files_say(
    place: dict[str, str], home: Path, installed: Database
) -> None:
    source = installed.row("SHOW CREATE VIEW vw_open_jobs")["Create View"]
    installed.rows("DROP VIEW vw_open_jobs")
    installed.rows("CREATE TABLE by_hand (id INT PRIMARY KEY)")
    installed.rows(f"ALTER DATABASE {installed.schema} CHARACTER SET latin1")
    try:
        report = examine(home, **place)
    finally:
        installed.rows(f"ALTER DATABASE {installed.schema} COLLATE utf8mb4_0900_ai_ci")
        installed.rows("DROP TABLE by_hand")
        installed.rows(source)
    assert report.of("schema").state is State.PROBLEM
    assert "vw_open_jobs" in report.of("schema").found
    assert "migrate apply" in report.of("schema").advice
    assert "by_hand" in report.of("schema, by hand").found
    assert report.of("character set").state is State.PROBLEM


def test_a_migration_that_was_edited(patient: Patient, installed: Database) -> None:
    mark = "WHERE kind = 'migration' ORDER BY name LIMIT 1"
    row = installed.row(f"SELECT name, digest FROM schema_migrations {mark}")
    installed.rows(f"UPDATE schema_migrations SET digest = REVERSE(digest) {mark}")
    try:
        finding = next(iter(schema.check(patient)))
    finally:
        installed.rows(
            "UPDATE schema_migrations SET digest = %s WHERE name = %s", row.digest, row.name
        )
    assert (finding.state, "has been edited" in finding.found) == (State.PROBLEM, True)


def test_rights_of_the_web_and_the_owner(patient: Patient, installed: Database) -> None:
    name = installed.schema
    login = f"{web_user(name)}@localhost"
    assert {one.state for one in privileges.check(patient)} == {State.OK}
    installed.rows(f"GRANT SELECT ON {name}.users TO {login}")
    installed.rows(f"GRANT EXECUTE ON PROCEDURE {name}._audit TO alumni_web")
    installed.rows(f"REVOKE EXECUTE ON PROCEDURE {name}.home_read FROM alumni_web")
    installed.rows(f"ALTER USER {login} IDENTIFIED BY 'another'")
    try:
        findings = list(privileges.check(patient))
    finally:
        installed.rows(f"REVOKE SELECT ON {name}.users FROM {login}")
        installed.rows(f"REVOKE EXECUTE ON PROCEDURE {name}._audit FROM alumni_web")
        installed.rows(f"GRANT EXECUTE ON PROCEDURE {name}.home_read TO alumni_web")
    assert {one.state for one in findings} == {State.PROBLEM}
    assert {one.check for one in findings} == {"web's rights", "web's login"}
    told = " ".join(one.found for one in findings)
    for named in ("GRANT SELECT ON", "users", "_audit", "may not call home_read"):
        assert named in told


def test_an_administrator_that_is_none(
    place: dict[str, str], home: Path, installed: Database
) -> None:
    name = f"d_{random.token_hex(6)}"
    installed.rows(f"CREATE USER {name}@localhost IDENTIFIED BY 'p'")
    installed.rows(f"GRANT ALL ON {installed.schema}.* TO {name}@localhost")
    report = examine(home, **{**place, "DB_USER": name, "DB_PASSWORD": "p"})
    installed.rows(f"DROP USER {name}@localhost")
    assert report.of("privileges").state is State.WARNING
    assert "DB_USER" in report.of("privileges").advice


def test_events(patient: Patient, installed: Database) -> None:
    (fine,) = scheduler.check(patient)
    assert fine.state is State.OK
    installed.rows("ALTER EVENT ev_close_jobs DISABLE")
    (disabled,) = scheduler.check(patient)
    installed.rows("ALTER EVENT ev_close_jobs ENABLE")
    assert (disabled.check, disabled.found) == ("events, disabled", "ev_close_jobs")
    # In a week without a run, nothing is on time; the clock is this session's only.
    patient.session.run("SET timestamp = UNIX_TIMESTAMP() + 7 * 86400")
    (late,) = scheduler.check(Patient(patient.settings, patient.session))
    assert (late.check, late.state) == ("events, late", State.PROBLEM)
    assert "ev_settle_events" in late.found


def test_an_owner_that_can_sign_in(alone: Server) -> None:
    with alone.connect() as connection:
        session = Session(connection, "")
        patient = Patient(_settings(alone, "nothing_yet"), session)
        states = []
        for statement in (
            "DO 1",
            "CREATE ROLE alumni_owner",
            "ALTER USER alumni_owner ACCOUNT UNLOCK",
            "DROP ROLE alumni_owner",
        ):
            session.run(statement)
            states += [finding.state for finding in owner.check(patient)]
    assert states == [State.PROBLEM, State.OK, State.PROBLEM, State.PROBLEM]


def test_a_scheduler_that_is_off(alone: Server) -> None:
    source = (CHECKOUT / "views/dba/vw_scheduler_health.sql").read_text(encoding="utf-8")
    with alone.connect() as connection:
        session = Session(connection, "off")
        session.run("CREATE DATABASE off")
        session.run("USE off")
        session.run(source[source.index("CREATE OR REPLACE") :].strip().rstrip(";"))
        session.run("CREATE EVENT ev_nothing ON SCHEDULE EVERY 1 DAY DO DO 1")
        patient = Patient(_settings(alone, "off"), session)
        (fine,) = scheduler.check(patient)
        session.run("SET GLOBAL event_scheduler = OFF")
        (off,) = scheduler.check(patient)
        session.run("SET GLOBAL event_scheduler = ON")
        session.run("DROP DATABASE off")
    assert fine.state is State.OK
    assert (off.state, "the scheduler is OFF" in off.found) == (State.PROBLEM, True)


def _settings(server: Server, schema: str) -> Settings:
    return configuration.load(
        {**place_of(server, schema), "ALUMNI_HOME": "/nowhere"}, creates=False
    )


def test_mails_that_do_not_leave(patient: Patient, installed: Database) -> None:
    (fine,) = outbox.check(patient)
    assert fine.state is State.OK
    person = installed.alumnus()
    for status in ("queued", "failed"):
        installed.rows(
            "INSERT INTO mail_outbox"
            " (recipient_id, email, template, data, fact_key, status, next_attempt_at, last_error)"
            " VALUES (%s, 'a@example.org', 'x', '{}', %s, %s, '2020-01-01', 'refused')",
            person,
            f"doctor {status}",
            status,
        )
    lines = list(outbox.check(patient))
    installed.rows("DELETE FROM mail_outbox WHERE recipient_id = %s", person)
    assert {one.state for one in lines} == {State.PROBLEM, State.WARNING}
    assert any("mail_requeue" in one.advice and "refused" in one.found for one in lines)


def test_clocks(patient: Patient) -> None:
    def state() -> State:
        (finding,) = clock.check(patient)
        return finding.state

    assert state() is State.OK
    for seconds, expected in ((-30, State.WARNING), (30, State.WARNING), (-600, State.PROBLEM)):
        patient.session.run("SET timestamp = DEFAULT")
        patient.session.run(f"SET timestamp = UNIX_TIMESTAMP() + {seconds}")
        assert state() is expected


def test_secrets_that_others_can_read(home: Path) -> None:
    configuration.load({"ALUMNI_HOME": str(home)})
    assert examine(home).of("secrets").state is State.OK
    file = home / "secrets/secret_key"
    file.chmod(0o644)
    finding = examine(home).of("secrets")
    assert (finding.state, f"chmod 600 {file}" in finding.advice) == (State.PROBLEM, True)


def test_a_configuration_file_that_others_can_read(tmp_path: Path) -> None:
    settings = configuration.load({"ALUMNI_HOME": str(tmp_path)}, tmp_path)
    (finding,) = check_secrets(settings)
    assert finding.state is State.OK
    (tmp_path / ".env").write_text("DB_PASSWORD=p\n")
    (tmp_path / ".env").chmod(0o640)
    (finding,) = check_secrets(settings)
    assert (finding.state, ".env" in finding.found) == (State.PROBLEM, True)


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    report = examine(tmp_path / "file")
    assert report.of("home").state is State.PROBLEM
    assert report.of("mail").state is State.PROBLEM


def test_space_on_the_disk() -> None:
    states = [disk.rating("disk", Path("/"), free).state for free in (0, disk.SHORT, disk.LOW)]
    assert states == [State.PROBLEM, State.WARNING, State.OK]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is a file system without any space")
def test_a_disk_that_is_full() -> None:
    settings = configuration.load({"ALUMNI_HOME": "/proc/none"}, creates=False)
    assert [one.state for one in disk.check(settings)] == [State.PROBLEM, State.OK]


class _OnePassword:
    """The login of a mail server."""

    def __call__(self, *arguments: Any) -> AuthResult:
        """Accept one password."""
        return AuthResult(success=arguments[-1].password == b"right", handled=False)


@pytest.fixture
def mail_server() -> Iterator[int]:
    """Return the port of an SMTP server that wants a login."""
    controller = Controller(
        object(),
        hostname="127.0.0.1",
        port=free_port(),
        authenticator=_OnePassword(),
        auth_required=True,
        auth_require_tls=False,
    )
    controller.start()
    yield controller.port
    controller.stop()


def smtp_finding(**variables: str) -> dict[str, Finding]:
    """Return what the mail check finds for an SMTP server on loopback."""
    environ = {"ALUMNI_HOME": "/nowhere", "SMTP_HOST": "127.0.0.1", "SMTP_SECURITY": "none"}
    settings = configuration.load({**environ, **variables}, creates=False)
    return {finding.check: finding for finding in mail.check(settings)}


def test_a_mail_server_and_its_login(mail_server: int) -> None:
    login = {"SMTP_PORT": str(mail_server), "SMTP_USER": "alumni", "SMTP_PASSWORD": "right"}
    fine = smtp_finding(**login, PUBLIC_URL="https://alumni.example")
    assert [finding.state for finding in fine.values()] == [State.OK]
    wrong = smtp_finding(**{**login, "SMTP_PASSWORD": "wrong"})["mail"]
    assert (wrong.state, "SMTP_PASSWORD" in wrong.advice) == (State.PROBLEM, True)
    unencrypted = smtp_finding(**login, SMTP_SECURITY="starttls")["mail"]
    assert (unencrypted.state, "SMTP_SECURITY" in unencrypted.advice) == (State.PROBLEM, True)


def test_a_mail_server_that_is_not_there() -> None:
    found = smtp_finding(SMTP_PORT=str(free_port()))
    assert (found["mail"].state, "SMTP_HOST" in found["mail"].advice) == (State.PROBLEM, True)
    assert found["links in mails"].state is State.WARNING, "they lead to 127.0.0.1"


def test_packages_that_are_not_as_the_lock_says(tmp_path: Path) -> None:
    lock = "typer==0.0.1 \\\n    --hash=sha256:00\nno-such-package==1 \\\n"
    other, missing = packages.differences(lock)
    assert re.fullmatch(r"typer is [0-9.]+, not ==0\.0\.1", other)
    assert missing == "no-such-package is missing"
    assert packages.differences('no-such-package==1 ; sys_platform == "beos" \\\n') == []
    states = [finding.state for finding in packages.check(tmp_path)]
    assert states == [State.OK, State.WARNING], "a folder without the mark of a whole installation"


def test_a_port_that_somebody_else_has(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        finding = examine(tmp_path, PORT=port).of("site")
    assert (finding.state, port in finding.found) == (State.WARNING, True)


def test_a_site_that_does_not_answer(tmp_path: Path) -> None:
    import psutil

    with socket.create_server(("127.0.0.1", 0)) as listener:
        host, port = listener.getsockname()
        url = f"http://{host}:{port}"
        me = psutil.Process()
        known = {"pid": me.pid, "started": me.create_time(), "host": host, "port": port}
        (tmp_path / "web.json").write_text(json.dumps(known))
        (tmp_path / "mysql/data").mkdir(parents=True)

        def refuse() -> None:
            with contextlib.suppress(OSError):
                while True:
                    listener.accept()[0].close()

        threading.Thread(target=refuse, daemon=True).start()
        report = examine(tmp_path)
    assert (report.of("site").state, url in report.of("site").found) == (State.PROBLEM, True)
    assert report.of("MySQL").state is State.PROBLEM, "a site without its server"


def test_the_table_names_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools", "doctor"],
        cwd=CHECKOUT,
        env={**os.environ, "ALUMNI_HOME": str(tmp_path / "none"), "COLUMNS": "150"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "there is no private server yet" in done.stdout
    assert "Run ./alumni up: it makes one." in done.stdout
    assert "0 problems" in done.stdout

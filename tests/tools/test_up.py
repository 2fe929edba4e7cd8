"""`./alumni up` in all situations that come after a first run: see conftest.py for that one."""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from tests.support.first_up import FirstUp
from tests.support.machine import Machine, csrf_token, sign_in
from tests.support.server import Server
from tests.support.site import NO_AUTHORITIES, free_port
from tests.support.waiting import until

pytestmark = pytest.mark.xdist_group("up")


@pytest.fixture
def newcomer(first_up: FirstUp, tmp_path: Path) -> Iterator[Machine]:
    """Return a machine with its packages installed on which nothing else has happened."""
    lent = Machine(first_up.checkout, tmp_path / "home", free_port())
    yield lent
    lent.run("down")


@pytest.fixture
def machine(first_up: FirstUp) -> Iterator[Machine]:
    """Return a machine on which `up` has run before; its home has been moved since.

    The tests share the home, of 400 MB; nothing runs in it when one begins.
    """
    lent = Machine(first_up.checkout, first_up.home, free_port())
    yield lent
    lent.run("down")


def test_up_in_all_situations(machine: Machine, tmp_path: Path) -> None:
    machine.up()
    assert machine.status("/") == machine.status() == 200
    # Only the owner reads secrets, and the web does not know the administrator's.
    for secret in (machine.home / "secrets").iterdir():
        assert secret.stat().st_mode & 0o077 == 0
    root_password = (machine.home / "secrets/mysql_root_password").read_text()
    for process in (machine.web(), *machine.web().children()):
        assert root_password not in str(process.environ())
    assert root_password not in str(machine.mysqld().cmdline())

    assert "runs already" in machine.up()
    other = Machine(machine.checkout, tmp_path / "other", machine.port)
    refused = other.run("up", "--detach", "--port", str(machine.port))
    assert refused.returncode == 1
    assert "--port" in refused.stdout
    assert "Traceback" not in refused.stdout
    other.run("down")

    assert machine.run("migrate", "verify").returncode == 0
    shown = machine.run("db", "shell", "-e", "CALL home_read(NULL)")
    assert "members_count" in shown.stdout
    generated = machine.run(
        "user", "add", "--generate", "--first-name", "A", "--last-name", "B", "boss@example.org"
    )
    assert generated.returncode == 0, generated.stdout
    again = machine.run(
        "user", "add", "--generate", "--first-name", "A", "--last-name", "B", "boss@example.org"
    )
    assert again.returncode == 1
    assert "already has an account" in again.stdout

    assert "Stopped" in machine.run("down").stdout
    assert machine.status() == 0
    assert "Nothing was running" in machine.run("down").stdout


def test_without_a_network_and_killed_in_the_foreground(machine: Machine) -> None:
    # Every proxy is dead, and nobody asks one.
    dead = "http://127.0.0.1:9"
    process = subprocess.Popen(
        [str(machine.checkout / "alumni"), "up", "--port", str(machine.port)],
        env={
            **machine.environment,
            "http_proxy": dead,
            "https_proxy": dead,
            "PIP_INDEX_URL": dead,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    while machine.status() != httpx.codes.OK:
        assert process.poll() is None
        time.sleep(0.1)
    assert machine.status("/") == 200
    process.kill()
    process.wait()
    assert "Stopped" in machine.run("down").stdout
    assert machine.status() == 0


def test_the_web_ends_by_itself(machine: Machine) -> None:
    with subprocess.Popen(
        [str(machine.checkout / "alumni"), "up", "--port", str(machine.port)],
        env=machine.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        while machine.status() != httpx.codes.OK:
            assert process.poll() is None
            time.sleep(0.1)
        server = machine.mysqld()
        machine.web().kill()
        said, _ = process.communicate()
    # A supervisor must see that something failed, and find MySQL stopped.
    assert process.returncode == 1
    assert "web.log" in said
    assert not server.is_running()


def test_on_a_server_of_ones_own(newcomer: Machine, server: Server) -> None:
    schema = f"external_{newcomer.port}"
    with server.connect() as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE USER {schema}@'%' IDENTIFIED BY 'p'")
        cursor.execute(f"GRANT ALL ON *.* TO {schema}@'%' WITH GRANT OPTION")
        try:
            place = {
                "DB_HOST": "127.0.0.1",
                "DB_PORT": str(server.port),
                "DB_USER": schema,
                "DB_PASSWORD": "p",
                "DB_NAME": schema,
            }
            # Its demo data would be what the other tests have, loaded in the same way.
            said = newcomer.up("--no-demo", **place)
            assert "./alumni user add --role admin" in said
            assert newcomer.status("/") == 200
            assert not (newcomer.home / "mysql").exists(), "no private server"
            wrong = newcomer.run("db", "status", **{**place, "DB_PASSWORD": "q"})
            assert wrong.returncode == 1
            assert "Traceback" not in wrong.stdout
        finally:
            newcomer.run("down", **place)
            cursor.execute(f"DROP DATABASE IF EXISTS {schema}")
            cursor.execute(f"DROP USER IF EXISTS {schema}@'%', '{schema}_web'@'%'")


class Writer(threading.Thread):
    """Somebody who writes numbered messages, each until it is acknowledged."""

    def __init__(self, machine: Machine, email: str, path: str, name: str) -> None:
        super().__init__(daemon=True)
        self.acknowledged: list[str] = []
        self.done = threading.Event()
        self._url = machine.url
        self._email, self._path, self._name = email, path, name

    def run(self) -> None:
        """Write until told to stop."""
        with httpx.Client(base_url=self._url, timeout=10, verify=NO_AUTHORITIES) as client:
            sign_in(client, self._email, "user123")
            token = csrf_token(client, self._path)
            number = 0
            while not self.done.is_set():
                number += 1
                self._send(client, token, f"{self._name} {number}")

    def _send(self, client: httpx.Client, token: str, words: str) -> None:
        fields = {"csrf_token": token, "message": words, "idempotency_key": f"key of {words}"}
        while not self.done.is_set():
            with contextlib.suppress(httpx.HTTPError):
                status = client.post(self._path, data=fields).status_code
                if status == 303:
                    self.acknowledged.append(words)
                    return
                # Nothing but a database that is away is an answer here.
                assert status in {502, 503}, status
            time.sleep(0.05)


def wait_until_they_write(writers: list[Writer]) -> None:
    """Return when each of the writers has written some more, and is likely to be writing."""
    before = [len(writer.acknowledged) for writer in writers]

    def has_come() -> bool:
        assert all(writer.is_alive() for writer in writers)
        return all(
            len(writer.acknowledged) > count + 15
            for writer, count in zip(writers, before, strict=True)
        )

    until(has_come, "messages of both")


def test_killed_while_people_write_to_each_other(machine: Machine) -> None:
    machine.up()
    allowed = "UPDATE settings SET value = 1000 WHERE name = 'chat_messages_per_minute'"
    assert machine.run("db", "shell", "-e", allowed).returncode == 0
    writers = [
        Writer(machine, email, "/messages/1", name)
        for email, name in (("alumni@example.com", "Ann"), ("student@example.com", "Ben"))
    ]
    for writer in writers:
        writer.start()
    for find in (machine.mysqld, lambda: machine.web().children()[0], machine.mysqld, machine.web):
        wait_until_they_write(writers)
        victim = find()
        victim.send_signal(signal.SIGKILL)
        psutil.wait_procs([victim], timeout=10)
        machine.up()
        assert machine.status("/") == 200
    wait_until_they_write(writers)
    for writer in writers:
        writer.done.set()
    for writer in writers:
        writer.join(30)
        assert len(writer.acknowledged) > 10

    shown = machine.run(
        "db", "shell", "-N", "-e", "SELECT body FROM messages WHERE conversation_id = 1 ORDER BY id"
    ).stdout.splitlines()
    for writer, name in zip(writers, ("Ann", "Ben"), strict=True):
        mine = [line for line in shown if re.fullmatch(rf"{name} \d+", line)]
        # The last one may be written without its writer knowing.
        assert mine[: len(writer.acknowledged)] == writer.acknowledged
        assert len(mine) <= len(writer.acknowledged) + 1
        assert len(set(mine)) == len(mine)
    differences = machine.run(
        "db",
        "shell",
        "-N",
        "-e",
        """
        SELECT COUNT(*) FROM conversation_participants AS p
        WHERE p.unread_count <> (
            SELECT COUNT(*) FROM messages AS m
            WHERE m.conversation_id = p.conversation_id AND m.id > p.last_read_id
            AND m.sender_id <> p.user_id AND m.is_deleted = 0
        )""",
    ).stdout.split()
    assert differences[-1] == "0"

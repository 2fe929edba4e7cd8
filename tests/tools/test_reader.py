"""The person who types what documents say: failures are seen, questions answered, Ctrl-C works."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.machine import plain_environment
from tests.support.reader import expected_code, is_as_documented, placeholders_of
from tests.support.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Return a terminal whose person knows a password."""
    answers = {re.compile(r"Password: \Z"): lambda: "p4ss"}
    window = Terminal(tmp_path, plain_environment(tmp_path), answers)
    yield window
    window.close()


def test_exit_codes_and_what_is_shown(terminal: Terminal) -> None:
    assert terminal.run("echo one; exit_code() { return 3; }; exit_code  # says so") == (3, "one\n")
    assert terminal.run("cd / && pwd") == (0, "/\n")
    assert terminal.run("pwd") == (0, "/\n")
    assert terminal.run("echo \\\n two") == (0, "two\n")
    assert terminal.run("no-such-command")[0] == 127


def test_a_password_is_typed_though_the_input_is_a_file(terminal: Terminal) -> None:
    asks = f"{sys.executable} -c \"import getpass; print(getpass.getpass() + '!')\" < /dev/null"
    code, shown = terminal.run(asks)
    assert (code, "p4ss!" in shown) == (0, True)


def test_ctrl_c(terminal: Terminal) -> None:
    # The program says itself that it runs: before that, Ctrl-C would reach the shell alone.
    terminal.type("sh -c 'echo begun; exec sleep 1000'")
    terminal.wait_for(re.compile("begun"))
    terminal.interrupt()
    assert terminal.end()[0] == 130


def test_placeholders() -> None:
    assert placeholders_of("mysql --socket=SOCKET < FILE  # NOT this") == {"SOCKET", "FILE"}
    assert placeholders_of("DB_HOST=a ./alumni db shell -e 'SELECT 1' $HOME/X.md") == set()


def test_outcomes() -> None:
    assert expected_code("./alumni migrate plan") == 0
    assert expected_code("./alumni migrate plan  # exit code 3: there is something to do") == 3
    refused = "CALL a();  -- 45409: You have already applied for this job."
    assert is_as_documented(refused, "ERROR 1644 (45409): You have already applied for this job.\n")
    assert not is_as_documented(refused, "ERROR 1644 (45404): There is no such posting.\n")
    assert not is_as_documented(refused, "Query OK, 1 row affected\n")
    assert is_as_documented("CALL a();  -- does it", "Query OK, 1 row affected\n")
    assert not is_as_documented("CALL a();  -- does it", "ERROR 1305 (42000): no a\n")

"""What the documents tell people to type is typed: every command is run as it is written.

The README is read first, from its first block to its last, then the other documents. A comment
behind a command that names an exit code, or behind a statement that names a refusal, is what must
happen; all else must succeed.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator

import pytest

from tests.support.documents import Block, blocks, commands, is_typed
from tests.support.first_up import DEFAULT_PORT, FirstUp
from tests.support.machine import Machine
from tests.support.reader import Reader, expected_code, is_as_documented, placeholders_of
from tests.support.server import Server

pytestmark = pytest.mark.xdist_group("up")

NOT_RUN = {
    "./alumni test": "this test is a part of it",
    "pip-compile": "it asks the network for newer packages and writes the lock files",
}
"""Commands, by the words with which they begin, that are not run here, and why."""


def last(pattern: str, shown: str) -> str:
    """Return what was shown last of a kind."""
    found = re.findall(pattern, shown)
    assert found, f"nothing was shown that matches {pattern}"
    return str(found[-1])


PLACEHOLDERS = {
    "FILE": lambda shown: last(r"(/\S+\.tar): ", shown),
    "SOCKET": lambda shown: last(r"answers at (/\S+\.sock) and", shown),
}
"""What a person types for a word in capitals, given all that was shown before."""

QUESTIONS = {
    "Enter password:": lambda shown: last(r"ada\s*\|\s*%\s*\|\s*(\S+)\s*\|", shown),
    "First name [Alumni]:": lambda _: "Ada",
    "Last name [Office]:": lambda _: "Lovelace",
}
"""What programs ask, and what is answered, given all that was shown before."""

PROMISES = {
    "./alumni backup": r"parts with their checksums",
    "./alumni db shell -t < db/selfcheck.sql": r"checks, all of them OK",
    "./alumni grade": r"checks, all of them OK",
    "./alumni restore": r"parts are as they were",
    "./alumni user add": r"Password: \S+[\s\S]*can sign in as admin",
    "mysql": r"checks, all of them OK",
}
"""What a command shows, by the words with which it begins."""


def begins(command: str, words: str) -> bool:
    """Return whether a command begins with words."""
    return f"{command} ".startswith(f"{words} ")


def test_the_first_command(first_up: FirstUp) -> None:
    assert first_up.exit_code == 0
    assert first_up.statuses == {"/": 200, "/readyz": 200}
    assert len(first_up.logins) == 3
    for email, password in first_up.logins.items():
        assert re.search(rf"{email}\s+{password}\b", first_up.shown)
    if first_up.was_port_free:
        assert first_up.url == f"http://127.0.0.1:{DEFAULT_PORT}"
    assert "Stopping" in first_up.shown


@pytest.fixture
def reader(first_up: FirstUp, server: Server) -> Iterator[Reader]:
    """Return somebody who reads on after the first command."""
    # The person has a MySQL client, also where the tests have only the one that was fetched.
    client = "" if shutil.which("mysql") else f'mysql() {{ {shlex.join(server.client)} "$@"; }}'
    person = Reader(first_up.checkout, PLACEHOLDERS, QUESTIONS, client)
    yield person
    person.close()
    Machine(first_up.checkout, first_up.checkout / ".alumni", DEFAULT_PORT).run("down")


def test_every_command_is_run(reader: Reader) -> None:
    for block in blocks():
        if is_typed(block):
            for statement, answer in reader.query(block):
                assert is_as_documented(statement, answer), f"{block}: {statement}\n{answer}"
        for command in block.commands():
            if not any(begins(command, words) for words in NOT_RUN):
                check(reader, block, command)
    assert reader.asked == set(QUESTIONS)


def check(reader: Reader, block: Block, command: str) -> None:
    """Run a command and compare it with what the document says."""
    code, shown = reader.type(command)
    assert code in {None, expected_code(command)}, f"{block}: {command}\n{shown}"
    for words, promise in PROMISES.items():
        if begins(command, words):
            assert re.search(promise, shown), f"{block}: {command}\n{shown}"


def test_the_tables_hold_what_is_needed() -> None:
    for words in (*NOT_RUN, *PROMISES):
        assert any(begins(command, words) for command in commands()), words
    for command in commands():
        assert sum(begins(command, words) for words in NOT_RUN) <= 1, command
    run = [one for one in commands() if not any(begins(one, words) for words in NOT_RUN)]
    assert {name for command in run for name in placeholders_of(command)} == set(PLACEHOLDERS)

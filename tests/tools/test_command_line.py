"""The command line as a whole: defaults, help, and each command without options run for real."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.testing import CliRunner

from tests.support.command_line import Ended, Home
from tests.support.sources import CHECKOUT
from tools.cli import app

RUNNER = CliRunner()


def commands(command: Any, *words: str) -> Iterator[tuple[str, Any]]:
    """Yield (words, command) of a command and of every command below it."""
    yield " ".join(words), command
    for name, child in getattr(command, "commands", {}).items():
        yield from commands(child, *words, name)


COMMANDS = dict(commands(typer.main.get_command(app)))


def refused_defaults(command: Any) -> list[str]:
    """Return the parameters of a command whose default their own validation refuses."""
    context = typer.Context(command)
    refused = []
    for parameter in command.params:
        if parameter.required:
            continue
        try:
            parameter.process_value(context, parameter.get_default(context))
        except typer.BadParameter:
            refused.append(parameter.name)
    return refused


def test_every_command_is_known() -> None:
    assert {"up", "down", "test", "migrate apply", "db shell"} < COMMANDS.keys()


@pytest.mark.parametrize("words", COMMANDS)
def test_every_default_passes_its_own_validation(words: str) -> None:
    assert refused_defaults(COMMANDS[words]) == []


def test_a_default_out_of_range_is_found() -> None:
    broken = typer.Typer(add_completion=False)

    @broken.command()
    def up(port: Annotated[int, typer.Option(min=1)] = 0) -> None:
        raise AssertionError(port)

    assert refused_defaults(typer.main.get_command(broken)) == ["port"]


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_has_help(words: str) -> None:
    shown = RUNNER.invoke(app, [*words.split(), "--help"])
    assert shown.exit_code == 0
    assert "Usage" in shown.output
    assert COMMANDS[words].help


# Commands that are not run here, and the file that does.
LEFT_OUT = {
    "up": "tests/tools/test_up.py",
    "test": "tools/testing/run.py",  # which runs this test
    "lint": "tests/tools/test_lint.py",
    "grade": "tests/tools/test_grade.py",
    "bench": "tools/bench/run.py",  # minutes of load
    "bench-live": "tools/bench/live.py",  # minutes of load
}

# What each command says without options: its exit code, and a part of its answer.
SAYS = {
    "": (0, "Usage: ./alumni"),
    "user": (0, "Usage: ./alumni user"),
    "user add": (2, "Missing argument 'email': see ./alumni user add --help."),
    "user role": (2, "Missing argument 'email': see ./alumni user role --help."),
    "user password": (2, "Missing argument 'email': see ./alumni user password --help."),
    "db": (0, "Usage: ./alumni db"),
    "db start": (1, "DB_HOST names a server of your own: start and stop it yourself."),
    "db stop": (1, "DB_HOST names a server of your own: start and stop it yourself."),
    "db status": (0, "Your server answers at "),
    "db shell": (0, ""),
    "down": (0, "Nothing was running."),
    "doctor": (0, "./alumni up"),
    "reset": (1, "./alumni reset asks before it drops "),
    "migrate": (0, "Usage: ./alumni migrate"),
    "migrate plan": (0, "The database is as the files say."),
    "migrate apply": (0, "Nothing to do."),
    "migrate status": (0, "job_search"),
    "migrate verify": (0, "The database is as the files say."),
    "migrate history": (2, "Missing argument 'name': see ./alumni migrate history --help."),
    "migrate rollback": (2, "Missing argument 'name': see ./alumni migrate rollback --help."),
    "backup": (0, "parts with their checksums"),
    "restore": (2, "Missing argument 'file': see ./alumni restore --help."),
    "seed": (0, "Usage: ./alumni seed"),
    "seed demo": (0, "alumni@example.com"),
    "seed generate": (2, "Missing option '--members': see ./alumni seed generate --help."),
    "docs": (0, "docs/index.html"),
}


def refusal_of(ended: Ended) -> str:
    """Return the sentence with which a command refuses; it prints nothing else as an error."""
    assert ended.code in {1, 2, 3}, ended
    lines = ended.errors.splitlines()
    assert len(lines) == 1, ended
    assert re.match(r"(\./alumni|[A-Z]).*\.$", lines[0]), ended
    return lines[0]


def test_every_command_is_tried() -> None:
    """The tables name every command once, and nothing that is no command."""
    assert sorted([*SAYS, *LEFT_OUT]) == sorted(COMMANDS)
    for file in LEFT_OUT.values():
        assert (CHECKOUT / file).exists()


@pytest.mark.xdist_group("up")
@pytest.mark.parametrize("words", SAYS)
def test_every_command_without_options(command_home: Home, words: str) -> None:
    ended = command_home.run(*words.split())
    code, part = SAYS[words]
    assert ended.code == code, ended
    if code:
        assert refusal_of(ended).startswith(part)
    else:
        assert part in ended.output
        assert ended.errors == ""


@pytest.mark.xdist_group("up")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("up --port 0", "Invalid value for '--port': "),
        ("up --port 70000", "Invalid value for '--port': "),
        ("up --sideways", "No such option: --sideways: see ./alumni up --help."),
        ("sing", "No such command 'sing': see ./alumni --help."),
        ("user role a@b.example king", "Invalid value for 'role': "),
        ("user role nobody@b.example admin", ""),
        ("user password --generate nobody@b.example", ""),
        ("restore /no/such/file", "There is no file /no/such/file."),
        ("migrate rollback no_such_object", ""),
        ("docs /dev/null/folder", "Cannot use /dev/null/folder: Not a directory."),
    ],
)
def test_a_mistake_is_refused_in_one_sentence(
    command_home: Home, words: str, sentence: str
) -> None:
    assert refusal_of(command_home.run(*words.split())).startswith(sentence)


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "abc"), ("SECRET_KEY", "change-me"), ("PUBLIC_URL", "a.example")]
)
def test_a_bad_variable_is_refused_in_one_sentence(tmp_path: Path, name: str, value: str) -> None:
    ended = Home(tmp_path / "home").run("down", **{name: value})
    assert refusal_of(ended).startswith(f"{name} ")


def test_a_private_server_without_the_web(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    said = [home.run(*words.split()) for words in ("db status", "db stop")]
    assert [(one.code, one.output) for one in said] == [
        (3, "There is no private server yet: ./alumni up makes one.\n"),
        (0, "It was not running.\n"),
    ]
    try:
        started = home.run("db", "start")
        assert (started.code, started.output.splitlines()[-1]) == (0, "Started.")
        assert home.run("db", "start").output.splitlines()[-1] == "It runs already."
        assert home.run("db", "status").output.startswith("MySQL ")
        # Nothing has been applied to it.
        assert "./alumni up" in refusal_of(
            home.run("user", "password", "a@b.example", "--generate")
        )
    finally:
        assert home.run("db", "stop").output == "Stopped.\n"
    stopped = home.run("db", "status")
    assert (stopped.code, stopped.output) == (3, "The private server is stopped.\n")

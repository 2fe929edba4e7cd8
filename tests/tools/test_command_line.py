"""The command line as a whole: defaults that their own options accept, help for every command."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
import typer
from typer.testing import CliRunner

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

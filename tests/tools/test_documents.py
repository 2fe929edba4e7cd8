"""Every block of code in the documents is run, quoted or shown; every command in them exists."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from tests.support.documents import TRANSCRIPTS, Code, blocks, inline_code, is_quotation
from tests.support.sources import CHECKOUT, sources
from tests.support.transcript import BLOCK
from tools.cli import app

QUOTED = {"python", "html"}
"""Languages of blocks that are passages of a source file; `sql` is typed where it is none."""

OTHERS = {"mermaid", "text"}
"""Languages that are not run. Under a name that is not listed a block would not be run either."""

RUNNABLE = re.compile(r"^\s*(\./alumni|mysql|CALL|SELECT)\b", re.MULTILINE)
"""What can be run here, and so belongs into a block that is run."""

ROOT = typer.main.get_command(app)


def test_no_block_escapes() -> None:
    for block in blocks():
        is_known = block.language in {"sh", "sql", *QUOTED, *OTHERS}
        assert is_known, f"{block}: call it sh or sql, or what it is"
        if block.language in QUOTED:
            assert is_quotation(block), f"{block}: no source file has this passage"
        if block.language in OTHERS:
            assert not RUNNABLE.search(block.text), f"{block}: call it sh or sql"
    for document, test in TRANSCRIPTS.items():
        assert "BLOCK" in (CHECKOUT / test).read_text(encoding="utf-8")
        known = [block.text.rstrip("\n") for block in blocks() if block.document == document]
        assert known == BLOCK.findall((CHECKOUT / document).read_text(encoding="utf-8")), document


def words_after(code: str) -> list[str]:
    """Return the words behind ./alumni; what may be left out counts, redirections do not."""
    plain = re.sub(r"[\[\]…]|\.\.\.", "", code)
    words = shlex.split(plain, comments=True)[1:]
    ends = [number for number, word in enumerate(words) if word in {"<", ">", "|", ";", "&&"}]
    return words[: ends[0]] if ends else words


def found(words: list[str]) -> tuple[str, Any, list[str]]:
    """Return the name of the command that words name, the command, and the words behind it."""
    command: Any = ROOT
    names = []
    while words and words[0] in getattr(command, "commands", {}):
        names.append(words[0])
        command = command.commands[words[0]]
        words = words[1:]
    return " ".join(names), command, words


def refusal_of(words: list[str]) -> str | None:
    """Return why ./alumni does not know words; None where it does."""
    name, command, rest = found(words)
    context = typer.Context(command, **command.context_settings)
    if getattr(command, "commands", None) and rest and not rest[0].startswith("-"):
        return f"{name or './alumni'} has no {rest[0]}"
    try:
        _, left, _ = command.make_parser(context).parse_args(list(rest))
    except Exception as error:  # noqa: BLE001 - Click is a copy within Typer
        return str(error)
    return None if context.allow_extra_args or not left else f"{name} takes no {left}"


def all_code() -> list[Code]:
    """Return commands in blocks and in the text of all documents."""
    in_blocks = [
        Code(block.document, block.line, command)
        for block in blocks()
        for command in block.commands()
    ]
    return [*in_blocks, *inline_code()]


def test_every_command_in_the_text_is_known() -> None:
    named = [code for code in all_code() if code.text.startswith("./alumni ")]
    assert len(named) > 40
    wrong = {str(code): refusal_of(words_after(code.text)) for code in named}
    assert {code: why for code, why in wrong.items() if why} == {}
    # A path in it is a path of the checkout.
    paths = {word for code in named for word in code.text.split() if re.match(r"(tests|db)/", word)}
    assert [path for path in paths if not (CHECKOUT / path).exists()] == []


def test_every_option_in_the_text_is_known(pytestconfig: pytest.Config) -> None:
    known = {
        option
        for command in all_commands(ROOT)
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    named = [code for code in inline_code() if re.fullmatch(r"--[a-z-]+", code.text)]
    # What ./alumni test does not know, it hands on to pytest.
    handed_on = {
        code.text for code in named if hasattr(pytestconfig.option, code.text[2:].replace("-", "_"))
    }
    assert [str(code) for code in named if code.text not in known | handed_on] == []


def test_the_readme_names_every_command() -> None:
    named = {
        found(words_after(code.text))[0]
        for code in all_code()
        if code.document == "README.md" and code.text.startswith("./alumni ")
    }
    assert {name for name in names_of(ROOT) if name not in named} == set()


def test_every_call_and_view_in_the_text_exists() -> None:
    parameters = {
        source.name: len(re.findall(r"[(,]\s*(?:IN|OUT|INOUT) p_", source.code))
        for source in sources("procedure")
    }
    views = {source.name for source in sources("view")}
    calls = [
        (str(code), call[1], len(call[2].split(",")) if call[2] else 0)
        for code in inline_code()
        if (call := re.fullmatch(r"(?:CALL )?([a-z]\w*)\(([^()…]*)\)", code.text))
        and (code.text.startswith("CALL ") or code.document == "README.md")
    ]
    assert len(calls) > 5
    assert [code for code, name, count in calls if parameters.get(name) != count] == []
    named = {code.text for code in inline_code() if code.text.startswith("vw_")}
    assert named - views == set()


def all_commands(command: Any) -> Iterator[Any]:
    """Yield a command and every command below it."""
    yield command
    for child in getattr(command, "commands", {}).values():
        yield from all_commands(child)


def names_of(command: Any, *names: str) -> Iterator[str]:
    """Yield the names of the commands below a command that are no groups."""
    for name, child in getattr(command, "commands", {}).items():
        yield from names_of(child, *names, name)
    if not getattr(command, "commands", None):
        yield " ".join(names)


@pytest.mark.parametrize(
    "words",
    [
        "./alumni upp",
        "./alumni migrate aply",
        "./alumni up --prot 80",
        "./alumni down NOW",
        "./alumni backup A B",
    ],
)
def test_unknown_words_are_found(words: str) -> None:
    assert refusal_of(words_after(words))

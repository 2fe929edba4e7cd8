"""A person at a new machine, who types what the documents say: to the letter, and in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tests.support.documents import Block
from tests.support.machine import plain_environment
from tests.support.terminal import PROMPT, Terminal

SITE = re.compile(r"Site\s+(?P<url>http://\S+)\s")
"""What `./alumni up` shows when the site answers; in the foreground it then goes on running."""
_SITE_OR_PROMPT = re.compile(f"{SITE.pattern}|{PROMPT.pattern}")
_CLIENT_PROMPT = re.compile(r"(mysql| +([-'\"`]|/\*))> \Z")
"""Of the `mysql` client: it waits for a statement, or for the rest of one."""
_COMMENT = re.compile(r"\s#\s.*|'[^']*'|\"[^\"]*\"")
_CAPITALS = re.compile(r"(?<![\w$/.-])[A-Z][A-Z_]+\b(?!=)")
_EXIT_CODE = re.compile(r"#.*\bexit code (\d+)")
_REFUSAL = re.compile(r"--\s(45\d{3}): (.+)$")

Typed = Mapping[str, Callable[[str], str]]
"""What a person types for a placeholder, or for a question, given all that was shown before."""


def placeholders_of(command: str) -> set[str]:
    """Return the words that a person replaces in a command: in capitals, outside of quotes."""
    return set(_CAPITALS.findall(_COMMENT.sub("", command)))


class Reader:
    """A person with terminals in a checkout; what was shown is remembered."""

    def __init__(
        self,
        checkout: Path,
        placeholders: Typed | None = None,
        questions: Typed | None = None,
        setup: str = "",
    ) -> None:
        """Begin in a checkout; `setup` is what every terminal begins with."""
        self.shown = ""
        self.asked: set[str] = set()
        """Questions that were answered."""
        self._checkout = checkout
        self._placeholders = placeholders or {}
        self._answers = {
            re.compile(rf"{re.escape(question)}\s*\Z"): partial(self._answer, question, answer)
            for question, answer in (questions or {}).items()
        }
        self._setup = setup
        self._terminal: Terminal | None = None
        self._busy: list[Terminal] = []

    def _answer(self, question: str, answer: Callable[[str], str]) -> str:
        self.asked.add(question)
        return answer(self.shown)

    def type(self, command: str) -> tuple[int | None, str]:
        """Run a command; return its exit code and what it showed.

        The exit code is None where it serves the site: then its terminal is left to it.
        """
        for name in placeholders_of(command):
            command = re.sub(rf"\b{name}\b", self._placeholders[name](self.shown), command)
        terminal = self._window()
        terminal.type(command)
        match, shown = terminal.wait_for(_SITE_OR_PROMPT)
        if match["url"] and "--detach" in command:
            code, rest = terminal.end()
            shown += match[0] + rest
        elif match["url"]:
            self._busy.append(terminal)
            self._terminal = None
            code, shown = None, shown + match[0]
        else:
            code = int(match[2])
        self.shown += shown
        return code, shown

    def query(self, block: Block) -> list[tuple[str, str]]:
        """Type a block into the `mysql` client; return its statements with their answers."""
        terminal = self._window()
        terminal.type("./alumni db shell")
        terminal.wait_for(_CLIENT_PROMPT)
        answers = []
        lines: list[str] = []
        for line in block.text.splitlines():
            lines.append(line)
            terminal.type(line)
            prompt, shown = terminal.wait_for(_CLIENT_PROMPT)
            if prompt[0] == "mysql> ":
                answers.append(("\n".join(lines), shown))
                lines = []
        assert not lines, f"{block}: a statement has no end: {lines}"
        assert terminal.run("exit")[0] == 0
        return answers

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C where the site is served; return the exit code and what was shown."""
        terminal = self._busy.pop()
        terminal.interrupt()
        ended = terminal.end()
        terminal.close()
        return ended

    def close(self) -> None:
        """Close all windows."""
        for terminal in (*self._busy, *([self._terminal] if self._terminal else [])):
            terminal.close()

    def _window(self) -> Terminal:
        if not self._terminal:
            environment = plain_environment(self._checkout.parent / "home")
            self._terminal = Terminal(self._checkout, environment, self._answers)
            self._terminal.run(self._setup)
        return self._terminal


def expected_code(command: str) -> int:
    """Return the exit code that the comment behind a command names, else 0."""
    found = _EXIT_CODE.search(command)
    return int(found[1]) if found else 0


def is_as_documented(statement: str, answer: str) -> bool:
    """Return whether a statement was refused as its comment says, or done where it says nothing."""
    if refusal := _REFUSAL.search(statement):
        return f"({refusal[1]}): {refusal[2]}" in answer
    return "ERROR " not in answer

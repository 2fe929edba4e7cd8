"""The SQL files of the checkout as tests read them: name, header, parameters, body."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tools.migrate.header import Header, lines_of

CHECKOUT = Path(__file__).resolve().parents[2]
CODE_FOLDERS = {
    "procedure": "procedures",
    "function": "db/functions",
    "view": "views",
    "trigger": "triggers",
    "event": "db/events",
}


@dataclass(frozen=True)
class Source:
    """One SQL file that holds one code object."""

    kind: str
    path: Path

    @property
    def name(self) -> str:
        """Name of the object, which is the file's name."""
        return self.path.stem

    @property
    def is_public(self) -> bool:
        """Whether clients may call it."""
        return not self.name.startswith("_")

    @cached_property
    def text(self) -> str:
        """The whole file."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def header(self) -> list[str]:
        """Leading comment lines without their dashes."""
        return lines_of(self.text)

    def section(self, title: str) -> list[str] | None:
        """Lines of a header section without their indentation; None where there is no such."""
        return Header.of(self.text).section(title)

    @cached_property
    def code(self) -> str:
        """The file without comments and without the content of string literals."""
        pattern = r"--[ \t][^\n]*|--$|#[^\n]*|/\*.*?\*/|'(?:[^'\\]|''|\\.)*'"
        return re.sub(
            pattern,
            lambda found: "''" if found.group().startswith("'") else " ",
            self.text,
            flags=re.DOTALL | re.MULTILINE,
        )


def sources(kind: str | None = None) -> list[Source]:
    """Return the code objects of the checkout, of one kind or all."""
    kinds = [kind] if kind else list(CODE_FOLDERS)
    return [
        Source(one, path)
        for one in kinds
        for path in sorted((CHECKOUT / CODE_FOLDERS[one]).rglob("*.sql"))
    ]


def known_files(*patterns: str) -> list[str]:
    """Return the names of the files that git knows and that are there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return [name for name in listed.stdout.split("\0") if (CHECKOUT / name).is_file()]

"""The SQL files of the checkout as tests read them: name, header, parameters, body."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
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
_LEFT_OUT = re.compile(
    r"--[ \t][^\n]*|--$|#[^\n]*|/\*.*?\*/|'(?:[^'\\]|''|\\.)*'", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class Source:
    """One SQL file that holds one code object."""

    kind: str
    path: Path
    root: Path = CHECKOUT

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
        """The file without comments and the content of literals; lines keep their numbers."""
        return _LEFT_OUT.sub(
            lambda found: (
                ("''" if found.group().startswith("'") else " ") + "\n" * found.group().count("\n")
            ),
            self.text,
        )

    @cached_property
    def comment(self) -> str:
        """The first COMMENT of the file: of a routine, its contract."""
        found = re.search(r"^COMMENT\s+'((?:[^']|'')*)'", self.text, re.M)
        return found.group(1).replace("''", "'") if found else ""

    def finding(self, position: int, sentence: str) -> str:
        """Return what is wrong at a position of the code, as file:line: sentence."""
        return self._at(self.code.count("\n", 0, position) + 1, sentence)

    def finding_in_text(self, position: int, sentence: str) -> str:
        """Return what is wrong at a position of the text, as file:line: sentence."""
        return self._at(self.text.count("\n", 0, position) + 1, sentence)

    def _at(self, line: int, sentence: str) -> str:
        return f"{self.path.relative_to(self.root)}:{line}: {sentence}"


@cache
def _checkout() -> tuple[Source, ...]:
    """Read the checkout once: what is parsed of a file is kept with it."""
    return tuple(
        Source(kind, path)
        for kind, folder in CODE_FOLDERS.items()
        for path in sorted((CHECKOUT / folder).rglob("*.sql"))
    )


def sources(*kinds: str) -> list[Source]:
    """Return the code objects of the checkout, of some kinds or all."""
    return [source for source in _checkout() if not kinds or source.kind in kinds]


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

"""Plain English: find the words that pyproject.toml avoids, `[tool.alumni.words]`, in a text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.sources import CHECKOUT

_ADVICE: dict[str, str] = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["tool"][
    "alumni"
]["words"]
_SPACE = r"""(?:[ \t]+|\s*["']?\s*\n\s*(?:f?["']|(?:\#+|//|\*|--|>)\s)?\s*)"""
"""Spaces, or a line break in prose, in a comment or between joined literals."""
_PATTERNS = {
    pattern: re.compile(rf"\b(?:{pattern.replace(' ', _SPACE)})\b", re.IGNORECASE)
    for pattern in _ADVICE
}


@dataclass(frozen=True)
class Avoided:
    """A passage that a pattern of the list matches, and the line of the text where it begins."""

    line: int
    passage: str
    pattern: str

    def __str__(self) -> str:
        passage = " ".join(self.passage.split())
        return f"{passage!r} matches {self.pattern!r}: say {_ADVICE[self.pattern]}"


def avoided(text: str) -> Iterator[Avoided]:
    """Find the passages of a text that the list matches."""
    for pattern, compiled in _PATTERNS.items():
        for match in compiled.finditer(text):
            yield Avoided(text.count("\n", 0, match.start()) + 1, match.group(), pattern)


def avoided_in_file(name: str, text: str) -> list[str]:
    """Return what the list matches in a file, by line, each with the name of the file."""
    found = sorted(avoided(text), key=lambda one: one.line)
    return [f"{name}:{one.line}: {one}" for one in found]

"""The header of an SQL file: a sentence, what else is to be said, and its sections."""

from __future__ import annotations

import re
from dataclasses import dataclass

SECTIONS = ("Parameters", "Result sets", "Returns", "Errors", "Example")
_ENTRY = re.compile(r"  (?P<term>\S.*?)(?:\s{2,}(?P<text>\S.*))?$")


def lines_of(source: str) -> list[str]:
    """Return the leading comment lines of a file without their dashes."""
    lines = []
    for line in source.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line[2:].removeprefix(" ").rstrip())
    return lines


@dataclass(frozen=True)
class Header:
    """What a file says before its first statement."""

    summary: str
    notes: list[str]
    """Paragraphs."""
    sections: dict[str, list[str]]
    """Lines of each section, with their indentation."""

    @classmethod
    def of(cls, source: str) -> Header:
        """Read the comment at the beginning of a file."""
        first, *rest = lines_of(source) or [""]
        notes: list[str] = []
        sections: dict[str, list[str]] = {}
        into = notes
        for line in rest:
            if line in SECTIONS:
                into = sections.setdefault(line, [])
            else:
                into.append(line)
        paragraphs = [" ".join(one.split()) for one in "\n".join(notes).split("\n\n")]
        summary = first.partition(": ")[2].rstrip(".")
        return cls(
            f"{summary[:1].upper()}{summary[1:]}", [one for one in paragraphs if one], sections
        )

    def section(self, title: str) -> list[str] | None:
        """Return the lines of a section without their indentation; None where there is none."""
        lines = self.sections.get(title)
        return None if lines is None else [line.strip() for line in lines]

    def entries(self, section: str) -> list[tuple[str, str]]:
        """Return a section's terms with what is said of each; longer lines go on below."""
        found: list[tuple[str, str]] = []
        for line in self.sections.get(section, []):
            entry = _ENTRY.match(line)
            if line.startswith("   ") and found:
                term, text = found[-1]
                found[-1] = (term, f"{text} {line.strip()}".strip())
            elif entry:
                found.append((entry["term"], entry["text"] or ""))
        return found

    @property
    def example(self) -> str:
        """Calls that run on the demo data."""
        lines = self.sections.get("Example", [])
        return "\n".join(line.removeprefix("  ") for line in lines).strip("\n")

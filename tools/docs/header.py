"""The header of an SQL file: a sentence, what else is to be said, and its sections."""

from __future__ import annotations

import re
from dataclasses import dataclass

SECTIONS = ("Parameters", "Result sets", "Errors", "Example")
_ENTRY = re.compile(r"  (?P<term>\S.*?)(?:\s{2,}(?P<text>\S.*))?$")


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
        lines = []
        for line in source.splitlines():
            if not line.startswith("--"):
                break
            lines.append(line[2:].removeprefix(" ").rstrip())
        first, *rest = lines or [""]
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

"""The code, the pages and the documents are in plain English (tests/support/words.py)."""

from __future__ import annotations

import pytest

from tests.support.sources import CHECKOUT, known_files
from tests.support.words import avoided_in_file

FILES = known_files(
    "web/*.py",
    "web/templates/*",
    ":(glob)web/static/*.js",
    "tools/*.py",
    "alumni",
    ":(glob)*.md",
    ":(glob)db/*.md",
    ":(glob)docs/*.md",
    ":(glob)deploy/*.md",
)
GENERATED = "\n<!-- written by ./alumni"
"""What follows is written from the database."""


def own_text(name: str) -> str:
    """Return the text of a file up to the part that a program writes."""
    return (CHECKOUT / name).read_text(encoding="utf-8").partition(GENERATED)[0]


def test_the_words_of_the_code_and_the_documents_are_plain() -> None:
    assert [found for name in FILES for found in avoided_in_file(name, own_text(name))] == []


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "alumni",
        "db/TOUR.md",
        "deploy/README.md",
        "docs/ARCHITECTURE.md",
        "tools/migrate/api.py",
        "web/app.py",
        "web/routes/job.py",
        "web/static/app.js",
        "web/templates/job/read.html",
    ],
)
def test_a_file_of_each_folder_is_read(name: str) -> None:
    assert name in FILES
    assert own_text(name)


@pytest.mark.parametrize(
    "text",
    [
        "Two may start at once.",
        "Two may start at\nonce.",
        "    # Two may start at\n    # once.",
        "## Two may start at\n## once.",
        "// Two may start at\n// once.",
        "> Two may start at\n> once.",
        '("Two may start at "\n    f"once")',
    ],
)
def test_a_word_of_the_list_is_found_across_lines(text: str) -> None:
    (found,) = avoided_in_file("some.py", f"\n{text}\n")
    assert found.startswith("some.py:2: 'at ")
    assert found.endswith("once' matches 'at once': say immediately, or at the same time")


def test_other_passages_are_not_found() -> None:
    assert avoided_in_file("some.py", 'at_once = "at", "once"  # that\n# onceuponatime\n') == []

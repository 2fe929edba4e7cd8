"""What the SQL files say to people is plain English, and one refusal has one wording.

The words to avoid are in pyproject.toml, `[tool.alumni.words]` (tests/support/words.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import pytest

from tests.support.sources import CHECKOUT, Source, sources
from tests.support.words import avoided

_LITERAL = re.compile(r"'((?:[^'\\]|''|\\.)*)'")
_SIGNAL = re.compile(
    r"SIGNAL\s+SQLSTATE\s+'(?P<status>45\d{3})'\s+SET\s+MESSAGE_TEXT\s*=\s*"
    r"(?:'(?P<text>(?:[^']|'')*)'|(?P<variable>\w+))"
)
_COMMENT = re.compile(r"^\s*-- ?(.*)$", re.M)
_EXAMPLE = re.compile(r"^-- Example\n(?:--.*\n)*", re.M)
TELLING = frozenset({
    "accept", "alumni", "author", "block", "cards", "closed", "confirm", "documents", "follow",
    "goals", "helpers", "links", "open", "organiser", "poster", "sections", "speakers",
})  # fmt: skip
"""Words that make another refusal: of another person, thing or choice."""
_ALIKE, _DIFFERING = 0.75, 2
"""Two refusals say the same when they are so alike (0 to 1) and differ in so few words."""


@dataclass(frozen=True)
class Sentence:
    """A sentence that a person reads, and where it stands."""

    where: str
    text: str
    status: str = ""


def _line(source: Source, position: int) -> str:
    return source.finding_in_text(position, "").rstrip(": ")


def _plain(literal: str) -> str:
    return literal.replace("''", "'")


def signalled(source: Source) -> Iterator[Sentence]:
    """Find the sentences that a file signals: whole, or assigned to the variable it signals."""
    for signal in _SIGNAL.finditer(source.text):
        where, status = _line(source, signal.start()), signal["status"]
        if signal["text"] is not None:
            yield Sentence(where, _plain(signal["text"]), status)
            continue
        # From the last assignment on, with its parts: CONCAT, CASE.
        variable = re.escape(signal["variable"])
        assigned = [
            one.start()
            for one in re.finditer(rf"\b{variable}\s*=|\bINTO {variable}\b", source.text)
            if one.start() < signal.start()
        ]
        begin = assigned[-1] if assigned else 0
        for literal in _LITERAL.finditer(source.text, begin, signal.start()):
            if " " in literal[1].strip():
                yield Sentence(where, _plain(literal[1]), status)


def spoken(source: Source) -> Iterator[Sentence]:
    """Find everything a file says: comments but for examples, the COMMENT, signalled sentences."""
    text = _EXAMPLE.sub(lambda example: re.sub(r"[^\n]", " ", example.group()), source.text)
    for comment in _COMMENT.finditer(text):
        yield Sentence(_line(source, comment.start()), comment[1])
    yield Sentence(f"{source.name}: COMMENT", source.comment.partition(" | ")[0])
    yield from signalled(source)


def unplain(sentences: Iterable[Sentence]) -> list[str]:
    """Return where a word of the list stands, with what to say instead."""
    return [f"{one.where}: {one.text!r}: {word}" for one in sentences for word in avoided(one.text)]


_FIELD = re.compile(r"[a-z_]+: ")


def _words(text: str) -> tuple[str, ...]:
    field = _FIELD.match(text)
    plain = re.sub(r"\b(?:an?|the|this|that|please)\b|[^a-z_' -]", " ", text.lower())
    return (f"{field.group()}" if field else "", *plain.split())


def near_twins(sentences: Iterable[Sentence]) -> list[tuple[str, str, str]]:
    """Return pairs of refusals of one status that say the same in slightly other words.

    Articles, numbers and punctuation do not count; parts of a sentence are not compared.
    """
    known = sorted({(one.status, one.text) for one in sentences if one.text.endswith(".")})
    things = TELLING | {text.split()[0].lower() for _, text in known if " not found" in text}
    pairs = []
    for (status, first), (other, second) in combinations(known, 2):
        left, right = _words(first), _words(second)
        differing = set(left) ^ set(right)
        if (
            status == other
            and len(differing) <= _DIFFERING
            and left[0] == right[0]
            and not differing & things
            and SequenceMatcher(None, left, right, autojunk=False).ratio() >= _ALIKE
        ):
            pairs.append((status, first, second))
    return pairs


def test_the_words_of_the_sql_are_plain() -> None:
    assert unplain(one for source in sources() for one in spoken(source)) == []


def test_reference_data_is_plain() -> None:
    files = [CHECKOUT / "db/roles.sql", *sorted((CHECKOUT / "db/reference").glob("*.sql"))]
    assert unplain(one for path in files for one in spoken(Source("data", path))) == []


def test_one_refusal_has_one_wording() -> None:
    said = [one for source in sources("procedure", "trigger") for one in signalled(source)]
    assert len(said) > 300, "the sentences are found"
    assert near_twins(said) == []


def test_a_word_of_the_list_is_found(tmp_path: Path) -> None:
    path = tmp_path / "thing_save.sql"
    path.write_text(
        "-- thing_save: make a thing anew.\n--\n-- Example\n--   CALL thing_save('anew');\n"
        "CREATE PROCEDURE thing_save ()\nCOMMENT 'Save whoever''s thing. | thing: one'\nBEGIN\n"
        "    -- Nobody's.\n"
        "    SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Choose one of the list.';\nEND\n",
        encoding="utf-8",
    )
    found = unplain(spoken(Source("procedure", path, tmp_path)))
    assert [one.split(": ")[0] for one in found] == [
        "thing_save.sql:1",
        "thing_save.sql:8",
        "thing_save",
        "thing_save.sql:9",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("This link is used or has expired.", "The link is used or expired."),
        ("You can add up to 24. Remove one first.", "You can add up to 40: remove one."),
    ],
)
def test_two_wordings_are_found(first: str, second: str) -> None:
    said = [Sentence("a", first, "45409"), Sentence("b", second, "45409")]
    assert near_twins(said) == [("45409", *sorted((first, second)))]
    assert near_twins([said[0], Sentence("b", second, "45404")]) == []


def test_other_things_are_other_refusals() -> None:
    said = [Sentence("a", f"{thing} not found.", "45404") for thing in ("Job", "Event", "Post")]
    assert near_twins(said) == []


@pytest.mark.parametrize(
    "body",
    [
        "SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Thing isn''t here.';",
        "SIGNAL SQLSTATE '45404'\n    SET MESSAGE_TEXT = 'Thing isn''t here.';",
        (
            "SET v_said = CONCAT('Thing isn''t here.', v_id);\n"
            "SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = v_said;"
        ),
    ],
)
def test_a_signalled_sentence_is_collected(tmp_path: Path, body: str) -> None:
    path = tmp_path / "thing_save.sql"
    path.write_text(body, encoding="utf-8")
    (one,) = signalled(Source("procedure", path, tmp_path))
    assert (one.text, one.status) == ("Thing isn't here.", "45404")

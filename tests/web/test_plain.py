"""Markdown as words: excerpts and mails have no marks in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.pages.formatting import excerpt, paragraphs

TABLE = "| Day | Hall |\n|---|---|\n| Monday | 1 |\n| Tuesday | |\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (None, ""),
        ("Bring **two** pens & `paper`.", "Bring two pens & paper."),
        ("# Open day\n\nCome at nine", "Open day: Come at nine"),
        ("We need\n\n- cake\n- *tea*\n\nThank you", "We need. cake, tea. Thank you"),
        ("1. First!\n2. Then", "First! Then"),
        (f"The halls:\n\n{TABLE}\nSee you there.", "The halls: See you there."),
        (TABLE, ""),
        ("Before\n\n| Day | Ha", "Before"),
        ("Read [the *whole* plan](https://example.org/a_b) now", "Read the whole plan now"),
        ("Read [the plan](https://exam", "Read the plan"),
        ("Look: ![A cat](https://example.org/cat.png)", "Look:"),
        ("Look: ![A cat](https://exa", "Look:"),
        ("Run\n\n```sql\nDROP TABLE a;\n```\n\n    more code\n\nand wait", "Run. and wait"),
        ("> Said\n> before\\\nand now", "Said before and now"),
        ("a < b <b>c</b>", "a < b <b>c</b>"),
    ],
)
def test_an_excerpt_has_words_alone(source: str | None, words: str) -> None:
    assert excerpt(source) == words


def test_an_excerpt_is_cut_after_a_word() -> None:
    assert excerpt("one two three", 9) == "one two …"
    assert excerpt("onetwothree", 4) == "onet …"


def test_a_mail_keeps_paragraphs_and_lines() -> None:
    source = (
        f"# Halls\n\nThere are **two**:\n\n{TABLE}\n- cake\n- [tea](https://example.org)\n\nBye"
    )
    assert paragraphs(source) == (
        "Halls\n\nThere are two:\n\nDay, Hall\nMonday, 1\nTuesday\n\n- cake\n- tea\n\nBye"
    )


@given(st.text(alphabet="|-#*[]()!`> \n\\ab1.\x00", max_size=80), st.integers(1, 60))
def test_any_text_has_an_excerpt_of_its_length(source: str, most: int) -> None:
    words = excerpt(source, most)
    assert len(words) <= most + 2
    assert "\n" not in words
    paragraphs(source)

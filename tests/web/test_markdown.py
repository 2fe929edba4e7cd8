"""What Markdown may become: no more than its length allows, and nothing that acts."""

from __future__ import annotations

import pytest

from web.pages import markdown as module
from web.pages.markdown import MOST_MISSING_CELLS, markdown


def test_a_table_makes_no_more_cells_than_are_written() -> None:
    """A head of sixty columns and rows of one cell: 3 KB, which were 65,536 cells and a second."""
    columns = 60
    head = "|".join("x" for _ in range(columns))
    source = f"{head}\n{'|'.join(['-'] * columns)}\n" + "x\n" * 1_400
    cells = markdown(source).count("<td>")
    assert 0 < cells <= MOST_MISSING_CELLS + 2 * columns
    whole = "|a|b|\n|-|-|\n" + "|c|d|\n" * 500
    assert markdown(whole).count("<td>") == 1_000


@pytest.mark.parametrize(
    "piece", ["[", "![", "*a ", "_*", "> ", "- ", "`", "<", "&a;", "a\n", "|-"]
)
def test_no_text_becomes_many_times_as_long(piece: str) -> None:
    source = piece * (15_000 // len(piece))
    assert len(markdown(source)) <= 10 * len(source)


def test_a_text_is_rendered_once() -> None:
    before = module._rendered.cache_info()
    for _ in range(3):
        markdown("*the same* text, which many people read")
    after = module._rendered.cache_info()
    assert (after.misses - before.misses, after.hits - before.hits) == (1, 2)


def test_nothing_acts() -> None:
    html = markdown("[a](javascript:alert(1)) <script>alert(1)</script> ![x](http://x/y)")
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "<img" not in html

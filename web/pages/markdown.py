"""Markdown as HTML that cannot do anything, and does not cost more than its length allows."""

from __future__ import annotations

import importlib
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

MOST_MISSING_CELLS = 1_000
"""Cells that a table may leave out of its rows. Each is made: 3 KB became 65,536 cells and took a
second."""
KEPT = 500
"""Texts that a process keeps as HTML: a list shows the same posts to many readers."""
# The rule is a function of the same name, so that the module has to be asked for.
importlib.import_module(
    "markdown_it.rules_block.table"
).MAX_AUTOCOMPLETED_CELLS = MOST_MISSING_CELLS  # type: ignore[attr-defined]
PARSER = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_TAGS = {
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}


def markdown(source: str | None) -> Markup:
    """Return Markdown as HTML.

    Headings begin at the third level, because the page has the first two.
    """
    return _rendered(source or "")


@lru_cache(KEPT)
def _rendered(source: str) -> Markup:
    html = PARSER.render(source.replace("\x00", ""))
    for level in (4, 3, 2, 1):
        html = html.replace(f"<h{level}>", f"<h{min(level + 2, 6)}>").replace(
            f"</h{level}>", f"</h{min(level + 2, 6)}>"
        )
    safe = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow ugc",
    )
    return Markup(safe)  # noqa: S704 - nh3 has made it safe

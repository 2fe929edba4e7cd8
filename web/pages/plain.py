"""Markdown as words alone: excerpts for lists, whole texts for mails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from markdown_it import MarkdownIt
from markdown_it.token import Token

# A text that was cut in the middle of a link, an image or a table.
_CUT_LINK = re.compile(r"(!?)\[([^\[\]\n]*)(?:\]\([^)\n]*)?\Z")
_CUT_TABLE = re.compile(r"(?:\A|\n)[ \t]*\|[^\n]*\Z")
_ENDS = ".!?:;,…"


@dataclass(frozen=True)
class Block:
    """A heading, an item of a list, a row of a table, or a paragraph."""

    kind: str
    words: str


def excerpt(markdown: MarkdownIt, source: str | None, most: int) -> str:
    """Return the beginning of Markdown as one plain text, cut after a word.

    Tables, code and pictures are left out; what is no sentence is set apart from what follows.
    """
    text = (source or "").replace("\x00", "")
    text = _CUT_LINK.sub(lambda cut: "" if cut[1] else cut[2], _CUT_TABLE.sub("", text))
    said: list[Block] = [block for block in _blocks(markdown, text) if block.kind != "row"]
    parts = []
    for block, following in zip_longest(said, said[1:]):
        mark = ""
        if following is not None and block.words[-1] not in _ENDS:
            is_listed = block.kind == following.kind == "item"
            mark = ":" if block.kind == "heading" else "," if is_listed else "."
        parts.append(block.words + mark)
    words = " ".join(parts)
    if len(words) <= most:
        return words
    return f"{words[:most].rpartition(' ')[0] or words[:most]} …"


def paragraphs(markdown: MarkdownIt, source: str) -> str:
    """Return Markdown as paragraphs without marks; lists and tables are lines."""
    text = ""
    before = None
    for block in _blocks(markdown, source):
        is_line = block.kind == before and block.kind in {"item", "row"}
        text += ("\n" if is_line else "\n\n") + ("- " if block.kind == "item" else "") + block.words
        before = block.kind
    return text.strip()


def _blocks(markdown: MarkdownIt, source: str) -> Iterator[Block]:
    kinds = ["paragraph"]
    cells: list[str] = []
    for token in markdown.parse(source):
        if token.type in {"heading_open", "list_item_open", "tr_open"}:
            kinds.append({"h": "heading", "l": "item", "t": "row"}[token.type[0]])
            cells = []
        elif token.type in {"heading_close", "list_item_close", "tr_close"}:
            if kinds.pop() == "row" and any(cells):
                yield Block("row", ", ".join(cell for cell in cells if cell))
        elif token.type == "inline":
            words = " ".join(_words(token.children or []).split())
            if kinds[-1] == "row":
                cells.append(words)
            elif words:
                yield Block(kinds[-1], words)


def _words(tokens: list[Token]) -> str:
    """Return the words of a line: those of links as well, those that stand for a picture not."""
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(
        breaks.get(token.type, token.content) for token in tokens if token.type != "image"
    )

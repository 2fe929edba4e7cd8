"""SQL as HTML: coloured, with a link on each name of an object; and which names a text holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from html import escape

from pygments.lexers import MySqlLexer
from pygments.token import STANDARD_TYPES, Comment, Keyword, Name, String, Whitespace, _TokenType

_LEXER = MySqlLexer(stripnl=False, ensurenl=False)

Resolve = Callable[[str, bool], str | None]
"""Gives the key of the object of a name, among procedures or among the rest; or None."""


def html(source: str, resolve: Resolve, address: Callable[[str], str]) -> str:
    """Return the text with spans of Pygments' classes; a name of an object links to its page."""
    parts = []
    for kind, value, key in _tokens(source, resolve):
        shown = escape(value, quote=False)
        if key:
            shown = f'<a href="{escape(address(key))}">{shown}</a>'
        css = _class_of(kind)
        parts.append(f'<span class="{css}">{shown}</span>' if css else shown)
    return "".join(parts)


def mentions(source: str, resolve: Resolve) -> set[str]:
    """Return the keys of the objects that the code names; comments and literals do not count."""
    return {key for _, _, key in _tokens(source, resolve) if key}


@cache
def _lexed(source: str) -> tuple[tuple[_TokenType, str], ...]:
    """Split a text, once: who uses what is asked before it is shown."""
    return tuple(_LEXER.get_tokens(source))


def _tokens(source: str, resolve: Resolve) -> Iterator[tuple[_TokenType, str, str | None]]:
    """Yield each token, with the object it names where it names one.

    Keywords are written in capitals here, so that `events` is the table whatever the lexer says.
    What follows a point or AS is a column or an alias, also where a table is called the same.
    """
    before = ""
    for kind, value in _lexed(source):
        key = None
        if _may_name(kind) and before not in (".", "AS"):
            key = resolve(value, before in ("CALL", "PROCEDURE", "EXISTS"))
        yield kind, value, key
        if not _is_skipped(kind) and value != "`":
            before = value


# There are a few kinds, and a hundred thousand tokens: what a kind is in is asked once.
@cache
def _may_name(kind: _TokenType) -> bool:
    return kind in Name or kind in Keyword


@cache
def _is_skipped(kind: _TokenType) -> bool:
    return kind in Whitespace or kind in Comment


@cache
def _class_of(kind: _TokenType) -> str:
    """Return the style sheet's class: comments, keywords, strings and numbers have colours."""
    for family in (Comment, Keyword, String):
        if kind in family:
            return str(STANDARD_TYPES[family])
    return "mi" if STANDARD_TYPES.get(kind, "").startswith("m") else ""

"""SQL as HTML: coloured, with a link on each name of an object; and which names a text holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from html import escape

from pygments.lexers import MySqlLexer
from pygments.token import STANDARD_TYPES, Comment, Keyword, Name, String, Whitespace, _TokenType

_LEXER = MySqlLexer(stripnl=False, ensurenl=False)


def html(source: str, names: Collection[str], address: Callable[[str], str]) -> str:
    """Return the text with spans of Pygments' classes; a name of an object links to its page."""
    parts = []
    for kind, value, name in _tokens(source, names):
        shown = escape(value, quote=False)
        if name:
            shown = f'<a href="{escape(address(name))}">{shown}</a>'
        css = _class_of(kind)
        parts.append(f'<span class="{css}">{shown}</span>' if css else shown)
    return "".join(parts)


def mentions(source: str, names: Collection[str]) -> set[str]:
    """Return the names of objects that the code uses; comments and literals do not count."""
    return {name for _, _, name in _tokens(source, names) if name}


def _tokens(source: str, names: Collection[str]) -> Iterator[tuple[_TokenType, str, str | None]]:
    """Yield each token, with the object it names where it names one.

    Keywords are written in capitals here, so that `events` is the table whatever the lexer says.
    What follows a point or AS is a column or an alias, also where a table is called the same.
    """
    before = ""
    for kind, value in _LEXER.get_tokens(source):
        is_name = kind in Name or kind in Keyword
        named = is_name and value in names and before not in (".", "AS")
        yield kind, value, value if named else None
        if kind not in Whitespace and kind not in Comment and value != "`":
            before = value


def _class_of(kind: _TokenType) -> str:
    """Return the style sheet's class: comments, keywords, strings and numbers have colours."""
    for family in (Comment, Keyword, String):
        if kind in family:
            return STANDARD_TYPES[family]
    return "mi" if STANDARD_TYPES.get(kind, "").startswith("m") else ""

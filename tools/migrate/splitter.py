r"""Split a SQL file into statements as the `mysql` client does.

The rules are the client's (client/mysql.cc, `add_line`): a statement ends at the delimiter outside
of strings and comments; `DELIMITER x` alone on a line, between statements, changes it; `-- ` and
`#` comment to the end of the line; `/* */` comments, but `/*!` and `/*+` are code in which the
delimiter has no meaning. Comments inside a statement stay in it, so that they are found again in
`SHOW CREATE`; those around statements are left out.

Backslash commands (`\G`) are refused outside of strings, because a file must mean the same in
every client.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tools.migrate.errors import MigrationError

_DELIMITER = re.compile(r"[ \t]*delimiter[ \t]+(\S+)[ \t]*\r?(?:\n|$)", re.I)
_LINE_COMMENT = re.compile(r"(?:#|--(?=[\s\x00]|$))[^\n]*")
_BLOCK_COMMENT = re.compile(r"/\*(?![!+]).*?(?:\*/|$)", re.S)
_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`", re.S)


def split(text: str) -> Iterator[str]:
    """Yield the statements of a file, without their delimiters.

    Raises MigrationError for a string that does not end and for a backslash command.
    """
    delimiter = ";"
    position = 0
    while True:
        position, delimiter = _skip_to_statement(text, position, delimiter)
        if position >= len(text):
            return
        start = end = position
        plain = _plain(delimiter)
        while position < len(text) and not text.startswith(delimiter, position):
            if run := plain.match(text, position):
                if shown := len(run[0].rstrip()):
                    end = position + shown
                position = run.end()
                continue
            comment = _comment(text, position)
            if comment:
                position = comment.end()
                continue
            position = _token_end(text, position)
            if not text[position - 1].isspace():
                end = position
        if end > start:
            yield text[start:end]
        position += len(delimiter)


def _skip_to_statement(text: str, position: int, delimiter: str) -> tuple[int, str]:
    """Pass over space, comments and DELIMITER lines; returns the position and the delimiter."""
    while position < len(text):
        changed = _DELIMITER.match(text, position)
        if changed and _begins_a_line(text, position):
            delimiter = changed[1]
            position = changed.end()
        elif text[position].isspace():
            position += 1
        elif comment := _comment(text, position):
            position = comment.end()
        else:
            break
    return position, delimiter


@cache
def _plain(delimiter: str) -> re.Pattern[str]:
    """Return what matches characters that begin no string, no comment, and no delimiter."""
    return re.compile(rf"[^'\"`\\#/\-{re.escape(delimiter[0])}]+")


def _comment(text: str, position: int) -> re.Match[str] | None:
    return _LINE_COMMENT.match(text, position) or _BLOCK_COMMENT.match(text, position)


def _begins_a_line(text: str, position: int) -> bool:
    return not text[text.rfind("\n", 0, position) + 1 : position].strip()


def _token_end(text: str, position: int) -> int:
    """Return where the string, the code comment or the single character ends."""
    character = text[position]
    if character in "'\"`":
        string = _STRING.match(text, position)
        if not string:
            raise MigrationError(f"Line {_line(text, position)}: a string does not end.")
        return string.end()
    if character == "\\":
        raise MigrationError(f"Line {_line(text, position)}: commands such as \\G are not SQL.")
    if text.startswith(("/*!", "/*+"), position):
        position += 3
        while position < len(text) and not text.startswith("*/", position):
            position = _token_end(text, position)
        # The slash that ends it may be the first half of a delimiter //, as the client sees it.
        return min(position + 1, len(text))
    return position + 1


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1

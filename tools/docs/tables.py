"""The current tables in one SQL file, db/schema.sql: to read, not to migrate."""

from __future__ import annotations

from collections.abc import Iterable

from tools.docs.catalog import Chapter

_HEAD = """\
-- The tables as they are after all migrations, by module. For reading: ./alumni migrate apply makes
-- them from db/migrations, with their rows, and everything else. Views, functions, procedures,
-- triggers and events have a file each.
--
-- Written by ./alumni docs --markdown from a live database; a test compares it with one.

SET foreign_key_checks = 0;
"""


def script(chapters: Iterable[Chapter]) -> str:
    """Return the statements that make all tables, in an empty schema and in this order."""
    parts = [_HEAD]
    for chapter in chapters:
        title = f"-- {chapter.name}: {chapter.summary}"
        parts.append(f"\n-- {'-' * 77}\n{title}\n-- {'-' * 77}\n")
        parts += [f"\n{table.create};\n" for table in chapter.tables]
    parts.append("\nSET foreign_key_checks = 1;\n")
    return "".join(parts)

"""The SQL files of a checkout: each is read, or refused with a sentence; none is passed over."""

from __future__ import annotations

from pathlib import Path

from tools.migrate.errors import MigrationError


def sql_files(folder: Path) -> list[Path]:
    """Return the SQL files below a folder, by name. Raises MigrationError for an odd name."""
    files = [path for path in folder.rglob("*") if path.suffix.lower() == ".sql"]
    for path in files:
        if path.name.startswith("."):
            raise MigrationError(
                f"{path.name} in {path.parent.name}/ is a hidden file, as some systems leave beside"
                " the one that they copy. Delete it."
            )
        if path.suffix != ".sql":
            raise MigrationError(
                f"{path.name} in {path.parent.name}/ does not end in .sql: rename it to"
                f" {path.stem}.sql."
            )
    return sorted(files, key=lambda path: path.stem)


def read_sql(path: Path) -> str:
    """Return the text of a SQL file: line feeds as line ends, no byte order mark.

    Raises MigrationError for what is not UTF-8.
    """
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise MigrationError(
            f"{path.name}, line {line}: this is not UTF-8. Save the file as UTF-8."
        ) from error
    if "\0" in text:
        raise MigrationError(
            f"{path.name} has NUL characters, as UTF-16 has. Save the file as UTF-8."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")

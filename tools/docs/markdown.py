"""The database as Markdown, for readers of the repository: a page per chapter, and procedures."""

from __future__ import annotations

from pathlib import Path

from tools.docs.book import Book
from tools.docs.catalog import Chapter, Column, Table

NOTICE = "<!-- written by ./alumni docs --markdown -->\n\n"


def write(book: Book, folder: Path) -> int:
    """Write all pages to a folder and delete outdated ones; returns the number of pages."""
    pages = {"README.md": _index(book), "procedures.md": _procedures(book), "code.md": _code(book)}
    pages |= {f"{chapter.name}.md": _chapter(book, chapter) for chapter in book.chapters}
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(NOTICE + text, encoding="utf-8")
    return len(pages)


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _index(book: Book) -> str:
    lines = [
        "# The database\n",
        "Tables by what made them, each with a diagram. [Procedures](procedures.md) by module.",
        "[Views, triggers, functions and events](code.md).\n",
        "`./alumni docs` makes pages with the whole source, call trees, diagrams and links.\n",
    ]
    for chapter in book.chapters:
        names = ", ".join(f"`{table.name}`" for table in chapter.tables)
        lines.append(f"- [{_title(chapter.name)}]({chapter.name}.md): {chapter.summary}. {names}")
    return "\n".join(lines) + "\n"


def _chapter(book: Book, chapter: Chapter) -> str:
    parts = [f"# {_title(chapter.name)}\n", f"{chapter.summary}.\n", _diagram(chapter)]
    parts += [_table(book, table) for table in chapter.tables]
    return "\n".join(parts)


def _diagram(chapter: Chapter) -> str:
    """Draw the tables of a chapter and what they name, as Mermaid does."""
    lines = ["```mermaid", "erDiagram"]
    for table in chapter.tables:
        lines.append(f"    {table.name}")
        for key in table.foreign_keys:
            if not key.is_author:
                parent = "|o" if table.is_nullable(key) else "||"
                child = "o|" if table.is_single(key) else "o{"
                lines.append(
                    f'    {key.parent} {parent}--{child} {table.name} : "{", ".join(key.columns)}"'
                )
    return "\n".join([*lines, "```\n"])


def _table(book: Book, table: Table) -> str:
    lines = [
        f"## {table.name}\n",
        f"{table.summary}.\n",
        "| Column | Type | Meaning |",
        "|---|---|---|",
    ]
    lines += [
        f"| `{column.name}` | {_cell(_type(column))} | {_cell(column.comment)} |"
        for column in table.columns
    ]
    lines += ["", "| Index | Columns | Finds rows for |", "|---|---|---|"]
    for index in table.indexes:
        kind = "" if index.kind == "plain" else f" ({index.kind})"
        used = sorted(book.index_users[f"{table.name}.{index.name}"])
        shown = ", ".join(f"`{name}`" for name in used[:12]) + (" …" if len(used) > 12 else "")
        lines.append(f"| `{index.name}`{kind} | {_cell(', '.join(index.columns))} | {shown} |")
    if table.foreign_keys:
        lines += ["", "| Foreign key | Names | ON DELETE |", "|---|---|---|"]
        lines += [
            f"| {', '.join(key.columns)} | `{key.parent}` | {key.on_delete} |"
            for key in table.foreign_keys
        ]
    if table.checks:
        lines += ["", *(f"- `{name}`: {_cell(clause)}" for name, clause in table.checks)]
    return "\n".join(lines) + "\n"


def _type(column: Column) -> str:
    default = "" if column.default is None else f" DEFAULT {column.default}"
    generated = f" = {column.generated}" if column.generated else ""
    return f"{column.type}{'' if column.is_nullable else ' NOT NULL'}{default}{generated}"


def _procedures(book: Book) -> str:
    lines = ["# Procedures\n", "What clients may call. `CALL help('name')` tells everything.\n"]
    for module, members in book.code("procedure").items():
        lines += [f"## {module}\n", "| Procedure | does | writes | for |", "|---|---|---|---|"]
        for one in members:
            if one.is_public:
                written = ", ".join(sorted(key.split("/")[1] for key in book.writes[one.key]))
                roles = ", ".join(role.removeprefix("alumni_") for role in one.granted) or "dba"
                lines.append(f"| `{one.name}` | {_cell(one.summary)} | {written} | {roles} |")
        lines.append("")
    return "\n".join(lines)


def _code(book: Book) -> str:
    lines = ["# Views, triggers, functions, events\n"]
    for kind in ("view", "trigger", "function", "event"):
        lines.append(f"## {kind.capitalize()}s\n")
        for members in book.code(kind).values():
            for one in members:
                where = f" on `{one.trigger_table}`" if one.trigger_table else ""
                lines.append(f"- `{one.name}`{where}: {one.summary}")
        lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")

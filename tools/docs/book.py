"""The pages: one for each object and each chapter, and an index of all."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Collection
from functools import cached_property, partial
from html import escape
from pathlib import Path

from mako.lookup import TemplateLookup

from tools.docs.catalog import Chapter, Code, ForeignKey, Schema, Table
from tools.docs.diagram import Box, Line, draw
from tools.docs.writes import written
from web.pages import sql_source as sql

_Link = Callable[[str], str]

_HERE = Path(__file__).resolve().parent
_STYLE = "docs.css"
_MOST_CHILDREN = 16
"""A diagram with more boxes in a column is unreadable; the lists are complete."""

_templates = TemplateLookup(
    directories=[str(_HERE / "templates")],
    input_encoding="utf-8",
    output_encoding="utf-8",
    default_filters=["h"],
    strict_undefined=True,
)


class Book:
    """A schema and its chapters as HTML that needs no server, no script and no network."""

    def __init__(
        self, schema: Schema, chapters: list[Chapter], index_users: dict[str, set[str]]
    ) -> None:
        """Take what `catalog` has read, and who finds rows by which `table.index`."""
        self.index_users = defaultdict(set, index_users)
        self.schema = schema
        self.chapters = chapters
        everything: list[Table | Code] = [*schema.tables.values(), *schema.code]
        self.objects = {one.key: one for one in everything}
        self._procedures = {one.name: one.key for one in everything if one.kind == "procedure"}
        self._others = {one.name: one.key for one in everything if one.kind != "procedure"}
        self.chapter_of = {table.name: one for one in chapters for table in one.tables}

    def write(self, folder: Path, only: Collection[str] = ()) -> int:
        """Write all pages to a folder, or `only` some; returns how many."""
        pages: dict[str, Callable[[], bytes]] = {
            f"{name}.html": partial(self._page, f"{name}.html", f"{name}.html")
            for name in ("index", "whole", "privileges")
        }
        for chapter in self.chapters:
            address = f"chapter/{chapter.name}.html"
            pages[address] = partial(self._page, "chapter.html", address, chapter=chapter)
        for one in self.objects.values():
            template = "table.html" if isinstance(one, Table) else "code.html"
            pages[f"{one.key}.html"] = partial(self._page, template, f"{one.key}.html", one=one)
        for name in only or pages:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(pages[name]())
        shutil.copyfile(_HERE / _STYLE, folder / _STYLE)
        return len(only or pages)

    def resolve(self, name: str, is_called: bool) -> str | None:
        """Return the key of the object that a name in SQL means, where it means one."""
        first, second = self._others, self._procedures
        if is_called:
            first, second = second, first
        return first.get(name) or second.get(name)

    def code(self, kind: str) -> dict[str, list[Code]]:
        """Return the objects of a kind by module."""
        found: dict[str, list[Code]] = defaultdict(list)
        for one in self.schema.code:
            if one.kind == kind:
                found[one.module].append(one)
        return dict(sorted(found.items()))

    @cached_property
    def uses(self) -> dict[str, set[str]]:
        """The objects that each piece of code names."""
        return {
            one.key: sql.mentions(one.source, self.resolve) - {one.key} for one in self.schema.code
        }

    @cached_property
    def writes(self) -> dict[str, set[str]]:
        """The tables that each piece of code writes to, itself or by what it calls."""
        own = {
            one.key: {f"table/{name}" for name in written(one.source)} & set(self.objects)
            for one in self.schema.code
        }
        return {key: set().union(*(own[one] for one in self.reached(key))) for key in own}

    def reached(self, key: str) -> set[str]:
        """Return the code that runs when this one does: itself, what it calls, and so on."""
        found: set[str] = set()
        left = [key]
        while left:
            one = self.objects[left.pop()]
            if isinstance(one, Code) and one.key not in found:
                found.add(one.key)
                left += self.uses[one.key]
                for table in written(one.source):
                    left += [trigger.key for trigger in self.schema.triggers(table)]
        return found

    def reads(self, key: str) -> set[str]:
        """Return the tables that it names, itself or by what it calls, and does not write to."""
        named = {one for code in self.reached(key) for one in self.uses[code]}
        return {one for one in named if one.startswith("table/")} - self.writes[key]

    def calls(self, key: str) -> list[str]:
        """Return the routines that it calls itself."""
        return sorted(one for one in self.uses[key] if one.startswith(("procedure/", "function/")))

    @cached_property
    def users(self) -> dict[str, set[str]]:
        """The code that names each object."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, used in self.uses.items():
            for one in used:
                found[one].add(key)
        return found

    def _page(self, template: str, address: str, **values: object) -> bytes:
        root = "../" * address.count("/")

        def link(key: str) -> str:
            return f"{root}{key}.html"

        page: bytes = _templates.get_template(template).render(
            book=self,
            schema=self.schema,
            root=root,
            style=root + _STYLE,
            link=link,
            a=lambda key: _anchor(self.objects[key].name, link(key)),
            sql=lambda text: sql.html(text, self.resolve, link),
            diagram_of=lambda chapter: self._chapter_diagram(chapter, link),
            diagram_of_all=lambda: self._whole_diagram(link),
            diagram_around=lambda table: self._table_diagram(table, link),
            **values,
        )
        return page

    def _chapter_diagram(self, chapter: Chapter, link: _Link) -> str:
        """Draw a chapter's tables with their keys, and the tables elsewhere that they name."""
        keys = [key for table in chapter.tables for key in table.foreign_keys if not key.is_author]
        inside = {table.name for table in chapter.tables}
        outside = sorted({key.parent for key in keys} - inside)
        boxes = [Box(name, link(f"table/{name}"), css="outside") for name in outside]
        for table in chapter.tables:
            own = [key.columns for key in table.foreign_keys if not key.is_author]
            boxes.append(Box(table.name, link(table.key), [", ".join(one) for one in own]))
        return draw(f"Tables of {chapter.name}", boxes, self._lines(keys))

    def _whole_diagram(self, link: _Link) -> str:
        """Draw all tables by name. Lines to accounts are left out: nearly every table has one."""
        keys = [
            key
            for table in self.schema.tables.values()
            for key in table.foreign_keys
            if not key.is_author and key.parent != "users"
        ]
        drawn = {name for key in keys for name in (key.child, key.parent)}
        boxes = [
            Box(
                table.name,
                link(table.key),
                sorted({", ".join(key.columns) for key in keys if key.child == table.name}),
            )
            for table in self.schema.tables.values()
            if table.name in drawn
        ]
        return draw("All tables", boxes, self._lines(keys))

    def _table_diagram(self, table: Table, link: _Link) -> str:
        """Draw a table with its parents on the left and its children on the right."""
        own = [key for key in table.foreign_keys if not key.is_author]
        children = [
            key
            for key in self.schema.children(table.name)
            if not key.is_author and key.child != table.name
        ]
        shown = set(sorted({key.child for key in children})[:_MOST_CHILDREN])
        parents = {key.parent for key in own} - {table.name}
        around = sorted(parents | shown)
        boxes = [Box(name, link(f"table/{name}"), css="outside") for name in around]
        rows = [column.name for column in table.columns]
        rows += [", ".join(key.columns) for key in own if len(key.columns) > 1]
        boxes.append(Box(table.name, link(table.key), rows))
        # One line to a child tells that it is one; its own page shows by which columns.
        lines = {(key.child, key.parent): key for key in children if key.child not in parents}
        return draw(f"{table.name} and its neighbours", boxes, self._lines([*own, *lines.values()]))

    def _lines(self, keys: list[ForeignKey]) -> list[Line]:
        return [
            Line(
                key.child,
                ", ".join(key.columns),
                key.parent,
                f"{key.name}: ON DELETE {key.on_delete}",
                self.schema.tables[key.child].is_nullable(key),
                self.schema.tables[key.child].is_single(key),
            )
            for key in keys
        ]


def _anchor(name: str, address: str) -> str:
    """Return a link to an object, in the type of code."""
    return f'<a class="code" href="{escape(address)}">{escape(name)}</a>'

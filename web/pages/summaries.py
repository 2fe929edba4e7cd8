"""The summary of what was refused, in the words of the page: each field by its label, as a link.

Procedures name parameters. What a person reads beside a field is known once the page is written; so
the component leaves a mark, and `complete` writes there what the page's own labels say. What is
about no field of the page is said without a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from markupsafe import Markup

MARK = "<!--refused-->"
_UNSEEN = {"hidden", "submit", "button", "image", "reset"}
_CHOICES = {"radio", "checkbox"}
# What stands in a label without being words of it: the choices of a list, what was typed.
_ASIDE = {"select", "textarea"}
_NAMED = Markup('<li><a href="#{}">{}</a>: {}</li>')
_NAMELESS = Markup("<li>{}</li>")


@dataclass
class Field:
    """A field of a page, or a group of choices, which has the name that is its id."""

    name: str
    id: str
    """Empty where it has none."""
    label: list[str]
    """Words of its label, whole once the page is read."""
    is_refused: bool
    end: int
    """Where in the page it can be given another attribute."""

    @property
    def words(self) -> str:
        """What a person reads beside it."""
        return " ".join("".join(self.label).split()).rstrip(" :…")


class _Reader(HTMLParser):
    """Collects the fields of a page, and the words of labels by the id that they are for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: list[Field] = []
        self._labels: dict[str, list[str]] = {}
        self._groups: list[Field] = []
        self._around: list[str] | None = None
        self._heard: list[str] | None = None
        self._aside: list[str] = []
        self._lines = [0]
        for line in page.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a label or the legend of a group, or take a field."""
        given = {name: value or "" for name, value in attrs}
        if tag == "label":
            aim = given.get("for")
            self._around = self._labels.setdefault(aim, []) if aim else []
            self._heard = self._around
        elif tag == "fieldset":
            self._groups.append(self._field(tag, given.get("id", ""), [], given))
            self.fields.append(self._groups[-1])
        elif tag == "legend" and self._groups:
            self._heard = self._groups[-1].label
        elif tag in {"input", *_ASIDE} and given.get("name") and given.get("type") not in _UNSEEN:
            self._take(tag, given)
        if tag in _ASIDE or "optional" in given.get("class", "").split():
            self._aside.append(tag)

    def _take(self, tag: str, given: dict[str, str]) -> None:
        group = self._groups[-1] if self._groups and given.get("type") in _CHOICES else None
        if group and group.id:
            given = {**given, "id": group.id}
        if group:
            label = group.label
        elif "aria-label" in given:
            label = [given["aria-label"]]
        elif self._around is not None:
            label = self._around
        else:
            label = self._labels.setdefault(given.get("id", ""), [])
        self.fields.append(self._field(tag, given["name"], label, given))

    def _field(self, tag: str, name: str, label: list[str], given: dict[str, str]) -> Field:
        line, column = self.getpos()
        end = self._lines[line - 1] + column + len(f"<{tag}")
        is_refused = given.get("aria-invalid") == "true"
        return Field(name, given.get("id", ""), label, is_refused, end)

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        if self._aside and self._aside[-1] == tag:
            self._aside.pop()
        elif tag == "label":
            self._heard = self._around = None
        elif tag == "legend":
            self._heard = None
        elif tag == "fieldset" and self._groups:
            self._groups.pop()

    def handle_data(self, data: str) -> None:
        """Hear the words of the label that is open."""
        if self._heard is not None and not self._aside:
            self._heard.append(data)


def fields(page: str) -> dict[str, Field]:
    """Return the fields of a page by name: of several one that is marked, or else the first."""
    found: dict[str, Field] = {}
    for one in _Reader(page).fields:
        known = found.get(one.name)
        if known is None or (one.is_refused and not known.is_refused):
            found[one.name] = one
    return found


def complete(page: str, errors: dict[str, str]) -> str:
    """Return a page with its summary written. A field without an id gets one, to be led to."""
    before, mark, after = page.partition(MARK)
    if not mark:
        return page
    known = fields(after)
    lines, unnamed = [], []
    for name, sentence in errors.items():
        one = known.get(name)
        if not name:
            continue
        if one is None or not one.words:
            lines.append(_NAMELESS.format(sentence))
            continue
        if not one.id:
            one.id = f"refused-{name}"
            unnamed.append(one)
        lines.append(_NAMED.format(one.id, one.words, sentence))
    for one in sorted(unnamed, key=lambda one: -one.end):
        after = f'{after[: one.end]} id="{one.id}"{after[one.end :]}'
    return f"{before}{Markup().join(lines)}{after}"

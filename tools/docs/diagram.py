"""Entity-relationship diagrams as SVG: parents on the left, their children to the right.

The tables of a chapter are few, so that ordering the columns of boxes by where their neighbours
stand keeps the lines apart; a layout engine would be one more program to install.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_CHARACTER, _ROW, _TITLE, _GAP, _ASIDE, _PAD = 7.3, 19, 28, 18, 76, 10


@dataclass(frozen=True)
class Box:
    """A table as it is drawn: its name and the columns that matter there."""

    name: str
    address: str
    rows: Sequence[str] = ()
    css: str = ""

    @property
    def width(self) -> float:
        """Room for the longest line, in pixels."""
        return max(len(text) for text in (self.name, *self.rows)) * _CHARACTER + 2 * _PAD

    @property
    def height(self) -> float:
        """Room for all lines."""
        return _TITLE + len(self.rows) * _ROW + (_PAD / 2 if self.rows else 0)


@dataclass(frozen=True)
class Line:
    """A foreign key as it is drawn."""

    child: str
    row: str
    parent: str
    title: str
    is_optional: bool
    is_single: bool


def draw(label: str, boxes: Sequence[Box], lines: Sequence[Line]) -> str:
    """Return an SVG element. Lines whose ends are not both among the boxes are left out."""
    by_name = {box.name: box for box in boxes}
    lines = [one for one in lines if one.child in by_name and one.parent in by_name]
    columns = _ordered(_ranked(by_name, lines), lines)
    places, width, height = _placed([[by_name[name] for name in names] for names in columns])
    drawn = [_line(one, by_name, places) for one in lines]
    drawn += [_box(box, *places[box.name]) for box in boxes]
    return (
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
        f' role="group" aria-label="{escape(label)}">{"".join(drawn)}</svg>'
    )


def _ranked(by_name: dict[str, Box], lines: Sequence[Line]) -> list[list[str]]:
    """Place each box in the column after its last parent; cut a cycle where it closes."""
    parents: dict[str, list[str]] = defaultdict(list)
    for one in lines:
        parents[one.child].append(one.parent)
    ranks: dict[str, int] = {}

    def rank(name: str, path: tuple[str, ...]) -> int:
        if name not in ranks:
            above = [one for one in parents[name] if one not in (*path, name)]
            ranks[name] = max((rank(one, (*path, name)) + 1 for one in above), default=0)
        return ranks[name]

    columns: list[list[str]] = []
    for name in by_name:
        rank(name, ())
    for name in by_name:
        while len(columns) <= ranks[name]:
            columns.append([])
        columns[ranks[name]].append(name)
    return columns


def _ordered(columns: list[list[str]], lines: Sequence[Line]) -> list[list[str]]:
    """Order each column by where the neighbours of its boxes stand, there and back twice."""
    neighbours: dict[str, list[str]] = defaultdict(list)
    for one in lines:
        neighbours[one.child].append(one.parent)
        neighbours[one.parent].append(one.child)
    place = {name: index / len(names) for names in columns for index, name in enumerate(names)}
    for sweep in (columns, columns[::-1]) * 2:
        for names in sweep:
            names.sort(
                key=lambda name: (
                    sum(place[one] for one in neighbours[name]) / max(1, len(neighbours[name]))
                )
            )
            place |= {name: index / len(names) for index, name in enumerate(names)}
    return columns


def _placed(columns: list[list[Box]]) -> tuple[dict[str, tuple[float, float]], float, float]:
    """Return the left upper corner of each box, and the size of the whole."""
    heights = [sum(box.height + _GAP for box in column) for column in columns]
    height = max(heights, default=0.0) + _GAP
    places = {}
    left = float(_GAP)
    for column, own in zip(columns, heights, strict=True):
        top = (height - own + _GAP) / 2
        for box in column:
            places[box.name] = (left, top)
            top += box.height + _GAP
        left += max(box.width for box in column) + _ASIDE
    # A key to the table itself loops on the right.
    return places, left - _ASIDE + 2 * _GAP, height


def _box(box: Box, left: float, top: float) -> str:
    rows = "".join(
        f'<text x="{left + _PAD:.1f}" y="{top + _TITLE + (number + 0.7) * _ROW:.1f}">'
        f"{escape(text)}</text>"
        for number, text in enumerate(box.rows)
    )
    return (
        f'<a href="{escape(box.address)}" class="box {box.css}">'
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
        f' rx="6"/><text class="name" x="{left + _PAD:.1f}" y="{top + 18:.1f}">'
        f"{escape(box.name)}</text>{rows}</a>"
    )


def _line(one: Line, by_name: dict[str, Box], places: dict[str, tuple[float, float]]) -> str:
    child, parent = by_name[one.child], by_name[one.parent]
    (x, y), (end_x, end_y) = places[one.child], places[one.parent]
    if one.row in child.rows:
        y += _TITLE + (child.rows.index(one.row) + 0.5) * _ROW
    else:
        y += _TITLE / 2
    end_x, end_y = end_x + parent.width, end_y + _TITLE / 2
    # From the child's left side to the parent's right; a key to itself stays on the right.
    away = -1
    if one.child == one.parent:
        x, away = x + child.width, 1
    bend = max(26.0, abs(x - end_x) / 2.4)
    path = (
        f"M{x:.1f} {y:.1f}C{x + away * bend:.1f} {y:.1f}"
        f" {end_x + bend:.1f} {end_y:.1f} {end_x:.1f} {end_y:.1f}"
    )
    foot = x + away * 9
    path += (
        f"M{foot:.1f} {y - 4:.1f}v8"
        if one.is_single
        else f"M{x:.1f} {y - 5:.1f}L{foot:.1f} {y:.1f}L{x:.1f} {y + 5:.1f}"
    )
    if not one.is_optional:
        path += f"M{end_x + 6:.1f} {end_y - 4:.1f}v8"
    ring = f'<circle cx="{end_x + 7:.1f}" cy="{end_y:.1f}" r="3.5"/>' if one.is_optional else ""
    return f'<g class="line"><title>{escape(one.title)}</title><path d="{path}"/>{ring}</g>'

"""What is different between two revisions of the about page, field by field and word by word."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Any

PARTS = (
    ("sections", "Section", "title"),
    ("feature_cards", "Feature card", "title"),
    ("quick_links", "Quick link", "label"),
)
_LABELS = {
    "url": "link",
    "button_url": "button link",
    "button_label": "button label",
    "body": "text behind “read more”",
    "icon": "icon",
    "is_institution_shown": "contact details",
}
_ORDER = "title label summary description text body"
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
Words = list[tuple[str, str]]
"""Texts in order, each with `same`, `added` or `removed`."""


@dataclass(frozen=True)
class Change:
    """One thing that is different: what it is, how, and its fields with their words."""

    what: str
    kind: str
    """added, removed, changed or moved."""
    fields: list[tuple[str, Words]]


def between(old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    """Return the differences of two documents as about_draft_of makes them."""
    changes = []
    fields = _fields(old.get("hero", {}), new["hero"])
    if fields:
        changes.append(Change("Top of the page", "changed", fields))
    for part, name, title in PARTS:
        changes += _things(old.get(part, []), new[part], name, title)
    return changes


def _things(
    old: list[dict[str, Any]], new: list[dict[str, Any]], name: str, title: str
) -> list[Change]:
    """Compare things of one kind, which keep their ids."""
    before = {thing["id"]: thing for thing in old}
    after = {thing["id"]: thing for thing in new}
    moved = _moved([id_ for id_ in before if id_ in after], [id_ for id_ in after if id_ in before])
    changes = []
    for id_, thing in after.items():
        what = f"{name} “{thing[title]}”"
        fields = _fields(before.get(id_, {}), thing)
        if id_ not in before:
            changes.append(Change(what, "added", fields))
        elif fields:
            changes.append(Change(what, "changed", fields))
        if id_ in moved:
            changes.append(Change(what, "moved", []))
    for id_, thing in before.items():
        if id_ not in after:
            changes.append(Change(f"{name} “{thing[title]}”", "removed", _fields(thing, {})))
    return changes


def _moved(old: list[int], new: list[int]) -> set[int]:
    """Return those that changed their place among the others: as few as explain it."""
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    stayed = {id_ for block in blocks for id_ in old[block.a : block.a + block.size]}
    return set(new) - stayed


def _fields(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, Words]]:
    """Compare the fields of one thing."""
    # The database has no order of names: what it is called comes first, then what it says.
    names = sorted({*new, *old} - {"id"}, key=lambda name: (_ORDER.find(name) % 99, name))
    return [
        (_LABELS.get(name, name), words(_shown(old.get(name)), _shown(new.get(name))))
        for name in names
        if _shown(old.get(name)) != _shown(new.get(name))
    ]


def _shown(value: object) -> str:
    if isinstance(value, (bool, int)):
        return "shown" if value else "not shown"
    return "" if value is None else str(value)


def words(old: str, new: str) -> Words:
    """Compare two texts word by word; a changed passage stays in one piece."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    found: Words = []
    removed, added = "", ""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    blocks = matcher.get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(blocks):
        was, is_now = "".join(before[a:b]), "".join(after[c:d])
        is_between = 0 < number < len(blocks) - 1
        if kind == "equal" and not (is_between and was.isspace()):
            found += _pair(removed, added)
            found.append(("same", was))
            removed, added = "", ""
        else:
            removed += was
            added += is_now
    return found + _pair(removed, added)


def _pair(removed: str, added: str) -> Words:
    return [pair for pair in (("removed", removed), ("added", added)) if pair[1]]

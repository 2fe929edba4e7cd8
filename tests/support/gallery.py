"""How a page is looked at: in every width and theme, by eyes that do not tire."""

from __future__ import annotations

from pathlib import Path

from tests.support.browser import Tab
from web.pages import summaries

HERE = Path(__file__).parent
AXE = (HERE.parent / "browser/vendor/axe.min.js").read_text(encoding="utf-8")
FAULTS = (HERE / "faults.js").read_text(encoding="utf-8")
EXAMINATION = "\n;".join(
    (AXE, f"window.findFaults = {FAULTS}", (HERE / "examination.js").read_text(encoding="utf-8"))
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A theme is an attribute and a width is the window's: neither needs the page again.
View = tuple[int, tuple[str, ...], bool]
"""A width, the themes at that width, and whether axe looks (in the last of the themes)."""

# What axe looks at is there in a narrow window or in a wide one, and its contrast depends on the
# theme alone.
VIEWS: list[View] = [
    (360, ("dark",), True),
    (768, ("dark", "light"), False),
    (1440, ("light",), True),
]
# A state of a page: what axe can find there it finds in one view.
STATES: list[View] = [(360, ("dark",), True), (768, ("dark",), False), (1440, ("light",), False)]
HEIGHT = 800
MOVED_AT_MOST = 0.01

_passed: set[int] = set()
"""Looks of text whose contrast is enough, see examination.js."""


def look_at(one: Tab, path: str, status: int = 200, views: list[View] = VIEWS) -> None:
    """Open a page; in every width and theme it is as it should be."""
    one.expected_status = {status} if status >= 400 else set()
    if not one.is_examined:
        # With every page from now on: sent once, not with each page.
        one.context.add_init_script(EXAMINATION)
        one.is_examined = True
    one.page.set_viewport_size({"width": views[0][0], "height": HEIGHT})
    response = one.page.goto(path)
    assert response is not None
    assert response.status == status, path
    moved = examine(one, path, views)
    assert moved < MOVED_AT_MOST, f"{path} moves while it loads"
    # Whatever a procedure refuses, the summary has words of the page for it.
    main = one.page.content().partition("<main")[2]
    nameless = [name for name, field in summaries.fields(main).items() if name and not field.words]
    assert not nameless, f"{path}: fields without a label that can be read: {nameless}"


def examine(one: Tab, path: str, views: list[View] = VIEWS) -> float:
    """Look at the page that is open in every width and theme; returns how far it has moved."""
    if not one.is_examined:
        one.page.evaluate(EXAMINATION)
    moved = []
    for width, themes, is_inspected in views:
        one.page.set_viewport_size({"width": width, "height": HEIGHT})
        found = one.page.evaluate(
            "(what) => lookAtPage(what)",
            {
                "themes": themes,
                "tags": RULES if is_inspected else None,
                "known": list(_passed) if is_inspected else [],
            },
        )
        moved.append(found["moved"])
        if is_inspected:
            one.keep(f"{path} {width} {themes[-1]}")
        assert not found["faults"], f"{path} ({width} px): {found['faults']}"
        assert not found["violations"], f"{path} ({width} px): " + "\n".join(found["violations"])
        _passed.update(found["learned"])
    assert one.problems == [], path
    return float(moved[0])

"""How a page is looked at: in every width and theme, by eyes that do not tire."""

from __future__ import annotations

from pathlib import Path

from tests.support.browser import Tab
from web import summaries

BROWSER = Path(__file__).parents[1] / "browser"
AXE = (BROWSER / "vendor/axe.min.js").read_text(encoding="utf-8")
FAULTS = (BROWSER / "faults.js").read_text(encoding="utf-8")
# A theme is an attribute and a width is the window's: neither needs the page again. What axe looks
# at is there in a narrow window or in a wide one, and its contrast depends on the theme alone.
View = tuple[int, str, bool]
VIEWS: list[View] = [
    (360, "dark", True),
    (768, "dark", False),
    (768, "light", False),
    (1440, "light", True),
]
# What differs from a page that axe has seen by its words alone.
WIDTHS: list[View] = [(360, "dark", False), (768, "dark", False), (1440, "light", False)]
# A state of a page: what axe can find there it finds in one view.
STATES: list[View] = [(360, "dark", True), *WIDTHS[1:]]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXAMINE = """rules => axe.run({ runOnly: rules, resultTypes: ["violations"] })
    .then((result) => result.violations)"""
# How far things have moved by themselves since the page began to show.
SHIFT = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => resolve(sum));
})"""


def look_at(one: Tab, path: str, status: int = 200, views: list[View] = VIEWS) -> None:
    """Open a page in every width and theme; it is as it should be, and a picture of it is kept."""
    one.expected_status = {status} if status >= 400 else set()
    one.page.set_viewport_size({"width": views[0][0], "height": 800})
    response = one.page.goto(path)
    assert response is not None
    assert response.status == status, path
    assert one.page.evaluate(SHIFT) < 0.01, f"{path} moves while it loads"
    examine(one, path, views)
    # Whatever a procedure refuses, the summary has words of the page for it.
    main = one.page.content().partition("<main")[2]
    nameless = [name for name, field in summaries.fields(main).items() if name and not field.words]
    assert not nameless, f"{path}: fields without a label that can be read: {nameless}"


def examine(one: Tab, path: str, views: list[View] = VIEWS) -> None:
    """Look at the page that is open in every width and theme; keep a picture of it."""
    if any(is_examined for _, _, is_examined in views):
        one.page.evaluate(AXE)
    for width, theme, is_examined in views:
        one.page.set_viewport_size({"width": width, "height": 800})
        if one.page.query_selector(".plot canvas"):
            # Charts are drawn anew for their width a moment later.
            one.page.wait_for_timeout(600)
        faults = one.page.evaluate(FAULTS, theme)
        assert not faults, f"{path} ({width} px, {theme}): {faults}"
        if is_examined:
            one.keep(f"{path} {width} {theme}")
            found = one.page.evaluate(EXAMINE, RULES)
            assert not found, "\n".join(
                f"{path} ({theme}): {rule['id']}: {node['html'][:150]} {node['failureSummary']}"
                for rule in found
                for node in rule["nodes"]
            )
    assert one.problems == [], path

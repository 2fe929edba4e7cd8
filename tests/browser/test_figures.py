"""Charts are drawn under the site's policy from the tables that everybody can read."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.browser import Tab

# Whether something was painted on every canvas.
PAINTED = """[...document.querySelectorAll(".plot canvas")].map((canvas) =>
  canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean))"""


def test_charts_are_drawn_from_the_tables(tab: Callable[..., Tab]) -> None:
    one = tab(reduced_motion="reduce")
    one.sign_in("admin@example.com")
    one.page.goto("/admin")
    one.page.wait_for_function("document.querySelectorAll('.plot canvas').length >= 5")
    plots = one.page.locator(".plot").count()
    assert one.page.evaluate(PAINTED) == [True] * plots
    table = one.page.locator("#values-sign-ups")
    assert table.locator("tbody tr").count() == 24
    # It is there for screen readers all the time, and for others on demand.
    assert one.page.locator("canvas[aria-hidden=true]").count() == plots
    box = table.bounding_box()
    one.page.click("label[for=table-of-sign-ups]")
    assert one.page.locator(".plot[data-table=values-sign-ups]").is_hidden()
    shown = one.page.locator(".table-box:has(#values-sign-ups)").bounding_box()
    assert box is not None
    assert shown is not None
    assert shown["height"] > 300
    assert one.problems == []


def test_figures_without_a_script(tab: Callable[..., Tab]) -> None:
    one = tab(java_script_enabled=False)
    one.sign_in("admin@example.com")
    one.page.goto("/admin")
    assert one.page.locator("#values-sign-ups").is_visible()
    bar = one.page.locator("#values-applications rect").first.bounding_box()
    assert bar is not None
    assert bar["width"] > 5
    assert one.page.locator(".plot").first.is_hidden()


def test_a_report_on_paper_is_the_report_only(tab: Callable[..., Tab]) -> None:
    one = tab()
    one.sign_in("admin@example.com")
    one.page.goto("/admin/reports/cohorts")
    one.page.emulate_media(media="print")
    for what in (".top", ".side", ".foot", ".tabs", "form.filters", "main .button"):
        assert one.page.locator(what).first.is_hidden(), what
    assert one.page.locator("h1").is_visible()
    assert one.page.locator("main").get_by_text("Porto Alto University").is_visible()
    colours = one.page.evaluate(
        "(() => { const style = getComputedStyle(document.body);"
        " return [style.color, style.backgroundColor]; })()"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]

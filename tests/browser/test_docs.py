"""The pages of `./alumni docs` in a browser: axe finds nothing, wide or narrow, dark or light."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.database import Database
from tests.support.docs import write
from tests.support.gallery import AXE, RULES

EXAMINE = """rules => axe.run({ runOnly: rules, resultTypes: ["violations"] })
    .then((result) => result.violations)"""
# On one worker: the pages are written once.
pytestmark = pytest.mark.xdist_group("docs")
PAGES = ["index", "privileges", "table/post_comments", "procedure/job_apply"]
WALKED = ["chapter/feed", "table/users"]


@pytest.fixture(scope="module")
def folder(demo: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the pages are."""
    made = tmp_path_factory.mktemp("docs")
    write(demo, made, [f"{name}.html" for name in (*PAGES, *WALKED)])
    return made


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_pages_about_the_database(
    chromium: Any,
    folder: Path,
    width: int,
    scheme: str,
) -> None:
    viewport = {"width": width, "height": 800}
    with chromium.new_context(viewport=viewport, color_scheme=scheme) as context:
        page = context.new_page()
        for name in PAGES:
            page.goto((folder / f"{name}.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            page.evaluate(AXE)
            found = page.evaluate(EXAMINE, RULES)
            assert not found, [(name, rule["id"], rule["nodes"][0]["html"]) for rule in found]
        # Axe asks for the style sheet again, which a page from a file may not: a tab without it.
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("requestfailed", lambda request: said.append(request.url))
        page.goto((folder / "chapter/feed.html").as_uri())
        page.click("svg a:has-text('post_comments')")
        assert page.locator("h1").inner_text() == "post_comments"
        page.locator("pre a", has_text="users").first.click()
        assert page.url.endswith("/table/users.html")
        assert said == []

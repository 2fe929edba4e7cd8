"""The pictures of the README: small, of the demo data, made anew by --renew-pictures."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.support.browser import Tab

CHECKOUT = Path(__file__).resolve().parents[2]
FOLDER = CHECKOUT / ".github"
LARGEST = 120_000
COLOURS = 128
SIZE = {"width": 1200, "height": 760}
PICTURES = {
    "jobs": ("student@example.com", "/jobs", "dark"),
    "person": ("student@example.com", "/alumni/6", "dark"),
    "event": ("student@example.com", "/events/1", "light"),
    "office": ("admin@example.com", "/admin#chart-sign-ups", "light"),
}


def test_the_readme_shows_small_pictures() -> None:
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\.github/(\w+)\.png", text)) == set(PICTURES)
    for name in PICTURES:
        assert (FOLDER / f"{name}.png").stat().st_size < LARGEST, name


def test_pictures_are_renewed(tab: Callable[..., Tab], request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--renew-pictures"):
        pytest.skip("only with --renew-pictures")
    for name, (email, path, theme) in PICTURES.items():
        one = tab(viewport=SIZE, reduced_motion="reduce")
        one.sign_in(email)
        one.context.add_cookies([{"name": "theme", "value": theme, "url": one.site.url}])
        one.page.goto(path, wait_until="load")
        one.page.wait_for_timeout(1000)  # charts are drawn
        picture = Image.open(io.BytesIO(one.page.screenshot()))
        picture.convert("RGB").quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)

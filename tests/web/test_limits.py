"""A field takes as many characters as the procedure of its form, which alone knows how many."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.support.site import Browser, Site
from web.http.uploads import LARGEST_FILE

TEMPLATES = Path(__file__).resolve().parents[2] / "web/templates"
PAGES = [
    ("visitor", "/register"),
    ("visitor", "/login"),
    ("visitor", "/forgot-password"),
    ("visitor", "/confirm"),
    ("visitor", "/contact"),
    ("visitor", "/feedback"),
    ("alumni", "/jobs/create"),
    ("alumni", "/events/create"),
    ("alumni", "/announcements/create"),
    ("alumni", "/profile/edit"),
    ("student", "/profile/edit"),
    ("alumni", "/feed"),
    ("alumni", "/account/email"),
    ("admin", "/admin/settings"),
    ("admin", "/admin/mail"),
    ("admin", "/admin/about/hero"),
    ("admin", "/admin/about/sections/new"),
    ("admin", "/admin/about/cards/new"),
    ("admin", "/admin/about/links/new"),
    ("admin", "/admin/lookups/campuses"),
    ("admin", "/admin/lookups/degrees"),
    ("admin", "/admin/lookups/skills"),
    ("admin", "/admin/lookups/skill_domains"),
]
UNLIMITED = {"website", "password", "confirm_password", "current_password"}
"""The trap for programs, and what is only hashed."""
SECRET = "seven grey herons"
TYPED = {
    "email": "a@example.org",
    "contact_email": "a@example.org",
    "start_date": (dt.datetime.now(tz=dt.UTC) + dt.timedelta(days=30)).strftime("%Y-%m-%d"),
    "start_time": "10:00",
    "end_time": "11:00",
    "venue": "Hall",
    "semesters_count": "6",
    "password": SECRET,
    "confirm_password": SECRET,
}
"""What is typed where "A" is wrong."""


@dataclass
class _Form:
    """A form that posts: what its fields hold, which are required, how long a text may be."""

    action: str
    held: dict[str, str] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    limits: dict[str, str | None] = field(default_factory=dict)

    def with_text(self, name: str, length: int) -> dict[str, str]:
        """Return what to send: a text of a length, and something plausible where it is required."""
        typed = {
            one: value or TYPED.get(one) or ("A" if one in self.required else "")
            for one, value in self.held.items()
            # With one key, the second time would count as the first.
            if one != "idempotency_key"
        }
        return {**typed, name: "x" * length}


class _Forms(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[_Form] = []
        self._form: _Form | None = None
        self._select = ""
        self.feed(page.partition("<main")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, kind, value = (given.get(key) or "" for key in ("name", "type", "value"))
        if tag == "form" and given.get("method") == "post":
            self._form = _Form(given.get("action") or "")
            self.forms.append(self._form)
        if self._form is None:
            return
        if tag == "select":
            self._select = name
        if tag == "option" and not self._form.held.get(self._select):
            self._form.held[self._select] = value
        if tag == "textarea" or (tag == "input" and kind not in {"checkbox", "file", "submit"}):
            self._form.held.setdefault(name, value)
            if "required" in given:
                self._form.required.add(name)
            if tag == "textarea" or kind in {"", "text", "email", "url", "tel"}:
                self._form.limits[name] = given.get("maxlength")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None


def _forms(browser: Browser, role: str, path: str) -> list[_Form]:
    """Return the forms of a page as a new person of a role sees it."""
    if role != "visitor":
        browser.signed_in(browser.site.db.person(role, "Lin", "Limit"))
    return _Forms(browser.get(path).text).forms


@pytest.mark.parametrize(("role", "path"), PAGES)
def test_a_field_takes_what_the_procedure_takes(browser: Browser, role: str, path: str) -> None:
    limits = [
        (form, name, int(most))
        for form in _forms(browser, role, path)
        for name, most in form.limits.items()
        # A picture is described only if there is one.
        if most and name != "picture_words"
    ]
    assert limits
    for form, name, most in limits:
        sentence = f"Use at most {most:,} characters."
        assert sentence in browser.post(form.action, form.with_text(name, most + 1)).text, name
        assert sentence not in browser.post(form.action, form.with_text(name, most)).text, name


@pytest.mark.parametrize(("role", "path"), PAGES)
def test_a_field_without_a_limit_has_none_in_the_procedure(
    browser: Browser, role: str, path: str
) -> None:
    for form in _forms(browser, role, path):
        for name in [name for name, most in form.limits.items() if not most]:
            if name not in UNLIMITED:
                answer = browser.post(form.action, form.with_text(name, 30_000))
                assert "Use at most" not in answer.text, name


def test_a_file_may_be_as_large_as_the_database_takes(site: Site) -> None:
    clause = site.db.value(
        "SELECT check_clause FROM information_schema.check_constraints"
        " WHERE constraint_schema = DATABASE() AND constraint_name = 'ck_media_files_byte_size'"
    )
    assert str(LARGEST_FILE) in re.findall(r"\d+", clause)


def test_no_template_has_a_limit_of_its_own() -> None:
    limited = [
        f"{path.relative_to(TEMPLATES)}: {line.strip()}"
        for path in sorted(TEMPLATES.rglob("*.html"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "maxlength" in line or re.search(r"\d MB", line)
    ]
    assert limited == []

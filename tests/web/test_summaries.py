"""The summary of what was refused names fields as the page does, and leads to them."""

from __future__ import annotations

import re

import pytest

from tests.support.site import Browser, Site
from web.pages import summaries

FORM = f"""<header><input name="start" aria-label="Search"></header>
<div>{summaries.MARK}</div>
<form><label for="start">Begins <b>on</b><span class="optional">optional</span></label>
<input id="start" name="start">
<label>Mail: <select name="mail"><option>Daily</option></select></label>
<textarea name="note" aria-label="Note">typed</textarea><input type="hidden" name="kind">
<fieldset id="people"><legend>Who comes</legend>
<label><input type="checkbox" name="one"> Ada</label></fieldset>
<label for="again">Again</label><input id="again" name="note" aria-invalid="true">
<button name="status">Save</button></form>"""


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("start", '<a href="#start">Begins on</a>: No &lt;b&gt;.'),
        ("mail", '<a href="#refused-mail">Mail</a>: No &lt;b&gt;.'),
        ("note", '<a href="#again">Again</a>: No &lt;b&gt;.'),
        ("people", '<a href="#people">Who comes</a>: No &lt;b&gt;.'),
        ("one", '<a href="#people">Who comes</a>: No &lt;b&gt;.'),
        ("kind", "No &lt;b&gt;."),
        ("status", "No &lt;b&gt;."),
        ("nothing", "No &lt;b&gt;."),
    ],
)
def test_a_field_is_named_by_its_label(name: str, line: str) -> None:
    page = summaries.complete(FORM, {name: "No <b>."})
    assert f"<div><li>{line}</li></div>" in page
    aim = re.search(r'href="#([^"]+)"', line)
    if aim:
        assert page.count(f' id="{aim[1]}"') == 1


REFUSED = [
    (
        "alumni",
        "/events/create",
        "Start",
        {
            "title": "A",
            "description": "B",
            "start_date": "2020-01-31",
            "start_time": "10:00",
            "end_time": "11:00",
            "venue": "Hall",
        },
    ),
    ("alumni", "/events?from_date=never", "From", None),
    ("student", "/jobs?salary_min=much", "Minimum salary per year", None),
    (
        "alumni",
        "/jobs/create",
        "Minimum salary",
        {
            "title": "A",
            "company_name": "B",
            "description": "C",
            "job_type": "full_time",
            "target_audience": "all",
            "vacancies": "1",
            "salary_min": "9",
            "salary_max": "8",
        },
    ),
]


@pytest.mark.parametrize(("role", "path", "label", "typed"), REFUSED)
def test_what_a_procedure_calls_otherwise_is_named_by_its_field(
    site: Site, browser: Browser, role: str, path: str, label: str, typed: dict[str, str] | None
) -> None:
    browser.signed_in(site.db.person(role, "Theo", "Typo"))
    page = browser.submit(path, typed) if typed else browser.get(path)
    assert page.status == 422
    summary = page.text.partition("data-summary")[2].partition("</div>")[0]
    found = re.search(r'<li><a href="#([^"]+)">([^<]+)</a>: [A-Z]', summary)
    assert found, summary
    assert found[2] == label
    assert f'id="{found[1]}"' in page.text


def test_what_is_no_field_is_said_without_a_name(site: Site, browser: Browser) -> None:
    browser.signed_in(site.db.student())
    page = browser.get("/messages?folder=nonsense")
    summary = page.text.partition("data-summary")[2].partition("</div>")[0]
    assert "<li>" in summary
    assert "<li>Choose a folder from the list.</li>" in summary

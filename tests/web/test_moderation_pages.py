"""Blocking and reporting as people meet them, and the office's list of what is reported."""

from __future__ import annotations

import pytest

from tests.support.site import Browser, Site


@pytest.fixture
def student(site: Site) -> Browser:
    """Return the browser of a student."""
    return site.browser().signed_in(site.db.student("Sam", "Student"))


def test_from_a_page_to_a_block_and_back(site: Site, student: Browser) -> None:
    other = site.db.alumnus("<b>Rude</b>", "Person")
    page = student.get(f"/alumni/{other}")
    assert f'href="/people/{other}/block"' in page.text
    form = student.get(f"/people/{other}/block")
    assert (form.status, form.round_trips) == (200, 1)
    assert "<b>Rude" not in form.text
    done = student.submit(f"/people/{other}/block", {})
    assert (done.status, done.location) == (303, "/account/blocks")
    page = student.get("/account/blocks")
    assert (page.status, page.round_trips) == (200, 1)
    assert "&lt;b&gt;Rude" in page.text
    assert student.get(f"/alumni/{other}").status == 404
    student.post(f"/people/{other}/unblock", {"csrf_token": page.values["csrf_token"]})
    assert "No blocked people" in student.get("/account/blocks").text
    assert student.get(f"/alumni/{other}").status == 200


def test_a_report_reaches_the_office(site: Site, student: Browser) -> None:
    other, admin = site.db.alumnus("Reported", "Person"), site.browser().signed_in(site.db.admin())
    form = student.get(f"/report/person/{other}")
    assert (form.status, form.round_trips) == (200, 1)
    wrong = student.submit(f"/report/person/{other}", {"reason": "", "note": "Kept <words>"})
    assert wrong.status == 422
    assert "Kept &lt;words&gt;" in wrong.text
    sent = student.submit(f"/report/person/{other}", {"reason": "spam", "note": "Buy <now>"})
    assert sent.status == 303
    assert "already reported this" in student.get(f"/report/person/{other}").text

    page = admin.get("/admin/content")
    assert (page.status, page.round_trips) == (200, 1)
    assert "Buy &lt;now&gt;" in page.text
    report = site.db.value("SELECT id FROM content_reports WHERE author_id = %s", other)
    done = admin.post(
        f"/admin/content/{report}",
        {
            "csrf_token": page.values["csrf_token"],
            "decision": "dismiss",
            "reason": "Harmless",
        },
    )
    assert done.status == 303
    assert "Harmless" in admin.get("/admin/content?status=dismissed").text


def test_who_may_not(site: Site, student: Browser) -> None:
    assert student.get("/admin/content").status == 403
    assert site.browser().get("/account/blocks").location == "/login?next=%2Faccount%2Fblocks"
    assert student.get("/report/person/999999").status == 404

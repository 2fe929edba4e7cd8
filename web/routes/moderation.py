"""Blocks between people, and what is reported to the office."""

from __future__ import annotations

from typing import Any

from bottle import Bottle, HTTPResponse

from web.http import cookies, forms
from web.http.calls import call
from web.pages.render import render

REASONS = (
    ("spam", "Spam or advertising"),
    ("harassment", "Harassment or threats"),
    ("hate", "Hate against a group"),
    ("untrue", "Not true, or somebody else's name"),
    ("other", "Something else"),
)


def register(app: Bottle) -> None:
    """Add the routes."""
    subject = "/report/<subject:re:person|message|post|comment>/<subject_id:id>"
    app.get("/account/blocks", callback=blocks)
    app.get("/people/<user_id:id>/block", callback=block_form)
    app.post("/people/<user_id:id>/block", callback=block)
    app.post("/people/<user_id:id>/unblock", callback=unblock)
    app.get(subject, callback=report_form)
    app.post(subject, callback=report)
    app.get("/admin/content", callback=reports)
    app.post("/admin/content/<report_id:id>", callback=decide)


def blocks() -> str:
    """moderation/blocks.html: page.people, page.page. Query: `after`."""
    asked = forms.read_query("after")
    return render("moderation/blocks.html", page=call("person_blocks", **asked), asked=asked)


def block_form(user_id: int) -> str:
    """moderation/block.html: page.person; asks once and says what happens."""
    return render("moderation/block.html", page=call("profile_read", user_id=user_id))


def block(user_id: int) -> HTTPResponse:
    """No fields."""
    call("person_block", user_id=user_id)
    return cookies.see_other("/account/blocks", "You do not see each other any more.")


def unblock(user_id: int) -> HTTPResponse:
    """No fields."""
    call("person_unblock", user_id=user_id)
    return cookies.see_other("/account/blocks", "The block is taken back.")


def report_form(subject: str, subject_id: int) -> str:
    """moderation/report.html: page.content, reasons, values, errors."""
    return _report_form(subject, subject_id, {}, {})


def _report_form(
    subject: str, subject_id: int, values: dict[str, Any], errors: dict[str, str]
) -> str:
    page = call("content_report_form_read", subject=subject, subject_id=subject_id)
    return render(
        "moderation/report.html", page=page, reasons=REASONS, values=values, errors=errors
    )


def report(subject: str, subject_id: int) -> HTTPResponse | str:
    """Fields: `reason`, `note`."""
    values = forms.read("reason", "note")

    def action() -> HTTPResponse:
        call("content_report", subject=subject, subject_id=subject_id, **values)
        return cookies.see_other("/dashboard", "Thank you. The alumni office will look at it.")

    return forms.submit(action, lambda errors: _report_form(subject, subject_id, values, errors))


def reports() -> str:
    """moderation/reports.html: page.reports, page.page, reasons. Query: `status`, `after`."""
    asked = forms.read_query("status", "after")

    def show(asked: dict[str, Any], errors: dict[str, str]) -> str:
        page = call("content_reports", **asked)
        return render(
            "moderation/reports.html", page=page, reasons=dict(REASONS), asked=asked, errors=errors
        )

    # A status that does not exist: what is open, and what was wrong.
    return forms.filtered(asked, show)


def decide(report_id: int) -> HTTPResponse | str:
    """Fields: `decision` (uphold, dismiss), `reason`."""
    values = forms.read("decision", "reason")

    def action() -> HTTPResponse:
        done = call("content_report_decide", report_id=report_id, **values).report
        return cookies.see_other("/admin/content", f"The report is {done.status}.")

    def show(errors: dict[str, str]) -> str:
        page = call("content_reports")
        return render(
            "moderation/reports.html", page=page, reasons=dict(REASONS), asked={}, errors=errors
        )

    return forms.submit(action, show)

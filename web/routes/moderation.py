"""Block people, report content, and decide about reports."""

from __future__ import annotations

from bottle import Bottle

from web import route
from web.route import Listed, Shown

REASONS = (
    ("spam", "Spam or advertising"),
    ("harassment", "Harassment or threats"),
    ("hate", "Hate against a group"),
    ("untrue", "Untrue, or impersonates someone"),
    ("other", "Something else"),
)
CONTENT = "/report/<subject:re:person|message|post|comment>/<subject_id:id>"
REPORT = Shown("moderation/report.html", "content_report_form_read", more={"reasons": REASONS})
REPORTS = Listed("moderation/reports.html", "content_reports", more={"reasons": dict(REASONS)})


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(app, "/account/blocks", Listed("moderation/blocks.html", "person_blocks"))
    route.get(app, "/people/<user_id:id>/block", Shown("moderation/block.html", "profile_read"))
    route.post(
        app,
        "/people/<user_id:id>/block",
        "person_block",
        then="/account/blocks",
        said="Blocked. You no longer see each other.",
    )
    route.post(
        app,
        "/people/<user_id:id>/unblock",
        "person_unblock",
        then="/account/blocks",
        said="Unblocked.",
    )
    route.get(app, CONTENT, REPORT)
    route.post(
        app,
        CONTENT,
        "content_report",
        again=REPORT,
        then="/dashboard",
        said="Thank you. The alumni office will check your report.",
    )
    route.get(app, "/admin/content", REPORTS)
    route.post(
        app,
        "/admin/content/<report_id:id>",
        "content_report_decide",
        again=REPORTS,
        then="/admin/content",
        said="Report {report.status}.",
    )

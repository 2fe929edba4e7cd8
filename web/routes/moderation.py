"""Block people, report content, and decide about reports."""

from __future__ import annotations

from bottle import Bottle

from web import route
from web.route import Listed, Shown

WORDS = {
    "spam": "Spam or advertising",
    "harassment": "Harassment or threats",
    "hate": "Hate against a group",
    "untrue": "Untrue, or impersonates someone",
    "other": "Something else",
}
"""What people read for a reason; which ones there are, the database says."""
CONTENT = "/report/<subject:re:person|message|post|comment>/<subject_id:id>"
REPORT = Shown("moderation/report.html", "content_report_form_read", more={"words": WORDS})
REPORTS = Listed("moderation/reports.html", "content_reports", more={"words": WORDS})


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

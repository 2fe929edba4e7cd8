"""Email addresses that we no longer send mail to."""

from __future__ import annotations

from bottle import Bottle

from web import route
from web.route import Listed

REASONS = (("complaint", "They complained"), ("office", "They asked the office"))
SUPPRESSIONS = Listed("admin/mail.html", "mail_suppressions", more={"reasons": REASONS})


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(app, "/admin/mail", SUPPRESSIONS)
    route.post(
        app,
        "/admin/mail",
        "mail_suppression_add",
        again=SUPPRESSIONS,
        then="/admin/mail",
        said="We no longer send mail to {suppression.email}.",
    )
    route.post(
        app,
        "/admin/mail/allow",
        "mail_suppression_remove",
        again=SUPPRESSIONS,
        then="/admin/mail",
        said="We send mail to {suppression.email} again.",
    )

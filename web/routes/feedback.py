"""Messages to the alumni office: send one; sort, assign, answer and resolve them."""

from __future__ import annotations

from bottle import Bottle

from web import route
from web.database.client import Page
from web.route import Listed, Shown

CONTACT = Shown("feedback/contact.html", "message_form_read")
FEEDBACK = Shown("feedback/feedback.html", "message_form_read")
MESSAGE = Shown("feedback/message.html", "inbox_read")
READING = "/admin/inbox/{kind}/{id}"


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(app, "/contact", CONTACT)
    # Both forms lead to the same page, which a reload does not send again.
    route.post(app, "/contact", "contact_send", again=CONTACT, then="/contact/sent")
    route.get(app, "/contact/sent", Shown("feedback/sent.html", "message_form_read"))
    route.get(app, "/feedback", FEEDBACK)
    route.post(app, "/feedback", "feedback_send", again=FEEDBACK, then="/contact/sent")
    route.get(app, "/admin/inbox", Listed("feedback/inbox.html", "inbox_search"))
    path = "/admin/inbox/<kind:re:contact|feedback>/<id:id>"
    route.get(app, path, MESSAGE)
    route.post(
        app,
        f"{path}/move",
        "inbox_move",
        again=MESSAGE,
        then=READING,
        said="Message marked as {message.status}.",
    )
    route.post(
        app,
        f"{path}/assign",
        "inbox_assign",
        again=MESSAGE,
        then=READING,
        said="Assignment saved.",
    )
    route.post(app, f"{path}/note", "inbox_note", again=MESSAGE, then=READING, said="Note saved.")
    route.post(
        app,
        f"{path}/answer",
        "inbox_answer",
        again=MESSAGE,
        then=READING,
        said="We've emailed your answer.",
    )
    route.post(
        app,
        f"{path}/delete",
        "inbox_delete",
        again=MESSAGE,
        then=READING,
        said=_moved_to_bin,
        undo=_undo,
    )


def _moved_to_bin(page: Page, **_path: object) -> str:
    return "Message moved to the bin." if page.message.is_deleted else "Message restored."


def _undo(page: Page, **path: object) -> str:
    return READING.format(**path) + "/delete" if page.message.is_deleted else ""

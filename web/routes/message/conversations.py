"""Messages: the inbox, conversations, and writing."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from bottle import Bottle, HTTPResponse

from web import route
from web.database.client import Page
from web.http import cookies, downloads
from web.http.calls import call
from web.pages.render import is_fragment, render
from web.route import Listed, Shown

SETTINGS = Shown("message/settings.html", "message_settings_read", initial="settings")
COMPOSING = Shown("message/compose.html", "message_compose_read")
# Opening a conversation marks it as read.
THREAD = Listed("message/thread.html", "conversation_open")
CONVERSATION = "/messages/{conversation_id}"


def register(app: Bottle) -> None:
    """Add the routes."""
    conversation = "/messages/<conversation_id:id>"
    inbox = Listed(
        "message/list.html",
        "conversation_list",
        "message/rows_part.html",
        # The conversation that is open beside the list.
        also=("current",),
    )
    route.get(app, "/messages", inbox)
    route.get(app, "/messages/search", Listed("message/search.html", "message_search"))
    route.get(app, "/messages/settings", SETTINGS)
    route.post(
        app,
        "/messages/settings",
        "message_settings_save",
        then="/messages/settings",
        said="Saved.",
    )
    app.get("/messages/compose/<user_id:id>", callback=compose)
    route.post(
        app,
        "/messages/compose/<user_id:id>",
        "message_send",
        again=COMPOSING,
        then="/messages/{message.conversation_id}#end",
        said="Message sent.",
    )
    route.get(app, conversation, THREAD)
    route.post(app, conversation, "message_reply", again=_unsent, then=_sent)
    # An open page reports that what arrived was seen.
    route.post(app, f"{conversation}/read", "conversation_open", then=_seen, before=None, limit=1)
    route.post(
        app,
        f"{conversation}/answer",
        "conversation_answer",
        again=THREAD,
        then=_after_answer,
        said=_answered,
    )
    route.post(
        app,
        f"{conversation}/move",
        "conversation_move",
        again=THREAD,
        then="/messages",
        said=_moved,
    )
    route.post(
        app,
        f"{conversation}/delete/<message_id:id>",
        "message_delete",
        again=THREAD,
        then="/messages/{message.conversation_id}",
        said="Message deleted.",
        undo=_undo,
    )
    route.post(
        app,
        f"{conversation}/restore/<message_id:id>",
        "message_restore",
        again=THREAD,
        then=CONVERSATION,
        said="Message restored.",
    )
    app.get("/download/attachment/<attachment_id:id>", callback=attachment)


def compose(user_id: int) -> HTTPResponse | str:
    """Show the form for a first message; an existing conversation is opened instead."""
    page = call("message_compose_read", user_id=user_id)
    if page.conversation:
        return cookies.see_other(f"/messages/{page.conversation.id}")
    return render(COMPOSING.template, page=page)


def _sent(_: Page, *, conversation_id: int) -> HTTPResponse | str:
    """Return, for htmx, an empty form for the next message: the stream brings the one sent."""
    if is_fragment():
        return cookies.answer(_reply_form(conversation_id, {}, {}), HTTPStatus.OK)
    return f"/messages/{conversation_id}#end"


def _unsent(values: Mapping[str, Any], errors: Mapping[str, str], *, conversation_id: int) -> str:
    if is_fragment():
        return _reply_form(conversation_id, values, errors)
    return THREAD(values, errors, conversation_id=conversation_id)


def _reply_form(conversation_id: int, values: Mapping[str, Any], errors: Mapping[str, str]) -> str:
    page = call("conversation_read", conversation_id=conversation_id, limit=1)
    return render("message/reply.html", page=page, values=dict(values), errors=dict(errors))


def _seen(_: Page, **__: Any) -> HTTPResponse:  # noqa: ANN401
    return cookies.answer("", HTTPStatus.NO_CONTENT)


def _after_answer(page: Page, *, conversation_id: int) -> str:
    return f"/messages/{conversation_id}" if page.conversation.state == "open" else "/messages"


def _answered(page: Page, **_: Any) -> str:  # noqa: ANN401
    if page.conversation.state == "open":
        return "Request accepted. You can now write to each other."
    return "Request declined. They won't be notified."


def _moved(page: Page, **_: Any) -> str:  # noqa: ANN401
    is_archived = page.conversation.folder == "archive"
    return "Conversation archived." if is_archived else "Conversation moved to the inbox."


def _undo(page: Page, **_: Any) -> str:  # noqa: ANN401
    message = page.message
    path = f"/messages/{message.conversation_id}/restore/{message.id}"
    return path if message.can_restore else ""


def attachment(attachment_id: int) -> bytes:
    """Send a file of a message as a file to save."""
    return downloads.send(call("message_attachment_read", attachment_id=attachment_id).file)

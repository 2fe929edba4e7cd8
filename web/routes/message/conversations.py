"""Messages: inbox, conversations, writing."""

from __future__ import annotations

from typing import Any

from bottle import Bottle, HTTPResponse

from web.http import cookies, downloads, forms
from web.http.calls import call
from web.pages.render import is_fragment, render

# What the procedures call by another name than the form.
FORM_NAMES = {"body": "message", "attachment_name": "attachment"}


def register(app: Bottle) -> None:
    """Add the routes."""
    one = "/messages/<conversation_id:id>"
    app.get("/messages", callback=inbox)
    app.get("/messages/search", callback=search)
    app.get("/messages/settings", callback=settings_form)
    app.post("/messages/settings", callback=settings)
    app.get("/messages/compose/<user_id:id>", callback=compose_form)
    app.post("/messages/compose/<user_id:id>", callback=compose)
    app.get(one, callback=thread)
    app.post(one, callback=reply)
    app.post(f"{one}/read", callback=mark_read)
    app.post(f"{one}/answer", callback=answer)
    app.post(f"{one}/move", callback=move)
    app.post(f"{one}/delete/<message_id:id>", callback=delete)
    app.post(f"{one}/restore/<message_id:id>", callback=restore)
    app.get("/download/attachment/<attachment_id:id>", callback=attachment)


def inbox() -> str:
    """message/list.html, or message/rows_part.html for htmx: page.conversations, page.page.

    Query: `folder`, `after`, `current` (the conversation beside which the list is shown).
    """
    asked = forms.read_query("folder", "after")
    current = forms.read_query("current")["current"]
    template = "message/rows_part.html" if is_fragment() else "message/list.html"

    def show(asked: dict[str, Any], errors: dict[str, str]) -> str:
        page = call("conversation_list", **asked)
        return render(template, page=page, asked=asked, errors=errors, current=current)

    # A folder that does not exist: the inbox, and what was wrong.
    return forms.filtered(asked, show)


def search() -> str:
    """message/search.html: page.conversations, page.messages, page.page. Query: `search`."""
    asked = forms.read_query("search", "after")
    page = call("message_search", **asked)
    return render("message/search.html", page=page, values=asked)


def settings_form() -> str:
    """message/settings.html: page.settings."""
    page = call("message_settings_read")
    return render("message/settings.html", page=page, values=page.settings)


def settings() -> HTTPResponse:
    """Field: `has_receipts` (1: on)."""
    call("message_settings_save", has_receipts=forms.read("has_receipts")["has_receipts"])
    return cookies.see_other("/messages/settings", "Saved.")


def compose_form(user_id: int) -> HTTPResponse | str:
    """message/compose.html: page.person. Where there is a conversation already, that."""
    page = call("message_compose_read", user_id=user_id)
    if page.conversation:
        return cookies.see_other(f"/messages/{page.conversation.id}")
    return render("message/compose.html", page=page)


def compose(user_id: int) -> HTTPResponse | str:
    """Fields: `message`, `attachment` (a file), `idempotency_key`."""
    values = forms.read("message", "idempotency_key")

    def action() -> HTTPResponse:
        sent = call("message_send", user_id=user_id, **_sent(values)).message
        return cookies.see_other(f"/messages/{sent.conversation_id}#end", "Your message is sent.")

    return forms.submit(
        action,
        lambda errors: render(
            "message/compose.html",
            page=call("message_compose_read", user_id=user_id),
            values=values,
            errors=errors,
        ),
        FORM_NAMES,
    )


def _sent(values: dict[str, str | None]) -> dict[str, Any]:
    """Return the fields as the procedures take them."""
    file = forms.file("attachment")
    return {
        "body": values["message"],
        "attachment": file.content if file else None,
        "attachment_name": file.name if file else None,
        "idempotency_key": values["idempotency_key"],
    }


def thread(conversation_id: int) -> str:
    """message/thread.html: the result sets of conversation_open. Opening counts as reading.

    Query: `before` (older messages).
    """
    asked = forms.read_query("before")
    page = call("conversation_open", conversation_id=conversation_id, **asked)
    return render("message/thread.html", page=page, asked=asked)


def _again(conversation_id: int, values: dict[str, Any] | None = None) -> Any:  # noqa: ANN401
    """Return how to show a conversation again with what was refused."""

    def show(errors: dict[str, str]) -> str:
        page = call("conversation_open", conversation_id=conversation_id)
        return render(
            "message/thread.html", page=page, asked={}, values=values or {}, errors=errors
        )

    return show


def reply(conversation_id: int) -> HTTPResponse | str:
    """Fields: `message`, `attachment` (a file), `idempotency_key`.

    For htmx an empty form for the next message: the message itself comes by the stream.
    """
    values = forms.read("message", "idempotency_key")

    def action() -> HTTPResponse:
        call("message_reply", conversation_id=conversation_id, **_sent(values))
        if is_fragment():
            page = call("conversation_read", conversation_id=conversation_id, limit=1)
            return HTTPResponse(render("message/reply.html", page=page))
        return cookies.see_other(f"/messages/{conversation_id}#end")

    if is_fragment():
        return forms.submit(
            action,
            lambda errors: render(
                "message/reply.html",
                page=call("conversation_read", conversation_id=conversation_id, limit=1),
                values=values,
                errors=errors,
            ),
            FORM_NAMES,
        )
    return forms.submit(action, _again(conversation_id, values), FORM_NAMES)


def mark_read(conversation_id: int) -> HTTPResponse:
    """No fields: an open page tells that what has arrived was seen."""
    call("conversation_open", conversation_id=conversation_id, limit=1)
    return HTTPResponse(status=204)


def answer(conversation_id: int) -> HTTPResponse | str:
    """Field: `answer` (accept, decline)."""
    values = forms.read("answer")

    def action() -> HTTPResponse:
        done = call("conversation_answer", conversation_id=conversation_id, **values).conversation
        if done.state == "open":
            return cookies.see_other(f"/messages/{conversation_id}", "You can write to each other.")
        return cookies.see_other("/messages", "They cannot write to you, and are not told.")

    return forms.submit(action, _again(conversation_id))


def move(conversation_id: int) -> HTTPResponse | str:
    """Field: `folder` (inbox, archive)."""
    values = forms.read("folder")

    def action() -> HTTPResponse:
        done = call("conversation_move", conversation_id=conversation_id, **values).conversation
        said = "It is in the archive." if done.folder == "archive" else "It is in the inbox again."
        return cookies.see_other("/messages", said)

    return forms.submit(action, _again(conversation_id))


def delete(conversation_id: int, message_id: int) -> HTTPResponse | str:
    """Field: `for` (me, both)."""
    scope = forms.read("for")["for"]

    def action() -> HTTPResponse:
        done = call("message_delete", message_id=message_id, **{"for": scope}).message
        place = f"/messages/{done.conversation_id}"
        undo = f"{place}/restore/{done.id}" if done.can_restore else ""
        return cookies.see_other(place, "The message is deleted.", undo=undo)

    return forms.submit(action, _again(conversation_id))


def restore(conversation_id: int, message_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("message_restore", message_id=message_id)
        return cookies.see_other(f"/messages/{conversation_id}", "The message is back.")

    return forms.submit(action, _again(conversation_id))


def attachment(attachment_id: int) -> bytes:
    """Send a file of a message as a file to save."""
    return downloads.send(call("message_attachment_read", attachment_id=attachment_id).file)

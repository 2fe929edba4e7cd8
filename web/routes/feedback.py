"""Anybody writes to the office; the office sorts, notes, answers, resolves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bottle import Bottle, HTTPResponse

from web.http import cookies, forms
from web.http.calls import call
from web.pages.render import render

SENDER = ("name", "email", "message", "website", "idempotency_key")
FILTERS = ("kind", "folder", "sender", "after")


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/contact", callback=contact_form)
    app.post("/contact", callback=contact)
    app.get("/contact/sent", callback=sent)
    app.get("/feedback", callback=feedback_form)
    app.post("/feedback", callback=feedback)
    app.get("/admin/inbox", callback=inbox)
    message = "/admin/inbox/<kind:re:contact|feedback>/<message_id:id>"
    app.get(message, callback=detail)
    app.post(f"{message}/move", callback=move)
    app.post(f"{message}/assign", callback=assign)
    app.post(f"{message}/note", callback=note)
    app.post(f"{message}/answer", callback=answer)
    app.post(f"{message}/delete", callback=delete)


def contact_form() -> str:
    """feedback/contact.html: page.institution, values, errors."""
    return render("feedback/contact.html", page=call("message_form_read"))


def feedback_form() -> str:
    """feedback/feedback.html: page.institution, values, errors."""
    return render("feedback/feedback.html", page=call("message_form_read"))


def contact() -> HTTPResponse | str:
    """Fields: SENDER, `subject`. `website` is for programs: people do not see it."""
    values = forms.read(*SENDER, "subject")
    return _sent("feedback/contact.html", values, lambda: call("contact_send", **values))


def feedback() -> HTTPResponse | str:
    """Fields: SENDER, `category`, `rating`."""
    values = forms.read(*SENDER, "category", "rating")
    return _sent("feedback/feedback.html", values, lambda: call("feedback_send", **values))


def sent() -> str:
    """feedback/sent.html: page.institution. Where both forms lead: nothing is sent twice."""
    return render("feedback/sent.html", page=call("message_form_read"))


def _sent(template: str, values: dict[str, Any], send: Callable[[], Any]) -> HTTPResponse | str:
    """Send and say so, or show the form again."""

    def action() -> HTTPResponse:
        send()
        return cookies.see_other("/contact/sent")

    return forms.submit(
        action,
        lambda errors: render(
            template, page=call("message_form_read"), values=values, errors=errors
        ),
    )


def inbox() -> str:
    """feedback/inbox.html: page.messages, page.counts, page.page, asked."""
    asked = forms.read_query(*FILTERS)

    def show(asked: dict[str, Any], errors: dict[str, str]) -> str:
        page = call("inbox_search", **asked)
        return render("feedback/inbox.html", page=page, asked=asked, errors=errors)

    # A filter that does not exist: the list without filters, and what was wrong.
    return forms.filtered(asked, show)


def detail(kind: str, message_id: int) -> str:
    """feedback/message.html: the result sets of inbox_read, values, errors."""
    return _detail(kind, message_id, {}, {})


def _detail(kind: str, message_id: int, values: dict[str, Any], errors: dict[str, str]) -> str:
    page = call("inbox_read", kind=kind, id=message_id)
    return render("feedback/message.html", page=page, values=values, errors=errors)


def _changed(
    kind: str,
    message_id: int,
    values: dict[str, Any],
    act: Callable[[], Any],
    said: str,
    undo: str = "",
) -> HTTPResponse | str:
    """Act on a message and go back to it, or show it again with what was refused."""

    def action() -> HTTPResponse:
        act()
        return cookies.see_other(f"/admin/inbox/{kind}/{message_id}", said, undo=undo)

    return forms.submit(action, lambda errors: _detail(kind, message_id, values, errors))


def move(kind: str, message_id: int) -> HTTPResponse | str:
    """Fields: `to_status`, `from_status` (what the admin saw)."""
    values = forms.read("to_status", "from_status")
    return _changed(
        kind,
        message_id,
        values,
        lambda: call("inbox_move", kind=kind, id=message_id, **values),
        f"The message is {values['to_status']} now.",
    )


def assign(kind: str, message_id: int) -> HTTPResponse | str:
    """Field: `assignee_id`."""
    values = forms.read("assignee_id")
    return _changed(
        kind,
        message_id,
        values,
        lambda: call("inbox_assign", kind=kind, id=message_id, **values),
        "It is written down who cares for the message.",
    )


def note(kind: str, message_id: int) -> HTTPResponse | str:
    """Fields: `note`, `idempotency_key`."""
    values = forms.read("note", "idempotency_key")
    return _changed(
        kind,
        message_id,
        values,
        lambda: call("inbox_note", kind=kind, id=message_id, **values),
        "Your note is saved.",
    )


def answer(kind: str, message_id: int) -> HTTPResponse | str:
    """Fields: `answer`, `is_resolving`, `idempotency_key`."""
    values = forms.read("answer", "is_resolving", "idempotency_key")
    return _changed(
        kind,
        message_id,
        values,
        lambda: call("inbox_answer", kind=kind, id=message_id, **values),
        "Your answer is on its way by mail.",
    )


def delete(kind: str, message_id: int) -> HTTPResponse | str:
    """Field: `is_deleted` (1: into the bin, 0: out of it)."""
    values = forms.read("is_deleted")
    is_back = values["is_deleted"] == "0"
    return _changed(
        kind,
        message_id,
        values,
        lambda: call("inbox_delete", kind=kind, id=message_id, **values),
        "The message is back." if is_back else "The message is in the bin.",
        "" if is_back else f"/admin/inbox/{kind}/{message_id}/delete",
    )

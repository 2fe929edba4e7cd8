"""References and mentoring: what one can be asked for, asking, answering, goals, ratings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bottle import Bottle, HTTPResponse

from web.http import cookies, forms
from web.http.calls import call
from web.pages.render import render

KINDS = (("guidance", "Guidance"), ("mentorship", "Mentorship"), ("reference", "Reference"))
FIELDS = ("kind", "purpose", "company", "position", "message")


def register(app: Bottle) -> None:
    """Add the routes."""
    one = "/mentoring/<request_id:id>"
    app.get("/mentoring", callback=listing)
    app.get("/mentoring/offer", callback=offer_form)
    app.post("/mentoring/offer", callback=offer)
    app.get("/mentoring/ask/<user_id:id>", callback=ask_form)
    app.post("/mentoring/ask/<user_id:id>", callback=ask)
    app.get(one, callback=detail)
    app.post(f"{one}/answer", callback=answer)
    app.post(f"{one}/withdraw", callback=withdraw)
    app.post(f"{one}/complete", callback=complete)
    app.post(f"{one}/end", callback=end)
    app.post(f"{one}/rate", callback=rate)
    app.post(f"{one}/goals", callback=add_goal)
    app.post(f"{one}/goals/<goal_id:id>", callback=change_goal)
    app.post(f"{one}/goals/<goal_id:id>/remove", callback=remove_goal)


def listing() -> str:
    """mentoring/list.html: the result sets of reference_list, kinds. Query: `view`, `after`."""
    asked = forms.read_query("view", "after")

    def show(asked: dict[str, Any], errors: dict[str, str]) -> str:
        page = call("reference_list", **asked)
        return render(
            "mentoring/list.html", page=page, asked=asked, errors=errors, kinds=dict(KINDS)
        )

    # A list that does not exist: one's own, and what was wrong.
    return forms.filtered(asked, show)


def _offer(values: dict[str, Any], chosen: set[str] | None, errors: dict[str, str]) -> str:
    """mentoring/offer.html: page.offer, kinds, chosen (what is ticked)."""
    page = call("mentoring_offer_read")
    if chosen is None:
        chosen = {row.kind for row in page.kinds if row.is_offered}
    return render(
        "mentoring/offer.html",
        page=page,
        values={**page.offer, **values},
        kinds=KINDS,
        chosen=chosen,
        errors=errors,
    )


def offer_form() -> str:
    """As _offer."""
    return _offer({}, None, {})


def offer() -> HTTPResponse | str:
    """Fields: `is_open` (1, 0), `kinds` (again and again), `capacity`, `paused_until`, `note`."""
    values = forms.read("is_open", "capacity", "paused_until", "note")
    chosen = forms.read_all("kinds")

    def action() -> HTTPResponse:
        call("mentoring_offer_save", **values, kinds=",".join(chosen))
        said = "You can be asked." if values["is_open"] == "1" else "Nobody can ask you now."
        return cookies.see_other("/mentoring", said)

    return forms.submit(action, lambda errors: _offer(values, set(chosen), errors))


def _ask(user_id: int, values: dict[str, Any], errors: dict[str, str]) -> str:
    """mentoring/ask.html: the result sets of reference_form_read, kinds."""
    page = call("reference_form_read", user_id=user_id)
    return render("mentoring/ask.html", page=page, values=values, kinds=dict(KINDS), errors=errors)


def ask_form(user_id: int) -> str:
    """As _ask."""
    return _ask(user_id, {}, {})


def ask(user_id: int) -> HTTPResponse | str:
    """Fields: FIELDS, `idempotency_key`."""
    values = forms.read(*FIELDS, "idempotency_key")

    def action() -> HTTPResponse:
        made = call("reference_request", user_id=user_id, **values).request
        return cookies.see_other(f"/mentoring/{made.id}", "Your request is on its way.")

    return forms.submit(action, lambda errors: _ask(user_id, values, errors))


def _detail(request_id: int, values: dict[str, Any], errors: dict[str, str]) -> str:
    """mentoring/read.html: the result sets of reference_read, kinds."""
    page = call("reference_read", request_id=request_id)
    return render("mentoring/read.html", page=page, values=values, kinds=dict(KINDS), errors=errors)


def detail(request_id: int) -> str:
    """As _detail."""
    return _detail(request_id, {}, {})


def _changed(
    request_id: int, values: dict[str, Any], act: Callable[[], Any], said: str | None
) -> HTTPResponse | str:
    """Act on a request and go back to it, or show it again with what was refused."""

    def action() -> HTTPResponse:
        act()
        return cookies.see_other(f"/mentoring/{request_id}", said)

    return forms.submit(action, lambda errors: _detail(request_id, values, errors))


def answer(request_id: int) -> HTTPResponse | str:
    """Fields: `answer` (accept, decline), `word`."""
    values = forms.read("answer", "word")
    said = (
        "Accepted: you can write to each other now."
        if values["answer"] == "accept"
        else "Declined. We suggest others to them."
    )
    return _changed(
        request_id,
        values,
        lambda: call("reference_answer", request_id=request_id, **values),
        said,
    )


def withdraw(request_id: int) -> HTTPResponse | str:
    """No fields."""
    return _changed(
        request_id,
        {},
        lambda: call("reference_withdraw", request_id=request_id),
        "Your request is taken back.",
    )


def complete(request_id: int) -> HTTPResponse | str:
    """Field: `note`."""
    values = forms.read("note")
    return _changed(
        request_id,
        values,
        lambda: call("reference_complete", request_id=request_id, **values),
        "Completed. Well done!",
    )


def end(request_id: int) -> HTTPResponse | str:
    """Field: `note`."""
    values = forms.read("note")
    return _changed(
        request_id,
        values,
        lambda: call("reference_end", request_id=request_id, **values),
        "Ended.",
    )


def rate(request_id: int) -> HTTPResponse | str:
    """Fields: `rating`, `feedback`."""
    values = forms.read("rating", "feedback")
    return _changed(
        request_id,
        values,
        lambda: call("reference_rate", request_id=request_id, **values),
        "Thank you: your rating is saved.",
    )


def add_goal(request_id: int) -> HTTPResponse | str:
    """Field: `title`."""
    values = forms.read("title")
    return _changed(
        request_id,
        values,
        lambda: call("reference_goal_save", request_id=request_id, **values),
        None,
    )


def change_goal(request_id: int, goal_id: int) -> HTTPResponse | str:
    """Fields: `title`, `is_done` (1, 0); what is not sent stays as it is."""
    values = forms.read("title", "is_done")
    return _changed(
        request_id,
        {},
        lambda: call("reference_goal_save", request_id=request_id, goal_id=goal_id, **values),
        None,
    )


def remove_goal(request_id: int, goal_id: int) -> HTTPResponse | str:
    """No fields."""
    return _changed(
        request_id,
        {},
        lambda: call("reference_goal_remove", request_id=request_id, goal_id=goal_id),
        "The goal is removed.",
    )

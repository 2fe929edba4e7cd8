"""Mentoring and references: offers, requests, answers, goals and ratings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bottle import Bottle

from web import route
from web.database.client import Page
from web.http import forms
from web.http.calls import call
from web.pages.render import render
from web.route import Listed, Shown

REQUESTS = Listed("mentoring/list.html", "reference_list")
ASKING = Shown("mentoring/ask.html", "reference_form_read")
REQUEST = Shown("mentoring/read.html", "reference_read")
HERE = "/mentoring/{request_id}"


def register(app: Bottle) -> None:
    """Add the routes."""
    request = "/mentoring/<request_id:id>"
    route.get(app, "/mentoring", REQUESTS)
    route.get(app, "/mentoring/offer", offer)
    route.post(
        app,
        "/mentoring/offer",
        "mentoring_offer_save",
        again=offer,
        then="/mentoring",
        said=_offered,
        filled=_kinds,
    )
    route.get(app, "/mentoring/ask/<user_id:id>", ASKING)
    route.post(
        app,
        "/mentoring/ask/<user_id:id>",
        "reference_request",
        again=ASKING,
        then="/mentoring/{request.id}",
        said="Request sent.",
    )
    route.get(app, request, REQUEST)
    route.post(
        app, f"{request}/answer", "reference_answer", again=REQUEST, then=HERE, said=_answered
    )
    route.post(
        app,
        f"{request}/withdraw",
        "reference_withdraw",
        again=REQUEST,
        then=HERE,
        said="Request withdrawn.",
    )
    route.post(
        app,
        f"{request}/complete",
        "reference_complete",
        again=REQUEST,
        then=HERE,
        said="Marked as complete. Well done!",
    )
    route.post(
        app, f"{request}/end", "reference_end", again=REQUEST, then=HERE, said="Marked as ended."
    )
    route.post(
        app,
        f"{request}/rate",
        "reference_rate",
        again=REQUEST,
        then=HERE,
        said="Thank you. Your rating is saved.",
    )
    # A goal without an id is a new one.
    route.post(
        app,
        f"{request}/goals",
        "reference_goal_save",
        again=REQUEST,
        then=HERE,
        goal_id=None,
        is_done=None,
    )
    route.post(
        app, f"{request}/goals/<goal_id:id>", "reference_goal_save", again=REQUEST, then=HERE
    )
    route.post(
        app,
        f"{request}/goals/<goal_id:id>/remove",
        "reference_goal_remove",
        again=REQUEST,
        then=HERE,
        said="Goal removed.",
    )


def offer(values: Mapping[str, Any] | None = None, errors: Mapping[str, str] | None = None) -> str:
    """Show what a person offers; the boxes are ticked as they are stored, or as they were sent."""
    page = call("mentoring_offer_read")
    stored = {row.kind for row in page.kinds if row.is_offered}
    return render(
        "mentoring/offer.html",
        page=page,
        values={**page.offer, **(values or {})},
        chosen=stored if values is None else set(forms.read_all("kinds")),
        errors=dict(errors or {}),
    )


def _kinds(_: Mapping[str, Any]) -> dict[str, str]:
    return {"kinds": ",".join(forms.read_all("kinds"))}


def _offered(page: Page) -> str:
    return "You accept requests." if page.offer.is_open else "You no longer accept requests."


def _answered(page: Page, **_: Any) -> str:  # noqa: ANN401
    if page.request.status == "accepted":
        return "Accepted. You can now write to each other."
    return "Declined. We will suggest other people to them."

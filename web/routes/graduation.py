"""Students become alumni: by their own request, or as a whole cohort."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from bottle import Bottle, HTTPResponse

from web import route
from web.database.client import Page
from web.http import cookies, forms
from web.pages.render import render
from web.route import Listed, Shown

MINE = Shown("graduation/mine.html", "graduation_read", initial="defaults")
REQUESTS = Listed("graduation/requests.html", "graduation_requests", more={"request_id": None})
COHORT = Listed("graduation/cohort.html", "graduation_cohort_read", more={"chosen": None})


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(app, "/graduation", MINE)
    route.post(
        app,
        "/graduation",
        "graduation_request",
        again=MINE,
        then="/graduation",
        said="Request sent to the alumni office.",
    )
    route.post(
        app,
        "/graduation/withdraw",
        "graduation_withdraw",
        again=MINE,
        then="/graduation",
        said="Request withdrawn.",
    )
    route.get(app, "/admin/graduation", REQUESTS)
    route.post(
        app,
        "/admin/graduation/<request_id:id>/decide",
        "graduation_decide",
        again=REQUESTS,
        then="/admin/graduation",
        said=_decided,
    )
    route.get(app, "/admin/graduation/cohort", COHORT)
    route.post(
        app,
        "/admin/graduation/cohort",
        "graduation_cohort",
        again=_cohort,
        then=_graduated,
        filled=_chosen,
    )


def _decided(page: Page, **_path: int) -> str:
    request = page.request
    if request.status == "approved":
        return f"{request.name} now has alumni status."
    return f"Request rejected. We've emailed {request.name}."


def _chosen(_values: Mapping[str, Any]) -> dict[str, str]:
    return {"user_ids": ",".join(forms.read_all("user_ids"))}


def _graduated(page: Page) -> HTTPResponse:
    """Show the result for each student."""
    return cookies.answer(render("graduation/cohort_done.html", page=page), HTTPStatus.OK)


def _cohort(values: Mapping[str, Any], errors: Mapping[str, str]) -> str:
    """Show the students again, with the same ones ticked."""
    return COHORT(values, errors, chosen=forms.read_all("user_ids"))

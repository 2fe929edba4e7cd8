"""Verification: people prove who they are with documents, and the office decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from bottle import Bottle, HTTPResponse

from web import route
from web.database.client import Page
from web.http import cookies, downloads, forms
from web.http.calls import call
from web.pages.render import render
from web.route import Listed, Shown

MINE = Shown("verification/mine.html", "verification_read")
REQUESTS = Listed("verification/requests.html", "verification_requests", more={"chosen": ()})
REQUEST = Shown("verification/request.html", "verification_request_read")
OUTCOMES = {
    "approved": "is verified",
    "rejected": "was not accepted",
    "needs_more": "was asked for more",
}


def register(app: Bottle) -> None:
    """Add the routes."""
    request = "/verification/<request_id:id>"
    route.get(app, "/verification", MINE)
    route.post(
        app,
        "/verification",
        "verification_submit",
        again=MINE,
        then="/verification",
        said="Your document was sent to the alumni office.",
    )
    route.post(
        app,
        f"{request}/documents",
        "verification_document_add",
        again=MINE,
        then="/verification",
        said="Document added.",
    )
    route.post(
        app,
        f"{request}/documents/<media_file_id:id>/remove",
        "verification_document_remove",
        again=MINE,
        then="/verification",
        said="Document removed.",
    )
    route.post(
        app,
        f"{request}/resubmit",
        "verification_resubmit",
        again=MINE,
        then="/verification",
        said="Your request is back with the alumni office.",
    )
    route.post(
        app,
        f"{request}/withdraw",
        "verification_withdraw",
        again=MINE,
        then="/verification",
        said="Your request and its documents are deleted.",
    )
    app.get("/download/verification/<request_id:id>/<media_file_id:id>", callback=download)
    route.get(app, "/admin/verification", REQUESTS)
    route.post(
        app,
        "/admin/verification/decide",
        "verification_decide",
        again=_undecided,
        then=_decided,
        filled=_selected,
        # Only the page of a single request says which version of it was seen.
        revision=None,
    )
    route.get(app, "/admin/verification/<request_id:id>", REQUEST)
    route.post(
        app,
        "/admin/verification/<request_ids:id>/decide",
        "verification_decide",
        again=_again,
        then="/admin/verification",
        said=_outcome,
    )
    route.post(
        app,
        "/admin/verification/<request_id:id>/revoke",
        "verification_revoke",
        again=REQUEST,
        then="/admin/verification/{request_id}",
        said="The badge is removed. We've emailed them your reason.",
    )


def download(request_id: int, media_file_id: int) -> bytes:
    """Send a document as a file to save: it never becomes a page of this site."""
    page = call("verification_file_read", request_id=request_id, media_file_id=media_file_id)
    return downloads.send(page.file)


def _selected(_: Mapping[str, Any]) -> dict[str, str]:
    return {"request_ids": ",".join(forms.read_all("request_ids"))}


def _decided(page: Page) -> HTTPResponse:
    """Show the result of each request that was selected."""
    return cookies.answer(render("verification/decided.html", page=page), HTTPStatus.OK)


def _undecided(values: Mapping[str, Any], errors: Mapping[str, str]) -> str:
    """Show the list again with the same requests selected."""
    selected = forms.read_all("request_ids")
    return replace(REQUESTS, more={"chosen": selected})(values, errors)


def _again(*, request_ids: int, **refused: Any) -> str:  # noqa: ANN401
    """Show a single request that was not decided."""
    return REQUEST(request_id=request_ids, **refused)


def _outcome(page: Page, **_: Any) -> str:  # noqa: ANN401
    """Say what was decided about a single request."""
    (decided,) = page.requests
    return f"{decided.name} {OUTCOMES[decided.result]}."

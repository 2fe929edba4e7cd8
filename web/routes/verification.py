"""People prove what they are by documents; the office decides."""

from __future__ import annotations

from typing import Any

from bottle import Bottle, HTTPResponse

from web.http import cookies, downloads, forms
from web.http.calls import call
from web.pages.render import render

FILTERS = ("status", "kind", "after")
DECISION = ("decision", "reason", "revision")
# What the procedures call by another name than the form.
FORM_NAMES = {"file_name": "document"}
WORDS = {"approved": "verified", "rejected": "not accepted", "needs_more": "asked for more"}


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/verification", callback=mine)
    app.post("/verification", callback=submit)
    app.post("/verification/<request_id:id>/documents", callback=add)
    app.post("/verification/<request_id:id>/documents/<file_id:id>/remove", callback=remove)
    app.post("/verification/<request_id:id>/resubmit", callback=resubmit)
    app.post("/verification/<request_id:id>/withdraw", callback=withdraw)
    app.get("/download/verification/<request_id:id>/<file_id:id>", callback=download)
    app.get("/admin/verification", callback=requests)
    app.post("/admin/verification/decide", callback=decide_many)
    app.get("/admin/verification/<request_id:id>", callback=detail)
    app.post("/admin/verification/<request_id:id>/decide", callback=decide)
    app.post("/admin/verification/<request_id:id>/revoke", callback=revoke)


def mine() -> str:
    """verification/mine.html: the result sets of verification_read, values, errors."""
    return _mine({}, {})


def _mine(values: dict[str, Any], errors: dict[str, str]) -> str:
    page = call("verification_read")
    return render("verification/mine.html", page=page, values=values, errors=errors)


def _document() -> dict[str, Any]:
    """Return the file of a form as the procedures take it."""
    upload = forms.file("document")
    return {
        "document": upload.content if upload else None,
        "file_name": upload.name if upload else None,
    }


def submit() -> HTTPResponse | str:
    """Fields: `kind`, `note`, `document` (a file), `idempotency_key`."""
    values = forms.read("kind", "note", "idempotency_key")

    def action() -> HTTPResponse:
        call("verification_submit", **values, **_document())
        return cookies.see_other("/verification", "Your document is with the alumni office.")

    return forms.submit(action, lambda errors: _mine(values, errors), FORM_NAMES)


def add(request_id: int) -> HTTPResponse | str:
    """Field: `document` (a file)."""

    def action() -> HTTPResponse:
        call("verification_document_add", request_id=request_id, **_document())
        return cookies.see_other("/verification", "The document is added.")

    return forms.submit(action, lambda errors: _mine({}, errors), FORM_NAMES)


def remove(request_id: int, file_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("verification_document_remove", request_id=request_id, media_file_id=file_id)
        return cookies.see_other("/verification", "The document is taken back.")

    return forms.submit(action, lambda errors: _mine({}, errors))


def resubmit(request_id: int) -> HTTPResponse | str:
    """Field: `note`."""
    values = forms.read("note")

    def action() -> HTTPResponse:
        call("verification_resubmit", request_id=request_id, **values)
        return cookies.see_other("/verification", "Your request is with the alumni office again.")

    return forms.submit(action, lambda errors: _mine(values, errors))


def withdraw(request_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("verification_withdraw", request_id=request_id)
        return cookies.see_other("/verification", "Your request and its documents are gone.")

    return forms.submit(action, lambda errors: _mine({}, errors))


def download(request_id: int, file_id: int) -> bytes:
    """Send a document as a file to save: it never becomes a page of this site."""
    page = call("verification_file_read", request_id=request_id, media_file_id=file_id)
    return downloads.send(page.file)


def requests() -> str:
    """verification/requests.html: page.requests, page.counts, page.page, asked, chosen."""
    asked = forms.read_query(*FILTERS)

    def show(asked: dict[str, Any], errors: dict[str, str]) -> str:
        page = call("verification_requests", **asked)
        return render(
            "verification/requests.html", page=page, asked=asked, errors=errors, chosen=()
        )

    # A filter that does not exist: the list without filters, and what was wrong.
    return forms.filtered(asked, show)


def decide_many() -> HTTPResponse | str:
    """Fields: `request_id` (many), `decision` (approve, reject, ask), `reason`.

    verification/decided.html: page.requests with results.
    """
    chosen = forms.read_all("request_id")
    values = forms.read("decision", "reason")
    # The page that it was sent from, to show it again.
    asked = forms.read_query(*FILTERS)

    def action() -> Any:  # noqa: ANN401
        page = call("verification_decide", request_ids=",".join(chosen), **values)
        return render("verification/decided.html", page=page)

    return forms.submit(
        action,
        lambda errors: render(
            "verification/requests.html",
            page=call("verification_requests", **asked),
            asked=asked,
            values=values,
            errors=errors,
            chosen=chosen,
        ),
    )


def detail(request_id: int) -> str:
    """verification/request.html: the result sets of verification_request_read."""
    return _detail(request_id, {}, {})


def _detail(request_id: int, values: dict[str, Any], errors: dict[str, str]) -> str:
    page = call("verification_request_read", request_id=request_id)
    return render("verification/request.html", page=page, values=values, errors=errors)


def decide(request_id: int) -> HTTPResponse | str:
    """Fields: `decision` (approve, reject, ask), `reason`, `revision` (what the admin saw)."""
    values = forms.read(*DECISION)

    def action() -> HTTPResponse:
        page = call("verification_decide", request_ids=request_id, **values)
        (done,) = page.requests
        return cookies.see_other("/admin/verification", f"{done.name}: {WORDS[done.result]}.")

    return forms.submit(action, lambda errors: _detail(request_id, values, errors))


def revoke(request_id: int) -> HTTPResponse | str:
    """Field: `reason`."""
    values = forms.read("reason")

    def action() -> HTTPResponse:
        call("verification_revoke", request_id=request_id, **values)
        return cookies.see_other(
            f"/admin/verification/{request_id}", "The badge is gone; the person is told by mail."
        )

    return forms.submit(action, lambda errors: _detail(request_id, values, errors))

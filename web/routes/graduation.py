"""Students become alumni: by their own request, or by the office for a whole cohort."""

from __future__ import annotations

from bottle import Bottle, HTTPResponse

from web.http import cookies, forms
from web.http.calls import call
from web.pages.render import render

REQUEST = ("degree_id", "graduation_year", "note")
FILTERS = ("degree", "campus", "year", "after")
COHORT = ("degree_id", "graduation_year")


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/graduation", callback=mine)
    app.post("/graduation", callback=ask)
    app.post("/graduation/withdraw", callback=withdraw)
    app.get("/admin/graduation", callback=requests)
    app.post("/admin/graduation/<request_id:id>/decide", callback=decide)
    app.get("/admin/graduation/cohort", callback=cohort_form)
    app.post("/admin/graduation/cohort", callback=cohort)


def mine() -> str:
    """graduation/mine.html: page.person, page.requests, page.degrees, values, errors."""
    page = call("graduation_read")
    person = page.person
    year = person.expected_graduation_year
    return render(
        "graduation/mine.html",
        page=page,
        values={
            "degree_id": person.degree_id,
            "graduation_year": min(year or person.this_year, person.this_year + 1),
        },
    )


def ask() -> HTTPResponse | str:
    """Fields: REQUEST."""
    values = forms.read(*REQUEST)

    def action() -> HTTPResponse:
        call("graduation_request", **values)
        return cookies.see_other("/graduation", "Your request is with the alumni office.")

    return forms.submit(
        action,
        lambda errors: render(
            "graduation/mine.html", page=call("graduation_read"), values=values, errors=errors
        ),
    )


def withdraw() -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("graduation_withdraw")
        return cookies.see_other("/graduation", "Your request is withdrawn.")

    return forms.submit(
        action,
        lambda errors: render(
            "graduation/mine.html", page=call("graduation_read"), values={}, errors=errors
        ),
    )


def requests() -> str:
    """graduation/requests.html: page.requests, page.page."""
    asked = forms.read_query("after")
    page = call("graduation_requests", **asked)
    return render("graduation/requests.html", page=page, asked=asked, refused_id=None)


def decide(request_id: int) -> HTTPResponse | str:
    """Fields: `decision` (approve, reject), `reason`. Shows the requests again on a refusal."""
    values = forms.read("decision", "reason")

    def action() -> HTTPResponse:
        done = call("graduation_decide", request_id=request_id, **values).request
        word = "is an alumnus now" if done.status == "approved" else "is told your reason"
        return cookies.see_other("/admin/graduation", f"{done.name} {word}.")

    return forms.submit(
        action,
        lambda errors: render(
            "graduation/requests.html",
            page=call("graduation_requests"),
            values=values,
            errors=errors,
            asked={},
            refused_id=request_id,
        ),
    )


def cohort_form() -> str:
    """graduation/cohort.html: page.people, page.page, page.degrees, page.campuses, asked."""
    filters = forms.read_query(*FILTERS)
    page = call("graduation_cohort_read", **filters)
    return render("graduation/cohort.html", page=page, asked=filters, chosen=None)


def cohort() -> HTTPResponse | str:
    """Fields: `user_id` (many), COHORT. graduation/cohort_done.html: page.people with results."""
    chosen = forms.read_all("user_id")
    values = forms.read(*COHORT)
    # The page that it was sent from, to show it again.
    filters = forms.read_query(*FILTERS)

    def action() -> str:
        page = call("graduation_cohort", user_ids=",".join(chosen), **values)
        return render("graduation/cohort_done.html", page=page)

    return forms.submit(
        action,
        lambda errors: render(
            "graduation/cohort.html",
            page=call("graduation_cohort_read", **filters),
            asked=filters,
            values=values,
            errors=errors,
            chosen=chosen,
        ),
    )

"""The first page and the dashboard."""

from __future__ import annotations

import hashlib

from bottle import Bottle, HTTPResponse

from web.http import caching, cookies, forms
from web.http.calls import call
from web.pages.render import render


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/", callback=home)
    app.get("/dashboard", callback=dashboard)
    app.post("/accounts/<user_id:id>/decide", callback=decide)


def home() -> HTTPResponse | str:
    """home/home.html: the result sets of home_read. Browsers keep it and ask for what is new."""
    body = render("home/home.html", page=call("home_read"))
    return caching.unless_known(body, hashlib.sha256(body.encode()).hexdigest()[:32])


def dashboard() -> str:
    """home/dashboard.html: the result sets of dashboard_read."""
    return render("home/dashboard.html", page=call("dashboard_read"))


def decide(user_id: int) -> HTTPResponse | str:
    """Fields: `decision` (approve, reject), `reason`. Shows the dashboard again on a refusal."""
    values = forms.read("decision", "reason")

    def action() -> HTTPResponse:
        call(
            "account_decide", user_id=user_id, decision=values["decision"], reason=values["reason"]
        )
        return cookies.see_other("/dashboard", "The person is told by mail.")

    return forms.submit(
        action,
        lambda errors: render(
            "home/dashboard.html", page=call("dashboard_read"), values=values, errors=errors
        ),
    )

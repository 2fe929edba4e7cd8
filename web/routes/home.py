"""The home page and the dashboard."""

from __future__ import annotations

import hashlib

from bottle import Bottle, HTTPResponse

from web import route
from web.http import caching
from web.http.calls import call
from web.pages.render import render
from web.route import Shown

DASHBOARD = Shown("home/dashboard.html", "dashboard_read")


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/", callback=home)
    route.get(app, "/dashboard", DASHBOARD)
    route.post(
        app,
        "/accounts/<user_id:id>/decide",
        "account_decide",
        again=DASHBOARD,
        then="/dashboard",
        said="Decision saved. We've emailed them.",
    )


def home() -> HTTPResponse | str:
    """Show the home page, or 304 where the browser's copy is current."""
    body = render("home/home.html", page=call("home_read"))
    return caching.unless_known(body, hashlib.sha256(body.encode()).hexdigest()[:32])

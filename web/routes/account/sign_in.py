"""Register, confirm, sign in and out, recover a password."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from functools import partial
from typing import Any

from bottle import Bottle, HTTPResponse, request

from web import passwords, route
from web.database.client import Page
from web.database.errors import ContractError
from web.http import cookies, csrf, forms
from web.http.addresses import local_path
from web.http.calls import call
from web.http.state import identity
from web.http.threads import in_thread
from web.pages.render import render
from web.route import Shown

REGISTRATION = Shown("account/register.html", "registration_form_read")
RESEND = Shown("account/confirm_resend.html", more={"sent": False})
FORGOT = Shown("account/forgot_password.html", more={"sent": False})
RESET = Shown("account/reset_password.html", "password_reset_read")


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/register", callback=register_form)
    route.post(
        app,
        "/register",
        "account_register",
        again=REGISTRATION,
        then="/confirm?sent=1",
        filled=_hashed,
    )
    # These two say the same whether or not there is such an account.
    app.get("/confirm", callback=partial(email_form, RESEND.template))
    route.post(app, "/confirm", "account_confirmation_send", again=RESEND, then="/confirm?sent=1")
    app.get("/forgot-password", callback=partial(email_form, FORGOT.template))
    route.post(
        app, "/forgot-password", "password_recover", again=FORGOT, then="/forgot-password?sent=1"
    )
    # The link only shows a button: mail scanners open links, but they press no buttons.
    route.get(app, "/confirm/<token>", Shown("account/confirm.html"))
    route.post(
        app, "/confirm/<token>", "account_confirm", again=_void, then="/login", said=_confirmed
    )
    app.get("/login", callback=login_form)
    app.post("/login", callback=login)
    app.get("/logout", callback=logout_by_link)
    app.post("/logout", callback=logout)
    route.get(app, "/reset-password/<token>", RESET)
    route.post(
        app,
        "/reset-password/<token>",
        "password_reset",
        again=RESET,
        then="/login",
        said="New password saved. Sign in with it.",
        filled=_hashed,
    )


def register_form() -> str:
    """Show the form to register as the `type` that the link names."""
    user_type = forms.read_query("type")["type"]
    return REGISTRATION(values={"user_type": user_type or "alumni"})


def email_form(template: str) -> str:
    """Show a form that takes an email address; with `sent`, say that a mail was sent."""
    return render(template, page=call("home_read"), sent=bool(request.query.get("sent")))


def _void(values: Mapping[str, Any], errors: Mapping[str, str], **_path: str) -> str:
    """Show the form to request a new link, and what is wrong with the old one."""
    return RESEND(values, {"": "".join(errors.values())})


def _confirmed(page: Page, **_path: str) -> str:
    if page.account.status == "active":
        return "Email address confirmed. Welcome!"
    return "Email address confirmed. The alumni office will review your account."


def login_form() -> str:
    """Show the form to sign in; `next` is where to go afterwards."""
    return render("account/login.html", page=call("home_read"), values=forms.read_query("next"))


def login() -> HTTPResponse | str:
    """Sign in. The box `restore` also restores a deleted account."""
    values = forms.read("email", "next", "remember", "restore")

    def action() -> HTTPResponse:
        sign_in(
            values["email"],
            forms.secret("password"),
            remember=bool(values["remember"]),
            restore=bool(values["restore"]),
        )
        return cookies.see_other(local_path(values["next"] or "/dashboard"))

    return forms.submit(
        action, lambda errors: render("account/login.html", values=values, errors=errors)
    )


def sign_in(email: str | None, password: str, *, remember: bool, restore: bool = False) -> None:
    """Open a session with a new token and end the browser's old one. Raises ContractError."""
    challenge = call("session_challenge", email=email, client_address=identity().address).challenge
    stored = challenge.password_hash
    verified = in_thread(passwords.verify, stored, password)
    rehash = None
    if verified and passwords.needs_rehash(stored):
        rehash = in_thread(passwords.hash_password, password)
    token = secrets.token_urlsafe(32)
    page = call(
        "session_open",
        attempt_id=challenge.attempt_id,
        is_verified=int(verified),
        token_hash=cookies.hash_of(token),
        is_remembered=int(remember),
        user_agent=(request.get_header("User-Agent") or "")[:255],
        password_rehash=rehash,
        replaced_token_hash=identity().token_hash,
        is_restoring=int(restore),
    )
    cookies.put("alumni_session", token, seconds=page.cookie.seconds)
    identity().viewer = page.viewer


def logout_by_link() -> HTTPResponse | str:
    """Sign out, but ask first if a link led here."""
    if csrf.is_by_link():
        return render("account/logout.html", page=call("home_read"))
    return logout()


def logout() -> HTTPResponse:
    """Sign out. Harmless if nobody is signed in."""
    try:
        call("session_close")
    except ContractError as refusal:
        if refusal.status not in (401, 404):
            raise
    cookies.forget("alumni_session")
    return cookies.see_other("/", "You are signed out.")


def _hashed(values: Mapping[str, Any]) -> dict[str, str]:
    """Hash the password that was typed twice."""
    password = new_password(values.get("email"))
    return {"password_hash": in_thread(passwords.hash_password, password)}


def new_password(email: str | None) -> str:
    """Return the password that was typed twice. Raises ContractError 422."""
    password = forms.secret("password")
    problem = passwords.problem_with(password, email)
    if problem:
        raise ContractError(422, problem, "password")
    if forms.secret("confirm_password") != password:
        raise ContractError(422, "The passwords don't match.", "confirm_password")
    return password

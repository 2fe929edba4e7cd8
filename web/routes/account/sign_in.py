"""Register, confirm, sign in and out, recover a password."""

from __future__ import annotations

import secrets

from bottle import Bottle, HTTPResponse, request

from web import passwords
from web.database.errors import ContractError
from web.http import cookies, csrf, forms
from web.http.addresses import local_path
from web.http.calls import call
from web.http.state import identity
from web.http.threads import in_thread
from web.pages.render import render

REGISTRATION = (
    "user_type",
    "first_name",
    "last_name",
    "email",
    "phone",
    "gender",
    "degree_id",
    "campus_id",
    "student_id",
    "graduation_year",
    "expected_graduation_year",
    "current_semester",
)
REMEMBERED_SECONDS = 90 * 86400


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/register", callback=register_form)
    app.post("/register", callback=register_submit)
    app.get("/confirm", callback=confirm_resend_form)
    app.post("/confirm", callback=confirm_resend)
    app.get("/confirm/<token>", callback=confirm_form)
    app.post("/confirm/<token>", callback=confirm)
    app.get("/login", callback=login_form)
    app.post("/login", callback=login)
    app.get("/logout", callback=logout_by_link)
    app.post("/logout", callback=logout)
    app.get("/forgot-password", callback=forgot_form)
    app.post("/forgot-password", callback=forgot)
    app.get("/reset-password/<token>", callback=reset_form)
    app.post("/reset-password/<token>", callback=reset)


def register_form() -> str:
    """account/register.html: page.degrees, page.campuses, values, errors."""
    user_type = forms.read_query("type")["type"]
    values = {"user_type": user_type or "alumni"}
    return render("account/register.html", page=call("registration_form_read"), values=values)


def register_submit() -> HTTPResponse | str:
    """Fields: REGISTRATION, `password`, `confirm_password`."""
    values = forms.read(*REGISTRATION)

    def action() -> HTTPResponse:
        password = new_password(values["email"])
        hashed = in_thread(passwords.hash_password, password)
        call("account_register", password_hash=hashed, **values)
        return cookies.see_other("/confirm?sent=1")

    return forms.submit(
        action,
        lambda errors: render(
            "account/register.html",
            page=call("registration_form_read"),
            values=values,
            errors=errors,
        ),
    )


def confirm_resend_form() -> str:
    """account/confirm_resend.html: sent (a link is on its way), values, errors."""
    sent = bool(request.query.get("sent"))
    return render("account/confirm_resend.html", page=call("home_read"), sent=sent)


def confirm_resend() -> HTTPResponse | str:
    """Field: `email`. Says the same whether or not there is such an account."""
    values = forms.read("email")

    def action() -> HTTPResponse:
        call("account_confirmation_send", **values)
        return cookies.see_other("/confirm?sent=1")

    return forms.submit(
        action,
        lambda errors: render(
            "account/confirm_resend.html", sent=False, values=values, errors=errors
        ),
    )


def confirm_form(token: str) -> str:
    """account/confirm.html: token.

    Opening the link changes nothing: scanners of mail open links as well. The button does.
    """
    return render("account/confirm.html", token=token)


def confirm(token: str) -> HTTPResponse | str:
    """No fields. On a link that is void, the page to ask for a new one."""

    def action() -> HTTPResponse:
        page = call("account_confirm", token=token)
        if page.account.status == "active":
            return cookies.see_other("/login", "Your address is confirmed. Welcome!")
        return cookies.see_other(
            "/login", "Your address is confirmed. The alumni office will approve your account."
        )

    return forms.submit(
        action,
        lambda errors: render(
            "account/confirm_resend.html", sent=False, errors={"": "".join(errors.values())}
        ),
    )


def login_form() -> str:
    """account/login.html: values (email, next), errors."""
    values = {"next": forms.read_query("next")["next"]}
    return render("account/login.html", page=call("home_read"), values=values)


def login() -> HTTPResponse | str:
    """Fields: `email`, `password`, `remember`, `next`; `restore` brings a deleted account back."""
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
    """Open a session under a new token; the one the browser had ends. Raises ContractError."""
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
    cookies.put("alumni_session", token, seconds=REMEMBERED_SECONDS if remember else None)
    identity().viewer = page.viewer


def logout_by_link() -> HTTPResponse | str:
    """End the session, unless another site caused this: then account/logout.html asks."""
    if csrf.is_cross_site():
        return render("account/logout.html", page=call("home_read"))
    return logout()


def logout() -> HTTPResponse:
    """No fields. Harmless when nobody is signed in."""
    try:
        call("session_close")
    except ContractError as refusal:
        if refusal.status not in (401, 404):
            raise
    cookies.forget("alumni_session")
    return cookies.see_other("/", "You are signed out.")


def forgot_form() -> str:
    """account/forgot_password.html: sent, values, errors."""
    sent = bool(request.query.get("sent"))
    return render("account/forgot_password.html", page=call("home_read"), sent=sent)


def forgot() -> HTTPResponse | str:
    """Field: `email`. Says the same whether or not there is such an account."""
    values = forms.read("email")

    def action() -> HTTPResponse:
        call("password_recover", **values)
        return cookies.see_other("/forgot-password?sent=1")

    return forms.submit(
        action,
        lambda errors: render(
            "account/forgot_password.html", sent=False, values=values, errors=errors
        ),
    )


def reset_form(token: str) -> str:
    """account/reset_password.html: page.reset.email, token, errors."""
    page = call("password_reset_read", token=token)
    return render("account/reset_password.html", page=page, token=token)


def reset(token: str) -> HTTPResponse | str:
    """Fields: `password`, `confirm_password`."""

    def action() -> HTTPResponse:
        password = new_password(None)
        hashed = in_thread(passwords.hash_password, password)
        call("password_reset", token=token, password_hash=hashed)
        return cookies.see_other("/login", "Your new password is set. Sign in with it.")

    return forms.submit(
        action,
        lambda errors: render(
            "account/reset_password.html",
            page=call("password_reset_read", token=token),
            token=token,
            errors=errors,
        ),
    )


def new_password(email: str | None) -> str:
    """Return the password that was typed twice. Raises ContractError 422."""
    password = forms.secret("password")
    problem = passwords.problem_with(password, email)
    if problem:
        raise ContractError(422, problem, "password")
    if forms.secret("confirm_password") != password:
        raise ContractError(422, "The two passwords differ.", "confirm_password")
    return password

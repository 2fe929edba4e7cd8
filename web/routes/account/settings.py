"""One's own account: address, password, sessions, what is stored, leaving and coming back."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from bottle import Bottle, HTTPResponse, response

from web import passwords
from web.database.errors import ContractError
from web.files import archive
from web.http import cookies, forms
from web.http.calls import call
from web.http.state import identity
from web.http.threads import in_thread
from web.pages.render import render
from web.routes.account.sign_in import new_password


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/account", callback=overview)
    app.get("/account/email", callback=email_form)
    app.post("/account/email", callback=email_change)
    app.get("/account/confirm/<token>", callback=email_confirm_form)
    app.post("/account/confirm/<token>", callback=email_confirm)
    app.get("/account/password", callback=password_form)
    app.post("/account/password", callback=password_change)
    app.post("/account/sessions/<session_id:id>/close", callback=session_close)
    app.post("/account/sessions/close", callback=session_close_all)
    app.get("/account/export", callback=export)
    app.get("/delete_account", callback=delete_form)
    app.post("/delete_account", callback=delete)
    app.get("/account/restore/<token>", callback=restore_form)
    app.post("/account/restore/<token>", callback=restore)


def overview() -> str:
    """account/settings.html: page.account, page.sessions."""
    return _page("settings")


def _page(name: str) -> str:
    return render(f"account/{name}.html", page=call("account_settings_read"))


def _form(
    name: str, action: Callable[[], HTTPResponse], **values: str | None
) -> HTTPResponse | str:
    """Carry out a form of one of these pages, or show it again with what was wrong."""

    def show(errors: dict[str, str]) -> str:
        page = call("account_settings_read")
        return render(f"account/{name}.html", page=page, values=values, errors=errors)

    return forms.submit(action, show)


def email_form() -> str:
    """account/settings_email.html: page.account, values, errors."""
    return _page("settings_email")


def email_change() -> HTTPResponse | str:
    """Fields: `email`, `current_password`."""
    values = forms.read("email")

    def action() -> HTTPResponse:
        attempt_id, is_verified = _attempt()
        page = call(
            "email_change", attempt_id=attempt_id, is_verified=is_verified, email=values["email"]
        )
        return cookies.see_other(
            "/account", f"A mail is on its way to {page.change.new_email}: open the link in it."
        )

    return _form("settings_email", action, **values)


def email_confirm_form(token: str) -> str:
    """account/email_confirm.html: token. The button confirms, not the scanner of mails."""
    return render("account/email_confirm.html", token=token)


def email_confirm(token: str) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        email = call("email_change_confirm", token=token).account.email
        there = "/account" if identity().viewer else "/login"
        return cookies.see_other(there, f"Your address is {email} now.")

    return forms.submit(
        action, lambda errors: render("account/email_confirm.html", token=token, errors=errors)
    )


def password_form() -> str:
    """account/settings_password.html: page.account, errors."""
    return _page("settings_password")


def password_change() -> HTTPResponse | str:
    """Fields: `current_password`, `password`, `confirm_password`."""

    def action() -> HTTPResponse:
        password = new_password(None)
        attempt_id, is_verified = _attempt()
        hashed = in_thread(passwords.hash_password, password)
        call(
            "password_change",
            attempt_id=attempt_id,
            is_verified=is_verified,
            password_hash=hashed,
        )
        return cookies.see_other(
            "/account", "Your new password is set. Every other browser is signed out."
        )

    return _form("settings_password", action)


def _attempt() -> tuple[int, int]:
    """Compare the current password; returns the attempt and whether it was right.

    Counted as a try to sign in. Raises ContractError.
    """
    password = forms.secret("current_password")
    email = call("account_settings_read").account.email
    if not password:
        raise ContractError(422, "Enter your current password.", "current_password")
    challenge = call("session_challenge", email=email, client_address=identity().address).challenge
    is_right = in_thread(passwords.verify, challenge.password_hash, password)
    return challenge.attempt_id, int(is_right)


def session_close(session_id: int) -> HTTPResponse:
    """No fields."""
    call("session_close", session_id=session_id)
    return cookies.see_other("/account", "That browser is signed out.")


def session_close_all() -> HTTPResponse:
    """No fields. This browser is signed out as well."""
    call("session_close_all")
    cookies.forget("alumni_session")
    return cookies.see_other("/login", "You are signed out everywhere.")


def export() -> IO[bytes]:
    """Send all that is stored about the person, as a file to save."""
    page = call("account_export")
    packed = archive.pack(
        page.items,
        page.files,
        lambda file: call("account_export_file", media_file_id=file.media_file_id).file.content,
    )
    response.content_type = "application/zip"
    response.set_header("Content-Disposition", 'attachment; filename="alumni-sync-my-data.zip"')
    return packed


def delete_form() -> str:
    """account/delete.html: page.account."""
    return _page("delete")


def delete() -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("account_delete")
        cookies.forget("alumni_session")
        return cookies.see_other(
            "/", "Your account is deleted. The mail that we sent you brings it back."
        )

    return _form("delete", action)


def restore_form(token: str) -> str:
    """account/restore.html: token. The button restores, not the scanner of mails."""
    return render("account/restore.html", token=token)


def restore(token: str) -> HTTPResponse | str:
    """No fields."""
    call("account_restore", token=token)
    return cookies.see_other("/login", "Welcome back! Sign in, and everything is as it was.")

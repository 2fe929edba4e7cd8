"""Your own account: email address, password, sessions, export, deletion and restoring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from bottle import Bottle, HTTPResponse, response

from web import passwords, route
from web.database.client import Page
from web.database.errors import ContractError
from web.files import archive
from web.http import cookies, forms
from web.http.calls import call
from web.http.state import identity
from web.http.threads import in_thread
from web.route import Shown
from web.routes.account.sign_in import new_password

EMAIL = Shown("account/settings_email.html", "account_settings_read")
PASSWORD = Shown("account/settings_password.html", "account_settings_read")
DELETION = Shown("account/delete.html", "account_settings_read")
# Links from mails only show a button: mail scanners open links, but they press no buttons.
CONFIRMATION = Shown("account/email_confirm.html")
RESTORING = Shown("account/restore.html")


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(app, "/account", Shown("account/settings.html", "account_settings_read"))
    route.get(app, "/account/email", EMAIL)
    route.post(
        app,
        "/account/email",
        "email_change",
        again=EMAIL,
        filled=_attempt,
        then="/account",
        said="We've sent a link to {change.new_email}. Open it to confirm the address.",
    )
    route.get(app, "/account/confirm/<token>", CONFIRMATION)
    route.post(
        app,
        "/account/confirm/<token>",
        "email_change_confirm",
        again=CONFIRMATION,
        then=_account_or_login,
        said="Your email address is now {account.email}.",
    )
    route.get(app, "/account/password", PASSWORD)
    route.post(
        app,
        "/account/password",
        "password_change",
        again=PASSWORD,
        filled=_new_password,
        then="/account",
        said="New password saved. All other browsers have been signed out.",
    )
    route.post(
        app,
        "/account/sessions/<session_id:id>/close",
        "session_close",
        then="/account",
        said="That browser has been signed out.",
    )
    app.post("/account/sessions/close", callback=session_close_all)
    app.get("/account/export", callback=export)
    route.get(app, "/delete_account", DELETION)
    route.post(
        app,
        "/delete_account",
        "account_delete",
        again=DELETION,
        then=_signed_out,
        said="Account deleted. To restore it, use the link in the email we sent you.",
    )
    route.get(app, "/account/restore/<token>", RESTORING)
    route.post(
        app,
        "/account/restore/<token>",
        "account_restore",
        then="/login",
        said="Welcome back! Your account is restored. Sign in to continue.",
    )


def _account_or_login(_page: Page, **_path: str) -> str:
    return "/account" if identity().viewer else "/login"


def _new_password(values: Mapping[str, Any]) -> dict[str, Any]:
    """Verify the current password and hash the new one, which was typed twice."""
    password = new_password(None)
    return {**_attempt(values), "password_hash": in_thread(passwords.hash_password, password)}


def _attempt(_values: Mapping[str, Any]) -> dict[str, int]:
    """Verify the current password. It counts as an attempt to sign in. Raises ContractError."""
    password = forms.secret("current_password")
    email = call("account_settings_read").account.email
    if not password:
        raise ContractError(422, "Enter your current password.", "current_password")
    challenge = call("session_challenge", email=email, client_address=identity().address).challenge
    is_right = in_thread(passwords.verify, challenge.password_hash, password)
    return {"attempt_id": challenge.attempt_id, "is_verified": int(is_right)}


def _signed_out(_page: Page) -> str:
    """Forget the session, which ended with the account."""
    cookies.forget("alumni_session")
    return "/"


def session_close_all() -> HTTPResponse:
    """Sign out every browser, this one as well."""
    call("session_close_all")
    cookies.forget("alumni_session")
    return cookies.see_other("/login", "You are signed out everywhere.")


def export() -> IO[bytes]:
    """Send everything that is stored about the person as a download."""
    page = call("account_export")
    packed = archive.pack(
        page.items,
        page.files,
        lambda file: call("account_export_file", media_file_id=file.media_file_id).file.content,
    )
    response.content_type = "application/zip"
    response.set_header("Content-Disposition", 'attachment; filename="alumni-sync-my-data.zip"')
    return packed

"""What tests about accounts do again and again: sign in, read the last mail's token."""

from __future__ import annotations

import json
import secrets
from typing import Any

from tests.support.database import PASSWORD_HASH, Client, Database, Row


def new_email() -> str:
    """Return an address that nobody has."""
    return f"p{secrets.token_hex(8)}@example.org"


def new_hash() -> bytes:
    """Return what stands for the SHA-256 of a new token."""
    return secrets.token_bytes(32)


def email_of(db: Client, user_id: int) -> str:
    """Return the address of an account."""
    return str(db.value("SELECT email FROM users WHERE id = %s", user_id))


def register(client: Client, **changes: Any) -> Row:
    """Register an alumnus, or what the changes say; returns the account."""
    values: dict[str, Any] = {
        "user_type": "alumni",
        "first_name": "Grace",
        "last_name": "Hopper",
        "email": new_email(),
        "password_hash": PASSWORD_HASH,
    }
    account = client.call("account_register", None, **{**values, **changes}).account
    assert isinstance(account, Row)
    return account


def token_of(db: Client, user_id: int, template: str) -> str:
    """Return the token in the last mail of that template to a person."""
    data = db.value(
        "SELECT data FROM mail_outbox WHERE recipient_id = %s AND template = %s"
        " ORDER BY id DESC LIMIT 1",
        user_id,
        template,
    )
    return str(json.loads(data)["token"])


def mails_to(db: Client, user_id: int) -> list[str]:
    """Return the templates of the mails to a person, in order."""
    rows = db.rows("SELECT template FROM mail_outbox WHERE recipient_id = %s ORDER BY id", user_id)
    return [str(row.template) for row in rows]


def sign_in(client: Client, email: str, *, is_verified: int = 1, **more: Any) -> Row:
    """Go through both steps of signing in; returns the viewer."""
    challenge = client.call("session_challenge", email, more.pop("address", None)).challenge
    values: dict[str, Any] = {"token_hash": new_hash(), "is_remembered": 0, "user_agent": "pytest"}
    viewer = client.call(
        "session_open", challenge.attempt_id, is_verified, **{**values, **more}
    ).viewer
    assert isinstance(viewer, Row)
    return viewer


def viewer_of(client: Client, token_hash: bytes | None) -> Row | None:
    """Return whom a token speaks for, and check that the session variables say the same."""
    viewer = client.call("session_use", token_hash, "192.0.2.1", "request").viewer
    assert viewer is None or isinstance(viewer, Row)
    assert client.value("SELECT @actor_id") == (viewer and viewer.id)
    assert client.value("SELECT @session_id") == (viewer and viewer.session_id)
    return viewer


def set_setting(db: Database, name: str, value: str) -> str:
    """Change a setting; returns the value before."""
    before = str(db.value("SELECT setting_of(%s)", name))
    db.rows("UPDATE settings SET value = %s WHERE name = %s", value, name)
    return before

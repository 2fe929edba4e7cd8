"""`call`: how routes reach the database."""

from __future__ import annotations

from typing import Any

from web.database.client import Page
from web.database.errors import ContractError
from web.http.state import identity, state


def call(name: str, /, **parameters: Any) -> Page:  # noqa: ANN401 - any SQL value
    """Call a procedure as the sender of this request. Raises ContractError, DatabaseAwayError."""
    return state().database.call(identity(), name, **parameters)


def require_session() -> None:
    """Refuse a request without a session that the database knows. Raises ContractError 401."""
    who = identity()
    found = state().database.call_plainly(
        "session_use",
        token_hash=who.token_hash,
        client_address=who.address,
        request_id=who.request_id,
    )
    if found.sets["viewer"] is None:
        raise ContractError(401, "Sign in to continue.")

"""`call`: how routes reach the database."""

from __future__ import annotations

from typing import Any

from web.database.client import Page
from web.http.state import identity, state


def call(name: str, /, **parameters: Any) -> Page:  # noqa: ANN401 - any SQL value
    """Call a procedure as the sender of this request. Raises ContractError, DatabaseAwayError."""
    return state().database.call(identity(), name, **parameters)

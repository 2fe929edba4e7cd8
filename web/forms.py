"""Forms: read what was typed, call, and show it again with what was wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bottle import HTTPResponse, request, response

from web.errors import ContractError

CONTROL = "control"


def read(*names: str) -> dict[str, str | None]:
    """Return fields of the form by name: without blanks around, None where nothing was typed.

    Raises ContractError 400 for bytes that are no text.
    """
    return {name: _clean(request.forms.get(name)) for name in names}


def read_query(*names: str) -> dict[str, str | None]:
    """Return values of the address's query, as `read` returns fields."""
    return {name: _clean(request.query.get(name)) for name in names}


def secret(name: str) -> str:
    """Return a password field exactly as typed."""
    return _text(request.forms.get(name)) or ""


def is_checked(name: str) -> bool:
    """Return whether a box is checked."""
    return bool(request.forms.get(name))


def _clean(raw: str | None) -> str | None:
    value = _text(raw)
    # Browsers send line ends as CR LF; what is stored and counted is what was typed.
    return value.replace("\r\n", "\n").strip() or None if value else None


def _text(raw: str | None) -> str | None:
    # WSGI hands bytes over as Latin-1.
    if raw is None:
        return None
    try:
        return raw.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        raise ContractError(400, "The form has bytes that are no text (UTF-8).") from None


def submit(
    action: Callable[[], HTTPResponse],
    show: Callable[[dict[str, str]], str],
) -> HTTPResponse | str:
    """Carry out what a form asks for, or show the form again with what was wrong.

    `action` calls the procedure and returns where to go on; `show` renders the form with errors by
    field ('' for what is about no field). Refusals that the form cannot mend are error pages.
    """
    try:
        return action()
    except ContractError as refusal:
        if not refusal.is_about_values:
            raise
        page = show({refusal.field or "": refusal.sentence})
        response.status = refusal.status
        if refusal.retry_after:
            response.set_header("Retry-After", str(refusal.retry_after))
        return page


def value_of(values: Any, name: str) -> Any:  # noqa: ANN401
    """Return a value of a form by name: from what was typed or from a row; None where absent."""
    return values.get(name) if values else None

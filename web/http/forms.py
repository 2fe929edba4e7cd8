"""Forms: read what was typed, call, and show it again with what was wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bottle import FormsDict, HTTPResponse, request, response

from web.database.errors import ContractError


@dataclass(frozen=True)
class Upload:
    """A file that came with a form."""

    name: str
    content: bytes


def read(*names: str) -> dict[str, str | None]:
    """Return fields of the form by name: without blanks around, None where nothing was typed.

    Raises ContractError 400 for bytes that are no text.
    """
    return {name: _clean(_text(request.forms, name)) for name in names}


def read_query(*names: str) -> dict[str, str | None]:
    """Return values of the address's query, as `read` returns fields."""
    return {name: _clean(_text(request.query, name)) for name in names}


def carried(text: str | None) -> int:
    """Return a count that the form of a job in parts carries along; 0 where it is no number."""
    return int(text[:12]) if text and text[:12].isdecimal() else 0


def read_all(name: str) -> list[str]:
    """Return the values of all fields of one name, such as checkboxes that are ticked."""
    found = (_clean(_text(FormsDict({name: raw}), name)) for raw in request.forms.getall(name))
    return [value for value in found if value]


def secret(name: str) -> str:
    """Return a password field exactly as typed."""
    return _text(request.forms, name) or ""


def file(name: str) -> Upload | None:
    """Return a file; None where none was chosen. Raises ContractError 400."""
    found = request.files.get(name)
    if found is None or not found.raw_filename:
        return None
    # Some browsers send the folders as well.
    bare = _valid(found.raw_filename).replace("\\", "/").rpartition("/")[2].strip()
    # It may have been read before.
    found.file.seek(0)
    return Upload(bare, found.file.read())


def _clean(value: str | None) -> str | None:
    # Browsers send line ends as CR LF; what is stored and counted is what was typed.
    return value.replace("\r\n", "\n").strip() or None if value else None


def _text(fields: FormsDict, name: str) -> str | None:
    raw = fields.get(name)
    if not isinstance(raw, str):
        return None
    try:
        # Bottle hands the bytes of an ordinary form over as Latin-1, those of a multipart one
        # decoded.
        return raw.encode("latin-1").decode() if fields.recode_unicode else _valid(raw)
    except UnicodeError:
        raise ContractError(400, "The form contains bytes that aren't valid UTF-8.") from None


def _valid(text: str) -> str:
    """Return a text unless it has halves of characters, which a strange encoding can give."""
    try:
        text.encode()
    except UnicodeError:
        raise ContractError(400, "The form contains invalid characters.") from None
    return text


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
        return _refused(refusal, show)


def filtered(
    asked: dict[str, str | None], show: Callable[[dict[str, Any], dict[str, str]], str]
) -> str:
    """Show a list by what the address asks for; where it has no such value, all and what was wrong.

    `show` calls the procedure with these filters and renders the list with errors by field.
    """
    try:
        return show(asked, {})
    except ContractError as refusal:
        return _refused(refusal, lambda errors: show({}, errors))


def _refused(
    refusal: ContractError,
    show: Callable[[dict[str, str]], str],
) -> str:
    """Show a page again with what was wrong, and its status; raises what no form can mend."""
    if not refusal.is_about_values:
        raise refusal
    page = show({refusal.field or "": refusal.sentence})
    response.status = refusal.status
    if refusal.retry_after:
        response.set_header("Retry-After", str(refusal.retry_after))
    return page

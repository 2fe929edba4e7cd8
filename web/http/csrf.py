"""Forms of other sites are refused: by where they come from, and by a token that only we give."""

from __future__ import annotations

from urllib.parse import urlsplit

from bottle import request

from web.database.errors import ContractError
from web.http import cookies
from web.http.state import state

FIELD = "csrf_token"
_OWN = ("same-origin", "none")
FOREIGN = ("cross-site", "same-site")
"""What browsers say in Sec-Fetch-Site of a request that another site caused."""


def token() -> str:
    """Return the token for forms of this browser and session."""
    return state().csrf.signature(_bound_to())


_EXPIRED = (
    "This form has expired, perhaps because you signed in or out in the meantime. "
    "Go back, reload the page and send it again."
)


def check_sender() -> None:
    """Refuse a form that another site has sent, by its headers. Raises ContractError 403.

    Nor can a browser have a form of ours to which we never gave a name.
    """
    site = request.get_header("Sec-Fetch-Site")
    origin = request.get_header("Origin")
    if (site is not None and site not in _OWN) or (origin is not None and not _is_own(origin)):
        raise ContractError(403, "This form was sent by another site. Nothing was changed.")
    if not cookies.has_visitor():
        raise ContractError(403, _EXPIRED)


def check(sent: str | None) -> None:
    """Refuse a form without our token. Raises ContractError 403."""
    if not sent or not state().csrf.matches(_bound_to(), sent):
        raise ContractError(403, _EXPIRED)


def _is_own(origin: str) -> bool:
    # A proxy in front may ask us by another name than the browser asked the proxy.
    own = (request.urlparts.netloc, urlsplit(state().settings.public_url).netloc)
    scheme, _, place = origin.partition("://")
    return scheme in ("http", "https") and place in own


def is_by_link() -> bool:
    """Return whether a page caused this request, of this site or another: nobody typed the address.

    Members write links too, in posts and messages.
    """
    return bool(request.get_header("Sec-Fetch-Site", "none") != "none")


def _bound_to() -> str:
    return f"{cookies.visitor()} {cookies.session_token() or ''}"

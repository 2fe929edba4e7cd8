"""The WSGI application: request in, routes, answer out."""

from __future__ import annotations

import contextlib
import re
import secrets
import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote

import bottle
import pymysql
from bottle import Bottle, HTTPError, HTTPResponse, request, response
from whitenoise import WhiteNoise

from web import logs, route, routes
from web.database.client import Identity
from web.database.contract import needs_of_code
from web.database.errors import ContractError, DatabaseAwayError, SchemaMismatchError
from web.http import cookies, csrf, headers, proxies, uploads
from web.http.calls import call, require_session
from web.http.compression import Compressed
from web.http.state import State, attach, identity
from web.pages.render import render
from web.settings import WebSettings

# uploads.receive has refused what is larger; within that, no part of a form is too large.
bottle.BaseRequest.MEMFILE_MAX = uploads.LARGEST_BODY
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_TOKEN_PATH = re.compile(
    r"(^/check-in/|^/unsubscribe/|/(?:calendar|confirm|reset-password|restore)/).+"
)
ONE_CLICK = "/unsubscribe/"
_TITLES = {
    400: "We couldn't understand this request",
    401: "Please sign in",
    403: "You don't have access to this page",
    404: "Page not found",
    405: "You can't do that here",
    409: "This is no longer possible",
    411: "The request doesn't state its length",
    413: "This is too large",
    422: "Check what you entered",
    429: "Too many attempts",
    500: "Something went wrong",
    503: "We'll be back in a moment",
}
_SENTENCES = {
    404: "Check the address. The page may have been moved or deleted.",
    405: "This address exists, but it doesn't accept this kind of request.",
    500: "The error is on our side, and we have logged it.",
    503: "We can't reach the database right now. Nothing was lost. Try again in a moment.",
}


def make_app(settings: WebSettings) -> Callable[..., Iterable[bytes]]:
    """Return the application. Raises SchemaMismatchError.

    Where the database cannot be reached, /readyz tells when it is there.
    """
    site = Bottle()
    site.router.add_filter("id", lambda _: (r"[1-9][0-9]{0,17}", int, str))
    for module in routes.MODULES:
        module.register(site)
    application = State.of(settings)
    application.database.needs = (*needs_of_code(Path(__file__).parent), *route.needs_of(site))
    with contextlib.suppress(DatabaseAwayError):
        application.database.learn()
    site.add_hook("before_request", _before)
    site.default_error_handler = _error_page
    site.install(_refusals)
    files = WhiteNoise(
        Compressed(_Shell(site, application)),
        root=str(application.static.folder),
        prefix="static/",
        immutable_file_test=application.static.is_immutable,
        allow_all_origins=False,
        add_headers_function=lambda found, _path, _url: found.__setitem__(
            "X-Content-Type-Options", "nosniff"
        ),
    )
    return proxies.TrustedProxies(files, settings.trusted_proxies)


class _Shell:
    """Gives each request an id and an identity, completes the headers, writes the log line."""

    def __init__(self, routes: Bottle, application: State) -> None:
        self._routes = routes
        self._application = application

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        began = time.perf_counter()
        given = environ.get("HTTP_X_REQUEST_ID", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        _make_readable(environ)
        who = Identity(address=environ.get("REMOTE_ADDR") or None, request_id=request_id)
        attach(environ, self._application, who)
        is_secure = environ.get("wsgi.url_scheme") == "https"

        def start(status: str, found: list[tuple[str, str]], *rest: Any) -> Any:  # noqa: ANN401
            complete = headers.complete(found, is_secure=is_secure)
            complete += [("X-Request-Id", request_id), ("X-Round-Trips", str(who.round_trips))]
            logs.write(
                "request",
                request_id=request_id,
                method=environ.get("REQUEST_METHOD"),
                # Tokens are in paths of links from mails.
                path=_TOKEN_PATH.sub(r"\1...", environ["PATH_INFO"]),
                status=int(status[:3]),
                ms=round((time.perf_counter() - began) * 1000, 1),
                round_trips=who.round_trips,
                user=who.viewer.id if who.viewer else None,
            )
            return start_response(status, complete, *rest)

        answer: Iterable[bytes] = self._routes(environ, start)
        return answer


def _make_readable(environ: dict[str, Any]) -> None:
    """Replace bytes that are no text in the headers: Bottle would stumble over them."""
    for name, value in environ.items():
        if name.startswith("HTTP_") and not value.isascii():
            text = value.encode("latin-1", "replace").decode(errors="replace")
            environ[name] = text.encode().decode("latin-1")


def _before() -> None:
    """Find out who claims to ask, and read and check what is sent.

    What costs least comes first: the address, the sender, the size, and for a large file the
    session. A body that nobody wants is not read.
    """
    identity().token_hash = cookies.hash_of(cookies.session_token())
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    # Without such a route there is a 404 or 405.
    asked, _ = request.app.router.match(request.environ)
    # Mail programs send this without having seen a page: the token in the address is the proof.
    is_one_click = request.path.startswith(ONE_CLICK)
    try:
        if not is_one_click:
            csrf.check_sender()
        takes_files = route.takes_files(asked)
        if takes_files and uploads.length_of(request.environ) > uploads.LARGEST_FORM:
            require_session()
        uploads.receive(request.environ, takes_files=takes_files)
        sent = request.forms.get(csrf.FIELD)
        if not is_one_click:
            csrf.check(sent)
    except (DatabaseAwayError, SchemaMismatchError) as away:
        raise _away(away) from None
    except ContractError as refusal:
        raise _as_response(refusal) from None
    except (ValueError, LookupError, HTTPError) as error:
        # Bottle's own answer to a malformed multipart body; an encoding that nobody knows.
        status = getattr(error, "status_code", HTTPStatus.BAD_REQUEST)
        raise _as_response(
            ContractError(int(status), "We couldn't read the form. Send it again.")
        ) from None


def _refusals(callback: Callable[..., Any]) -> Callable[..., Any]:
    """Turn what routes raise into answers."""

    def wrapper(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        try:
            return callback(*arguments, **named)
        except HTTPResponse:
            raise
        except ContractError as refusal:
            return _as_response(refusal)
        except (DatabaseAwayError, SchemaMismatchError) as away:
            return _away(away)
        except Exception as defect:  # noqa: BLE001 - nobody sees a stack trace
            logs.write_defect("defect", defect, request_id=identity().request_id)
            return _as_response(ContractError(500, _SENTENCES[500]))

    return wrapper


def _away(away: Exception) -> HTTPResponse:
    logs.write("database away", reason=str(away), request_id=identity().request_id)
    return _as_response(ContractError(503, _SENTENCES[503], retry_after=5))


def _as_response(refusal: ContractError) -> HTTPResponse:
    """Return the page that says why a request is refused, or the way to sign in."""
    if refusal.status == HTTPStatus.UNAUTHORIZED and request.method == "GET" and _wants_html():
        there = request.path + (f"?{request.query_string}" if request.query_string else "")
        return cookies.see_other(f"/login?next={quote(there, safe='')}")
    if refusal.retry_after:
        response.set_header("Retry-After", str(refusal.retry_after))
    return cookies.answer(_body(refusal.status, refusal.sentence), refusal.status)


def _error_page(error: HTTPError) -> str:
    """Bottle found no route, no method, or a defect of its own."""
    status = error.status_code
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR and error.exception:
        logs.write_defect("defect", error.exception, request_id=identity().request_id)
    # Who has a session stays recognised on a page that is not there.
    with contextlib.suppress(ContractError, DatabaseAwayError, SchemaMismatchError, pymysql.Error):
        if identity().token_hash and not identity().round_trips:
            call("home_read")
    response.status = status
    for name, value in error.headers.items():
        if name.lower() not in ("content-type", "content-length"):
            response.set_header(name, value)
    return _body(status, _SENTENCES.get(status, "Check the address and try again."))


def _body(status: int, sentence: str) -> str:
    if not _wants_html():
        response.content_type = "text/plain; charset=utf-8"
        return f"{sentence}\n"
    heading = _TITLES.get(status, "You can't do that")
    return render("error.html", status=status, heading=heading, sentence=sentence)


def _wants_html() -> bool:
    accepted = request.get_header("Accept") or "*/*"
    return "text/html" in accepted or "*/*" in accepted

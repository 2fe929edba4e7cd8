"""The application's state, as routes find it while they handle a request."""

from __future__ import annotations

from dataclasses import dataclass

from bottle import request

from web.database.client import Database, Identity
from web.http.signing import Signer
from web.http.static_files import StaticFiles
from web.live.hub import Hub
from web.settings import WebSettings

_KEY = "alumni.state"
_IDENTITY = "alumni.identity"


@dataclass(frozen=True)
class State:
    """One application: its settings, its database, its static files."""

    settings: WebSettings
    database: Database
    static: StaticFiles
    live: Hub
    csrf: Signer
    flash: Signer

    @classmethod
    def of(cls, settings: WebSettings) -> State:
        """Make the state from the settings."""
        keys = (settings.secret_key, *settings.old_secret_keys)
        return cls(
            settings,
            Database(settings.database),
            StaticFiles(settings.home / "static"),
            Hub(settings.database),
            Signer(keys, "csrf"),
            Signer(keys, "flash"),
        )


def state() -> State:
    """Return the application's state, inside a request."""
    found: State = request.environ[_KEY]
    return found


def identity() -> Identity:
    """Return who the request comes from."""
    found: Identity = request.environ[_IDENTITY]
    return found


def attach(environ: dict[str, object], application: State, who: Identity) -> None:
    """Put both where the routes find them."""
    environ[_KEY] = application
    environ[_IDENTITY] = who

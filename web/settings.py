"""What the web process knows, from the variables that `./alumni up` hands to it.

It runs with an account of its own that may only EXECUTE its procedures, and never sees the
administrator's. tools/settings.py builds on this.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from web import variables

SettingsError = variables.SettingsError
DEFAULT_PORT = 5000
MOST_WORKERS = 256


@dataclass(frozen=True)
class DatabaseSettings:
    """How to reach a MySQL server, and as whom."""

    user: str
    password: str
    name: str
    host: str | None = None
    port: int | None = None
    socket: str | None = None


@dataclass(frozen=True)
class MailSettings:
    """Where mail goes: an SMTP server, or a folder when no server is named."""

    folder: Path
    sender: str
    smtp_host: str | None = None
    smtp_port: int = 587
    smtp_user: str | None = None
    smtp_password: str | None = None
    smtp_security: str = "starttls"


@dataclass(frozen=True)
class WebSettings:
    """What the web process knows: its own database account and no other."""

    home: Path
    database: DatabaseSettings
    secret_key: str
    host: str
    port: int
    workers: int
    public_url: str
    trusted_proxies: tuple[str, ...]
    mail: MailSettings
    old_secret_keys: tuple[str, ...] = ()
    """Keys that were replaced: what they signed is accepted, newest first."""
    listener: int | None = None
    """Descriptor of the listening socket that `./alumni up` has opened."""


def environment_of(web: WebSettings) -> dict[str, str]:
    """Return the variables from which `load_web` in the web process makes the same WebSettings."""
    database = web.database
    return {
        "ALUMNI_HOME": str(web.home),
        "ALUMNI_WEB_DB_USER": database.user,
        "ALUMNI_WEB_DB_PASSWORD": database.password,
        "ALUMNI_WEB_DB_NAME": database.name,
        "ALUMNI_WEB_DB_HOST": database.host or "",
        "ALUMNI_WEB_DB_PORT": str(database.port or ""),
        "ALUMNI_WEB_DB_SOCKET": database.socket or "",
        "SECRET_KEY": web.secret_key,
        "SECRET_KEY_FALLBACKS": " ".join(web.old_secret_keys),
        "HOST": web.host,
        "PORT": str(web.port),
        "WEB_WORKERS": str(web.workers),
        "PUBLIC_URL": web.public_url,
        "TRUSTED_PROXIES": " ".join(web.trusted_proxies),
        "SMTP_HOST": web.mail.smtp_host or "",
        "SMTP_PORT": str(web.mail.smtp_port),
        "SMTP_USER": web.mail.smtp_user or "",
        "SMTP_PASSWORD": web.mail.smtp_password or "",
        "SMTP_SECURITY": web.mail.smtp_security,
        "MAIL_SENDER": web.mail.sender,
    }


def load_web(environ: Mapping[str, str] | None = None) -> WebSettings:
    """Read the configuration of the web process from what `./alumni up` handed to it."""
    values = given_in(os.environ if environ is None else environ)
    if "ALUMNI_WEB_DB_USER" not in values:
        raise SettingsError("./alumni up starts the web and hands it its account: run that.")
    port = values.get("ALUMNI_WEB_DB_PORT")
    listener = values.get("ALUMNI_WEB_LISTENER")
    account = DatabaseSettings(
        user=values["ALUMNI_WEB_DB_USER"],
        password=values["ALUMNI_WEB_DB_PASSWORD"],
        name=values["ALUMNI_WEB_DB_NAME"],
        host=values.get("ALUMNI_WEB_DB_HOST"),
        port=int(port) if port else None,
        socket=values.get("ALUMNI_WEB_DB_SOCKET"),
    )
    key = variables.signing_key("SECRET_KEY", values.get("SECRET_KEY", ""))
    web = settings_from(values, Path(values["ALUMNI_HOME"]), account, key)
    return replace(web, listener=int(listener) if listener else None)


def settings_from(
    values: Mapping[str, str], home: Path, account: DatabaseSettings, key: str
) -> WebSettings:
    """Return what variables say about the web, with its account and the key it signs with."""
    host = values.get("HOST", "127.0.0.1").removeprefix("[").removesuffix("]")
    port = variables.number(values, "PORT", DEFAULT_PORT)
    cores = os.cpu_count() or 1
    return WebSettings(
        home=home,
        database=account,
        secret_key=key,
        old_secret_keys=variables.signing_keys(values, "SECRET_KEY_FALLBACKS"),
        host=host,
        port=port,
        workers=variables.number(values, "WEB_WORKERS", min(cores, 4), highest=MOST_WORKERS),
        public_url=variables.web_address(values, "PUBLIC_URL", local_url(host, port)),
        trusted_proxies=variables.networks(values, "TRUSTED_PROXIES"),
        mail=MailSettings(
            folder=home / "mail",
            sender=variables.sender(values, "MAIL_SENDER", "Alumni Sync <alumni@localhost>"),
            smtp_host=values.get("SMTP_HOST"),
            smtp_port=variables.number(values, "SMTP_PORT", 587),
            smtp_user=values.get("SMTP_USER"),
            smtp_password=values.get("SMTP_PASSWORD"),
            smtp_security=variables.choice(
                values, "SMTP_SECURITY", ("none", "starttls", "tls"), "starttls"
            ),
        ),
    )


def reachable(host: str) -> str:
    """Return an address at which this machine reaches a server that listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104


def local_url(host: str, port: int) -> str:
    """Return the address of the site for a browser on this machine."""
    name = reachable(host)
    return f"http://{f'[{name}]' if ':' in name else name}:{port}"


def given_in(values: Mapping[str, str | None]) -> dict[str, str]:
    """Return the variables that have a value: an empty one counts as unset."""
    return {name: value for name, value in values.items() if value}

"""Configuration: the environment first, then `.env` in the checkout, then defaults.

Variables (all optional)

    ALUMNI_HOME        folder for everything written at run time   <checkout>/.alumni
    ALUMNI_CACHE       folder for what is fetched once a user       the user's cache folder
    DB_HOST DB_PORT    a MySQL server that you run ...              a private server is started
    DB_SOCKET          ... or its socket
    DB_USER DB_PASSWORD   its administrator account                 root, empty
    DB_NAME            schema                                       alumni_sync
    SECRET_KEY         signs cookies                                generated in ALUMNI_HOME
    PUBLIC_URL         address in mails                             http://<host>:<port>
    HOST PORT          where the web listens                        127.0.0.1, 5000
    WEB_WORKERS        worker processes                             one a core, at most 4
    TRUSTED_PROXIES    addresses whose X-Forwarded-* headers count  none
    SMTP_HOST SMTP_PORT SMTP_USER SMTP_PASSWORD   mail server       .eml files in ALUMNI_HOME/mail
    SMTP_SECURITY      none, starttls or tls                        starttls
    MAIL_SENDER        From address                                 Alumni Sync <alumni@localhost>

The web runs with an account of its own that may only EXECUTE its procedures. It never sees the
administrator's: `load_web` reads ALUMNI_WEB_DB_* that `./alumni up` hands to it.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values
from platformdirs import user_cache_path

CHECKOUT = Path(__file__).resolve().parent.parent
SOCKET_PATH_LIMIT = 100
"""Bytes a Unix socket's path may have on every system (Linux 107, macOS 103)."""


class SettingsError(Exception):
    """A variable has a value that cannot be used; the message is a sentence for people."""


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


@dataclass(frozen=True)
class Settings:
    """What the tools know."""

    checkout: Path
    home: Path
    cache: Path
    database: DatabaseSettings
    is_external: bool
    web: WebSettings

    @property
    def web_database(self) -> DatabaseSettings:
        """The account the web signs in with."""
        return self.web.database


def load(
    environ: Mapping[str, str] | None = None, checkout: Path = CHECKOUT, *, creates: bool = True
) -> Settings:
    """Read the configuration of the tools.

    Makes ALUMNI_HOME and the secrets where they are missing. With `creates=False` nothing is
    written, and a missing secret is empty.
    """
    values = _values(environ, checkout)
    home = Path(values.get("ALUMNI_HOME") or checkout / ".alumni").expanduser().absolute()
    if creates:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    cache = Path(values.get("ALUMNI_CACHE") or user_cache_path("alumni-sync")).expanduser()
    name = values.get("DB_NAME", "alumni_sync")
    if not name.replace("_", "").isalnum() or not name.isascii() or len(name) > 60:
        raise SettingsError(f"DB_NAME may have letters, digits and _, up to 60: {name!r} does not.")
    is_external = any(values.get(key) for key in ("DB_HOST", "DB_PORT", "DB_SOCKET"))
    if is_external:
        database = DatabaseSettings(
            user=values.get("DB_USER", "root"),
            password=values.get("DB_PASSWORD", ""),
            name=name,
            host=None if values.get("DB_SOCKET") else values.get("DB_HOST", "127.0.0.1"),
            port=_integer(values, "DB_PORT", 3306),
            socket=values.get("DB_SOCKET"),
        )
    else:
        database = DatabaseSettings(
            user="root",
            password=secret(home, "mysql_root_password", creates=creates),
            name=name,
            socket=str(private_socket(home, creates=creates)),
        )
    web = _web(values, home, database, creates=creates)
    return Settings(checkout, home, cache.absolute(), database, is_external, web)


def web_user(schema: str) -> str:
    """Return the name of the account with which the web of a schema signs in."""
    return f"{schema}_web"[-32:]


def _web(
    values: Mapping[str, str], home: Path, database: DatabaseSettings, *, creates: bool
) -> WebSettings:
    account = DatabaseSettings(
        user=web_user(database.name),
        password=secret(home, f"{database.name}_web_password", creates=creates),
        name=database.name,
        host=database.host,
        port=database.port,
        socket=database.socket,
    )
    key = values.get("SECRET_KEY") or secret(home, "secret_key", creates=creates)
    return _web_settings(values, home, account, key)


def web_environment(settings: Settings) -> dict[str, str]:
    """Return the variables from which `load_web` in the web process makes the same WebSettings."""
    database = settings.web.database
    return {
        "ALUMNI_HOME": str(settings.home),
        "ALUMNI_WEB_DB_USER": database.user,
        "ALUMNI_WEB_DB_PASSWORD": database.password,
        "ALUMNI_WEB_DB_NAME": database.name,
        "ALUMNI_WEB_DB_HOST": database.host or "",
        "ALUMNI_WEB_DB_PORT": str(database.port or ""),
        "ALUMNI_WEB_DB_SOCKET": database.socket or "",
        "SECRET_KEY": settings.web.secret_key,
        "HOST": settings.web.host,
        "PORT": str(settings.web.port),
        "WEB_WORKERS": str(settings.web.workers),
        "PUBLIC_URL": settings.web.public_url,
    }


def load_web(environ: Mapping[str, str] | None = None, checkout: Path = CHECKOUT) -> WebSettings:
    """Read the configuration of the web process from what `./alumni up` handed to it."""
    values = _values(environ, checkout)
    if not values.get("ALUMNI_WEB_DB_USER"):
        raise SettingsError("The web is started by ./alumni up, which hands it its account.")
    account = DatabaseSettings(
        user=values["ALUMNI_WEB_DB_USER"],
        password=values["ALUMNI_WEB_DB_PASSWORD"],
        name=values["ALUMNI_WEB_DB_NAME"],
        host=values.get("ALUMNI_WEB_DB_HOST") or None,
        port=_integer(values, "ALUMNI_WEB_DB_PORT", 0) or None,
        socket=values.get("ALUMNI_WEB_DB_SOCKET") or None,
    )
    return _web_settings(values, Path(values["ALUMNI_HOME"]), account, values["SECRET_KEY"])


def _web_settings(
    values: Mapping[str, str], home: Path, account: DatabaseSettings, key: str
) -> WebSettings:
    host = values.get("HOST", "127.0.0.1")
    port = _integer(values, "PORT", 5000)
    security = values.get("SMTP_SECURITY", "starttls")
    if security not in ("none", "starttls", "tls"):
        raise SettingsError(f"SMTP_SECURITY is none, starttls or tls, not {security!r}.")
    return WebSettings(
        home=home,
        database=account,
        secret_key=key,
        host=host,
        port=port,
        workers=_integer(values, "WEB_WORKERS", min(os.cpu_count() or 1, 4)),
        public_url=values.get("PUBLIC_URL", f"http://{host}:{port}").rstrip("/"),
        trusted_proxies=tuple(values.get("TRUSTED_PROXIES", "").replace(",", " ").split()),
        mail=MailSettings(
            folder=home / "mail",
            sender=values.get("MAIL_SENDER", "Alumni Sync <alumni@localhost>"),
            smtp_host=values.get("SMTP_HOST") or None,
            smtp_port=_integer(values, "SMTP_PORT", 587),
            smtp_user=values.get("SMTP_USER") or None,
            smtp_password=values.get("SMTP_PASSWORD") or None,
            smtp_security=security,
        ),
    )


def _values(environ: Mapping[str, str] | None, checkout: Path) -> dict[str, str]:
    file = {key: value for key, value in dotenv_values(checkout / ".env").items() if value}
    return {**file, **(os.environ if environ is None else environ)}


def _integer(values: Mapping[str, str], name: str, default: int) -> int:
    text = values.get(name) or str(default)
    if not text.isdecimal():
        raise SettingsError(f"{name} must be a whole number, not {text!r}.")
    return int(text)


def private_socket(home: Path, *, creates: bool = True) -> Path:
    """Return where the private server's socket is; a short place for a deep ALUMNI_HOME."""
    socket = home / "mysql" / "mysql.sock"
    if len(os.fsencode(socket)) <= SOCKET_PATH_LIMIT:
        return socket
    short = home / "socket_folder"
    if not short.exists():
        if not creates:
            return socket
        import tempfile

        _create(short, tempfile.mkdtemp(prefix="alumni-"))
    return Path(short.read_text(encoding="utf-8")) / "mysql.sock"


def secret(home: Path, name: str, *, creates: bool = True) -> str:
    """Return a generated secret, readable by its owner only; made once, safe in a race.

    With `creates=False` a missing one is not made: it is empty.
    """
    folder = home / "secrets"
    path = folder / name
    if not path.exists():
        if not creates:
            return ""
        folder.mkdir(mode=0o700, exist_ok=True)
        _create(path, secrets.token_urlsafe(32))
    return path.read_text(encoding="utf-8")


def _create(path: Path, content: str) -> None:
    """Write a new file whole or not at all; where another process was first, its file stays."""
    scratch = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(content)
    try:
        os.link(scratch, path)
    except FileExistsError:
        pass
    finally:
        scratch.unlink()

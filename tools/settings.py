"""Configuration: the environment first, then `.env` in the checkout, then defaults.

`.env.example` explains every variable. All of them are optional, and an empty one counts as unset.

The web runs with an account of its own that may only EXECUTE its procedures. It never sees the
administrator's: `load_web` reads what `./alumni up` hands to it, and nothing else.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dotenv import dotenv_values
from platformdirs import user_cache_path

from tools import variables

SettingsError = variables.SettingsError
CHECKOUT = Path(__file__).resolve().parent.parent
SOCKET_PATH_LIMIT = 100
"""Bytes a Unix socket's path may have on every system (Linux 107, macOS 103)."""
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
    listener: int | None = None
    """Descriptor of the listening socket that `./alumni up` has opened."""


@dataclass(frozen=True)
class Settings:
    """What the tools know."""

    checkout: Path
    home: Path
    cache: Path
    database: DatabaseSettings
    is_external: bool
    web: WebSettings
    is_host_given: bool = False
    is_port_given: bool = False

    @property
    def install_log(self) -> Path:
        """The log of the programs that install something: pip, apt and others."""
        return self.home / "logs" / "install.log"

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
    try:
        if creates:
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"ALUMNI_HOME cannot be {home}: {error.strerror}.") from error
    cache = Path(values.get("ALUMNI_CACHE") or user_cache_path("alumni-sync")).expanduser()
    name = variables.schema(values, "DB_NAME", "alumni_sync")
    is_external = any(values.get(key) for key in ("DB_HOST", "DB_PORT", "DB_SOCKET"))
    if is_external:
        database = DatabaseSettings(
            user=values.get("DB_USER", "root"),
            password=values.get("DB_PASSWORD", ""),
            name=name,
            host=None if values.get("DB_SOCKET") else values.get("DB_HOST", "127.0.0.1"),
            port=variables.number(values, "DB_PORT", 3306),
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
    return Settings(
        checkout,
        home,
        cache.absolute(),
        database,
        is_external,
        web,
        is_host_given="HOST" in values,
        is_port_given="PORT" in values,
    )


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
    given = values.get("SECRET_KEY")
    key = variables.signing_key(given) if given else secret(home, "secret_key", creates=creates)
    return _web_settings(values, home, account, key)


def web_environment(settings: Settings) -> dict[str, str]:
    """Return the variables from which `load_web` in the web process makes the same WebSettings."""
    web = settings.web
    database = web.database
    return {
        "ALUMNI_HOME": str(settings.home),
        "ALUMNI_WEB_DB_USER": database.user,
        "ALUMNI_WEB_DB_PASSWORD": database.password,
        "ALUMNI_WEB_DB_NAME": database.name,
        "ALUMNI_WEB_DB_HOST": database.host or "",
        "ALUMNI_WEB_DB_PORT": str(database.port or ""),
        "ALUMNI_WEB_DB_SOCKET": database.socket or "",
        "SECRET_KEY": web.secret_key,
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
    values = _given(os.environ if environ is None else environ)
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
    key = variables.signing_key(values.get("SECRET_KEY", ""))
    web = _web_settings(values, Path(values["ALUMNI_HOME"]), account, key)
    return replace(web, listener=int(listener) if listener else None)


def _web_settings(
    values: Mapping[str, str], home: Path, account: DatabaseSettings, key: str
) -> WebSettings:
    host = values.get("HOST", "127.0.0.1").removeprefix("[").removesuffix("]")
    port = variables.number(values, "PORT", DEFAULT_PORT)
    cores = os.cpu_count() or 1
    return WebSettings(
        home=home,
        database=account,
        secret_key=key,
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


def _values(environ: Mapping[str, str] | None, checkout: Path) -> dict[str, str]:
    file = checkout / ".env"
    try:
        saved = dotenv_values(file)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read as UTF-8 text: {error}.") from error
    return {**_given(saved), **_given(os.environ if environ is None else environ)}


def _given(values: Mapping[str, str | None]) -> dict[str, str]:
    """Return the variables that have a value: an empty one counts as unset."""
    return {name: value for name, value in values.items() if value}


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

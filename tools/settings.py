"""Configuration: the environment first, then `.env` in the checkout, then defaults.

`.env.example` explains every variable. All of them are optional, and an empty one counts as unset.

What the web process may know of it is in web/settings.py.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values
from platformdirs import user_cache_path

from web import variables
from web.settings import DatabaseSettings, SettingsError, WebSettings, given_in, settings_from

CHECKOUT = Path(__file__).resolve().parent.parent
SOCKET_PATH_LIMIT = 100
"""Bytes a Unix socket's path may have on every system (Linux 107, macOS 103)."""


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
    key = (
        variables.signing_key("SECRET_KEY", given)
        if given
        else secret(home, "secret_key", creates=creates)
    )
    return settings_from(values, home, account, key)


def _values(environ: Mapping[str, str] | None, checkout: Path) -> dict[str, str]:
    file = checkout / ".env"
    try:
        saved = dotenv_values(file)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read as UTF-8 text: {error}.") from error
    return {**given_in(saved), **given_in(os.environ if environ is None else environ)}


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

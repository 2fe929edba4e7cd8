"""Configuration: where values come from, what is refused, secrets, what the web is told."""

from __future__ import annotations

import io
import re
import shutil
import threading
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from dotenv import dotenv_values

from tests.support.sources import CHECKOUT
from tools import settings as configuration
from tools.settings import SOCKET_PATH_LIMIT, load, private_socket, secret
from web.settings import SettingsError, environment_of, load_web, local_url

EXAMPLE = CHECKOUT / ".env.example"
KEY = "Zx8#kq2LwP0-vN5rT7yB3mD9hJ1sG4cF"


class Recorder(dict[str, str]):
    """Values that remember which variables somebody has asked for."""

    asked: set[str] = set()  # noqa: RUF012 -- one set for all of them is what is wanted

    def get(self, name: str, default: Any = None) -> Any:
        self.asked.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the set that fills with the variables that are read from now on."""
    read, names = configuration._values, set[str]()
    monkeypatch.setattr(Recorder, "asked", names)
    monkeypatch.setattr(configuration, "_values", lambda *places: Recorder(read(*places)))
    return names


def every_variable() -> dict[str, str]:
    """Return the variables of .env.example as if nobody had commented them out."""
    text = re.sub(r"^#(?=[A-Z_]+=)", "", EXAMPLE.read_text(), flags=re.M)
    return {name: value or "" for name, value in dotenv_values(stream=io.StringIO(text)).items()}


def in_home(home: Path, **variables: str) -> dict[str, str]:
    """Return all variables of the example, with folders that this test may write."""
    folders = {"ALUMNI_HOME": str(home), "ALUMNI_CACHE": str(home / "cache")}
    return {**every_variable(), "SECRET_KEY": KEY, **folders, **variables}


def test_the_example_has_every_variable_that_is_read(tmp_path: Path, asked: set[str]) -> None:
    load({"ALUMNI_HOME": str(tmp_path)}, tmp_path)
    load(in_home(tmp_path), tmp_path)
    load(in_home(tmp_path, DB_SOCKET=""), tmp_path)
    assert asked == every_variable().keys()


def test_the_example_changes_nothing_until_it_is_edited(tmp_path: Path) -> None:
    home = {"ALUMNI_HOME": str(tmp_path / "home")}
    before = load(home, tmp_path)
    shutil.copy(EXAMPLE, tmp_path / ".env")
    assert load(home, tmp_path) == before
    assert dotenv_values(EXAMPLE) == {}


def test_the_example_explains_every_variable() -> None:
    for block in EXAMPLE.read_text().split("\n\n"):
        if re.search(r"^#[A-Z_]+=", block, re.M):
            assert re.match(r"# [A-Z]", block), block


def test_the_table_of_the_readme_has_the_same_variables() -> None:
    section = (CHECKOUT / "README.md").read_text().split("## Configuration")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    named = re.findall(r"`(\w+)`", " ".join(rows))
    assert sorted(named) == sorted(every_variable())


def test_the_example_values_are_accepted(tmp_path: Path) -> None:
    settings = load(in_home(tmp_path), tmp_path)
    assert settings.web.mail.smtp_host == "smtp.university.example"
    assert settings.web.public_url == "https://alumni.university.example"


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DB_NAME=from_file\nPORT=6000\n")
    home = {"ALUMNI_HOME": str(tmp_path / "home")}
    assert load(home, tmp_path).database.name == "from_file"
    settings = load({**home, "DB_NAME": "from_environment"}, tmp_path)
    assert settings.database.name == "from_environment"
    assert settings.web.port == 6000


def test_the_web_gets_its_own_account_and_the_same_settings(tmp_path: Path) -> None:
    settings = load({"ALUMNI_HOME": str(tmp_path), "DB_PASSWORD": "root's"}, tmp_path)
    handed = environment_of(settings.web)
    assert load_web(handed) == settings.web
    assert settings.database.password not in handed.values()


@pytest.mark.parametrize("socket", ["", "/run/mysqld.sock"])
def test_the_web_gets_every_setting(tmp_path: Path, socket: str) -> None:
    settings = load(in_home(tmp_path, DB_SOCKET=socket, HOST="::1", PORT="6001"), tmp_path)
    assert load_web(environment_of(settings.web)) == settings.web


def test_an_empty_variable_counts_as_unset(tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    plain = load({"ALUMNI_HOME": home}, tmp_path)
    empty = dict.fromkeys(every_variable(), "")
    assert load({**empty, "ALUMNI_HOME": home}, tmp_path) == plain
    assert not (plain.is_host_given or plain.is_port_given)
    (tmp_path / ".env").write_text("PORT=6000\n")
    settings = load({**empty, "ALUMNI_HOME": home}, tmp_path)
    assert settings.is_port_given
    assert settings.web.port == 6000


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("", "http://127.0.0.1:6000"),
        ("0.0.0.0", "http://127.0.0.1:6000"),  # noqa: S104
        ("localhost", "http://localhost:6000"),
        ("::", "http://[::1]:6000"),
        ("[::1]", "http://[::1]:6000"),
    ],
)
def test_the_public_address_follows_the_place(tmp_path: Path, host: str, url: str) -> None:
    values = {"ALUMNI_HOME": str(tmp_path), "HOST": host, "PORT": "6000"}
    web = load(values, tmp_path).web
    assert web.public_url == url == local_url(web.host, web.port)
    assert load({**values, "PUBLIC_URL": "https://a.example/"}, tmp_path).web.public_url == (
        "https://a.example"
    )


def test_a_server_of_ones_own(tmp_path: Path) -> None:
    settings = load({"ALUMNI_HOME": str(tmp_path), "DB_HOST": "db.example"}, tmp_path)
    assert settings.is_external
    assert (settings.database.host, settings.database.port) == ("db.example", 3306)


NONSENSE = {
    "PORT": ["many", "0", "70000", "-1", "5000.0", "\u0665\u0660\u0660\u0660"],
    "DB_PORT": ["99999", "-1", "0"],
    "DB_NAME": ["a; DROP", "caf\u00e9", "x" * 61],
    "WEB_WORKERS": ["0", "two", "1000"],
    "SMTP_PORT": ["x", "0"],
    "SMTP_SECURITY": ["maybe", "TLS "],
    "PUBLIC_URL": ["alumni.example", "ftp://a.example", "https://", "http://a:b", "http://a/?q"],
    "TRUSTED_PROXIES": ["junk", "127.0.0.1, proxy.example", "10.0.0.0/99"],
    "MAIL_SENDER": ["Alumni Office", "office@", "a@b.example\nBcc: c@d.example"],
    "SECRET_KEY": [
        "short",
        "secret",
        "change-me",
        "x" * 64,
        "abcabcabc" * 5,
        "change-me-before-you-go-to-production",
        "your_secret_key_of_more_than_32_characters",
        "SECRET-KEY-SECRET-KEY-SECRET-KEY-123",
    ],
    "SECRET_KEY_FALLBACKS": ["short", f"{'x' * 64}", "change-me"],
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in NONSENSE.items() for value in values]
)
def test_a_bad_value_is_refused_in_a_sentence(tmp_path: Path, name: str, value: str) -> None:
    given = {"ALUMNI_HOME": str(tmp_path), "DB_HOST": "x", name: value}
    with pytest.raises(SettingsError) as refusal:
        load(given, tmp_path)
    sentence = str(refusal.value)
    assert sentence.startswith(f"{name} ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    if name.startswith("SECRET_KEY"):
        assert repr(value) not in sentence
        assert "secrets.token_urlsafe" in sentence


def test_a_key_of_ones_own(tmp_path: Path) -> None:
    home = {"ALUMNI_HOME": str(tmp_path)}
    assert load({**home, "SECRET_KEY": KEY}, tmp_path).web.secret_key == KEY
    with pytest.raises(SettingsError, match="31 characters"):
        load({**home, "SECRET_KEY": KEY[1:]}, tmp_path)
    generated = load(home, tmp_path)
    assert load_web(environment_of(generated.web)).secret_key == generated.web.secret_key
    with pytest.raises(SettingsError, match="SECRET_KEY"):
        load_web({**environment_of(generated.web), "SECRET_KEY": "change-me"})


def test_keys_that_were_replaced(tmp_path: Path) -> None:
    old, older = KEY[::-1], KEY.swapcase()
    given = {"ALUMNI_HOME": str(tmp_path), "SECRET_KEY_FALLBACKS": f"{old} {older}"}
    web = load(given, tmp_path).web
    assert web.old_secret_keys == (old, older)
    assert load_web(environment_of(web)).old_secret_keys == (old, older)


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for home in ("file", "file/home"):
        with pytest.raises(SettingsError, match="ALUMNI_HOME"):
            load({"ALUMNI_HOME": str(tmp_path / home)}, tmp_path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"DB_NAME=\xff\xfe")
    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        load({"ALUMNI_HOME": str(tmp_path)}, tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "ALUMNI_HOME={}",
        "ALUMNI_HOME = {}",
        "export ALUMNI_HOME='{}'",
        'ALUMNI_HOME="{}"',
        "#ALUMNI_HOME={}",
        "ALUMNI_HOME=",
    ],
)
def test_the_launcher_reads_the_same_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    (tmp_path / ".env").write_text(f"PORT=6000\n{line.format(tmp_path / 'a home')}\nHOST=::1\n")
    monkeypatch.delenv("ALUMNI_HOME", raising=False)
    launcher = ModuleType("launcher")
    launcher.__file__ = str(CHECKOUT / "alumni")
    SourceFileLoader("launcher", launcher.__file__).exec_module(launcher)
    monkeypatch.setattr(launcher, "CHECKOUT", tmp_path)
    assert launcher.home_folder() == load({}, tmp_path).home


def test_a_secret_is_made_once_also_in_a_race(tmp_path: Path) -> None:
    made: list[str] = []
    threads = [
        threading.Thread(target=lambda: made.append(secret(tmp_path, "key"))) for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 1
    assert len(made[0]) > 30
    assert [path.name for path in (tmp_path / "secrets").iterdir()] == ["key"]


def test_a_deep_home_has_a_short_socket(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 90)
    deep.mkdir()
    assert len(str(private_socket(deep))) <= SOCKET_PATH_LIMIT
    assert private_socket(deep) == private_socket(deep)

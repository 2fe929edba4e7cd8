"""Configuration: where values come from, secrets, what the web is told."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tools.settings import (
    SOCKET_PATH_LIMIT,
    SettingsError,
    load,
    load_web,
    private_socket,
    secret,
    web_environment,
)


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DB_NAME=from_file\nPORT=6000\n")
    home = {"ALUMNI_HOME": str(tmp_path / "home")}
    assert load(home, tmp_path).database.name == "from_file"
    settings = load({**home, "DB_NAME": "from_environment"}, tmp_path)
    assert settings.database.name == "from_environment"
    assert settings.web.port == 6000


def test_the_web_gets_its_own_account_and_the_same_settings(tmp_path: Path) -> None:
    settings = load({"ALUMNI_HOME": str(tmp_path), "DB_PASSWORD": "root's"}, tmp_path)
    handed = web_environment(settings)
    assert load_web(handed, tmp_path) == settings.web
    assert settings.database.password not in handed.values()


def test_a_server_of_ones_own(tmp_path: Path) -> None:
    settings = load({"ALUMNI_HOME": str(tmp_path), "DB_HOST": "db.example"}, tmp_path)
    assert settings.is_external
    assert (settings.database.host, settings.database.port) == ("db.example", 3306)


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "many"), ("DB_NAME", "a; DROP"), ("SMTP_SECURITY", "maybe"), ("DB_PORT", "-1")],
)
def test_a_bad_value_is_refused_in_a_sentence(tmp_path: Path, name: str, value: str) -> None:
    given = {"ALUMNI_HOME": str(tmp_path), "DB_HOST": "x", name: value}
    with pytest.raises(SettingsError, match=name):
        load(given, tmp_path)


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

"""A new machine: a clone of the checkout, an empty home, and `./alumni` in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import httpx
import psutil

from tests.support.site import NO_AUTHORITIES
from tests.support.sources import CHECKOUT, known_files

# What a person has who has set nothing: the system's own variables, and the way to the network.
# What is fetched once a user may have been fetched before.
SET = ("PATH", "LANG", "PIP_", "SSL_", "REQUESTS_", "ALUMNI_CACHE", "http_", "https_")


def plain_environment(user_home: Path) -> dict[str, str]:
    """Return the environment of a person who has set nothing of ours."""
    kept = {key: value for key, value in os.environ.items() if key.startswith(SET)}
    return {**kept, "HOME": str(user_home)}


def new_clone(folder: Path) -> Path:
    """Make a clone of what git knows of the checkout, as it is in the work tree."""
    for name in known_files():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(CHECKOUT / name, target, follow_symlinks=False)
    author = ("-c", "user.name=A Person", "-c", "user.email=person@university.example")
    for words in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "--all"),
        (*author, "commit", "--quiet", "--message=The checkout"),
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return folder


class Machine:
    """A clone and a home, on a port."""

    def __init__(self, checkout: Path, home: Path, port: int) -> None:
        self.checkout = checkout
        self.home = home
        self.port = port
        self.environment = {
            **plain_environment(checkout.parent / "home"),
            "ALUMNI_HOME": str(home),
        }

    def run(self, *words: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """Run ./alumni to its end."""
        return subprocess.run(
            [str(self.checkout / "alumni"), *words],
            cwd=self.checkout.parent,
            env={**self.environment, **extra},
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def up(self, *words: str, **extra: str) -> str:
        """Start it detached; returns what it said."""
        done = self.run("up", "--detach", "--port", str(self.port), *words, **extra)
        assert done.returncode == 0, done.stdout
        return done.stdout

    @property
    def url(self) -> str:
        """Address of the site."""
        return f"http://127.0.0.1:{self.port}"

    def status(self, path: str = "/readyz") -> int:
        """Return the status of a page; 0 where nobody answers."""
        try:
            return httpx.get(self.url + path, timeout=30, verify=NO_AUTHORITIES).status_code
        except httpx.HTTPError:
            return 0

    def web(self) -> psutil.Process:
        """Return the web's master process."""
        return psutil.Process(json.loads((self.home / "web.json").read_text())["pid"])

    def mysqld(self) -> psutil.Process:
        """Return the private server's process."""
        return psutil.Process(int((self.home / "mysql/mysql.pid").read_text()))


def sign_in(client: httpx.Client, email: str, password: str) -> None:
    """Sign in at the site of which the client's base address is."""
    fields = {"email": email, "password": password, "csrf_token": csrf_token(client, "/login")}
    answer = client.post("/login", data=fields)
    assert answer.status_code == httpx.codes.SEE_OTHER, answer.text


def csrf_token(client: httpx.Client, path: str) -> str:
    """Return the token of the form on a page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(path).text)
    assert found
    return found[1]

"""The first command of the README on a new machine: what it did, and the home that it left."""

from __future__ import annotations

import re
import shutil
import socket
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.support.documents import blocks
from tests.support.machine import Machine, new_clone, sign_in
from tests.support.reader import SITE, Reader
from tests.support.site import NO_AUTHORITIES
from tests.support.sources import CHECKOUT

DEFAULT_PORT = 5000
LOGIN = re.compile(r"^\| `(\S+@\S+)` \| `(\S+)` \|", re.MULTILINE)
"""A row of the README's table of demo logins."""


@dataclass(frozen=True)
class FirstUp:
    """What the README's first command did in a new clone, from Enter to Ctrl-C."""

    checkout: Path
    home: Path
    """A copy of what it wrote, to begin other situations with."""
    shown: str
    url: str
    was_port_free: bool
    statuses: dict[str, int]
    logins: dict[str, str]
    exit_code: int


def type_first_command(folder: Path) -> FirstUp:
    """Type the README's first command in a new clone, visit the site, press Ctrl-C."""
    (folder / "home").mkdir()
    checkout = new_clone(folder / "alumni-sync")
    command = blocks()[0].commands()[0]
    was_port_free = is_free(DEFAULT_PORT)
    reader = Reader(checkout)
    try:
        failure, shown = reader.type(command)
        if failure is not None:
            taken = "" if was_port_free else f"Another program has port {DEFAULT_PORT}. "
            pytest.fail(f"{taken}{command} ended with exit code {failure}:\n{shown}")
        url = str(SITE.findall(shown)[-1])
        statuses = {
            path: httpx.get(url + path, timeout=60, verify=NO_AUTHORITIES).status_code
            for path in ("/", "/readyz")
        }
        logins = dict(LOGIN.findall((CHECKOUT / "README.md").read_text(encoding="utf-8")))
        for email, password in logins.items():
            with httpx.Client(base_url=url, timeout=60, verify=NO_AUTHORITIES) as client:
                sign_in(client, email, password)
        exit_code, last = reader.interrupt()
    finally:
        reader.close()
        Machine(checkout, checkout / ".alumni", DEFAULT_PORT).run("down")
    home = folder / "first_home"
    shutil.copytree(checkout / ".alumni", home)
    return FirstUp(checkout, home, shown + last, url, was_port_free, statuses, logins, exit_code)


def is_free(port: int) -> bool:
    """Return whether nobody listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0

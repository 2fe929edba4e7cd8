"""The throwaway MySQL server that `./alumni test` starts and names in the environment."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from typing import Any

import mysql.connector
import pytest

from web.settings import DatabaseSettings


@dataclass(frozen=True)
class Server:
    """Where the test server listens and how its administrator signs in."""

    socket: str
    port: int
    user: str
    password: str
    client: tuple[str, ...]
    """Command line of the `mysql` client, without connection options."""

    @classmethod
    def from_environment(cls) -> Server:
        """Read ALUMNI_TEST_*; ends the test run with a sentence where they are missing."""
        if "ALUMNI_TEST_SOCKET" not in os.environ:
            pytest.exit("No test server: run the tests by ./alumni test", returncode=2)
        return cls(
            socket=os.environ["ALUMNI_TEST_SOCKET"],
            port=int(os.environ["ALUMNI_TEST_PORT"]),
            user=os.environ["ALUMNI_TEST_USER"],
            password=os.environ.get("ALUMNI_TEST_PASSWORD", ""),
            client=tuple(shlex.split(os.environ["ALUMNI_TEST_CLIENT"])),
        )

    def connect(self, schema: str | None = None) -> Any:
        """Open an administrator's connection, autocommit on."""
        return mysql.connector.connect(
            unix_socket=self.socket,
            user=self.user,
            password=self.password,
            database=schema,
            autocommit=True,
            charset="utf8mb4",
            collation="utf8mb4_0900_ai_ci",
            time_zone="+00:00",
        )

    def database(self, name: str) -> DatabaseSettings:
        """Return the settings of the tools for a schema of this server."""
        return DatabaseSettings(self.user, self.password, name, socket=self.socket)

    def client_command(self, schema: str | None = None) -> list[str]:
        """Return the `mysql` command that signs in; the password goes in MYSQL_PWD."""
        command = [
            *self.client,
            "--no-defaults",
            f"--socket={self.socket}",
            f"--user={self.user}",
            "--default-character-set=utf8mb4",
        ]
        return [*command, schema] if schema else command

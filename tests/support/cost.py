"""What a call costs in rows read: a number that does not depend on how busy the machine is."""

from __future__ import annotations

from typing import Any

from tests.support.database import Client


def handler_reads(client: Client, procedure: str, *arguments: Any) -> int:  # noqa: ANN401
    """Call a procedure; returns how many rows the storage engine was asked for."""
    client.rows("FLUSH STATUS")
    client.contract(procedure)  # what call() reads besides
    besides = _so_far(client)
    client.rows("FLUSH STATUS")
    client.call(procedure, *arguments)
    return _so_far(client) - besides


def _so_far(client: Client) -> int:
    rows = client.rows("SHOW SESSION STATUS LIKE 'Handler_read%'")
    return sum(int(row["Value"]) for row in rows)

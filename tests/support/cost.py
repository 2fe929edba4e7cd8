"""What a call costs in rows read: a number that does not depend on how busy the machine is."""

from __future__ import annotations

from typing import Any

from tests.support.database import Client


def handler_reads(client: Client, procedure: str, *arguments: Any) -> int:
    """Call a procedure twice; returns how many rows the storage engine was asked for by the second.

    What the server reads of its dictionary when it meets a routine is no cost of the call.
    """
    client.call(procedure, *arguments)
    client.rows("FLUSH STATUS")
    client.call(procedure, *arguments)
    rows = client.rows("SHOW SESSION STATUS LIKE 'Handler_read%'")
    return sum(int(row["Value"]) for row in rows)

"""How people of tests want to be told."""

from __future__ import annotations

import json

from tests.support.database import Client


def prefer(client: Client, person: int, kind: str, mail: str, *, is_in_app: bool = True) -> None:
    """Say how a person wants to be told of a kind."""
    choices = {kind: {"is_in_app": is_in_app, "mail": mail}}
    client.call("notification_preferences_save", person, json.dumps(choices))

"""Check the values of environment variables; each refusal names its variable and the way out."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection, Mapping
from email.utils import parseaddr
from urllib.parse import urlsplit

MAKE_A_KEY = (
    'make one with python3 -c "import secrets; print(secrets.token_urlsafe(32))",'
    " or leave SECRET_KEY unset and ./alumni up generates one."
)
SHORTEST_KEY = 32
FEWEST_DIFFERENT_CHARACTERS = 10
PLACEHOLDERS = (
    "changeme",
    "changethis",
    "placeholder",
    "replaceme",
    "replacethis",
    "secretkey",
    "yoursecret",
    "yourkey",
    "examplekey",
    "password",
    "supersecret",
    "topsecret",
    "notsecret",
    "insecure",
    "deadbeef",
)
"""What placeholders contain, without punctuation. Too long to turn up in a random key."""


class SettingsError(Exception):
    """A variable has a value that cannot be used; the message is a sentence for people."""


def number(
    values: Mapping[str, str], name: str, default: int, lowest: int = 1, highest: int = 65535
) -> int:
    """Return a whole number between two bounds; the default bounds are those of a port."""
    text = values.get(name) or str(default)
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or not lowest <= int(text) <= highest:
        raise SettingsError(
            f"{name} must be a whole number from {lowest} to {highest}, not {text!r}."
        )
    return int(text)


def choice(values: Mapping[str, str], name: str, allowed: Collection[str], default: str) -> str:
    """Return one of a few words."""
    text = values.get(name) or default
    if text not in allowed:
        raise SettingsError(f"{name} must be one of {', '.join(allowed)}, not {text!r}.")
    return text


def schema(values: Mapping[str, str], name: str, default: str) -> str:
    """Return the name of a schema that needs no quotes."""
    text = values.get(name) or default
    if not re.fullmatch(r"[A-Za-z0-9_]{1,60}", text, re.ASCII):
        raise SettingsError(
            f"{name} may have letters, digits and underscores, up to 60 of them: {text!r} does not."
        )
    return text


def web_address(values: Mapping[str, str], name: str, default: str) -> str:
    """Return the address of a site, without the slash at its end."""
    if name not in values:
        return default
    text = values[name]
    try:
        parts = urlsplit(text)
        is_usable = bool(
            parts.scheme in {"http", "https"}
            and parts.hostname
            and parts.port != 0
            and not (parts.query or parts.fragment or re.search(r"[\s@]", text))
        )
    except ValueError:  # a port that is no number
        is_usable = False
    if not is_usable:
        raise SettingsError(
            f"{name} must be an address such as https://alumni.university.example, not {text!r}."
        )
    return text.rstrip("/")


def networks(values: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Return IP addresses and networks, separated by commas or spaces."""
    words = tuple(values.get(name, "").replace(",", " ").split())
    for word in words:
        try:
            ipaddress.ip_network(word, strict=False)
        except ValueError as error:
            raise SettingsError(
                f"{name} must list IP addresses or networks such as 10.0.0.0/8, not {word!r}."
            ) from error
    return words


def sender(values: Mapping[str, str], name: str, default: str) -> str:
    """Return what stands in the From line of mails."""
    text = values.get(name) or default
    local, _, domain = parseaddr(text)[1].rpartition("@")
    if not local or not domain or not text.isprintable():
        raise SettingsError(
            f"{name} must be an email address such as"
            f" Alumni Office <office@university.example>, not {text!r}."
        )
    return text


def signing_key(name: str, text: str) -> str:
    """Return a key that nobody can guess. The refusal does not repeat it."""
    letters = re.sub(r"[\W_]", "", text.lower())
    if any(word in letters for word in PLACEHOLDERS) or letters in {"secret", "key", "dev", "test"}:
        raise SettingsError(f"{name} is a placeholder: {MAKE_A_KEY}")
    if len(text) < SHORTEST_KEY:
        raise SettingsError(
            f"{name} has {len(text)} characters and needs at least {SHORTEST_KEY}: {MAKE_A_KEY}"
        )
    if len(set(text)) < FEWEST_DIFFERENT_CHARACTERS:
        raise SettingsError(f"{name} repeats a few characters: {MAKE_A_KEY}")
    return text


def signing_keys(values: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Return keys that are separated by spaces or commas, each as good as a signing key."""
    return tuple(signing_key(name, key) for key in re.split(r"[\s,]+", values.get(name, "")) if key)

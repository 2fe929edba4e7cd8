"""Passwords: what is accepted, how they are hashed and compared (Argon2id).

Source: RFC 9106, and the OWASP Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane at least).
Passwords are compared as typed, in the Unicode form NFKC, so that the same keys on another system
give the same password.
"""

from __future__ import annotations

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 8
LONGEST = 256
COMMON = {
    "password",
    "passwort",
    "12345678",
    "123456789",
    "1234567890",
    "qwertyui",
    "qwertyuiop",
    "iloveyou",
    "11111111",
    "00000000",
    "password1",
    "abcd1234",
    "sunshine",
    "football",
}

_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def problem_with(password: str, email: str | None = None) -> str | None:
    """Return what is wrong with a new password, in a sentence; None: it is accepted."""
    if len(password) < SHORTEST:
        return f"Use at least {SHORTEST} characters."
    if len(password) > LONGEST:
        return f"Use at most {LONGEST} characters."
    if password.casefold() in COMMON or (email and password.casefold() == email.casefold()):
        return "This password is too easy to guess. Choose another one."
    return None


def hash_password(password: str) -> str:
    """Return an Argon2id hash in PHC string form; takes about 20 ms of a core."""
    return _hasher.hash(_normal(password))


def verify(stored: str | None, password: str) -> bool:
    """Return whether a password is the hashed one.

    Without a stored hash the work is done all the same, so that the time tells nobody whether an
    address has an account.
    """
    try:
        return _hasher.verify(stored or _nobody(), _normal(password)) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


def needs_rehash(stored: str) -> bool:
    """Return whether a hash was made with other parameters than today's."""
    return _hasher.check_needs_rehash(stored)


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password[: LONGEST * 4])


def _nobody(cache: list[str] = []) -> str:  # noqa: B006 - a cache: made once a process
    if not cache:
        cache.append(_hasher.hash("nobody has this password"))
    return cache[0]

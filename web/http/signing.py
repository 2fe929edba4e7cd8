"""Values that a browser keeps for us and must not change: signed with SECRET_KEY."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from typing import Any

from itsdangerous import BadData, URLSafeSerializer
from itsdangerous import Signer as Plain

_OPTIONS: dict[str, Any] = {"key_derivation": "hmac", "digest_method": hashlib.sha256}


class Signer:
    """Signs for one purpose; a signature for another purpose does not fit."""

    def __init__(self, keys: Sequence[str], purpose: str) -> None:
        """Take the keys, newest first: it signs with the first, and accepts all of them."""
        oldest_first = list(reversed(keys))
        self._serializer = URLSafeSerializer(oldest_first, salt=purpose, signer_kwargs=_OPTIONS)
        self._signers = [Plain(key, salt=purpose, sep=" ", **_OPTIONS) for key in keys]

    def signature(self, value: str) -> str:
        """Return the signature of a value."""
        return self._signers[0].get_signature(_bytes(value)).decode()

    def seal(self, value: str) -> str:
        """Return a value with its signature, fit for a cookie."""
        return str(self._serializer.dumps(value))

    def open(self, sealed: str) -> str | None:
        """Return the value, or None if it was tampered with."""
        try:
            return str(self._serializer.loads(_bytes(sealed)))
        except BadData:
            return None

    def matches(self, value: str, signature: str) -> bool:
        """Compare in constant time, as text: another spelling of the same bytes does not count."""
        given = _bytes(signature)
        return any(
            hmac.compare_digest(signer.get_signature(_bytes(value)), given)
            for signer in self._signers
        )


def _bytes(text: str) -> bytes:
    """Return a text as bytes; browsers may send halves of characters."""
    return text.encode("utf-8", "surrogatepass")

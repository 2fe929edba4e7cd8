"""Values that a browser keeps for us and must not change: signed with SECRET_KEY."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from itsdangerous import BadData, URLSafeSerializer

_OPTIONS = {"key_derivation": "hmac", "digest_method": hashlib.sha256}


class Signer:
    """Signs for one purpose; a signature for another purpose does not fit."""

    def __init__(self, keys: Sequence[str], purpose: str) -> None:
        """Take the keys, newest first: it signs with the first, and accepts all of them."""
        oldest_first = list(reversed(keys))
        self._serializer = URLSafeSerializer(oldest_first, salt=purpose, signer_kwargs=_OPTIONS)
        self._signer = self._serializer.make_signer(purpose)

    def signature(self, value: str) -> str:
        """Return the signature of a value."""
        return self._signer.get_signature(_bytes(value)).decode()

    def seal(self, value: str) -> str:
        """Return a value with its signature, fit for a cookie."""
        return str(self._serializer.dumps(value))

    def open(self, sealed: str) -> str | None:
        """Return the value, or None where somebody has changed it."""
        try:
            return str(self._serializer.loads(_bytes(sealed)))
        except BadData:
            return None

    def matches(self, value: str, signature: str) -> bool:
        """Compare in constant time."""
        return self._signer.verify_signature(_bytes(value), _bytes(signature))


def _bytes(text: str) -> bytes:
    """Return a text as bytes; browsers may send halves of characters."""
    return text.encode("utf-8", "surrogatepass")

"""Values that a browser keeps for us and must not change: signed with SECRET_KEY."""

from __future__ import annotations

import base64
import hashlib
import hmac


class Signer:
    """Signs for one purpose; a signature for another purpose does not fit."""

    def __init__(self, key: str, purpose: str) -> None:
        self._key = hmac.digest(key.encode(), purpose.encode(), hashlib.sha256)

    def signature(self, value: str) -> str:
        """Return the signature of a value."""
        digest = hmac.digest(self._key, value.encode("utf-8", "surrogatepass"), hashlib.sha256)
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")

    def seal(self, value: str) -> str:
        """Return a value with its signature, fit for a cookie."""
        text = base64.urlsafe_b64encode(value.encode()).decode().rstrip("=")
        return f"{text}.{self.signature(value)}"

    def open(self, sealed: str) -> str | None:
        """Return the value, or None where somebody has changed it."""
        text, _, signature = sealed.partition(".")
        try:
            value = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
        except ValueError:
            return None
        return value if self.matches(value, signature) else None

    def matches(self, value: str, signature: str) -> bool:
        """Compare in constant time."""
        return hmac.compare_digest(
            self.signature(value).encode(), signature.encode("utf-8", "surrogatepass")
        )

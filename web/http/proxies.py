"""Who is at the other end: behind a trusted proxy, whom the proxy names."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable
from typing import Any


class TrustedProxies:
    """Believes X-Forwarded-For and -Proto when the configured proxies send them, else nobody."""

    def __init__(
        self, application: Callable[..., Iterable[bytes]], trusted: tuple[str, ...]
    ) -> None:
        self._application = application
        self._trusted = [ipaddress.ip_network(one, strict=False) for one in trusted]

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Handle a request as WSGI has it."""
        if self._is_trusted(environ.get("REMOTE_ADDR", "")):
            # The last one is the one that the proxy itself has seen.
            client = environ.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
            if _address(client):
                environ["REMOTE_ADDR"] = client
            if environ.get("HTTP_X_FORWARDED_PROTO") in ("http", "https"):
                environ["wsgi.url_scheme"] = environ["HTTP_X_FORWARDED_PROTO"]
        # Bottle would believe it from anybody.
        for name in ("HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_FOR"):
            environ.pop(name, None)
        return self._application(environ, start_response)

    def _is_trusted(self, text: str) -> bool:
        address = _address(text)
        return address is not None and any(address in network for network in self._trusted)


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None

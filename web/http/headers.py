"""Headers that every answer has."""

from __future__ import annotations

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
HTTPS_ONLY = ("Strict-Transport-Security", "max-age=31536000; includeSubDomains")


def complete(headers: list[tuple[str, str]], *, is_secure: bool) -> list[tuple[str, str]]:
    """Return the headers of an answer with those that it lacks."""
    have = {name.lower() for name, _ in headers}
    wanted = [*ALWAYS, ("Cache-Control", "private, no-store")]
    if is_secure:
        wanted.append(HTTPS_ONLY)
    return headers + [(name, value) for name, value in wanted if name.lower() not in have]

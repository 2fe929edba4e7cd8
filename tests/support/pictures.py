"""Pictures as tests need them: what the web makes of one, and what people send."""

from __future__ import annotations

import io
import secrets
from typing import Any

from PIL import Image

SIZES = {"photo": [(64, 64), (192, 192), (512, 512)], "cover": [(640, 160), (1280, 320)]}


def picture(size: tuple[int, int] = (300, 200), kind: str = "JPEG", **options: Any) -> bytes:
    """Return a picture whose colour nobody else has."""
    file = io.BytesIO()
    Image.new("RGB", size, tuple(secrets.token_bytes(3))).save(file, kind, **options)
    return file.getvalue()


def reduced(kind: str) -> dict[str, bytes]:
    """Return the parameters of profile_picture_save for a new picture."""
    names = ("small", "medium", "large")
    return dict(zip(names, (picture(size, "WEBP") for size in SIZES[kind]), strict=False))

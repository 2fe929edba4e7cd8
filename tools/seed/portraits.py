"""Portraits of people who do not exist: flat, friendly, the same for a name every time."""

from __future__ import annotations

import hashlib
import io
from typing import TypedDict

from PIL import Image, ImageDraw


class Look(TypedDict, total=False):
    """What distinguishes a portrait; the colours around it follow from the name."""

    style: str
    hair: str
    skin: int
    extra: str


_SKINS = ("#f6d6c0", "#eec3a1", "#d9a47c", "#b97e56", "#8f5a3a", "#6a3f29")
_HAIRS = {
    "black": "#231f20",
    "brown": "#5b3a26",
    "auburn": "#9a4a22",
    "blond": "#d9b36a",
    "grey": "#9b9a98",
}
_GROUNDS = ("#cfe3e8", "#f3dfc8", "#d8e6cf", "#e6d7ea", "#f0d5d2", "#d5dcf0", "#f2e7b8")
_SHIRTS = ("#2f5d7c", "#7a3b4a", "#3f6b52", "#5a4a7d", "#b0603a", "#37474f", "#8a7430")
_SIDE = 1024
_FRAME = (92, 90, 932, 930)
_INK = "#33261f"


def portrait(name: str, look: Look) -> bytes:
    """Return a square PNG."""
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4])
    picture = Image.new("RGB", (_SIDE, _SIDE), _GROUNDS[number % len(_GROUNDS)])
    pen = ImageDraw.Draw(picture)
    skin, hair = _SKINS[look["skin"]], _HAIRS[look["hair"]]
    _hair_behind(pen, look["style"], hair)
    shirt = _SHIRTS[number // 7 % len(_SHIRTS)]
    pen.rounded_rectangle((180, 790, 844, 1300), 230, fill=shirt)
    pen.rounded_rectangle((435, 600, 589, 850), 75, fill=_shade(skin, 0.88))
    for left in (306, 662):
        pen.ellipse((left, 440, left + 56, 530), fill=skin)
    pen.ellipse((330, 260, 694, 720), fill=skin)
    _hair_before(pen, look["style"], hair, skin)
    if look.get("extra") == "beard":
        pen.chord((334, 290, 690, 732), 22, 158, fill=hair)
    _face(pen, skin, with_glasses=look.get("extra") == "glasses")
    file = io.BytesIO()
    picture.crop(_FRAME).save(file, "PNG", compress_level=1)
    return file.getvalue()


def _hair_behind(pen: ImageDraw.ImageDraw, style: str, hair: str) -> None:
    if style == "long":
        pen.rounded_rectangle((290, 230, 734, 880), 200, fill=hair)
    elif style == "bob":
        pen.rounded_rectangle((290, 230, 734, 660), 180, fill=hair)
    elif style == "round":
        pen.ellipse((232, 130, 792, 640), fill=hair)
    elif style == "bun":
        pen.ellipse((417, 110, 607, 300), fill=hair)


def _hair_before(pen: ImageDraw.ImageDraw, style: str, hair: str, skin: str) -> None:
    top, low = (216, 700) if style in {"long", "bob"} else (226, 640)
    pen.chord((310, top, 714, low), 178, 362, fill=hair)
    # The hairline is the upper edge of the face.
    pen.ellipse((348, 350 if style == "short" else 320, 676, 716), fill=skin)


def _face(pen: ImageDraw.ImageDraw, skin: str, *, with_glasses: bool) -> None:
    for middle in (440, 584):
        pen.ellipse((middle - 15, 465, middle + 15, 501), fill=_INK)
        pen.arc((middle - 42, 418, middle + 42, 470), 205, 335, fill=_INK, width=10)
        if with_glasses:
            pen.ellipse((middle - 58, 425, middle + 58, 541), outline=_INK, width=9)
    if with_glasses:
        pen.line((498, 480, 526, 480), fill=_INK, width=9)
    pen.arc((488, 500, 536, 570), 30, 150, fill=_shade(skin, 0.75), width=10)
    pen.chord((444, 560, 580, 650), 12, 168, fill="#fbf7f2", outline=_shade(skin, 0.55), width=6)


def _shade(colour: str, factor: float) -> str:
    parts = (int(int(colour[at : at + 2], 16) * factor) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)

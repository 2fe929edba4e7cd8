"""Pictures that people send: checked, reduced to fixed sizes, free of what came along with them."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

from PIL import ExifTags, Image, ImageOps

from web.database.errors import ContractError
from web.http.forms import Upload
from web.http.uploads import LARGEST_FILE, LARGEST_FILE_WORDS

MOST_PIXELS = 50_000_000
"""As many take 200 MB while they are reduced."""
LONGEST_SIDE = 20_000
"""Pixels: a picture of one column would be taken apart into as many strips."""
SIZES = {
    "photo": {"small": (64, 64), "medium": (192, 192), "large": (512, 512)},
    "cover": {"small": (640, 160), "medium": (1280, 320)},
}
FITTED = 1280
"""Pixels a side, at most, of a picture that is shown whole."""
_Found = TypeVar("_Found")
_MARKS = {"JPEG": b"\xff\xd8\xff", "PNG": b"\x89PNG\r\n\x1a\n"}
_EXTENSIONS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
_QUALITY = 82
_STRIP = 64
"""Rows of the result that are worked on at a time."""
one_at_a_time = threading.Lock()
"""Callers of `reduced` hold this lock, which bounds the memory a process uses for pictures."""


def reduced(upload: Upload, kind: str) -> dict[str, bytes]:
    """Return the parameters small, medium and large of profile_picture_save, as WebP.

    Raises ContractError 413 or 422 about the field `kind`. Burns the processor: call it in a
    thread.
    """
    return _opened(upload, kind, lambda picture: _sizes(picture, kind))


def fitted(upload: Upload, field: str) -> bytes:
    """Return a picture as WebP of at most FITTED pixels a side, whole.

    Raises ContractError 413 or 422 about the field. Burns the processor: call it in a thread.
    """
    return _opened(upload, field, _fitted)


def _opened(upload: Upload, kind: str, work: Callable[[Image.Image], _Found]) -> _Found:
    if len(upload.content) > LARGEST_FILE:
        raise ContractError(
            413, f"The picture is larger than {LARGEST_FILE_WORDS}. Choose a smaller one.", kind
        )
    claimed = _EXTENSIONS.get(PurePath(upload.name).suffix.lower())
    if claimed is None:
        raise ContractError(422, "Choose a JPEG or PNG picture (jpg, jpeg, png).", kind)
    if not upload.content.startswith(_MARKS[claimed]):
        raise ContractError(
            422,
            "The file isn't the type of picture its name says. Save it again as JPEG or PNG.",
            kind,
        )
    try:
        with Image.open(io.BytesIO(upload.content), formats=(claimed,)) as picture:
            _require_pixels(picture, kind)
            return work(picture)
    except ContractError:
        raise
    except Exception:  # noqa: BLE001 - a decoder stumbles over broken files in many ways
        raise ContractError(
            422, "The picture is damaged or incomplete. Save it again.", kind
        ) from None


def _require_pixels(picture: Image.Image, kind: str) -> None:
    # Only the head is read so far: a small file can unfold to gigabytes.
    if picture.width * picture.height > MOST_PIXELS:
        raise ContractError(422, "Choose a picture of up to 50 megapixels.", kind)
    if max(picture.size) > LONGEST_SIDE:
        raise ContractError(422, "Choose a picture of up to 20,000 pixels on each side.", kind)


def _sizes(picture: Image.Image, kind: str) -> dict[str, bytes]:
    sizes = SIZES[kind]
    upright = _upright(picture, max(max(size) for size in sizes.values()))
    return {
        name: _webp(ImageOps.fit(upright, size, Image.Resampling.LANCZOS))
        for name, size in sizes.items()
    }


def _fitted(picture: Image.Image) -> bytes:
    upright = _upright(picture, FITTED)
    upright.thumbnail((FITTED, FITTED), Image.Resampling.LANCZOS)
    return _webp(upright)


def _upright(picture: Image.Image, enough: int) -> Image.Image:
    # A JPEG is decoded at a fraction of its size where that is enough.
    picture.draft("RGB", (enough, enough))
    return ImageOps.exif_transpose(_reduced(picture, enough))


def _webp(picture: Image.Image) -> bytes:
    # A new picture has no metadata: neither the place nor the camera.
    plain = Image.new("RGB", picture.size)
    plain.paste(picture)
    file = io.BytesIO()
    plain.save(file, "WEBP", quality=_QUALITY)
    return file.getvalue()


def _reduced(picture: Image.Image, enough: int) -> Image.Image:
    """Return a picture as RGB, at least `enough` wide and high if it was, on white, not turned.

    Strip by strip: a conversion of the whole would take its memory several times over.
    """
    factor = max(1, min(picture.size) // enough)
    reduced = Image.new("RGB", (-(-picture.width // factor), -(-picture.height // factor)))
    for top in range(0, picture.height, factor * _STRIP):
        bottom = min(top + factor * _STRIP, picture.height)
        strip = picture.crop((0, top, picture.width, bottom))
        if strip.mode != "RGB":
            ground = Image.new("RGBA", strip.size, "white")
            strip = Image.alpha_composite(ground, strip.convert("RGBA")).convert("RGB")
        reduced.paste(strip.reduce(factor), (0, top // factor))
    # What exif_transpose goes by.
    reduced.getexif()[ExifTags.Base.Orientation] = picture.getexif().get(
        ExifTags.Base.Orientation, 1
    )
    return reduced

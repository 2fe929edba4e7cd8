"""Pictures that people send: checked, reduced to fixed sizes, free of what came along with them."""

from __future__ import annotations

import io
from pathlib import PurePath

from PIL import Image, ImageOps

from web.errors import ContractError
from web.forms import Upload

LARGEST = 16 * 2**20
MOST_PIXELS = 50_000_000
"""A picture of 50 megapixels takes 150 MB while it is reduced."""
SIZES = {
    "photo": {"small": (64, 64), "medium": (192, 192), "large": (512, 512)},
    "cover": {"small": (640, 160), "medium": (1280, 320)},
}
_MARKS = {"JPEG": b"\xff\xd8\xff", "PNG": b"\x89PNG\r\n\x1a\n"}
_EXTENSIONS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
_QUALITY = 82


def reduced(upload: Upload, kind: str) -> dict[str, bytes]:
    """Return the parameters small, medium and large of profile_picture_save, as WebP.

    Raises ContractError 413 or 422 about the field `kind`. Burns the processor: call it in a
    thread.
    """
    if len(upload.content) > LARGEST:
        raise ContractError(413, "The picture has more than 16 MB.", kind)
    claimed = _EXTENSIONS.get(PurePath(upload.name).suffix.lower())
    if claimed is None:
        raise ContractError(422, "Choose a JPEG or PNG picture (jpg, jpeg, png).", kind)
    if not upload.content.startswith(_MARKS[claimed]):
        raise ContractError(422, "The picture is not what its name says. Save it again.", kind)
    try:
        with Image.open(io.BytesIO(upload.content), formats=(claimed,)) as picture:
            return _sizes(picture, kind)
    except ContractError:
        raise
    except Exception:  # noqa: BLE001 - a decoder stumbles over broken files in many ways
        raise ContractError(
            422, "The picture is damaged or incomplete. Save it again.", kind
        ) from None


def _sizes(picture: Image.Image, kind: str) -> dict[str, bytes]:
    # Only the head is read so far: a small file can unfold to gigabytes.
    if picture.width * picture.height > MOST_PIXELS:
        raise ContractError(422, "Choose a picture of at most 50 megapixels.", kind)
    sizes = SIZES[kind]
    # A JPEG is decoded at a fraction of its size where that is enough; turned pictures as well.
    enough = max(max(size) for size in sizes.values())
    picture.draft("RGB", (enough, enough))
    upright = ImageOps.exif_transpose(picture)
    if upright.mode != "RGB":
        # What is transparent becomes white.
        upright = upright.convert("RGBA")
        ground = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(ground, upright).convert("RGB")
    found = {}
    for name, size in sizes.items():
        # A new picture has no metadata: neither the place nor the camera.
        file = io.BytesIO()
        plain = Image.new("RGB", size)
        plain.paste(ImageOps.fit(upright, size, Image.Resampling.LANCZOS))
        plain.save(file, "WEBP", quality=_QUALITY)
        found[name] = file.getvalue()
    return found

"""Pictures that people send, reduced: what is seen stays, whatever the size and the kind."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageOps

from web.files.pictures import reduced
from web.http.forms import Upload


@pytest.mark.parametrize("size", [(2501, 2999), (1280, 320), (701, 511), (9, 4000)])
@pytest.mark.parametrize("kind", ["photo", "cover"])
def test_a_large_picture_is_what_it_was(size: tuple[int, int], kind: str) -> None:
    seen = Image.merge(
        "RGB",
        [
            Image.linear_gradient("L").resize(size),
            Image.radial_gradient("L").resize(size),
            Image.linear_gradient("L").rotate(90).resize(size),
        ],
    )
    file = io.BytesIO()
    seen.save(file, "PNG")
    for content in reduced(Upload("a.png", file.getvalue()), kind).values():
        with Image.open(io.BytesIO(content)) as found:
            expected = ImageOps.fit(seen, found.size, Image.Resampling.LANCZOS)
            difference = ImageChops.difference(expected, found.convert("RGB")).convert("L")
        # Neither seams between strips nor anything shifted; WebP itself loses a little.
        assert sum(difference.histogram()[24:]) < 0.01 * found.width * found.height


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_becomes_white(mode: str) -> None:
    clear = Image.new("RGBA", (1500, 1500), (200, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 750, 1500, 1500))
    file = io.BytesIO()
    (clear.quantize(4) if mode == "P" else clear.convert(mode)).save(file, "PNG")
    content = reduced(Upload("a.png", file.getvalue()), "photo")["large"]
    with Image.open(io.BytesIO(content)) as found:
        rows = found.convert("L").tobytes()
    assert min(rows[: 200 * 512]) > 245
    assert max(rows[-200 * 512 :]) < 10

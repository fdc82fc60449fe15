"""Pictures of a page: decoded and encoded anew, so that nothing but their pixels is left of a file.

PNG and JPEG only, within limits of size; whatever else calls itself a picture is left out.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import warnings
from functools import lru_cache

_DATA = re.compile(r"data:image/(?:png|jpe?g);base64,(?P<data>[A-Za-z0-9+/=\s]+)", re.IGNORECASE)
MOST_BYTES = 8 << 20
MOST_PIXELS = 8_000_000
KINDS = ("image/png", "image/jpeg")


def data_address(text: str) -> str | None:
    """Return the data address of a picture that is given as one; None where it cannot be shown."""
    found = _DATA.fullmatch(text.strip())
    return from_base64(found["data"]) if found else None


def from_base64(text: str) -> str | None:
    """Return the data address of a picture in base64; None where it cannot be shown."""
    if len(text) > MOST_BYTES * 4 // 3:
        return None
    try:
        return from_bytes(base64.b64decode(text))
    except (binascii.Error, ValueError):
        return None


@lru_cache(maxsize=64)
def from_bytes(data: bytes) -> str | None:
    """Return the data address of a picture file's pixels; None where it cannot be shown."""
    from PIL import Image

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            warnings.simplefilter("ignore")
            if picture.width * picture.height > MOST_PIXELS or len(data) > MOST_BYTES:
                return None
            return _encoded(picture)
    except Exception:  # noqa: BLE001 -- a decoder may fail in any way on a file that is made to hurt it
        return None


def _encoded(picture: object) -> str:
    from PIL import Image

    if not isinstance(picture, Image.Image):
        raise TypeError(picture)
    kind = "JPEG" if picture.format == "JPEG" else "PNG"
    mode = "RGB" if kind == "JPEG" or picture.mode not in ("RGBA", "LA", "P", "L", "1") else picture.mode
    pixels = picture.convert("RGBA" if mode in ("P", "LA") else mode)
    clean = Image.frombytes(pixels.mode, pixels.size, pixels.tobytes())
    written = io.BytesIO()
    clean.save(written, kind, **({"quality": 88} if kind == "JPEG" else {"compress_level": 3}))
    return f"data:image/{kind.lower()};base64,{base64.b64encode(written.getvalue()).decode()}"

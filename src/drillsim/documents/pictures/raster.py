"""A picture as dots, for office files: which face its words are painted in, and how its file becomes small.

Word files hold pictures as PNG, painted by matplotlib, which is here already: SVG in Word needs a PNG beside it all the
same, older Word and WPS show only that, and EMF has no writer with wheels for every system.
"""

from __future__ import annotations

import io

OWN_FACE = "DejaVu Sans"
"""Comes with matplotlib, which measures with it."""
CHINESE_FACES = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei", "SimHei", "SimSun",
    "PingFang SC",
    "Hiragino Sans GB", "Heiti SC", "STHeiti", "WenQuanYi Micro Hei", "Droid Sans Fallback", "Noto Sans CJK JP",
    "Noto Serif CJK SC", "Arial Unicode MS",
)  # fmt: skip
"""Faces with Chinese characters, by the names under which systems bring them."""
COLOURS = 64
"""Colours of a painted picture: drawings need few, and their files shrink to a quarter."""


def faces() -> list[str]:
    """Faces to paint words in: matplotlib's own, then the first installed one that has what it lacks."""
    from matplotlib.font_manager import fontManager

    installed = set(fontManager.get_font_names())
    return [OWN_FACE, *[each for each in CHINESE_FACES if each in installed][:1]]


def reduced(png: bytes) -> bytes:
    """Return the picture with few colours: a quarter of its size."""
    from PIL import Image

    found = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(found, "png", optimize=True)
    return found.getvalue()

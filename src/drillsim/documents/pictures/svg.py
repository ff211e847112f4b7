"""From matplotlib's SVG file to one element that can stand in a page: no prologue, no metadata, our own fonts."""

from __future__ import annotations

import re
from html import escape

FONTS = (
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',SimHei,"
    "'DejaVu Sans',Arial,sans-serif"
)
"""Text stays text: the viewer's machine takes the first of these it has."""


def tidied(raw: str, title: str, description: str, ident: str, more: str = "") -> str:
    """`raw` as an `<svg>` element with `title` and `description`; `ident` makes their ids, `more` are attributes."""
    body = raw[raw.index("<svg") :].strip()
    body = re.sub(r"<metadata>.*?</metadata>\s*", "", body, flags=re.DOTALL)
    body = re.sub(r'<style type="text/css">.*?</style>', "", body, flags=re.DOTALL)  # would reach the whole page
    body = re.sub(r'font-family: [^;"]*; ', "", body)
    body = re.sub(r'<g id="\w+">', "<g>", body)  # two pictures in one page would repeat them
    size = re.search(r'viewBox="([^"]+)"', body)
    assert size is not None
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{size[1]}" '
        f'role="img" aria-labelledby="{ident}-title {ident}-desc"{more} '
        f'style="width:100%;height:auto;stroke-linejoin:round;stroke-linecap:butt;font-family:{FONTS}">'
        f'<title id="{ident}-title">{escape(title)}</title><desc id="{ident}-desc">{escape(description)}</desc>'
    )
    return opening + body[body.index(">") + 1 :]

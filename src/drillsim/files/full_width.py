"""Full-width punctuation and digits where ASCII is expected: a Chinese keyboard types them, YAML does not read them.

Free text keeps them. All else (keys, ids, numbers, times, words of a fixed list) is refused with its mend.
"""

from __future__ import annotations

import re
import unicodedata

_PUNCTUATION = {
    "：": ":",
    "，": ",",
    "、": ",",
    "；": ";",
    "。": ".",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "「": '"',
    "」": '"',
    "【": "[",
    "】": "]",
    "—": "-",
    "–": "-",
    "−": "-",
    "\u3000": " ",
    "\u00a0": " ",
}
"""Characters NFKC alone does not turn into the one meant."""

_STRUCTURE = re.compile("[：，“”‘’「」｛｝［］【】＃－\u3000\u00a0]")
_WIDE = re.compile("[" + "".join(_PUNCTUATION) + "\uff01-\uff5e]")


def has_wide(text: str) -> bool:
    """Return whether `text` holds a full-width character that has an ASCII twin."""
    return bool(_WIDE.search(text))


def mended(text: str) -> str:
    """`text` with every full-width character replaced by its ASCII twin, without quotes around the whole."""
    ascii_text = _WIDE.sub(lambda found: ascii_of(found[0]), text)
    return ascii_text.strip().strip("\"'").rstrip(",;") if len(ascii_text.strip()) > 1 else ascii_text


def first_structural(text: str) -> str:
    """The first full-width character of `text` that looks like YAML's own punctuation; empty when there is none."""
    found = _STRUCTURE.search(text)
    return found[0] if found else ""


def structure_mended(text: str) -> str:
    """`text` with full-width look-alikes of YAML's own punctuation replaced, the space that YAML asks for added."""
    spaced = _STRUCTURE.sub(lambda found: ascii_of(found[0]) + (" " if found[0] in "：，" else ""), text)
    return re.sub("(?<=[:,])  +", " ", spaced).rstrip(" ")


def ascii_of(character: str) -> str:
    """The ASCII twin of one full-width character."""
    return _PUNCTUATION.get(character) or unicodedata.normalize("NFKC", character)

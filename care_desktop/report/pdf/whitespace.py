"""Teach reportlab's paragraphs that U+202F neither breaks a line nor is an ordinary space.

It spares U+00A0 alone: there the narrow no-break space of French breaks lines, and is printed as a plain one.
"""

from __future__ import annotations

import re

from reportlab.platypus import paragraph

_NARROW = "\u202f"


def keep_narrow_spaces() -> None:
    """Take U+202F out of what separates words, in the one module of reportlab that separates them."""
    breaking = paragraph._wsc.replace(_NARROW, "")  # noqa: SLF001 - its only list of separators
    separators = re.compile(f"[{re.escape(breaking)}]+")

    def split(text: str, delim: str | None = None) -> list[str]:
        if delim is not None:
            return text.split(delim)
        return [word for word in separators.split(text) if word]

    paragraph._wsc = breaking  # noqa: SLF001
    paragraph._wsc_re_split = separators.split  # noqa: SLF001
    paragraph._wsc_end_search = re.compile(f"[{re.escape(breaking)}]+$").search  # noqa: SLF001
    paragraph.split = split

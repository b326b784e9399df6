"""Teach reportlab's paragraphs where an address longer than a line may be cut: after its own signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import paragraph

_PARTS = re.compile(r"[^/?&=_-]*[/?&=_-]+|[^/?&=_-]+")


def cut_addresses_at_signs() -> None:
    """Put a cutter of addresses before the one that cuts any long word between two letters."""
    # ruff: noqa: SLF001 - reportlab has no other place for it
    letters = paragraph._splitWord

    def split(  # noqa: PLR0913 - as reportlab calls it
        word: str, begun: float, widths: Sequence[float], line: int, font: str, size: float, encoding: str
    ) -> list[Any]:
        parts = _PARTS.findall(word) if "://" in word else []
        if not parts or max(stringWidth(one, font, size) for one in parts) > min(widths):
            return list(letters(word, begun, widths, line, font, size, encoding))
        lines, text, width = [], "", begun
        for part in parts:
            wide = stringWidth(part, font, size)
            if width + wide > widths[min(line, len(widths) - 1)]:
                lines.append(paragraph._SplitWord(text))
                line, text, width = line + 1, "", 0.0
            text += part
            width += wide
        return [*lines, paragraph._SplitWordEnd(text)]

    paragraph._splitWord = split

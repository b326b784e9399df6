"""Characters that have no business in a scenario, and how a piece of one is shown in a message."""

from __future__ import annotations

import re

# Control characters, line ends that others do not see, and marks that change the direction of writing
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
STAND_IN = "\ufffd"
_LONGEST = 80


def without_unwanted(text: str) -> str:
    """The text with a stand-in for each unwanted character."""
    return UNWANTED.sub(STAND_IN, text)


def code_point(character: str) -> str:
    """How an unwanted character is told: ``U+202E``."""
    return f"U+{ord(character):04X}"


def shown(text: str) -> str:
    """A piece of a file on one line, short and harmless wherever it is printed."""
    piece = without_unwanted(text[: _LONGEST + 1]).replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return piece if len(piece) <= _LONGEST else piece[:_LONGEST] + "…"

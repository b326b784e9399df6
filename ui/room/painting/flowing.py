"""Running text: the largest of three sizes that fits on one page, else pages. It never gets smaller."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ui.room.painting.lettering import Type, broken

STEPS = (68.0, 61.6, 54.0)
"""The sizes of what must be read at ease, for a height of 1080: 6.3, 5.7 and 5 % of it."""

MOST_LINES = 12

Block = list[str]
"""The lines of a paragraph, of a fact, of a bubble."""


class Spacing(NamedTuple):
    """How lines and blocks stand, as multiples of the size of the type; ``pad`` is inside each block."""

    pitch: float
    gap: float = 0.0
    pad: float = 0.0


class Frame(NamedTuple):
    """Where text may stand: ``columns`` of this width and height.

    ``corner`` is the height that the number of a page takes, where there is more than one page.
    """

    width: float
    height: float
    columns: int = 1
    corner: float = 0.0


class Flow(NamedTuple):
    """A text at its size: for each page, for each column, its blocks."""

    kind: Type
    pages: list[list[list[Block]]]


def height(blocks: Sequence[Block], px: int, spacing: Spacing) -> float:
    """How high these blocks stand."""
    lines = sum(len(block) for block in blocks)
    gaps = max(len(blocks) - 1, 0) * spacing.gap
    return px * (lines * spacing.pitch + gaps + len(blocks) * 2 * spacing.pad)


def flowed(texts: Sequence[str], kinds: Sequence[Type], frame: Frame, spacing: Spacing) -> Flow:
    """Blocks of text in the first of these types in which they are one page, else pages in the last."""
    for kind in kinds:
        blocks = [broken(text, kind, frame.width) for text in texts]
        if len(_columns(blocks, kind.px, frame.height, spacing)) <= frame.columns:
            return Flow(kind, [_even(blocks, kind.px, frame, spacing)])
    kind = kinds[-1]
    blocks = [broken(text, kind, frame.width) for text in texts]
    columns = _columns(blocks, kind.px, frame.height - frame.corner, spacing)
    return Flow(kind, [columns[at : at + frame.columns] for at in range(0, len(columns), frame.columns)])


def _even(blocks: list[Block], px: int, frame: Frame, spacing: Spacing) -> list[list[Block]]:
    """The columns of a single page, as even as they can be."""
    total = sum(len(block) for block in blocks)
    for most in range(-(-total // frame.columns), MOST_LINES + 1):
        columns = _columns(blocks, px, frame.height, spacing, most)
        if len(columns) <= frame.columns:
            return columns
    return _columns(blocks, px, frame.height, spacing)


def _columns(
    blocks: Sequence[Block], px: int, high: float, spacing: Spacing, most: int = MOST_LINES
) -> list[list[Block]]:
    """Blocks one under the other, as many as fit; a block goes to the next column rather than be torn."""
    columns: list[list[Block]] = [[]]
    waiting = [list(block) for block in blocks]
    while waiting:
        block = waiting.pop(0)
        here = columns[-1]
        fitting = _fitting(here, block, px, high, spacing, most)
        if fitting >= len(block):
            if here or any(block):
                here.append(block)
        elif here and not _worth_tearing(here, block, fitting, most):
            waiting.insert(0, block)
            columns.append([])
        else:
            torn = max(fitting, 1)
            here.append(block[:torn])
            waiting.insert(0, block[torn:])
            columns.append([])
    return columns


def _fitting(here: Sequence[Block], block: Block, px: int, high: float, spacing: Spacing, most: int) -> int:
    """How many lines of a block still fit under these."""
    lines = min(len(block), most - sum(len(one) for one in here))
    while lines > 0 and height([*here, block[:lines]], px, spacing) > high:
        lines -= 1
    return max(lines, 0)


def _worth_tearing(here: Sequence[Block], block: Block, fitting: int, most: int) -> bool:
    """A long block over a page that is hardly filled: better torn, with two lines on either side."""
    filled = sum(len(one) for one in here)
    return filled * 2 < filled + fitting and fitting >= 2 and len(block) - fitting >= 2 and most > 2

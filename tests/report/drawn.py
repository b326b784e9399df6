"""The figures of a report, and what is drawn and written in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.graphics.shapes import Drawing, Group, String

from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.figures.drawing import drawn
from care_desktop.report.model import Figure


def shapes(group: Drawing | Group) -> Iterator[Any]:
    for shape in group.contents:
        if isinstance(shape, Group):
            yield from shapes(shape)
        else:
            yield shape


def texts_of(figure: Figure) -> list[str]:
    """All that is written in a figure as it is drawn."""
    return [shape.text for shape in shapes(drawn(figure.plot, str)) if isinstance(shape, String)]


def figures_of(dossier: Dossier) -> dict[str, Figure]:
    blocks = (block for section in compose(dossier).sections for block in section.blocks)
    return {block.key: block for block in blocks if isinstance(block, Figure)}

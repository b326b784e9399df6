"""Page 1: the name in the upper half, the box in the lower one."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable, Spacer

from care_desktop.report.model import Cover, Fact
from care_desktop.report.pdf import grid
from care_desktop.report.pdf.flowables import heading
from care_desktop.report.pdf.stack import Column, Columns, Look, Unit
from care_desktop.report.pdf.table import table
from care_desktop.report.printing.cells import boxes
from care_desktop.report.printing.typing import Type

_FRAME = grid.HEIGHT - grid.BOTTOM - grid.TOP_FIRST
_LEFT = 208.0
_RIGHT = grid.TEXT_WIDTH - 14 - _LEFT
"""Wider: three boxes to tick, with their words, stand in a row there."""
_LABEL = 62.0
_VISA = 68.0
_LEAST = 24.0


def front(kind: Type, cover: Cover) -> list[Flowable]:
    """The flowables of page 1; what is left of its height stands between name and box."""
    title = kind.plain(cover.title)
    head: list[Flowable] = [
        kind.text(cover.facility, kind.facility),
        kind.text(cover.structure, kind.structure),
    ]
    name: list[Flowable] = [
        kind.text(cover.genre, kind.genre),
        heading(kind.markup(cover.title), kind.styles.cover_title, level=1, key="cover", title=title),
        kind.text(cover.subject, kind.subject),
        kind.text(cover.occasion, kind.occasion),
    ]
    box = _box(kind, cover)
    used = sum(_height(part) for part in (head, name, box))
    free = max(_FRAME - used - 6, 2 * _LEAST)
    return [*head, Spacer(1, free * 0.4), *name, Spacer(1, free * 0.6), *box]


def _height(flowables: Sequence[Flowable]) -> float:
    return float(Unit(flowables).wrap(grid.TEXT_WIDTH, _FRAME)[1]) + 4


def _box(kind: Type, cover: Cover) -> list[Flowable]:
    facts = Columns(
        [
            Column(_LEFT, _facts(kind, cover.document, _LABEL, _LEFT)),
            Column(_RIGHT, _facts(kind, cover.exercise, _LABEL, _RIGHT)),
        ],
        Look(gutter=14, rule=1.2, padding=8, after=8),
    )
    if not cover.visas:
        return [facts, *_facts(kind, cover.facts, _VISA)]
    visas = table(
        [
            ["", *(kind.text(head, kind.styles.cell_head) for head in cover.heads)],
            *(
                [
                    kind.text(one.act, kind.styles.cell_name),
                    kind.text(one.function, kind.styles.cell) if one.function else "",
                    kind.text(one.date, kind.styles.cell) if one.date else "",
                    "",
                ]
                for one in cover.visas
            ),
        ],
        [_VISA, grid.TEXT_WIDTH - _VISA - 74 - 114, 74, 114],
        commands=[("TOPPADDING", (0, 1), (-1, -1), 9), ("BOTTOMPADDING", (0, 1), (-1, -1), 10)],
    )
    return [facts, visas, *_facts(kind, cover.facts, _VISA)]


def _facts(kind: Type, facts: Sequence[Fact], label: float, whole: float = grid.TEXT_WIDTH) -> list[Flowable]:
    width = whole - label
    style = kind.small if label == _LABEL else kind.styles.cell_name
    made: list[Flowable] = []
    for fact in facts:
        value: list[Flowable] = []
        if fact.boxes is not None:
            value = [boxes(kind, fact.boxes)]
        elif fact.value:
            value = [kind.text(fact.value, kind.styles.cell_name if fact.strong else kind.styles.cell)]
        columns = [Column(label, [kind.text(fact.label, style)]), Column(width, value)]
        made.append(Columns(columns, Look(gutter=0, after=5)))
    return made

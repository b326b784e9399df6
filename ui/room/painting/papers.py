"""Things on paper: a letter, a sheet, a newspaper, what a printer spat out."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.room.painting import lettering
from ui.room.painting.flowing import Frame, Spacing
from ui.room.painting.ground import PAPER
from ui.room.painting.lettering import Face, Ink
from ui.room.painting.stage import LABEL, NOTE, Stage
from ui.room.scene import Document, Mail, Press, Sheet

_LETTER = Spacing(1.315)
_NEWS = Spacing(1.25)
_LISTING = Spacing(1.26)


def mail(stage: Stage, scene: Mail) -> None:
    """One white sheet with the head of an e-mail."""
    _letter(stage, scene, "mail", 14)


def document(stage: Stage, scene: Document) -> None:
    """A sheet of paper: the same, with corners of paper."""
    _letter(stage, scene, "file-text", 0)


def press(stage: Stage, scene: Press) -> None:
    """A page of a newspaper in two columns, that says of itself that it is made up."""
    paper = QRectF(stage.left, stage.n(132), stage.right - stage.left, stage.n(904))
    stage.box(paper, PAPER.news, line=stage.ground.edge, thick=2)
    left, right = paper.left() + stage.n(60), paper.right() - stage.n(60)
    _masthead(stage, scene, left, right)
    lines, kind = stage.title(scene.headline, (102, 84, 68, 54), right - left, face=Face.PRESS, even=True)
    top = stage.lines(lines, left, stage.n(282), Ink(kind, PAPER.news_ink, 1.05)) + stage.n(22)
    foot = paper.bottom() - stage.n(94)
    note = Ink(stage.kind(NOTE, 500), PAPER.news_note)
    stage.line(scene.note, left, foot, note, high=stage.n(70), room=right - left - stage.n(200))
    gutter = stage.n(106)
    column = (right - left - gutter) / 2
    flow = stage.flow(scene.body.split("\n"), Frame(column, foot - top, 2), _NEWS, face=Face.PRESS)
    ink = Ink(flow.kind, PAPER.news_ink, _NEWS.pitch, body=True)
    ends = [
        stage.blocks(blocks, left + at * (column + gutter), top, ink)
        for at, blocks in enumerate(flow.pages[stage.page])
    ]
    if len(ends) > 1:
        middle = left + column + gutter / 2
        stage.box(QRectF(middle - stage.n(1), top, stage.n(2), max(ends) - top), PAPER.news_rule)
    stage.page_number(right, foot + stage.n(70), PAPER.news_note)


def sheet(stage: Stage, scene: Sheet) -> None:
    """Listing paper with its holes, that goes on under the edge of the wall."""
    inset = stage.width * 180 / 1920
    paper = QRectF(inset, stage.n(132), stage.width - 2 * inset, stage.height - stage.n(132))
    stage.box(paper, PAPER.listing, line=stage.ground.edge, thick=2)
    _holes(stage, paper)
    left, right = paper.left() + stage.n(110), paper.right() - stage.n(110)
    top = stage.n(170)
    if scene.heading:
        lines, kind = stage.title(scene.heading, (66, 54), right - left, face=Face.PRINTER)
        top = stage.lines(lines, left, stage.n(182), Ink(kind, PAPER.listing_ink, 1.15)) + stage.n(30)
    foot = stage.n(968)
    note = Ink(stage.kind(NOTE, 500), PAPER.listing_note)
    stage.line(scene.foot, left, foot, note, high=stage.n(80), room=right - left - stage.n(200))
    frame = Frame(right - left, foot - top)
    flow = stage.flow(scene.body.split("\n"), frame, _LISTING, face=Face.PRINTER)
    ink = Ink(flow.kind, PAPER.listing_ink, _LISTING.pitch, body=True)
    stage.blocks(flow.pages[stage.page][0], left, top, ink)
    stage.page_number(right, foot + stage.n(75), PAPER.listing_note)


def _masthead(stage: Stage, scene: Press, left: float, right: float) -> None:
    name = Ink(stage.kind(74, 700, Face.PRESS), PAPER.news_ink)
    day = Ink(stage.kind(LABEL, 400, Face.PRESS), PAPER.news_ink, align=1.0)
    free = right - left - lettering.width(scene.day, day.kind) - stage.n(40)
    stage.line(scene.paper, left, stage.n(152), name, high=stage.n(96), room=free)
    stage.line(scene.day, right, stage.n(158), day, high=stage.n(96))
    for y in (248, 252):
        stage.box(QRectF(left, stage.n(y), right - left, stage.n(2)), PAPER.news_ink)


def _holes(stage: Stage, paper: QRectF) -> None:
    for edge, inwards in ((paper.left(), 1), (paper.right(), -1)):
        stage.dashes(edge + inwards * stage.n(63), paper.top(), paper.bottom(), PAPER.listing_cut)
        y = stage.n(176)
        while y < stage.height:
            stage.disc(
                edge + inwards * stage.n(31.5), y, stage.n(13.5), stage.ground.edge or stage.background
            )
            y += stage.n(64)


def _letter(stage: Stage, scene: Mail | Document, icon: str, corner: float) -> None:
    paper = QRectF(stage.left, stage.n(144), stage.right - stage.left, stage.n(880))
    stage.box(paper, PAPER.white, (corner,) * 4, line=stage.ground.edge, thick=2)
    left, right = paper.left() + stage.n(48), paper.right() - stage.n(48)
    top = _head(stage, scene, icon, paper, corner) + stage.n(34)
    frame = Frame(right - left, paper.bottom() - stage.n(24) - top, corner=stage.n(60))
    flow = stage.flow(scene.body.split("\n"), frame, _LETTER)
    ink = Ink(flow.kind, PAPER.ink, _LETTER.pitch, body=True)
    stage.blocks(flow.pages[stage.page][0], left, top, ink)
    stage.page_number(right + stage.n(6), paper.bottom() - stage.n(22), PAPER.label)


def _head(stage: Stage, scene: Mail | Document, icon: str, paper: QRectF, corner: float) -> float:
    """The subject, from whom, to whom; returns where the head ends."""
    left, right = paper.left() + stage.n(48), paper.right() - stage.n(48)
    lines, kind = stage.title(scene.subject, (62, 54), right - left - stage.n(80))
    subject = Ink(kind, PAPER.ink, 1.32)
    label, value = Ink(stage.kind(LABEL), PAPER.label, 1.32), Ink(stage.kind(LABEL), PAPER.ink, 1.32)
    labels = max((lettering.width(line.label, label.kind) for line in scene.head), default=0.0)
    column = left + max(stage.n(120), labels + stage.n(28))
    top = paper.top() + stage.n(22)
    ends = top + len(lines) * subject.high + stage.n(32) + len(scene.head) * value.high
    head = QRectF(paper.left(), paper.top(), paper.width(), ends - paper.top())
    stage.box(head, PAPER.head, (corner, corner, 0, 0))
    stage.icon(icon, left, top + (subject.high - stage.n(56)) / 2, stage.n(56), PAPER.icon)
    top = stage.lines(lines, left + stage.n(80), top, subject) + stage.n(6)
    for line in scene.head:
        stage.line(line.label, left, top, label)
        stage.line(line.value, column, top, value, room=right - column)
        top += value.high
    return ends

"""Cards that fill the wall with one sentence: welcome, suspended, end, real incident, black."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.room.painting.flowing import Frame, Spacing
from ui.room.painting.ground import PAPER
from ui.room.painting.lettering import Ink
from ui.room.painting.stage import LABEL, STRIP, Stage
from ui.room.scene import Black, End, RealIncident, Suspended, Welcome

_TITLE = (132.0, 104.0, 84.0, 68.0)
_RUNNING = Spacing(1.3)
_CENTRED = Spacing(1.34)
_LOUD = Spacing(1.22)


def welcome(stage: Stage, scene: Welcome) -> None:
    """The mark, the neutral name, and that nothing of it is real."""
    _marked(stage, scene.title, scene.text, "")


def end(stage: Stage, scene: End) -> None:
    """The mark, thanks, and what comes next."""
    _marked(stage, scene.title, scene.text, scene.next)


def suspended(stage: Stage, scene: Suspended) -> None:
    """Time stands still: a pause, and a hatched foot."""
    ground, middle = stage.ground, stage.width / 2
    y = stage.n(367)
    stage.disc(middle, y, stage.n(71), line=ground.warn, thick=10)
    for x in (middle - stage.n(14.5), middle + stage.n(14.5)):
        bar = QRectF(x - stage.n(5), y - stage.n(27), stage.n(10), stage.n(54))
        stage.box(bar, ground.warn, (5, 5, 5, 5))
    room = stage.right - stage.left
    lines, kind = stage.title(scene.title, (124, 104, 84, 68), room)
    top = stage.lines(lines, middle, stage.n(480), Ink(kind, ground.text, 1.2, 0.5)) + stage.n(28)
    flow = stage.flow(
        [scene.text], Frame(min(room, stage.n(1190)), stage.n(1030) - top), _CENTRED, steps=(64, 54)
    )
    ink = Ink(flow.kind, ground.second, _CENTRED.pitch, 0.5, body=True)
    stage.blocks(flow.pages[stage.page][0], middle, top, ink)
    stage.hatch(QRectF(0, stage.n(1044), stage.width, stage.n(36)), ground.warn, 51)


def real_incident(stage: Stage, scene: RealIncident) -> None:
    """The only white card: this is not an exercise."""
    stage.background = PAPER.real
    stage.strip(scene.strip, PAPER.real_ink, PAPER.real)
    left, beside = stage.n(122), stage.n(337)
    lines, kind = stage.title(scene.title, (150, 124, 104, 84), stage.right - beside)
    stage.icon("octagon-alert", left - stage.n(8), beside, stage.n(174), PAPER.real_ink)
    top = stage.lines(lines, beside, stage.n(334), Ink(kind, PAPER.real_ink, 1.2))
    top = max(top, stage.n(546))
    frame = Frame(stage.right - left, stage.n(1040) - top)
    flow = stage.flow([scene.text], frame, _LOUD, weight=500, steps=(84, 68, 54))
    ink = Ink(flow.kind, PAPER.real_ink, _LOUD.pitch, body=True)
    stage.blocks(flow.pages[stage.page][0], left, top, ink)


def black(stage: Stage, scene: Black) -> None:
    """Nothing but the word that must never leave the wall."""
    stage.background = PAPER.black
    ink = Ink(stage.kind(LABEL, 700, spacing=4.0), PAPER.on_black)
    stage.line(scene.strip.left, stage.left, 0, ink, high=stage.n(STRIP))


def _marked(stage: Stage, title: str, text: str, after: str) -> None:
    ground, left = stage.ground, stage.left
    stage.icon("icon", left, stage.n(208), stage.n(120), ground.text)
    room = stage.right - left
    lines, kind = stage.title(title, _TITLE, room)
    top = stage.lines(lines, left, stage.n(352), Ink(kind, ground.text, 1.2)) + stage.n(26)
    foot = stage.n(200) if after else 0.0
    frame = Frame(min(room, stage.n(1440)), stage.n(1050) - foot - top)
    flow = stage.flow([text], frame, _RUNNING, steps=(66, 61.6, 54))
    ink = Ink(flow.kind, ground.second, _RUNNING.pitch, body=True)
    top = stage.blocks(flow.pages[stage.page][0], left, top, ink)
    lines, kind = stage.title(after, (58, 54), room)
    stage.lines(lines, left, top + stage.n(53), Ink(kind._replace(weight=400), ground.accent, body=True))

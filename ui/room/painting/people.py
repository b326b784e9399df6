"""People who speak, write to a telephone or post, and machines that warn."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.room.painting.flowing import Block, Frame, Spacing, height
from ui.room.painting.ground import PAPER
from ui.room.painting.lettering import Ink, Type, width
from ui.room.painting.stage import LABEL, NOTE, STRIP, Stage
from ui.room.scene import Alert, Mouth, Phone, Post, Spoken

_WORDS = Spacing(1.29)
_BUBBLES = Spacing(1.27, gap=0.4, pad=0.55)
_LOG = Spacing(1.3, gap=0.25)

_ICONS = {
    Mouth.CALL: "phone",
    Mouth.IN_PERSON: "user",
    Mouth.PRESS: "newspaper",
    Mouth.BROADCAST: "presentation",
}


def spoken(stage: Stage, scene: Spoken) -> None:
    """A disc that says how, who speaks to whom, and the words."""
    ground, left = stage.ground, stage.width * 517 / 1920
    room = stage.right - left
    lines, kind = stage.title(scene.speaker, (84, 70, 61.6, 54), room)
    speaker, to = Ink(kind, ground.text, 1.2), Ink(stage.kind(50), ground.third, 1.46)
    above = len(lines) * speaker.high + (to.high if scene.to else 0.0) + stage.n(40)
    frame = Frame(room, stage.n(1050 - STRIP - 30) - above, corner=stage.n(60))
    flow = stage.flow(scene.words.split("\n"), frame, _WORDS, weight=500)
    high = above + max(height(page[0], flow.kind.px, _WORDS) for page in flow.pages)
    top = stage.n(STRIP) + (stage.height - stage.n(STRIP) - high) / 2
    _disc(stage, scene, top + high / 2 - stage.n(16))
    top = stage.lines(lines, left, top, speaker)
    if scene.to:
        stage.line(scene.to, left, top, to, room=room)
        top += to.high
    ink = Ink(flow.kind, ground.text, _WORDS.pitch, body=True)
    stage.blocks(flow.pages[stage.page][0], left, top + stage.n(40), ink)
    stage.page_number(stage.right, stage.n(1054), ground.third)


def phone(stage: Stage, scene: Phone) -> None:
    """A telephone as one holds it, cut by the edge of the wall."""
    frame = QRectF(stage.width * 340 / 1920, stage.n(132), stage.width * 1240 / 1920, stage.n(892))
    stage.box(frame, stage.ground.frame, (60, 60, 0, 0))
    inner = frame.adjusted(stage.n(6), stage.n(6), -stage.n(6), 0)
    stage.box(inner, PAPER.phone, (54, 54, 0, 0))
    area = inner.adjusted(stage.n(56), 0, -stage.n(56), -stage.n(30))
    area.setTop(_sender(stage, scene.sender, scene.hour, area))
    _bubbles(stage, scene.bubbles, area, stage.n(64))
    stage.page_number(area.right(), inner.bottom() - stage.n(16), PAPER.label)


def post(stage: Stage, scene: Post) -> None:
    """What people write for all to see; it says of itself that it is made up."""
    card = QRectF(stage.left, stage.n(132), stage.right - stage.left, stage.n(904))
    stage.box(card, PAPER.phone, (14,) * 4, line=stage.ground.edge, thick=2)
    area = card.adjusted(stage.n(60), 0, -stage.n(60), -stage.n(98))
    area.setTop(_sender(stage, scene.account, scene.hour, area))
    foot = area.bottom() + stage.n(10)
    note = Ink(stage.kind(NOTE, 500), PAPER.label)
    stage.line(scene.note, area.left(), foot, note, high=stage.n(66), room=area.width() - stage.n(200))
    _bubbles(stage, scene.bubbles, area, 0.0)
    stage.page_number(area.right(), foot + stage.n(66), PAPER.label)


def alert(stage: Stage, scene: Alert) -> None:
    """A screen of a machine: who warns, and the lines as they came."""
    ground = stage.ground
    card = QRectF(stage.left, stage.n(144), stage.right - stage.left, stage.n(880))
    stage.box(card, ground.alert, (14,) * 4, line=ground.warn, thick=5)
    left, right = card.left() + stage.n(48), card.right() - stage.n(48)
    hour = Ink(stage.kind(LABEL, 500, tabular=True), ground.third, align=1.0)
    free = right - left - stage.n(136) - width(scene.hour, hour.kind)
    lines, kind = stage.title(scene.source, (70, 61.6, 54), free)
    source, top = Ink(kind, ground.warn, 1.25), card.top() + stage.n(30)
    stage.icon("triangle-alert", left, top + (source.high - stage.n(72)) / 2, stage.n(72), ground.warn)
    stage.line(scene.hour, right, top, hour, high=source.high)
    top = stage.lines(lines, left + stage.n(96), top, source) + stage.n(22)
    stage.box(QRectF(left, top, right - left, stage.n(3)), ground.rule)
    top += stage.n(26)
    frame = Frame(right - left, card.bottom() - stage.n(28) - top, corner=stage.n(60))
    flow = stage.flow(scene.body.split("\n"), frame, _LOG)
    ink = Ink(flow.kind, ground.text, _LOG.pitch, body=True)
    stage.blocks(flow.pages[stage.page][0], left, top, ink, _LOG.gap)
    stage.page_number(right, card.bottom() - stage.n(22), ground.third)


def _disc(stage: Stage, scene: Spoken, middle: float) -> None:
    ground, x = stage.ground, stage.width * 254 / 1920
    room = 2 * (x - stage.left / 2)
    fit = min(1.0, room / stage.n(348))
    label = Ink(stage.kind(50, 600), ground.accent, align=0.5)
    y = middle - label.high / 2
    stage.disc(x, y, fit * stage.n(169), line=ground.ring, thick=6)
    stage.disc(x, y, fit * stage.n(150), ground.accent)
    side = fit * stage.n(150)
    stage.icon(_ICONS[scene.mouth], x - side / 2, y - side / 2, side, ground.on_accent)
    stage.line(scene.label, x, y + fit * stage.n(180), label, room=room)


def _sender(stage: Stage, sender: str, hour: str, area: QRectF) -> float:
    """A face without features, a name, an hour, and a line under them; returns where bubbles may begin."""
    radius, y, side = stage.n(48), stage.n(240), stage.n(56)
    stage.disc(area.left() + radius, y, radius, PAPER.face)
    stage.icon("user", area.left() + radius - side / 2, y - side / 2, side, PAPER.icon)
    left = area.left() + stage.n(124)
    name = Ink(stage.kind(56, 700), PAPER.ink)
    stage.line(sender, left, stage.n(170), name, high=stage.n(76), room=area.right() - left)
    when = Ink(stage.kind(LABEL, 400, tabular=True), PAPER.label)
    stage.line(hour, left, stage.n(242), when, high=stage.n(60))
    stage.box(QRectF(area.left(), stage.n(328), area.width(), stage.n(3)), PAPER.bubble_edge)
    return stage.n(367)


def _bubbles(stage: Stage, texts: tuple[str, ...], area: QRectF, corner: float) -> None:
    inside = stage.n(43)
    frame = Frame(area.width() - stage.n(56) - 2 * inside, area.height(), corner=corner)
    flow = stage.flow(texts, frame, _BUBBLES, steps=(61.6, 58, 54))
    top = area.top()
    for block in flow.pages[stage.page][0]:
        top = _bubble(stage, block, area.left(), top, flow.kind) + _BUBBLES.gap * flow.kind.px


def _bubble(stage: Stage, block: Block, left: float, top: float, kind: Type) -> float:
    inside, pad = stage.n(43), _BUBBLES.pad * kind.px
    wide = max(width(line, kind) for line in block) + 2 * inside
    high = height([block], kind.px, _BUBBLES)
    edge = PAPER.bubble_edge
    stage.box(QRectF(left, top, wide, high), PAPER.bubble, (36, 36, 36, 8), line=edge, thick=2)
    stage.lines(block, left + inside, top + pad, Ink(kind, PAPER.ink, _BUBBLES.pitch, body=True))
    return top + high

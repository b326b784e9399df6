"""What the room looks up at: the situation, a question, how care does, the story itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.room.painting.flowing import Frame, Spacing
from ui.room.painting.ground import Ground
from ui.room.painting.lettering import Ink, broken
from ui.room.painting.stage import LABEL, STRIP, Stage
from ui.room.scene import Notice, Question, Recovery, Situation, Standing, Tile

_FACTS = Spacing(1.22, gap=0.486)
_PARAGRAPHS = Spacing(1.27, gap=0.3)
_ROWS, _COLUMNS = 4, 2
_TIGHT, _LOOSE = 160, 206
_NAMES, _BESIDE = (56, 50), 104

_ICONS = {
    Standing.NOMINAL: "circle-check",
    Standing.HELD: "file-text",
    Standing.DEGRADED: "triangle-alert",
    Standing.DOWN: "octagon-x",
    Standing.RECOVERING: "wrench",
    Standing.TO_VALIDATE: "circle-dashed",
    Standing.VALIDATED: "badge-check",
}


def situation(stage: Stage, scene: Situation) -> None:
    """The hour, the day, and facts under a rule."""
    ground, left = stage.ground, stage.left
    hour = Ink(stage.kind(132, 700, tabular=True), ground.text)
    x = stage.line(scene.hour, left, stage.n(129), hour, high=stage.n(160)) + stage.n(44)
    day = Ink(stage.kind(64), ground.third)
    stage.line(scene.day, x, stage.n(190), day, high=stage.n(88), room=stage.right - x)
    stage.box(QRectF(left, stage.n(310), stage.right - left, stage.n(4)), ground.rule)
    text, top, side = left + stage.n(46), stage.n(348), stage.n(16)
    frame = Frame(stage.right - text, stage.n(1052) - top, corner=stage.n(46))
    flow = stage.flow(scene.facts, frame, _FACTS)
    ink = Ink(flow.kind, ground.text, _FACTS.pitch, body=True)
    for block in flow.pages[stage.page][0]:
        bullet = QRectF(left, top + (ink.high - side) / 2 - stage.n(1), side, side)
        stage.box(bullet, ground.accent, (4,) * 4)
        top = stage.blocks([block], text, top, ink, _FACTS.gap)
    stage.page_number(stage.right, stage.n(1062), ground.third)


def notice(stage: Stage, scene: Notice) -> None:
    """The story itself speaks: a heading as large as the hour, a rule, paragraphs."""
    ground, left, top = stage.ground, stage.left, stage.n(129)
    if scene.heading:
        lines, kind = stage.title(scene.heading, (132, 104, 84, 68, 54), stage.right - left)
        top = stage.lines(lines, left, top, Ink(kind, ground.text, 1.2)) + stage.n(22)
        stage.box(QRectF(left, top, stage.right - left, stage.n(4)), ground.rule)
        top += stage.n(34)
    frame = Frame(stage.right - left, stage.n(1052) - top, corner=stage.n(46))
    flow = stage.flow(scene.body.split("\n"), frame, _PARAGRAPHS)
    ink = Ink(flow.kind, ground.text, _PARAGRAPHS.pitch, body=True)
    stage.blocks(flow.pages[stage.page][0], left, top, ink, _PARAGRAPHS.gap)
    stage.page_number(stage.right, stage.n(1062), ground.third)


def question(stage: Stage, scene: Question) -> None:
    """Who is asked, the question, a line of context. No option, no clock."""
    ground, left = stage.ground, stage.left
    room = stage.right - left
    lines, kind = stage.title(scene.question, (110, 96, 84, 68), room, 4, even=True)
    asked = Ink(kind, ground.text, 1.14, body=True)
    cell = Ink(stage.kind(LABEL, 600), ground.accent)
    brought, context_kind = stage.title(scene.context, (58, 54), room) if scene.context else ([], kind)
    context = Ink(context_kind._replace(weight=400), ground.second, body=True)
    high = cell.high + stage.n(40) + len(lines) * asked.high
    high += stage.n(49) + len(brought) * context.high if brought else 0.0
    top = stage.n(STRIP) + max((stage.n(980 - STRIP) - high) / 2, stage.n(30))
    side = stage.n(56)
    stage.icon("users", left, top + (cell.high - side) / 2, side, ground.accent)
    x = left + stage.n(78)
    stage.line(scene.cell, x, top, cell, room=stage.right - x)
    top = stage.lines(lines, left, top + cell.high + stage.n(40), asked)
    stage.lines(brought, left, top + stage.n(49), context)


def recovery(stage: Stage, scene: Recovery) -> None:
    """Tiles of the services of care, two by four a page, and IT in one line."""
    ground, left = stage.ground, stage.left
    lines, kind = stage.title(scene.title, (76, 62, 54), stage.right - left, 1)
    stage.lines(lines, left, stage.n(132), Ink(kind, ground.text, 1.25))
    each = _ROWS * _COLUMNS
    stage.turn(-(-len(scene.tiles) // each))
    gutter = stage.n(72)
    wide = (stage.right - left - gutter) / _COLUMNS
    tiles = scene.tiles[stage.page * each : (stage.page + 1) * each]
    size = _size_of_names(stage, [tile.name for tile in tiles], wide - stage.n(_BESIDE))
    pitch = _TIGHT if len(tiles) > each - _COLUMNS else _LOOSE
    for at, tile in enumerate(tiles):
        x, row = left + (at % _COLUMNS) * (wide + gutter), at // _COLUMNS
        top = 244 + pitch * row + (pitch - _TIGHT)
        _tile(stage, tile, QRectF(x, stage.n(top), wide, stage.n(_TIGHT)), size)
    foot = Ink(stage.kind(50), ground.second)
    room = stage.right - left - (stage.n(200) if stage.pages > 1 else 0)
    stage.line(scene.foot, left, stage.n(970), foot, high=stage.n(64), room=room)
    stage.page_number(stage.right, stage.n(1034), ground.third)


def _size_of_names(stage: Stage, names: list[str], room: float) -> float:
    """One size for all names that can stand on a line: none is more important than another."""
    large, small = _NAMES

    def stands(name: str, size: float) -> bool:
        return len(broken(name, stage.kind(size, 700), room)) == 1

    return large if all(stands(name, large) for name in names if stands(name, small)) else small


def _tile(stage: Stage, tile: Tile, place: QRectF, size: float) -> None:
    ground = stage.ground
    x, top, tone = place.left(), place.top(), _tone(ground, tile.standing)
    side, inside = stage.n(76), stage.n(50)
    stage.box(QRectF(x, top + stage.n(42), side, side), tone, (14,) * 4)
    margin = (side - inside) / 2
    stage.icon(_ICONS[tile.standing], x + margin, top + stage.n(42) + margin, inside, ground.on_state)
    left, high = x + stage.n(_BESIDE), stage.n(60)
    room = place.right() - left
    _name(stage, tile.name, QRectF(left, top, room, stage.n(88)), size)
    word, detail = Ink(stage.kind(LABEL, 600), tone), Ink(stage.kind(LABEL), ground.second)
    end = stage.line(tile.word, left, top + stage.n(80), word, high=high, room=room)
    said = f", {tile.detail}" if tile.detail else ""
    stage.line(said, end, top + stage.n(80), detail, high=high, room=place.right() - end)
    stage.box(QRectF(x, top + stage.n(158), place.width(), stage.n(3)), ground.divider)


def _name(stage: Stage, name: str, place: QRectF, size: float) -> None:
    """The name of a service: large on one line, or smaller on two."""
    lines, kind = stage.title(name, (size,), place.width(), 1)
    if len(broken(name, kind, place.width())) > 1:
        lines, kind = stage.title(name, (LABEL,), place.width())
    ink = Ink(kind, stage.ground.text, 1.29 if len(lines) == 1 else 1.0)
    top = place.top() + stage.n(16) if len(lines) == 1 else place.bottom() - len(lines) * ink.high
    stage.lines(lines, place.left(), top, ink)


def _tone(ground: Ground, standing: Standing) -> str:
    match standing:
        case Standing.NOMINAL | Standing.VALIDATED:
            return ground.ok
        case Standing.HELD | Standing.DEGRADED:
            return ground.warn
        case Standing.DOWN:
            return ground.stop
        case Standing.RECOVERING | Standing.TO_VALIDATE:
            return ground.work

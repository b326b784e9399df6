"""What the shapes and lines of the timeline mean, in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, theme
from ui.review.lanes import Sort
from ui.review.shapes import paint_diamond, paint_mark, paint_still

if TYPE_CHECKING:
    from ui.review.curve import Curve
    from ui.review.lanes import Timeline
    from ui.voice import Voice

_ROW, _SIGN, _GAP = 22, 20, 12


class _Entry(NamedTuple):
    paint: Callable[[QPainter, QPointF], None]
    key: str
    occurs: Callable[[Timeline, Curve], bool]


def _mark(sort: Sort) -> Callable[[QPainter, QPointF], None]:
    return lambda painter, at: paint_mark(painter, at, sort)


def _line(token: str, width: float, style: Qt.PenStyle) -> Callable[[QPainter, QPointF], None]:
    def paint(painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(theme.color(token), theme.px(width), style, c=Qt.PenCapStyle.FlatCap))
        half = theme.px(9)
        painter.drawLine(QLineF(at.x() - half, at.y(), at.x() + half, at.y()))

    return paint


def _still(painter: QPainter, at: QPointF) -> None:
    half = theme.px(7)
    paint_still(painter, QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))


def _public(painter: QPainter, at: QPointF) -> None:
    paint_diamond(painter, at, theme.color("ink2"), filled=False, dashed=True)


def _among(sort: Sort) -> Callable[[Timeline, Curve], bool]:
    return lambda timeline, _: any(mark.sort is sort for lane in timeline.lanes for mark in lane.marks)


def _cut(*, jump: bool) -> Callable[[Timeline, Curve], bool]:
    return lambda timeline, _: any(cut.jump is jump for cut in timeline.cuts)


def _served(_: Timeline, curve: Curve) -> bool:
    return curve.of > 0


_SORTS = {
    Sort.STIMULUS: "review.key_stimulus",
    Sort.SKIPPED: "review.key_skipped",
    Sort.DECISION: "review.key_decision",
    Sort.NO_DECISION: "review.key_no_decision",
    Sort.WRITTEN: "review.key_written",
}
_ENTRIES = (
    *(_Entry(_mark(sort), key, _among(sort)) for sort, key in _SORTS.items()),
    _Entry(_still, "review.key_still", _cut(jump=False)),
    _Entry(_line("ink3", 1, Qt.PenStyle.DashDotLine), "review.key_jump", _cut(jump=True)),
    _Entry(_line("acc", 2.6, Qt.PenStyle.SolidLine), "review.key_nominal", _served),
    _Entry(_line("acc", 1, Qt.PenStyle.SolidLine), "review.key_rendered", _served),
    _Entry(_public, "review.key_public", lambda _, curve: bool(curve.public)),
)


class Legend(QWidget):
    """The key, flowing."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._entries: tuple[_Entry, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()
        theme.signals.changed.connect(self.updateGeometry)

    def explain(self, timeline: Timeline, curve: Curve) -> None:
        """Explain what there is to see, and nothing else."""
        self._entries = tuple(one for one in _ENTRIES if one.occurs(timeline, curve))
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setAccessibleName(", ".join(self._voice.say(one.key) for one in self._entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one row."""
        return QSize(theme.px(200), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Be content with little width."""
        return QSize(theme.px(120), theme.px(_ROW))

    def hasHeightForWidth(self) -> bool:
        """Be higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Count the rows."""
        places = self._places(max(width, theme.px(120)))
        return (round(places[-1].y()) if places else 0) + theme.px(_ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shapes and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.font("detail"))
        row, sign = theme.px(_ROW), theme.px(_SIGN)
        for entry, place in zip(self._entries, self._places(self.width()), strict=True):
            entry.paint(painter, QPointF(place.x() + sign / 2, place.y() + row / 2))
            painter.setPen(theme.color("ink2"))
            words = QRectF(place.x() + sign + theme.px(5), place.y(), self.width(), row)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._voice.say(entry.key))

    def _places(self, width: int) -> list[QPointF]:
        metrics = QFontMetrics(fonts.font("detail"))
        x = y = 0
        places = []
        for entry in self._entries:
            needs = theme.px(_SIGN + 5) + metrics.horizontalAdvance(self._voice.say(entry.key))
            if x and x + needs > width:
                x, y = 0, y + theme.px(_ROW)
            places.append(QPointF(x, y))
            x += needs + theme.px(_GAP)
        return places

"""The band: what is on screen, what LANCER will do, when, what to say, how late, how to stop."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from care_desktop.scenario.ids import InjectId
from ui import theme
from ui.bugs import guarded
from ui.conduct.band.clocks import Clocks
from ui.conduct.band.launcher import Launcher
from ui.conduct.band.next_card import NextCard
from ui.conduct.band.on_screen import OnScreen
from ui.conduct.band.then import Then
from ui.conduct.console import Console
from ui.conduct.relayout import Arrangement
from ui.conduct.seen import Seen

_HEIGHT, _COMPACT, _GESTURES = 220, 194, 40
_LAUNCH, _COMPACT_LAUNCH = 172, 160
_WALL, _WIDE_WALL = 246, 308
_WIDE, _THEN_FROM, _WALL_FROM, _SHORT = 1600, 1500, 1000, 612


class Folded(NamedTuple):
    """What the band has room for: what comes after, the wall, all of the next one, its gestures."""

    then: bool = True
    wall: bool = True
    compact: bool = False
    short: bool = False


class Band(QFrame):
    """Dark in every theme: that an exercise runs is seen from the door."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self.setProperty("role", "stage")
        self._console = console
        self.clocks = Clocks(console)
        self.launcher = Launcher(console)
        self.next = NextCard(console)
        self.then = Then(console)
        self.on_screen = OnScreen(console)
        self._row = QHBoxLayout()
        self._row.addWidget(self.launcher.button)
        self._row.addWidget(self.next, 1)
        self._row.addWidget(self.then)
        self._row.addWidget(self.on_screen)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.clocks)
        self._column.addLayout(self._row, 1)
        self._folded = Folded()
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def refresh(self, seen: Seen, following: InjectId | None) -> None:
        """Show everything as it is now; what fails in one part keeps no other from it."""
        guarded(self.launcher.refresh, seen)
        guarded(self.clocks.refresh, seen)
        guarded(self.next.refresh, seen, following)
        guarded(self.then.refresh, seen, following)
        guarded(self.on_screen.refresh, seen)

    def tick(self, seen: Seen) -> None:
        """Show the time."""
        guarded(self.clocks.tick, seen)
        guarded(self.next.tick, seen)
        guarded(self.on_screen.refresh, seen)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for part in (self.next, self.then, self.on_screen):
            part.retranslate()

    def fold(self, width: int, height: int, arrangement: Arrangement) -> None:
        """Leave out what there is no room for, in the order of the look."""
        room = width * 100 // theme.px(100)
        folded = Folded(
            width >= _WIDE and room >= _THEN_FROM,
            arrangement is Arrangement.COLUMNS or (arrangement is Arrangement.TWO and room >= _WALL_FROM),
            arrangement is Arrangement.TABS,
            height < _SHORT,
        )
        if folded == self._folded:
            return
        self._folded = folded
        self.then.setVisible(folded.then)
        if folded.wall:
            self._row.addWidget(self.on_screen)
        self.on_screen.stand(alone=not folded.wall)
        # A tab that it leaves hides it: it is shown once it is back
        self.on_screen.setVisible(folded.wall or self.on_screen.parentWidget() is not self)
        self.next.fold(compact=folded.compact)
        if folded.compact:
            self._column.addWidget(self.next.gestures)
        self.next.gestures.setVisible(not folded.short)
        if folded.short:
            self.clocks.row.addWidget(self.next.gestures.others)
        else:
            self.next.gestures.row.addWidget(self.next.gestures.others)
        self._take_sizes()

    @property
    def holds_wall(self) -> bool:
        """Whether the miniature has its place here; else it is a tab."""
        return self._folded.wall

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rehearsal has a dashed line under the band."""
        super().paintEvent(event)
        if self._console.context.bridge.is_rehearsal:
            width = theme.px(4)
            pen = QPen(theme.color("stageWarn"), width, Qt.PenStyle.DashLine)
            painter = QPainter(self)
            painter.setPen(pen)
            y = self.height() - width // 2
            painter.drawLine(0, y, self.width(), y)

    def _take_sizes(self) -> None:
        side = theme.px(16)
        compact, short = self._folded.compact, self._folded.short
        self._column.setContentsMargins(side, 0, side, theme.px(8 if compact else 14))
        self._column.setSpacing(theme.px(6) if compact else 0)
        self._row.setSpacing(theme.px(18))
        high = _COMPACT if compact else _HEIGHT
        self.setFixedHeight(theme.px(high - _GESTURES if short else high))
        self.launcher.button.setFixedWidth(theme.px(_COMPACT_LAUNCH if compact else _LAUNCH))
        if self._folded.wall:
            self.on_screen.setFixedWidth(theme.px(_WIDE_WALL if self._folded.then else _WALL))

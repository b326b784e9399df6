"""The band: what is on screen, what LANCER will do, when, what to say, how late, how to stop."""

from __future__ import annotations

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

_HEIGHT, _LAUNCH = 220, 172
_WIDE = 1600


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
        self._folded: tuple[object, ...] = ()
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

    def fold(self, width: int, arrangement: Arrangement) -> None:
        """Leave out what there is no room for, in the order of the look."""
        scale = theme.px(100) / 100
        room = width / scale
        folded = (arrangement, room >= 1560, room >= 1180, room >= 1000, room >= 860)
        if folded == self._folded:
            return
        self._folded = folded
        tabs = arrangement is Arrangement.TABS
        wide = width >= _WIDE and room >= 1500
        self.then.setVisible(wide)
        self.on_screen.setVisible(not tabs)
        self.on_screen.setFixedWidth(theme.px(308 if wide else 246))
        self.clocks.fold(wall=room >= 1040, story=room >= 900, keys=room >= 1100, ends=room >= 860)
        self.next.fold(details=not tabs, keys=room >= 1100, lines=2)
        self._take_sizes()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rehearsal has a dashed line under the band."""
        super().paintEvent(event)
        entry = self._console.context.bridge.entry
        if entry is not None and entry.kind == "rehearsal":
            width = theme.px(4)
            pen = QPen(theme.color("stageWarn"), width, Qt.PenStyle.DashLine)
            painter = QPainter(self)
            painter.setPen(pen)
            y = self.height() - width // 2
            painter.drawLine(0, y, self.width(), y)

    def _take_sizes(self) -> None:
        side = theme.px(16)
        self._column.setContentsMargins(side, 0, side, theme.px(14))
        self._row.setSpacing(theme.px(18))
        self.setFixedHeight(theme.px(_HEIGHT))
        self.launcher.button.setFixedWidth(theme.px(_LAUNCH))

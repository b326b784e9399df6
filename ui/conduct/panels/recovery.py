"""*Reprise*: the board of the services, and the steps that bring them back."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from care_desktop.scenario.background import Stage
from ui import fonts, theme
from ui.conduct.board_delegate import BoardDelegate
from ui.conduct.console import Console
from ui.conduct.panels.legend import Legend
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.steps import Steps
from ui.conduct.recovery_board import Bar, Scale, Side, bars, scale
from ui.conduct.row_list import RowList, draw_text
from ui.conduct.rows_model import RowsModel
from ui.conduct.seen import Seen
from ui.conduct.signs import HEALTHS
from ui.conduct.step_rows import stage_reached
from ui.widgets.chip import Chip
from ui.widgets.pane import Rule
from ui.widgets.segmented import Segmented

_STEPS = "steps"
_VIEWS = {
    Side.CARE.value: "conduct.side_care",
    Side.IT.value: "conduct.side_it",
    _STEPS: "conduct.side_steps",
}
STAGES = {
    Stage.CONTAINMENT: "conduct.stage_containment",
    Stage.EVICTION: "conduct.stage_eviction",
    Stage.ERADICATION: "conduct.stage_eradication",
    Stage.RECONSTRUCTION: "conduct.stage_reconstruction",
    Stage.RETURN: "conduct.stage_return",
}
_AXIS, _KEYED = 28, 220


class RecoveryPanel(Panel):
    """Three views of one recovery: care, IT, and the work itself."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "activity")
        say = self.voice.say
        self.set_title(say("conduct.recovery"))
        self.view = Segmented(
            [(key, say(text)) for key, text in _VIEWS.items()], say("conduct.recovery_view")
        )
        self.view.choose(Side.CARE.value)
        self.view.chosen.connect(self._look)
        self._stage = Chip()
        self.add_beside_title(self.view)
        self.add_before_close(self._stage)
        self.model: RowsModel[Bar] = RowsModel(lambda bar: bar.service, self._spoken)
        self.list = RowList(say("conduct.recovery"))
        self.delegate = BoardDelegate(self.voice)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self._axis = _Axis(self.list, self.delegate)
        self.steps = Steps(console)
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._axis)
        column.addWidget(self.list, 1)
        self._key = QWidget()
        key = QVBoxLayout(self._key)
        key.setContentsMargins(0, 0, 0, 0)
        key.setSpacing(0)
        key.addWidget(Rule())
        key.addWidget(Legend(self.voice))
        column.addWidget(self._key)
        self._views = QStackedWidget()
        self._views.addWidget(board)
        self._views.addWidget(self.steps)
        row = QHBoxLayout()
        row.addWidget(self._views)
        self.body.addLayout(row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the key of the bars out where the bars themselves lack room."""
        super().resizeEvent(event)
        self._key.setVisible(self.height() >= theme.px(_KEYED))

    def begin(self, what: object) -> None:
        """On the services, or on the work."""
        if what == _STEPS:
            self.view.choose(_STEPS)
        elif isinstance(what, str):
            seen = self.console.seen
            if seen is not None and what in seen.index.services:
                care = any(bar.service == what for bar in bars(seen, Side.CARE))
                self.view.choose((Side.CARE if care else Side.IT).value)

    def draft(self) -> object:
        """The view."""
        return self.view.value()

    def take_up(self, draft: object) -> None:
        """Stay on the same view."""
        if isinstance(draft, str):
            self.view.choose(draft)

    def refresh(self, seen: Seen) -> None:
        """Show it as it is now."""
        reached = stage_reached(seen)
        self._stage.setVisible(reached is not None)
        if reached is not None:
            self._stage.show_state("work", "wrench", self.voice.say(STAGES[reached]))
        steps = self.view.value() == _STEPS
        self._views.setCurrentIndex(int(steps))
        if steps:
            self.steps.refresh(seen)
            return
        shown = bars(seen, Side(self.view.value()))
        made = scale(seen, shown)
        self.delegate.scale = made
        self.delegate.name(shown)
        self._axis.show_scale(made)
        self.model.show(shown)
        self.list.viewport().update()

    def first(self) -> QWidget:
        """The board."""
        return self.steps.first() if self.view.value() == _STEPS else self.list

    def _look(self) -> None:
        seen = self.console.seen
        if seen is not None:
            self.refresh(seen)

    def _spoken(self, bar: Bar) -> str:
        word = self.voice.say(HEALTHS[bar.health].word)
        return ", ".join(filter(None, (bar.name, word, bar.detail, bar.late)))


class _Axis(QWidget):
    def __init__(self, beside: RowList, delegate: BoardDelegate) -> None:
        super().__init__()
        self._beside, self._delegate = beside, delegate
        self._scale: Scale | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, made: Scale) -> None:
        """Show other hours."""
        if made != self._scale:
            self._scale = made
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(_AXIS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._scale is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lane = self._delegate.lane(QRect(0, 0, self._beside.viewport().width(), self.height()))
        metrics = QFontMetrics(fonts.font("detail", tabular=True))
        now = lane.left() + self._scale.place(self._scale.now, lane.width())
        said = f"{self._scale.now // 3_600_000 % 24:02d}:{self._scale.now // 60_000 % 60:02d}"
        width = metrics.horizontalAdvance(said) + theme.px(12)
        sign = QRect(max(lane.left(), now - width // 2), theme.px(4), width, self.height() - theme.px(6))
        last = lane.left()
        for at, text in self._scale.ticks:
            x = lane.left() + self._scale.place(at, lane.width())
            room = QRect(x + theme.px(3), 0, metrics.horizontalAdvance(text) + 2, self.height())
            room.moveRight(min(room.right(), lane.right()))
            if not room.intersects(sign) and room.right() >= x and room.left() >= last:
                draw_text(painter, room, text, "detail", "ink2")
                last = room.right() + theme.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("acc"))
        painter.drawRoundedRect(sign, theme.px(4), theme.px(4))
        painter.setFont(fonts.font("detail", 600, tabular=True))
        painter.setPen(theme.color("onacc"))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, said)

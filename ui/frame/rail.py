"""The rail at the left: from one workspace to another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
)

from ui import fonts, icons, theme
from ui.voice import Voice
from ui.widgets.text import tip

_WIDTH, _ITEM, _LOGO, _ICON = 84, 62, 40, 22
# From this size of text on, the words have no room beside a workspace
_WORDLESS_FROM = 21.0

ITEMS = (
    ("home", "house", "frame.home"),
    ("conduct", "circle-play", "frame.conduct"),
    ("review", "scroll-text", "frame.review"),
    ("scenarios", "layers", "frame.scenarios"),
)
FOOT = ("preferences", "settings", "frame.preferences")


class RailItem(QToolButton):
    """An icon over a word; the one in front is on paper, in the accent."""

    def __init__(self, icon: str, says: str) -> None:
        super().__init__()
        self._icon = icon
        self.says = says
        self.is_wordless = False
        self.setProperty("kind", "rail")
        self.setProperty("radius", 8)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        """Have room for the icon, and for the word where it is shown."""
        side, font = theme.px(_ICON), fonts.font("detail", 700)
        if self.is_wordless:
            return QSize(side, side)
        metrics = QFontMetrics(font)
        return QSize(max(side, metrics.horizontalAdvance(self.text())), side + theme.px(4) + metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground by the style, then icon and word in the middle."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter = QPainter(self)
        tone = "acc" if self.isChecked() else "ink2"
        font = fonts.font("detail", 700 if self.isChecked() else 500)
        line = 0 if self.is_wordless else QFontMetrics(font).height() + theme.px(4)
        side = theme.px(_ICON)
        top = (self.height() - side - line) // 2
        icons.paint(painter, QRect((self.width() - side) // 2, top, side, side), self._icon, tone)
        if not self.is_wordless:
            painter.setFont(font)
            painter.setPen(theme.color(tone))
            words = QRect(0, top + side + theme.px(4), self.width(), QFontMetrics(font).height())
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())


class Rail(QFrame):
    """One item a workspace, the one in front marked; arrows walk, Enter and Space go there."""

    asked = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self.setProperty("role", "rail")
        self._logo = QLabel()
        self._logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._group = QButtonGroup(self)
        self._items: dict[str, RailItem] = {}
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._logo)
        for item in ITEMS:
            self._column.addWidget(self._item(*item))
        self._column.addStretch(1)
        self._column.addWidget(self._item(*FOOT))
        self._take_look()
        theme.signals.changed.connect(self._take_look)
        voice.changed.connect(self.retranslate)
        self.retranslate()

    def show_current(self, workspace: str) -> None:
        """Mark the item of a workspace; one that has none marks nothing."""
        item = self._items.get(workspace)
        if item is not None:
            item.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._items.values():
            other.setChecked(False)
        self._group.setExclusive(True)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setAccessibleName(self._voice.say("frame.rail"))
        for item in self._items.values():
            text = self._voice.say(item.says)
            item.setText(text)
            item.setAccessibleName(text)
            tip(item, text if theme.current().base > _WORDLESS_FROM else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the items with the arrow keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
            step = steps.get(event.key())
            items = list(self._items.values())
            if step is not None and watched in items:
                place = items.index(watched) + step
                items[place % len(items)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QToolButton):
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _item(self, workspace: str, icon: str, says: str) -> RailItem:
        item = RailItem(icon, says)
        item.installEventFilter(self)
        item.clicked.connect(lambda: self.asked.emit(workspace))
        self._group.addButton(item)
        self._items[workspace] = item
        return item

    def _take_look(self) -> None:
        wordless = theme.current().base > _WORDLESS_FROM
        self.setFixedWidth(theme.px(56 if wordless else _WIDTH))
        self._column.setContentsMargins(theme.px(9), theme.px(14), theme.px(9), theme.px(12))
        self._column.setSpacing(theme.px(4))
        self._logo.setPixmap(icons.mark(_LOGO, self.devicePixelRatioF()))
        self._logo.setFixedHeight(theme.px(_LOGO + 12))
        for item in self._items.values():
            item.is_wordless = wordless
            item.setFixedSize(theme.px(38 if wordless else 66), theme.px(38 if wordless else _ITEM))
        self.retranslate()

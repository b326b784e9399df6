"""The palette of commands: a line to type in, and what answers to it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import fonts, icons, theme
from ui.actions import Actions
from ui.frame.finding import Found, find
from ui.voice import Voice
from ui.widgets.key import KeyCap, key_size, paint_key
from ui.widgets.pane import IconLabel, Rule
from ui.widgets.text import Label
from ui.widgets.way_back import WayBack

_WIDTH, _FIELD, _ROW, _ROWS = 700, 58, 44, 7
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_POLICY = QSizePolicy.Policy
_FOUND = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Found] = []

    def show(self, rows: list[Found]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.rows[index.row()]
        if role == _FOUND:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (found.text, found.hint, found.key) if part)
        return None


class _Painter(QStyledItemDelegate):
    """An icon, the words with the letters asked for in bold, the reason why not now, the key."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(theme.px(_WIDTH), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        found: Found = index.data(_FOUND)
        area = QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("accS"))
            painter.fillRect(QRect(area.topLeft(), QSize(theme.px(3), area.height())), theme.color("acc"))
        ink = "ink" if found.possible else "ink3"
        side = theme.px(18)
        icon = QRect(area.left() + theme.px(18), area.center().y() - side // 2, side, side)
        icons.paint(painter, icon, found.icon, ink)
        right = area.right() - theme.px(16)
        if found.key:
            size = key_size(found.key)
            box = QRect(
                right - size.width(), area.center().y() - size.height() // 2, size.width(), size.height()
            )
            paint_key(painter, box, found.key, theme.color("ink2"), theme.color("ctl"))
            right = box.left() - theme.px(12)
        left = self._words(painter, area, found, ink)
        painter.setFont(fonts.font("detail"))
        painter.setPen(theme.color("ink2" if found.possible else "ink3"))
        room = QRect(left, area.top(), max(0, right - left), area.height())
        metrics = QFontMetrics(painter.font())
        hint = metrics.elidedText(found.hint, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, hint)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, found: Found, ink: str) -> int:
        start, end = found.matched
        left = area.left() + theme.px(50)
        painter.setPen(theme.color(ink))
        for text, bold in (
            (found.text[:start], False),
            (found.text[start:end], True),
            (found.text[end:], False),
        ):
            font = fonts.font("text", 700 if bold else 400)
            painter.setFont(font)
            width = QFontMetrics(font).horizontalAdvance(text)
            painter.drawText(
                QRect(left, area.top(), width + 1, area.height()), Qt.AlignmentFlag.AlignVCenter, text
            )
            left += width
        return left + theme.px(12)


class Palette(QFrame):
    """Opens over the panes, never over the band; Escape closes it and gives the focus back."""

    def __init__(self, window: QWidget, actions: Actions, voice: Voice) -> None:
        super().__init__(window)
        self._window = window
        self._actions, self._voice = actions, voice
        self._back = WayBack()
        self.setProperty("role", "opened")
        self.setAutoFillBackground(True)
        self.line = QLineEdit()
        self.line.setFrame(False)
        self.line.setProperty("kind", "bare")
        self.line.textChanged.connect(self._look_up)
        self.line.installEventFilter(self)
        self._count = Label("detail", "ink2", wrap=False)
        self._model = _Rows(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSizePolicy(_POLICY.Expanding, _POLICY.Ignored)  # it is cut before the line and the foot
        self.list.clicked.connect(self._do)
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        for widget in (IconLabel("search", 20), self.line, self._count):
            self._head.addWidget(widget)
        self._caps: dict[str, KeyCap] = {}
        self._told = [Label("detail", "ink2", wrap=False) for _ in range(4)]
        for cap, told in ((("Up", "Down"), 0), (("Return",), 1), (("Esc",), 2)):
            for key in cap:
                self._caps[key] = KeyCap()
                self._foot.addWidget(self._caps[key])
            self._foot.addWidget(self._told[told])
        self._foot.addStretch(1)
        self._foot.addWidget(self._told[3])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(Rule())
        column.addWidget(self.list, 1)
        column.addWidget(Rule())
        column.addLayout(self._foot)
        self.hide()
        actions.changed.connect(self._refresh)
        voice.changed.connect(self._say_anew)

    def open(self, top: int) -> None:
        """Come up below ``top``, ready to type."""
        self._back.remember(self.window().focusWidget())
        self.retranslate()
        self.line.clear()
        self._look_up("")
        width = min(theme.px(_WIDTH), self._window.width() - theme.px(40))
        height = theme.px(_FIELD + _ROW * _ROWS + 40)
        height = min(height, self._window.height() - top - theme.px(40))
        self.setGeometry((self._window.width() - width) // 2, top, width, height)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Go, and give the focus back."""
        self.hide()
        self._back.go()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        say = self._voice.say
        self.setAccessibleName(say("frame.palette"))
        self.line.setPlaceholderText(say("frame.palette_line"))
        self.line.setAccessibleName(say("frame.palette_line"))
        self.list.setAccessibleName(say("frame.palette"))
        names = ("frame.palette_choose", "frame.palette_do", "frame.palette_close", "frame.palette_no_launch")
        for key, cap in self._caps.items():
            cap.setText(self._voice.key(key))
        for label, name in zip(self._told, names, strict=True):
            label.setText(say(name))
        self.line.setFont(fonts.font("section", 400))
        margin = theme.px(18)
        self._head.setContentsMargins(margin, theme.px(10), margin, theme.px(10))
        self._head.setSpacing(theme.px(10))
        self._foot.setContentsMargins(margin, theme.px(8), margin, theme.px(8))
        self._foot.setSpacing(theme.px(6))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Tab choose, Enter does, Escape closes; leaving the line closes too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            step = _STEPS.get(Qt.Key(key))
            if step is not None:
                self._step(step)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._do(self.list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.close_up()
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._back.forget()  # the focus went elsewhere by itself
            self.close_up()
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            self.list.setCurrentIndex(self._model.index((self.list.currentIndex().row() + by) % count))

    def _say_anew(self) -> None:
        if self.isVisible():
            self.retranslate()
            self._refresh()

    def _refresh(self) -> None:
        if self.isVisible():
            self._look_up(self.line.text())

    def _look_up(self, asked: str) -> None:
        row = self.list.currentIndex().row()
        everything = find(self._actions, self._voice, "")
        rows = find(self._actions, self._voice, asked) if asked.strip() else everything
        self._model.show(rows)
        self._count.setText(self._voice.say("frame.palette_count", n=len(rows), of=len(everything)))
        self.list.setCurrentIndex(self._model.index(row if asked == "" and 0 <= row < len(rows) else 0))

    def _do(self, index: _Index) -> None:
        if not index.isValid():
            return
        found: Found = index.data(_FOUND)
        if found.possible:
            self.close_up()
            self._actions.trigger(found.id)

"""Buttons: icon, words, and the key that does the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from ui import fonts, icons, theme
from ui.widgets.key import key_size, paint_key
from ui.widgets.text import repolish, tip

if TYPE_CHECKING:
    from ui.actions import Actions
    from ui.voice import Voice

Kind = Literal["normal", "primary", "quiet", "stage"]

_ICON, _GAP = 16, 8


class _Size(NamedTuple):
    height: int
    padding: int
    radius: int


_SIZES = {"small": _Size(28, 10, 7), "normal": _Size(34, 14, 8), "big": _Size(42, 20, 8)}
_INKS = {"normal": "ink", "primary": "onacc", "quiet": "acc", "stage": "sink"}
# The words on a key and the box around it
_KEYS = {
    "normal": ("ink2", "ctl"),
    "primary": ("onacc", "onacc"),
    "quiet": ("ink2", "ctl"),
    "stage": ("sink2", "stageCtl"),
}


class Button(QPushButton):
    """A button that paints its content: its style sheet gives the ground and the border alone."""

    def __init__(
        self,
        kind: Kind = "normal",
        icon: str | None = None,
        small: bool = False,
        *,
        text: str = "",
        key: str = "",
        big: bool = False,
    ) -> None:
        super().__init__()
        self._kind: Kind = kind
        self._icon_name, self._icon_after = icon or "", ""
        self._key = key
        self.setAccessibleDescription(key)
        self._extent = "small" if small else "big" if big else "normal"
        self._words = ""
        self.setProperty("kind", kind)
        self.setProperty("extent", self._extent)
        self.setProperty("radius", _SIZES[self._extent].radius)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self._take_font()
        theme.signals.changed.connect(self._take_font)

    def setText(self, text: str) -> None:
        """Show other words; no letter of them becomes a key."""
        self._words = text
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def words(self) -> str:
        """Tell the words shown."""
        return self._words

    def set_icon(self, name: str | None, after: str | None = None) -> None:
        """Show other icons, before and after the words."""
        self._icon_name, self._icon_after = name or "", after or ""
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key; empty is none."""
        if key != self._key:
            self._key = key
            self.setAccessibleDescription(key)
            self.updateGeometry()
            self.update()

    def set_kind(self, kind: Kind) -> None:
        """Become another kind of button."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            repolish(self)

    def alone(self, name: str) -> None:
        """Show the icon without words: ``name`` is what it is called, and its tooltip."""
        self.setText("")
        self.setAccessibleName(name)
        tip(self, name)

    def sizeHint(self) -> QSize:
        """Have room for icon, words and key."""
        size = _SIZES[self._extent]
        parts = [part for part in self._widths() if part]
        width = sum(parts) + theme.px(_GAP) * max(0, len(parts) - 1)
        padding = theme.px(size.padding) if self._words else theme.px(6)
        return QSize(max(width + 2 * padding + theme.px(2), theme.px(size.height)), theme.px(size.height))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground by the style, then the content."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        option.state &= ~QStyle.StateFlag.State_HasFocus
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        self._paint_content(painter)

    def _widths(self) -> tuple[int, int, int, int]:
        """Measure what is shown: icon, words, icon after them, key."""
        return (
            theme.px(_ICON) if self._icon_name else 0,
            self._metrics().horizontalAdvance(self._words) + 1 if self._words else 0,
            theme.px(_ICON) if self._icon_after else 0,
            key_size(self._key).width() if self._key else 0,
        )

    def _paint_content(self, painter: QPainter) -> None:
        before, words, after, key = self._widths()
        gap = theme.px(_GAP)
        parts = [part for part in (before, words, after, key) if part]
        total = sum(parts) + gap * max(0, len(parts) - 1)
        left = max((self.width() - total) // 2, theme.px(4))
        words = min(words, self.width() - left - theme.px(4)) if words else 0
        ink = self._ink()
        if before:
            icons.paint(painter, QRect(left, 0, before, self.height()), self._icon_name, ink)
            left += before + gap
        if words:
            painter.setFont(self.font())
            painter.setPen(ink)
            shown = self._metrics().elidedText(self._words, Qt.TextElideMode.ElideRight, words)
            painter.drawText(QRect(left, 0, words, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            left += words + gap
        if after:
            icons.paint(painter, QRect(left, 0, after, self.height()), self._icon_after, ink)
            left += after + gap
        if key:
            self._paint_key(painter, left)

    def _paint_key(self, painter: QPainter, left: int) -> None:
        ink, border = _KEYS[self._kind]
        if not self.isEnabled():
            ink, border = ("sink2", "stageL") if self._kind == "stage" else ("ink3", "line")
        size = key_size(self._key)
        place = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
        paint_key(painter, place, self._key, theme.color(ink), theme.color(border))

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return theme.color("sink2" if self._kind == "stage" else "ink3")
        return theme.color(_INKS[self._kind])

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    def _take_font(self) -> None:
        font: QFont = fonts.font("say" if self._extent == "big" else "text", 600)
        self.setFont(font)
        self.updateGeometry()


class ActionButton(Button):
    """The button of an action: its words, icon and key, greyed with the reason while it is refused.

    An ``icon`` given stands instead of that of the action; an empty one is none.
    """

    def __init__(  # noqa: PLR0913 - an action, and how its button looks
        self,
        actions: Actions,
        voice: Voice,
        id: str,  # noqa: A002 - the name that actions have
        kind: Kind = "normal",
        icon: str | None = None,
        *,
        small: bool = False,
        big: bool = False,
        show_key: bool = True,
    ) -> None:
        super().__init__(kind, icon, small, big=big)
        self._actions, self._voice, self._id = actions, voice, id
        self._has_own_icon = icon is not None
        self._show_key = show_key
        self.clicked.connect(self._trigger)
        actions.changed.connect(self.refresh)
        voice.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the action as it is now."""
        text, key = self._voice.say("action." + self._id), self._actions.key(self._id)
        refusal = self._actions.refusal(self._id)
        reason = self._voice.message(refusal) if refusal else ""
        action = self._actions.get(self._id)
        if action is not None and not self._has_own_icon:
            self.set_icon(action.icon)
        if text != self.words():
            self.setText(text)
        self.set_key(key if self._show_key else "")
        self.setEnabled(refusal is None)
        self.setAccessibleDescription(reason or key)
        tip(self, reason or ("" if self._show_key else key))

    def _trigger(self) -> None:
        self._actions.trigger(self._id)

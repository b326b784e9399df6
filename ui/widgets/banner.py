"""The one banner: what happened, what is safe, and at most one thing to do."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label, repolish

_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "stop": "octagon-x", "work": "info"}
_HEIGHT = 44


class Banner(QFrame):
    """A sentence across the window, between the band and the panes; it covers nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "warn")
        self._icon = IconLabel("triangle-alert", 18, "warn")
        self._sentence = Label("text", "warn", weight=500)
        self._button: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._sentence, 1)
        self.hide()
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def say(
        self, sentence: str, *, tone: str = "warn", icon: str = "", button: QWidget | None = None
    ) -> None:
        """Show ``sentence`` in ``tone`` (ok, warn, stop, work), with at most one button."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # the first painting says nothing here

        self._drop_button()
        self.setProperty("tone", tone)
        self._icon.show_icon(icon or _ICONS[tone], tone)
        self._sentence.set_tone(tone)
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        if button is not None:
            self._button = button
            self._row.addWidget(button)
        repolish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def unsay(self) -> None:
        """Take the banner away."""
        self._drop_button()
        self._sentence.setText("")
        self.hide()

    def sentence(self) -> str:
        """Tell what is shown; nothing is an empty text."""
        return self._sentence.text()

    def _drop_button(self) -> None:
        if self._button is not None:
            self._row.removeWidget(self._button)
            self._button.hide()
            self._button.deleteLater()
            self._button = None

    def _take_sizes(self) -> None:
        self._row.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(6))
        self._row.setSpacing(theme.px(10))
        self.setMinimumHeight(theme.px(_HEIGHT))

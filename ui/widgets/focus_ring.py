"""The focus ring: drawn over the neighbours when focus came by key, and always in fields.

What has the focus is scrolled to: Qt does so only where Tab was pressed inside what scrolls.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from ui import theme

_GAP = _LINE = 2
_AROUND = _GAP + _LINE
_DEFAULT_RADIUS = 8
_IN_SIGHT = 12
# By name: the first painting would wait for the classes of controls that are not there yet
_FIELDS = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox")
_RING_THEIR_OWN = ("QAbstractScrollArea", "QTabBar")
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange}
_POINTERS = {QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress, QEvent.Type.TouchBegin}


class FocusRing(QObject):
    """Rings whatever has the focus in ``window``; a list rings its own row, told by ``is_by_key``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ring = _Ring(window)
        self._control: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_key = False
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        theme.signals.changed.connect(self._place)
        self._watch_input()

    def is_by_key(self) -> bool:
        """Tell whether a key was used last."""
        return self._by_key

    def ringed(self) -> QWidget | None:
        """Tell which control is ringed."""
        return self._control if self._ring.isVisibleTo(self._window) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn how the person works, and where the ringed control goes. Nothing is kept from anyone."""
        if not isValid(self._window):
            return False
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._use(by_key=True)
        elif kind in _POINTERS:
            self._use(by_key=False)
        elif kind in _MOVES:
            if kind == QEvent.Type.Show and watched is self._window:
                self._watch_input()
            self._place()
        return False

    def _use(self, *, by_key: bool) -> None:
        if by_key != self._by_key:
            self._by_key = by_key
            self._place()

    def _watch_input(self) -> None:
        """Watch the window of the system: keys and clicks pass there before any control."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._window):  # it loses the focus while it ends
            return
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        self._control = now if self._holds(now) else None
        self._watch_input()
        self._bring_into_sight()
        QTimer.singleShot(0, self, self._bring_into_sight)
        widget: QWidget | None = self._control
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _bring_into_sight(self) -> None:
        """Scroll to the control; not under a pointer that presses it."""
        control = self._control
        if control is None or not isValid(control) or QApplication.mouseButtons():
            return
        around = control.parentWidget()
        while around is not None and around is not self._window:
            if isinstance(around, QScrollArea) and around.widget() is not None:
                around.ensureWidgetVisible(control, 0, theme.px(_IN_SIGHT))
            around = around.parentWidget()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self._window.isAncestorOf(widget)

    def _place(self) -> None:
        control = self._control
        if not isValid(self._ring):
            self._ring = _Ring(self._window)  # it went with what scrolled
        if control is None or not isValid(control) or not self._is_ringed(control):
            self._ring.hide()
            return
        holder = _holder(control, self._window)
        if self._ring.parentWidget() is not holder:
            self._ring.setParent(holder)
        area = control.ring_area() if hasattr(control, "ring_area") else control.rect()
        around = theme.px(_AROUND)
        place = QRect(control.mapTo(holder, area.topLeft()), area.size())
        radius = control.property("radius")
        self._ring.go_around(
            place.adjusted(-around, -around, around, around),
            theme.px(_DEFAULT_RADIUS if radius is None else float(radius)) + around,
            on_stage=_is_on_stage(control),
        )

    def _is_ringed(self, control: QWidget) -> bool:
        is_field = any(map(control.inherits, _FIELDS))
        if not is_field and any(map(control.inherits, _RING_THEIR_OWN)):
            return False
        if control.property("kind") == "bare":  # the frame around it says it
            return False
        return control.isVisible() and (self._by_key or is_field)


class _Ring(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._radius, self._on_stage = 0, False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def go_around(self, area: QRect, radius: int, *, on_stage: bool) -> None:
        self._radius, self._on_stage = radius, on_stage
        self.setGeometry(area)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.px(_LINE)
        painter.setPen(QPen(theme.color("go" if self._on_stage else "focus"), line))
        inside = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(inside, self._radius - line / 2, self._radius - line / 2)


def _holder(control: QWidget, window: QWidget) -> QWidget:
    """Find where the ring is drawn: in what scrolls with the control, else in the window."""
    widget = control.parentWidget()
    while widget is not None and widget is not window:
        parent = widget.parentWidget()
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
            return widget
        widget = parent
    return window


def _is_on_stage(control: QWidget) -> bool:
    widget: QWidget | None = control
    while widget is not None:
        if widget.property("role") == "stage":
            return True
        widget = widget.parentWidget()
    return False

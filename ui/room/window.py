"""The window of the room: full on its own screen, or floating. It never takes the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui import icons, theme
from ui.room.film import Film
from ui.room.screen import RoomScreen
from ui.voice import Voice

CURSOR_MS = 2_000
_FLOATING_SHARE, _NARROWEST, _LOWEST = 3 / 10, 320, 180


def screen_names() -> list[str]:
    """The screens of this machine, the first one first."""
    return [screen.name() for screen in QGuiApplication.screens()]


class RoomWindow(QWidget):
    """Shows what the room's screen has on the wall.

    ``painted`` names the inject that it has just painted. When its screen is unplugged it hides, remembers
    the name and comes back with it, and only with it: the animator's screen is never covered.
    """

    painted = Signal(str)
    screen_lost = Signal(str)
    screen_back = Signal(str)
    moved = Signal()

    def __init__(self, screen: RoomScreen, voice: Voice) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.lost_screen = ""
        self._wall = screen
        self._voice = voice
        self._film = Film(screen)
        self._console: QWidget | None = None
        self._full_on = ""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowIcon(icons.application_icon())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setMinimumSize(theme.px(_NARROWEST), theme.px(_LOWEST))
        self.setMouseTracking(True)
        self._cursor = QTimer(self)
        self._cursor.setSingleShot(True)
        self._cursor.setInterval(CURSOR_MS)
        self._cursor.timeout.connect(self._hide_cursor)
        screen.changed.connect(self.update)
        voice.changed.connect(self.retranslate)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_removed)
            application.screenAdded.connect(self._screen_added)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the name of the window in the language."""
        self.setWindowTitle(self._voice.say("room.window_title"))
        self.setAccessibleName(self._voice.say("room.window_title"))

    def area(self) -> QSizeF:
        """What there is to paint on."""
        return QSizeF(self.size().expandedTo(QSize(16, 9)))

    def open_on(self, name: str | None) -> None:
        """Fill the screen of this name, or one that is free; float where that would cover the only one."""
        self.lost_screen = ""
        self._console = _console()
        target = _screen(name)
        if target is None:
            self._float()
        else:
            self._fill(target)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size is another layout."""
        super().resizeEvent(event)
        self.moved.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the wall; then, and only then, tell what was painted."""
        frame = self._film.frame(self.size(), self.devicePixelRatioF())
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.drawPixmap(0, 0, frame)
        painter.end()
        inject = self._wall.inject
        if inject is not None and self._film.is_current:
            QTimer.singleShot(0, self, lambda: self.painted.emit(inject))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the cursor for a while."""
        self.unsetCursor()
        self._cursor.start()
        super().mouseMoveEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the cursor go after a while."""
        self._cursor.start()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Give the focus back where a system gave it all the same: keys are the animator's."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self, self._give_focus_back)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by hand: no longer wait for a screen."""
        self.lost_screen = self._full_on = ""
        super().closeEvent(event)
        self.moved.emit()

    def _give_focus_back(self) -> None:
        console = _console(self._console)
        if console is not None and self.isActiveWindow():
            console.activateWindow()

    def _hide_cursor(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def _fill(self, screen: QScreen) -> None:
        self._full_on = screen.name()
        if self.isFullScreen():
            self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen would ask for the focus

    def _float(self) -> None:
        floating = self.isVisible() and not self._full_on
        self._full_on = ""
        if not floating:
            self.showNormal()
            self.setGeometry(_corner())
        self.show()

    def _screen_removed(self, screen: QScreen) -> None:
        if self._full_on and screen.name() == self._full_on:
            self.lost_screen, self._full_on = self._full_on, ""
            self.hide()
            self.moved.emit()
            self.screen_lost.emit(self.lost_screen)

    def _screen_added(self, screen: QScreen) -> None:
        if self.lost_screen and screen.name() == self.lost_screen:
            self.lost_screen = ""
            self._fill(screen)
            self.moved.emit()
            self.screen_back.emit(screen.name())


def _console(known: QWidget | None = None) -> QWidget | None:
    """The window in which somebody works: the one that is known, if it is there; else the active one."""
    others = [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and not isinstance(window, RoomWindow)
    ]
    return known if known in others else next((one for one in others if one.isActiveWindow()), None)


def _workplace() -> QScreen:
    """The screen on which somebody works."""
    console = _console()
    return QGuiApplication.primaryScreen() if console is None else console.screen()


def _corner() -> QRect:
    """The lower right corner of the screen on which somebody works: there it covers the least."""
    free = _workplace().availableGeometry()
    width = max(theme.px(_NARROWEST), round(free.width() * _FLOATING_SHARE))
    area = QRect(0, 0, width, width * 9 // 16)
    area.moveBottomRight(free.bottomRight())
    return area


def _screen(name: str | None) -> QScreen | None:
    """The screen to fill; None where there is but one, or where the one that is asked for is not there."""
    screens = QGuiApplication.screens()
    if len(screens) < 2:
        return None
    if name is None:
        return next(screen for screen in screens if screen is not _workplace())
    return next((screen for screen in screens if screen.name() == name), None)

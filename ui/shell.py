"""The frame of the window: one workspace at a time, and around it what is always there."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from care_desktop.journal.records import Stamp
from care_desktop.language import Language, Message
from care_desktop.workspace.place import Workspace
from ui import theme
from ui.actions import Action, Actions
from ui.bridge import Bridge
from ui.bugs import Bugs, guarded
from ui.context import Context
from ui.frame.rail import Rail
from ui.frame.status_line import StatusLine
from ui.frame.telling import GRAVE, Telling
from ui.frame.troubles import Troubles
from ui.settings import Settings
from ui.tasks import Tasks
from ui.voice import Voice
from ui.widgets.banner import Banner
from ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from care_desktop.session.published import Published
    from ui.frame.keyboard_sheet import KeyboardSheet
    from ui.frame.palette import Palette
    from ui.preferences.workspace import Workspace as Preferences
    from ui.room.screen import RoomScreen

PRODUCT = "CaRE Desktop"
FIRST = "home"
_SIZE = QSize(1366, 736)
_SMALLEST = QSize(900, 600)
_PLACES = (
    ("home", "go_home", "house", "Alt+A"),
    ("conduct", "go_conduct", "circle-play", "Alt+C"),
    ("review", "go_review", "scroll-text", "Alt+D"),
    ("scenarios", "go_scenarios", "layers", "Alt+S"),
    ("preferences", "go_preferences", "settings", ""),
)


class View(Protocol):
    """A workspace: ``shown`` when it comes to the front, ``retranslate`` when the language is another."""

    def shown(self) -> None: ...  # noqa: D102
    def retranslate(self) -> None: ...  # noqa: D102


class Shell(QMainWindow):
    """The main window. ``painted`` comes once, after the first paint: what can wait begins then."""

    painted = Signal()

    def __init__(self, workspace: Workspace, settings: Settings, bugs: Bugs, bridge: Bridge) -> None:
        super().__init__()
        self._settings, self._bugs = settings, bugs
        self._room: RoomScreen | None = None
        self._views: dict[str, QWidget] = {}
        self._front = ""
        self._has_painted = False
        self.has_looked_around = False
        self._remarks: list[Message] = []
        self._remarks_shown = 0
        language: Language = "en" if settings.get("language", "fr") == "en" else "fr"
        voice = Voice(language, self)
        bridge.setParent(self)
        self.context = Context(voice, bridge, Actions(self, voice), Tasks(self), workspace, settings, self)
        self._rail, self._status = Rail(voice), StatusLine(voice)
        self._stack = QStackedWidget()
        self.banner = Banner()
        self._telling = Telling(self.banner, self.context.actions, voice, bridge)
        self._palette: Palette | None = None
        self._sheet: KeyboardSheet | None = None
        self._ring = FocusRing(self)
        self._lay_out()
        self._connect()
        self.troubles = Troubles(self, self._telling)
        self._add_actions()
        self.setMinimumSize(_SMALLEST)
        self._restore_place()

    @property
    def front(self) -> str:
        """The workspace in front."""
        return self._front

    @property
    def room(self) -> RoomScreen:
        """The screen of the room; made when it is first asked for."""
        if self._room is None:
            from ui.frame.lost_screen import LostScreen
            from ui.room.screen import RoomScreen

            self._room = RoomScreen(self.context.bridge, self.context.voice, self)
            self._room.changed.connect(self._show_room)
            LostScreen(self, self._room, self.context.actions)
        return self._room

    def go(self, workspace: str) -> None:
        """Bring a workspace to the front."""
        for over in (self._sheet, self._palette):
            if over is not None:
                over.hide()
        view = self.view(workspace)
        self._front = workspace
        self._rail.show_current("home" if workspace == "prepare" else workspace)
        self._host_banner(view)
        self._stack.setCurrentWidget(view)
        self._name_window()
        guarded(cast(View, view).shown)
        self._make_room(view)

    def warn(self, message: Message, *, action: str | None = None, tone: str = "warn") -> None:
        """Open the one banner, with the button of an action; beside what is grave, it is but a remark."""
        if self._telling.is_grave and tone != GRAVE:
            self.remark(message)
            return
        self._telling.tell(lambda: message, action, tone)

    def unwarn(self) -> None:
        """Close the banner."""
        self._telling.end()

    @property
    def warned(self) -> Message | None:
        """What the banner says; None where it is closed."""
        return self._telling.message

    def remark(self, message: Message) -> None:
        """Note something worth a look; the status line counts them, each click shows the next."""
        self._remarks.append(message)
        self._status.show_remarks(len(self._remarks))

    def read_only(self, who: Message) -> None:
        """Say that another has the workspace open; what is kept there can be looked at, not added to."""
        self.context.bridge.only_reads = True
        self._telling.tell(lambda: Message("frame.read_only", {"who": self._said(who)}))
        if self._front:
            guarded(cast(View, self.view(self._front)).shown)

    def take_settings(self) -> None:
        """Look and speak as the settings say now."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            name = self._settings.get("theme", "system")
            theme.apply(application, theme.make(name, self._settings.get("text_percent", 100), self.width()))
        self.context.voice.switch("en" if self._settings.get("language", "fr") == "en" else "fr")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give large windows the larger text."""
        super().resizeEvent(event)
        large = self.width() >= theme.LARGE_FROM
        if large != (event.oldSize().width() >= theme.LARGE_FROM) and event.oldSize().isValid():
            self.take_settings()
        self._place_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let nothing happen on Escape: it closes what is open, never the exercise."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make text larger or smaller, with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self._resize_text(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place; suspend the exercise and let go of it: it is recorded and can be resumed."""
        self._settings.set("window", bytes(self.saveGeometry().toHex().data()).decode("ascii"))
        self.context.tasks.cancel_all()
        if self._room is not None:
            self._room.close()
        self.context.bridge.suspend()
        self.context.bridge.close()
        self._settings.keep()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setProperty("role", "page")
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(self._column, 1)
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self._status)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        bridge, status = self.context.bridge, self._status
        self._rail.asked.connect(self.go)
        self.context.voice.changed.connect(self._retranslate)
        bridge.opened.connect(self._show_opened)
        bridge.closed.connect(self._show_closed)
        bridge.told.connect(self._show_told)
        status.remarks_asked.connect(self._show_remark)
        self._bugs.met.connect(self._show_bug)

    def _add_actions(self) -> None:
        actions = self.context.actions
        for workspace, action, icon, key in _PLACES:
            keys = (key,) if key else ()
            actions.add(Action(action, icon, keys, partial(self.go, workspace), group="move"))
        actions.add(
            Action(
                "palette",
                "search",
                ("Ctrl+K", "Ctrl+Shift+P"),
                self._open_palette,
                in_palette=False,
                group="move",
            ),
            Action("sheet", "keyboard", ("F1",), self._open_sheet, group="move"),
            Action("text_larger", "plus", ("Ctrl++", "Ctrl+="), lambda: self._resize_text(1), group="view"),
            Action("text_smaller", "minus", ("Ctrl+-",), lambda: self._resize_text(-1), group="view"),
            Action("text_usual", "undo-2", ("Ctrl+0", "Ctrl+À"), self._usual_text, group="view"),
            Action("full_screen", "presentation", ("F11",), self._toggle_full_screen, group="view"),
            Action("about", "info", (), self._show_about, group="move"),
            Action("copy_bug", "clipboard-list", (), self._copy_bug, self._no_bug),
        )

    def view(self, workspace: str) -> QWidget:
        """A workspace; made when it is first asked for."""
        if workspace not in self._views:
            made: QWidget = import_module(f"ui.{workspace}.workspace").Workspace(self.context)
            self._views[workspace] = made
            self._stack.addWidget(made)
        return self._views[workspace]

    def _make_room(self, view: QWidget) -> None:
        """What wants the whole window has it: then there is no rail and no status line."""
        fills = bool(getattr(view, "fills", False))
        self._rail.setVisible(not fills)
        self._status.setVisible(not fills)
        self.context.actions.enter(*getattr(view, "scopes", (self._front,)))

    def _host_banner(self, view: QWidget) -> None:
        """Where a band is, the banner opens below it: nothing ever moves LANCER."""
        host = getattr(view, "banner_place", None)
        layout: QVBoxLayout = self._column if host is None else host()
        if layout.indexOf(self.banner) < 0:
            layout.insertWidget(0, self.banner)

    def _retranslate(self) -> None:
        self._name_window()
        self._telling.retranslate()
        for view in self._views.values():
            guarded(cast(View, view).retranslate)

    def _name_window(self) -> None:
        followed = self.context.bridge.followed
        if followed is None or self._front not in ("conduct", "review"):
            self.setWindowTitle(PRODUCT)
            return
        name = self.context.voice.text(followed.index.script.name)
        self.setWindowTitle(f"{name} — {PRODUCT}")

    def _show_opened(self) -> None:
        self._status.show_saved(self._last_stamp())
        self.context.actions.changed.emit()

    def _show_closed(self) -> None:
        self._status.show_saved(None)
        self.unwarn()
        self._name_window()
        if self._front:
            self._make_room(self.view(self._front))
        self.context.actions.changed.emit()

    def _show_told(self, told: Published) -> None:
        if told.problem is not None:
            self._status.show_not_saved()
        elif told.events:
            self._status.show_saved(told.stamp)
        if told.view.status == "ended" and self._front == "conduct":
            self.go("review")

    def _said(self, message: Message) -> str:
        return self.context.voice.message(message)

    def _last_stamp(self) -> Stamp | None:
        followed = self.context.bridge.followed
        if followed is None or not followed.events:
            return None
        return followed.stamps.get(followed.events[-1].seq)

    def _show_room(self) -> None:
        room = self._room
        if room is not None:
            self._status.show_room(room.screen_name, floats=room.floats)

    def _show_remark(self) -> None:
        """Show the next of what is worth a look."""
        if self._remarks:
            remark = self._remarks[self._remarks_shown % len(self._remarks)]
            self._remarks_shown += 1
            self._telling.tell(lambda: remark)

    def _show_bug(self) -> None:
        self.warn(Message("frame.bug"), action="copy_bug")

    def _copy_bug(self) -> None:
        QApplication.clipboard().setText(self._bugs.report())
        self.warn(Message("frame.bug_copied"), tone="ok")

    def _show_about(self) -> None:
        self.go("preferences")
        cast("Preferences", self.view("preferences")).show_about()

    def _no_bug(self) -> Message | None:
        return None if self._bugs.has_any else Message("frame.no_bug")

    def _open_palette(self) -> None:
        if self._palette is None:
            from ui.frame.palette import Palette

            self._palette = Palette(self, self.context.actions, self.context.voice)
        self._palette.open(self._panes_top() + theme.px(10))

    def _open_sheet(self) -> None:
        if self._sheet is None:
            from ui.frame.keyboard_sheet import KeyboardSheet

            self._sheet = KeyboardSheet(self, self.context.actions, self.context.voice)
        if self._sheet.isVisible():
            self._sheet.close_up()
            return
        self._place_sheet()
        self._sheet.open()

    def _place_sheet(self) -> None:
        if self._sheet is None:
            return
        gap = theme.px(10)
        top = self._panes_top() + gap
        left = gap + (0 if self._rail.isHidden() else self._rail.width())
        bottom = (self.height() if self._status.isHidden() else self._status.y()) - gap
        self._sheet.setGeometry(left, top, self.width() - left - gap, max(1, bottom - top))

    def _panes_top(self) -> int:
        """Where the band ends, if the workspace in front has one."""
        view = self._views.get(self._front)
        bottom = getattr(view, "band_bottom", None)
        return 0 if view is None or bottom is None else int(bottom())

    def _resize_text(self, by: int) -> None:
        now = self._settings.get("text_percent", 100)
        sizes = theme.PERCENTS
        place = min(range(len(sizes)), key=lambda i: abs(sizes[i] - now))
        self._settings.set("text_percent", sizes[max(0, min(len(sizes) - 1, place + by))])
        self.take_settings()

    def _usual_text(self) -> None:
        self._settings.set("text_percent", theme.SMALLEST_PERCENT)
        self.take_settings()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _restore_place(self) -> None:
        kept = self._settings.get("window", "")
        self.resize(_SIZE)
        if kept:
            self.restoreGeometry(QByteArray.fromHex(QByteArray(kept.encode("ascii", errors="ignore"))))

"""Débriefer: an exercise looked back at on the console. Nothing here is ever shown to the room."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from care_desktop.exercise.commands import NoteReview
from care_desktop.exercise.events import ReviewNoted
from care_desktop.exercise.words import Words
from care_desktop.language import Message
from care_desktop.session.published import Published
from ui import theme
from ui.actions import Action
from ui.asking import begin_where_left, make_dialog
from ui.bugs import guarded
from ui.context import Context
from ui.review.columns import Columns
from ui.review.export import arguments, default_name, with_suffix
from ui.review.export_strip import ExportStrip
from ui.review.frieze_pane import FriezePane
from ui.review.looked_at import LookedAt, look_at
from ui.review.moment_pane import MomentPane
from ui.review.moments import HOT
from ui.review.past import Past
from ui.widgets.button import ActionButton, Button
from ui.widgets.empty import Empty
from ui.widgets.pane import IconLabel
from ui.widgets.text import ElidedLabel, Label

_FOLDER = "report_folder"
_SETTLE_MS = 250
"""How long events may follow each other before an exercise under way is measured anew."""


class Workspace(QWidget):
    """Timeline and replay at the left, the moments at the right, the report above."""

    id = "review"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._voice = context.voice
        self._past: Past | None = None
        self._looked: LookedAt | None = None
        self._noting: Words | None = None
        self.asking: QFileDialog | None = None
        self._measuring = QTimer(self)
        self._measuring.setSingleShot(True)
        self._measuring.timeout.connect(self._measure)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.frieze, self.moments = FriezePane(self._voice), MomentPane(self._voice)
        self.strip = ExportStrip(self._voice)
        self._add_actions()
        self._build()
        self.frieze.chosen.connect(self._choose)
        self.moments.moved.connect(lambda _: self._show_moment())
        self.moments.found.connect(self._note)
        self.strip.retried.connect(self.ask_where)
        self.strip.ended.connect(context.actions.changed)
        bridge = context.bridge
        bridge.opened.connect(self._open)
        bridge.told.connect(self._follow)
        bridge.closed.connect(self._close)
        self.retranslate()
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)
        self._open()

    def shown(self) -> None:
        """Measure what happened since it was last in front, once it is painted."""
        self._stand_ready()
        followed = self._context.bridge.followed
        if followed is not None and (self._past is None or len(followed.events) != len(self._past.events)):
            self._measuring.start(0)
        elif self._looked is not None:
            QTimer.singleShot(0, self.frieze.drawing.draw_curve)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        say = self._voice.say
        self._hidden.setText(say("review.nothing_shown"))
        self._empty.set_words(say("review.no_exercise"))
        self._home.setText(say("review.to_home"))
        self._columns.set_names(say("review.exercise"), say("review.moments"))
        for part in (self.frieze, self.moments, self.strip):
            part.retranslate()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing play where nobody looks."""
        super().hideEvent(event)
        self.frieze.bar.stop()

    def ask_where(self) -> None:
        """Ask where the report goes; the window stays usable meanwhile."""
        if self._past is None or self.strip.busy or self.asking is not None:
            return
        dialog = make_dialog(self, self._voice, self._voice.say("action.review.report"))
        begin_where_left(dialog, self._context.settings, _FOLDER, _documents())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._voice.say("review.pdf_files"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(default_name(self._voice, self._past))
        dialog.fileSelected.connect(self.export_to)
        dialog.finished.connect(self._forget_dialog)
        self.asking = dialog
        dialog.open()

    def export_to(self, chosen: str) -> None:
        """Have the report written to a file, by our own program in a process of its own."""
        path = with_suffix(chosen)
        self._context.settings.set(_FOLDER, str(path.parent))
        bridge = self._context.bridge
        given = arguments(
            bridge.database,
            bridge.exercise,
            path,
            self._voice.language,
            self._context.workspace.facility,
        )
        self.strip.follow(self._context.tasks.run(given), path)
        self._context.actions.changed.emit()

    def _forget_dialog(self) -> None:
        self.asking = None

    def _open(self) -> None:
        self._past = self._looked = None
        self.frieze.restart()
        self.moments.restart()
        self._show()
        if self.isVisible():
            self.shown()

    def _close(self) -> None:
        self._measuring.stop()
        self._open()

    def _follow(self, told: Published) -> None:
        if self._noting is not None:
            self._answer(told, self._noting)
        if told.events and self.isVisible():
            self._measuring.start(0 if self._past is None or self._past.ended else _SETTLE_MS)

    def _measure(self) -> None:
        bridge = self._context.bridge
        followed = bridge.followed
        if followed is None:
            return
        self._past = Past(followed.index, followed.events, followed.stamps, rehearsal=bridge.is_rehearsal)
        self._show()
        self._context.actions.changed.emit()

    def _show(self) -> None:
        past = self._past
        self._looked = None if past is None else look_at(self._voice, past)
        nothing = self._context.bridge.followed is None
        self._stack.setCurrentWidget(self._nothing if nothing else self._page)
        self._stand_ready()
        looked = self._looked
        if past is None or looked is None:
            self._title.setText(self._voice.say("review.measuring"))
            self._told.setText("")
            return
        self._title.setText(looked.heading.title)
        self._told.setText(looked.heading.told)
        guarded(self.frieze.show_exercise, past, looked.timeline, looked.curve, looked.facts)
        before = self.moments.at
        guarded(self.moments.show_moments, looked.moments, looked.dots, looked.findings)
        why = None if past.ended else self._voice.say("review.finding_after_end")
        self.moments.let_find(why, self._context.actions.key("review.finding"))
        if self.moments.at != before:
            self._show_moment()
        else:
            self.frieze.drawing.show_moment(self.moments.moment)

    def _stand_ready(self) -> None:
        """Have the focus somewhere to be seen: where nothing happens before an arrow is pressed."""
        focused: QWidget | None = self.window().focusWidget()
        if self.isVisible() and (focused is None or not focused.isVisible()):
            nothing = self._stack.currentWidget() is self._nothing
            places = (self._home,) if nothing else (self.moments.paper, self._columns.tabs.tabBar())
            next((one for one in places if one.isVisible()), self.report).setFocus()

    def _show_moment(self) -> None:
        self.frieze.show_moment(self.moments.moment)

    def _choose(self, key: str, play: int) -> None:
        self.moments.go_to(key, play)
        self._columns.show_pane(self.moments)

    def _note(self, text: str) -> None:
        moment = self.moments.moment
        section = HOT if moment is None else moment.section
        bridge = self._context.bridge
        command = NoteReview(section, bridge.words(text))
        refused = bridge.refusal(command)
        if refused is not None:
            self.moments.say_refusal(self._voice.message(refused))
            return
        self._noting = command.text
        bridge.send(command)

    def _answer(self, told: Published, noting: Words) -> None:
        """Empty the line once what stood in it is recorded, and not before."""
        if any(isinstance(one.fact, ReviewNoted) and one.fact.text == noting for one in told.events):
            self._noting = None
            self.moments.say_refusal("")
            self.moments.finding.clear()
        elif told.problem is not None or told.refusal is not None:
            self._noting = None
            why = told.refusal if told.problem is None else told.problem.messages[0]
            self.moments.say_refusal("" if why is None else self._voice.message(why))

    def _write_finding(self) -> None:
        self._columns.show_pane(self.moments)
        self.moments.finding.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_actions(self) -> None:
        scope = self.id

        def away() -> Message | None:
            return Message("review.not_looked_at") if self._looked is None else None

        def busy() -> Message | None:
            return Message("review.report_busy") if self.strip.busy else away()

        def found() -> Message | None:
            if self._past is not None and not self._past.ended:
                return Message("review.finding_after_end")
            return away()

        def look(way: str) -> None:
            self.frieze.show_way(way)

        self._context.actions.add(
            Action("review.report", "file-text", ("Ctrl+E",), self.ask_where, busy, scope),
            Action("review.finding", "plus", ("Ctrl+J",), self._write_finding, found, scope, group="note"),
            Action(
                "review.next",
                "chevron-right",
                ("Alt+Down",),
                lambda: self._step(1),
                away,
                scope,
                group="next",
            ),
            Action(
                "review.previous",
                "chevron-left",
                ("Alt+Up",),
                lambda: self._step(-1),
                away,
                scope,
                group="next",
            ),
            Action("review.play", "play", ("F8",), self.frieze.bar.toggle, away, scope, group="time"),
            Action("review.timeline", "chart-gantt", (), lambda: look("timeline"), away, scope, group="view"),
            Action("review.services", "activity", (), lambda: look("services"), away, scope, group="view"),
            Action("review.table", "list-checks", (), lambda: look("table"), away, scope, group="view"),
        )

    def _step(self, by: int) -> None:
        self.moments.go(self.moments.at + by)
        self._columns.show_pane(self.moments)

    def _build(self) -> None:
        self._title, self._told = ElidedLabel("page"), ElidedLabel("detail", "ink2")
        self._eye, self._hidden = IconLabel("eye-off", 18, "ink2"), Label("detail", "ink2", wrap=False)
        self.report = ActionButton(
            self._context.actions, self._voice, "review.report", "primary", "file-text", show_key=False
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._told)
        self._head = QHBoxLayout()
        self._head.addLayout(words, 1)
        for widget in (self._eye, self._hidden, self.report):
            self._head.addWidget(widget)
        self._columns = Columns(self.frieze, self.moments)
        self._page = QWidget()
        self._rows = QVBoxLayout(self._page)
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.strip)
        self._around = QVBoxLayout()
        self._around.addWidget(self._columns)
        self._rows.addLayout(self._around, 1)
        self._home = Button("primary", "house")
        self._home.clicked.connect(lambda: self._context.shell.go("home"))
        self._empty = Empty("", self._home, icon="scroll-text")
        self._nothing = self._empty
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._nothing)

    def _take_sizes(self) -> None:
        self._head.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(12))
        self._head.setSpacing(theme.px(8))
        self._around.setContentsMargins(theme.px(10), 0, theme.px(10), theme.px(10))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

"""The home: take up what stands in its middle, play an exercise, look back at those of before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from care_desktop import paths
from care_desktop.errors import UserError
from care_desktop.language import Message
from care_desktop.scenario.choosing import FacilityKind
from ui import theme
from ui.actions import Action
from ui.context import Context
from ui.home import past, remembered
from ui.home.columns import Columns
from ui.home.exercises import Exercises
from ui.home.going import Going
from ui.home.notice import Notice
from ui.home.page import Page
from ui.home.past import Act, Seen
from ui.home.played import Played
from ui.home.recents_list import RecentsList
from ui.home.resume_card import ResumeCard
from ui.home.shelf import Shelf, print_of
from ui.widgets.button import ActionButton

PRODUCT = "CaRE Desktop"
_PLACES = {Act.RETURN: "conduct", Act.RESUME: "conduct", Act.REVIEW: "review"}


class Workspace(QWidget):
    """What is read from the disk beyond the index of recents is read once the page has been painted.

    Until then it shows the scenarios as they were the last time.
    """

    id = "home"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._played = Played(context.workspace.recents)
        self._has_painted = self._wants_focus = False
        voice = context.voice
        folders = (paths.scenarios(), context.workspace.scenarios)
        self._shelf = Shelf(*folders, known=remembered.cards(context.settings), parent=self)
        self._going = Going(context, self)
        context.actions.add(
            Action("home.open_file", "folder-open", ("Ctrl+O",), self._choose_scenario),
            Action("home.resume", "history", (), self._resume, self._nothing_stands, scope=self.id),
        )
        self._file = ActionButton(
            context.actions, voice, "home.open_file", icon="folder-open", show_key=False
        )
        self._notice = Notice(voice)
        self._card = ResumeCard(voice)
        self._exercises = Exercises(voice, self._shelf, remembered.answers(context.settings))
        self._recents = RecentsList(voice)
        self._page = Page()
        self._page.add_beside_title(self._file)
        for widget in (self._notice, self._card, Columns(self._exercises, self._recents)):
            self._page.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._connect()
        self.retranslate()

    @property
    def is_whole(self) -> bool:
        """Whether all is there that the home shows, and a key would do the one thing to do."""
        return self._shelf.is_read and not self._wants_focus

    def shown(self) -> None:
        """Look again at what was played, and stand ready on the one thing to do."""
        self._notice.clear()
        self._attempt(self._read_index)
        self._wants_focus = True
        self._refresh()
        if self._has_painted:
            self._look()

    def retranslate(self) -> None:
        """Say all in the language in force."""
        self._card.retranslate()
        self._notice.retranslate()
        self._exercises.questions.retranslate()
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to read scenarios once there is something to see."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            # One turn later: what the window tells of its first paint goes before any disk
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._look))

    def _connect(self) -> None:
        going, rows = self._going, self._recents
        self._card.resumed.connect(lambda exercise: going.go(exercise, "conduct"))
        self._card.looked_at.connect(lambda exercise: going.go(exercise, "review"))
        going.failed.connect(self._fail)
        self._notice.taken.connect(going.go_from)
        rows.chosen.connect(lambda exercise, act: going.go(exercise, _PLACES[act]))
        rows.located.connect(self._locate)
        rows.forgotten.connect(lambda exercise: self._tidy(lambda: self._played.forget(exercise)))
        self._exercises.prepared.connect(self._prepare)
        self._exercises.file_asked.connect(self._choose_scenario)
        self._exercises.all_asked.connect(lambda: self._context.shell.go("scenarios"))
        self._exercises.questions.answered.connect(self._keep_answers)
        self._shelf.changed.connect(self._take_shelf)
        theme.signals.changed.connect(self._refresh)

    def _refresh(self) -> None:
        """Show what is known."""
        voice, settings = self._context.voice, self._context.settings
        only_reads = self._context.bridge.only_reads
        seen = Seen(self._played.missing, self._going.open_exercise, elsewhere=only_reads)
        entries = self._played.entries
        name, kind = remembered.facility_name(settings), remembered.facility_kind(settings)
        self._page.title.setText(name or PRODUCT)
        self._page.subtitle.setText(past.subtitle(entries, voice))
        standing = past.standing(entries, seen, voice)
        self._card.show_standing(standing)
        others = (entry for entry in entries if standing is None or entry is not standing.entry)
        self._recents.show_rows(past.rows(others, seen, voice))
        self._exercises.show_for(kind if name else None, primary=self._card.shown is None)
        self._context.actions.changed.emit()
        self._stand_ready()

    def _resume(self) -> None:
        if self._card.shown is not None:
            self._going.go(self._card.shown.entry.exercise, "conduct")

    def _nothing_stands(self) -> Message | None:
        shown = self._card.shown
        return Message("home.nothing_stands") if shown is None or shown.is_open else None

    def _stand_ready(self) -> None:
        """Put the focus on the one thing to do, as soon as it is there."""
        button = self._exercises.first_button() if self._card.shown is None else self._card.button
        if self._wants_focus and self.isVisible() and button is not None:
            self._wants_focus = False
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_shelf(self) -> None:
        if self._shelf.is_read:
            remembered.keep_cards(self._context.settings, self._shelf.known)
        self._stand_ready()

    def _look(self) -> None:
        """Read what the first painting did without: the scenarios, the facility, where databases are."""
        self._shelf.read()
        self._played.look()
        self._attempt(self._read_facility)
        self._refresh()

    def _read_facility(self) -> None:
        path, settings = self._context.workspace.facility, self._context.settings
        now = print_of(path)
        if remembered.is_facility_known(settings, now):
            return
        from care_desktop.workspace import own_facility  # with all that reads files

        facility = own_facility.read(path)
        name, kind = ("", FacilityKind.HOSPITAL) if facility is None else (facility.name, facility.kind)
        remembered.keep_facility(settings, name, kind, now)

    def _read_index(self) -> None:
        told = self._played.read()
        if told is not None:
            self._context.shell.warn(told)

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as error:
            self._notice.show_error(error)

    def _fail(self, error: UserError) -> None:
        """Say why an exercise was not opened, with the focus on what can be done about it."""
        self._notice.show_error(error)
        if self._notice.offer.isVisible():
            self._notice.offer.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_answers(self) -> None:
        remembered.keep_answers(self._context.settings, self._exercises.questions.answers)

    def _prepare(self, path: Path) -> None:
        self._context.settings.set(remembered.SCENARIO, str(path))
        self._context.shell.go("prepare")

    def _choose_scenario(self) -> None:
        self._choose_file("home.scenario_files", "*.yaml *.yml", lambda path: self._prepare(Path(path)))

    def _choose_file(self, name: str, patterns: str, then: Callable[[str], None]) -> None:
        """Have a file chosen, without holding up what runs."""
        from PySide6.QtWidgets import QFileDialog

        from ui.asking import begin_where_left, make_dialog

        say = self._context.voice.say
        dialog = make_dialog(self, self._context.voice, say("home.open_file"))
        dialog.setNameFilter(f"{say(name)} ({patterns})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        begin_where_left(dialog, self._context.settings, f"{name}.folder")
        dialog.fileSelected.connect(then)
        dialog.open()

    def _locate(self, exercise: str) -> None:
        def move(path: str) -> None:
            self._tidy(lambda: self._played.relocate(exercise, path))

        self._choose_file("home.database_files", "*.db", move)

    def _tidy(self, act: Callable[[], None]) -> None:
        def tidy() -> None:
            if self._context.bridge.only_reads:
                raise UserError("window.only_reads")
            act()

        self._attempt(tidy)
        self._wants_focus = True
        self._refresh()

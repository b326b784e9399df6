"""Preparation on one page: nothing has to be typed or ticked, the button that begins has the focus."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from care_desktop.errors import UserError
from care_desktop.exercise.state import Status
from care_desktop.language import Message
from care_desktop.scenario.kinds import a_facility
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Way
from care_desktop.session.recovering import Beside
from care_desktop.workspace import own_facility
from ui import theme
from ui.actions import Action
from ui.context import Context
from ui.home import remembered
from ui.home.columns import Columns
from ui.home.notice import Notice
from ui.home.page import Page
from ui.prepare import plan as planning
from ui.prepare.beginning import Beginning
from ui.prepare.damage import Damage
from ui.prepare.facility_card import FacilityCard
from ui.prepare.foot import Foot
from ui.prepare.plan import Plan
from ui.prepare.presence import Presence
from ui.prepare.screens import NONE, RoomScreens
from ui.prepare.ways import Ways
from ui.widgets.button import Button
from ui.widgets.empty import Empty

_ONE_IS_OPEN = "prepare.one_is_open.happened"


class Workspace(QWidget):
    """Who plays what, how, with whom, on which screen; then DEBEX."""

    id = "prepare"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._plan: Plan | None = None
        self._own: Facility | None = None
        voice, settings = context.voice, context.settings
        self._notice = Notice(voice)
        self._ways = Ways(voice, remembered.word(settings, remembered.WAY, Way) or Way.TABLE)
        self._facility = FacilityCard(voice)
        self._presence = Presence(voice, remembered.present(settings))
        self._screens = RoomScreens(voice, context.room.screen_names, remembered.screen(settings))
        self._beginning = Beginning(context, self)
        self._damage = Damage(context, self)
        context.actions.add(Action("prepare.begin", "play", (), self._begin, self._refusal, scope=self.id))
        context.actions.add(
            Action(
                "prepare.begin_beside",
                "play",
                (),
                self._begin_beside,
                self._refusal,
                self.id,
                in_palette=False,
            )
        )
        self._foot = Foot(voice, context.actions, "prepare.begin", "prepare.begin_beside")
        self._empty_button = Button("primary")
        self._empty = Empty("", self._empty_button, icon="layers")
        self._page = Page()
        self._spaced: list[QVBoxLayout] = []
        self._lay_out()
        self._take_sizes()
        self._connect()
        self.retranslate()

    def shown(self) -> None:
        """Read the scenario that was chosen, once the page is there."""
        self._screens.look(self.screen().name())
        self._look_ahead()
        QTimer.singleShot(0, self, self._read)

    def _look_ahead(self) -> None:
        """Tell now, and not at DEBEX, that the file is damaged in which this would be kept."""
        self._notice.clear()
        self._foot.offer_beside(offered=False)
        self._damage.look(rehearsal=self._foot.rehearsal.isChecked())

    def retranslate(self) -> None:
        """Say all in the language in force."""
        for part in (self._ways, self._facility, self._presence, self._screens, self._foot, self._notice):
            part.retranslate()
        self._screens.look(self.screen().name())
        self._show_plan()

    def _take_sizes(self) -> None:
        for column in self._spaced:
            column.setSpacing(theme.px(12))

    def _lay_out(self) -> None:
        main, side = QWidget(), QWidget()
        for widget, parts in ((main, (self._ways, self._facility, self._screens)), (side, (self._presence,))):
            column = QVBoxLayout(widget)
            column.setContentsMargins(0, 0, 0, 0)
            self._spaced.append(column)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        self._page.add(self._notice)
        self._columns = Columns(main, side)
        self._page.add(self._columns)
        self._page.add(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addWidget(self._foot)

    def _connect(self) -> None:
        self._empty_button.clicked.connect(lambda: self._context.shell.go("home"))
        self._foot.back.clicked.connect(lambda: self._context.shell.go("home"))
        self._beginning.failed.connect(self._fail)
        self._damage.found.connect(self._tell_damage)
        self._foot.rehearsal.toggled.connect(self._look_ahead)
        self._facility.described.connect(self._describe)
        self._presence.changed.connect(self._show_remarks)
        self._ways.chosen.connect(self._show_way)
        theme.signals.changed.connect(self._take_sizes)

    def _read(self) -> None:
        """Read the facility, then the scenario for it."""
        try:
            self._own = own_facility.read(self._context.workspace.facility)
        except UserError as error:
            self._own = None
            self._notice.show_error(error)
        self._facility.show_facility(self._own)
        path = remembered.scenario(self._context.settings)
        self._plan = None
        try:
            if path is not None:
                self._plan = planning.read_plan(path, self._facility.facility())
        except UserError as error:
            self._notice.show_error(error)
        self._show_plan()
        ready = self._empty_button if self._plan is None else self._foot.ready
        ready.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_plan(self) -> None:
        """Show what is prepared, or that nothing can be."""
        plan, voice = self._plan, self._context.voice
        self._context.actions.changed.emit()
        self._empty.setVisible(plan is None)
        self._empty.set_words(voice.say("prepare.nothing_chosen"))
        self._empty_button.setText(voice.say("prepare.choose"))
        for part in (self._columns, self._foot):
            part.setVisible(plan is not None)
        self._presence.show_cells(() if plan is None else plan.cells)
        self._presence.setVisible(plan is not None and bool(plan.cells))
        if plan is None:
            self._page.title.setText(voice.say("prepare.title_none"))
            self._page.subtitle.setText("")
        else:
            scenario = plan.scenario
            self._page.title.setText(voice.say("prepare.title", name=voice.text(scenario.name)))
            told = (voice.duration(scenario.lasts) if scenario.lasts else "", voice.text(scenario.opening))
            self._page.subtitle.setText(" · ".join(part for part in told if part))
        self._show_way()

    def _show_way(self) -> None:
        """One screen is all that is needed where nobody facilitates, and nobody notes who comes later."""
        self._screens.setVisible(self._ways.way is not Way.UNAIDED)
        self._show_remarks()

    def _show_remarks(self) -> None:
        """Say why it cannot begin, or what is to be known before; nothing of that stands in the way."""
        plan, say = self._plan, self._context.voice.say
        if plan is None:
            self._foot.say("")
            return
        remark = planning.remark_on_presence(plan, self._presence.present)
        later = [] if self._ways.way is Way.UNAIDED else [say("prepare.arrivals")]
        told = [] if remark is None else [self._context.voice.message(remark), *later]
        self._presence.remark(" ".join(told))
        kinds = a_facility(plan.script.written_for, say)
        self._facility.remark(say("prepare.foreign", kinds=kinds) if kinds else "")
        refusal = self._refusal()
        if refusal is not None:
            self._foot.say(self._why_not(refusal))
            return
        counted = (("prepare.dropped", plan.dropped), ("prepare.remarks", plan.remarks))
        self._foot.say(" ".join(say(key, n=number) for key, number in counted if number))

    def _describe(self) -> None:
        """Stage anew for a facility that was described otherwise."""
        if self._plan is not None:
            self._plan = planning.for_facility(self._plan, self._facility.facility())
            self._show_plan()

    def _refusal(self) -> Message | None:
        bridge = self._context.bridge
        followed = bridge.followed
        if bridge.only_reads:
            return Message("window.only_reads.happened")
        if self._beginning.is_under_way:
            return Message("prepare.opening")
        if followed is not None and followed.view.status is Status.RUNNING:
            return Message(_ONE_IS_OPEN)
        return Message("prepare.nothing_chosen") if self._plan is None else None

    def _why_not(self, refusal: Message) -> str:
        voice = self._context.voice
        remedy = [voice.say("prepare.one_is_open.remedy")] if refusal.id == _ONE_IS_OPEN else []
        return " ".join([voice.message(refusal), *remedy])

    def _begin_beside(self) -> None:
        self._begin(agreed=True)

    def _begin(self, *, agreed: bool = False) -> None:
        plan = self._plan
        if plan is None or self._beginning.is_under_way:
            return
        self._notice.clear()
        facility = self._facility.facility()
        self._keep(facility)
        way = self._ways.way
        script = planning.script_of(plan, way, secrets.randbits(31))
        self._beginning.begin(
            script,
            facility,
            planning.first_commands(plan, self._presence.present),
            rehearsal=self._foot.rehearsal.isChecked(),
            agreed=agreed,
            screen=NONE if way is Way.UNAIDED else self._screens.value(),
        )
        self._foot.say(self._context.voice.say("prepare.opening"))
        self._context.actions.changed.emit()

    def _keep(self, facility: Facility) -> None:
        """Remember all answers; a facility that cannot be kept is told of, and does not stand in the way."""
        settings = self._context.settings
        settings.set(remembered.WAY, self._ways.way)
        settings.set(remembered.PRESENT, " ".join(sorted(self._presence.to_keep)))
        settings.set(remembered.SCREEN, self._screens.value())
        if self._facility.is_named and facility != self._own:
            try:
                own_facility.write(self._context.workspace.facility, facility)
            except UserError as error:
                self._notice.show_error(error)
                return
            remembered.keep_facility(settings, facility.name, facility.kind)

    def _tell_damage(self, error: Beside) -> None:
        """Nothing is refused yet: the focus stays where somebody works."""
        if self._beginning.is_under_way:
            return
        had_focus = self._foot.ready.hasFocus()
        self._notice.show_error(error)
        self._foot.offer_beside(offered=True)
        if had_focus:
            self._foot.ready.setFocus()

    def _fail(self, error: UserError) -> None:
        self._notice.show_error(error)
        self._foot.offer_beside(offered=isinstance(error, Beside))
        self._show_plan()
        self._foot.ready.setFocus()

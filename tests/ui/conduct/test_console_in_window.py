"""The console in its window: the journal, delivery marks, recall, the end in two steps, language and size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QWidget,
)

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    CauseVoided,
    DeliveryFailed,
    Ended,
    EntryWritten,
    InjectDelivered,
    InjectPostponed,
    InjectSkipped,
    MomentMarked,
    Resumed,
    Suspended,
)
from care_desktop.exercise.state import Status
from care_desktop.scenario.time import MINUTE
from tests.log_fail import ExpectWarning
from tests.ui.conduct.conftest import Animer
from tests.ui.frame.keys import focused, write
from ui import theme
from ui.conduct.relayout import HYSTERESIS, Arrangement, arrange
from ui.conduct.running_order import Standing
from ui.widgets.text import ElidedLabel

pytestmark = pytest.mark.ui


def test_a_line_of_the_journal_takes_a_key_words_and_enter_and_the_focus_goes_back(running: Animer) -> None:
    running.desk.panes.services.list.setFocus()
    running.presses("Ctrl+J")
    write(running.shell, "Accès coupés, « confirmé » ?")
    running.clock.leap(2 * MINUTE)
    running.presses("Return")
    running.comes(EntryWritten)
    (entry,) = running.facts(EntryWritten)
    assert (entry.text.text, entry.fact_at) == ("Accès coupés, « confirmé » ?", 0)
    first = running.desk.panes.journal.model.rows()[0]
    assert (first.hour, first.text) == ("02:00", "Accès coupés, « confirmé » ?")
    assert focused(running.shell) is running.desk.panes.services.list


def test_an_empty_line_writes_nothing_and_escape_keeps_what_was_begun(running: Animer) -> None:
    running.presses("Ctrl+J")
    running.presses("Return")
    write(running.shell, "à finir")
    running.presses("Esc")
    running.settles()
    assert running.facts(EntryWritten) == []
    assert running.desk.panes.journal.field.text() == "à finir"


def test_the_newest_line_is_on_top_and_the_pane_can_be_narrowed(running: Animer) -> None:
    from ui.conduct.journal_telling import Sort

    running.does(c.WriteEntry(running.bridge.words("Un")), c.Launch("printers"))
    journal = running.desk.panes.journal
    assert [row.about for row in journal.model.rows()][:2] == ["S01", "Note"]
    journal.narrow(Sort.WRITTEN)
    assert {row.sort for row in journal.model.rows()} == {Sort.WRITTEN}


def test_delivery_is_marked_by_key_for_all_that_it_has_not_reached(running: Animer) -> None:
    running.does(c.Launch("printers"))
    running.presses("Ctrl+L")
    running.comes(InjectDelivered, 2)
    assert running.desk.to_mark() is None
    running.does(c.Launch("biologist"))
    running.presses("Ctrl+Shift+L")
    running.comes(DeliveryFailed)


def test_delivery_is_marked_by_a_press_on_the_chip_of_its_row(running: Animer) -> None:
    running.does(c.Launch("printers"))
    order = running.desk.panes.order
    place = order.model.place("printers")
    order.list.scrollTo(place)
    row = order.model.row(place)
    assert row is not None
    chip = order.delegate.chip_area(order.list.visualRect(place), row)
    QTest.mouseClick(order.list.viewport(), Qt.MouseButton.LeftButton, pos=chip.center())
    running.comes(InjectDelivered, 2)
    after = order.model.row(order.model.place("printers"))
    assert after is not None
    assert after.standing is Standing.DELIVERED


def test_a_launch_can_be_recalled_for_fifteen_seconds(running: Animer) -> None:
    running.does(c.Launch("printers"))
    recall = running.desk.band.next.gestures.recall
    assert recall.isVisible()
    assert recall.words() == "Rappeler, 15 s"
    running.presses("Ctrl+Z")
    running.comes(CauseVoided)
    assert not recall.isVisible()


def test_after_fifteen_seconds_the_recall_is_gone(running: Animer) -> None:
    running.does(c.Launch("printers"))
    running.clock.leap(15_001)
    running.settles()
    assert not running.desk.band.next.gestures.recall.isVisible()


def test_skip_and_postpone_are_about_the_next_one(running: Animer) -> None:
    running.presses("Ctrl+Shift+Return")
    running.comes(InjectSkipped)
    running.view.console.postpone(5)
    running.comes(InjectPostponed)
    assert running.facts(InjectSkipped)[0].inject == "printers"
    assert running.facts(InjectPostponed)[0].inject == "biologist"


def test_one_key_lets_time_stand_still_and_go_on(running: Animer) -> None:
    running.presses("F8")
    running.comes(Suspended)
    assert running.desk.band.clocks.pause.words() == "Reprendre"
    running.presses("F8")
    running.comes(Resumed)


def test_the_end_takes_two_steps_and_enter_alone_does_not_end_it(running: Animer) -> None:
    running.shell.context.actions.trigger("conduct.end")
    assert running.view.asking.isVisible()
    running.presses("Return")
    QTest.keyClick(focused(running.shell), Qt.Key.Key_Space)
    running.settles()
    assert running.facts(Ended) == []
    running.shell.context.actions.trigger("conduct.end")
    QTest.mouseClick(running.view.asking.yes, Qt.MouseButton.LeftButton)
    running.comes(Ended)


def test_escape_never_stops_the_exercise(running: Animer) -> None:
    for _ in range(5):
        running.presses("Esc")
    running.settles()
    assert running.view.console.seen is not None
    assert running.view.console.seen.view.status is Status.RUNNING


def test_a_part_that_fails_keeps_no_other_from_being_shown(
    running: Animer, expect_warning: ExpectWarning
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken")

    expect_warning("ui.bugs", "a bug")
    running.desk.panes.services.refresh = broken  # type: ignore[assignment,method-assign]
    running.desk.band.next.refresh = broken  # type: ignore[assignment,method-assign]
    running.does(c.WriteEntry(running.bridge.words("Toujours là")))
    assert running.desk.panes.journal.model.rows()[0].text == "Toujours là"
    running.presses("F9")
    running.comes(MomentMarked, 0)


def test_everything_is_said_in_the_other_language_at_once(running: Animer) -> None:
    running.does(c.Launch("printers"))
    running.shell.context.voice.switch("en")
    desk = running.desk
    assert desk.band.clocks.call.words() == "Outside call"
    assert desk.panes.order.model.rows()[0].word == "to deliver"
    assert desk.panes.journal.model.rows()[0].text.endswith("launched")


def test_where_it_is_narrow_the_same_panes_stand_in_tabs(running: Animer) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    journal = running.desk.panes.journal
    theme.apply(application, theme.make("light", 200))
    running.presses("Ctrl+J")
    assert running.desk.panes.journal is journal
    assert journal.isVisible()
    assert not running.desk.panes.order.isVisible()
    assert focused(running.shell) is journal.field


@pytest.mark.parametrize(
    ("width", "base", "expected"),
    [
        (1282, 14, Arrangement.COLUMNS),
        (1180, 14, Arrangement.COLUMNS),
        (1179, 14, Arrangement.TWO),
        (1282, 18, Arrangement.TWO),
        (899, 14, Arrangement.TABS),
        (1282, 22, Arrangement.TABS),
    ],
)
def test_panes_stand_as_there_is_room(width: int, base: float, expected: Arrangement) -> None:
    assert arrange(width, base) is expected


def test_a_few_pixels_past_a_limit_change_nothing_back() -> None:
    assert arrange(1179, 14, Arrangement.COLUMNS) is Arrangement.TWO
    assert arrange(1180 + HYSTERESIS - 1, 14, Arrangement.TWO) is Arrangement.TWO
    assert arrange(1180 + HYSTERESIS, 14, Arrangement.TWO) is Arrangement.COLUMNS


NEVER_DROPPED = ("state", "play", "ends", "call", "pause")


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_that_matters_is_left_out_or_cut_at_any_size(
    running: Animer, percent: int, language: str
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    running.shell.context.voice.switch("en" if language == "en" else "fr")
    theme.apply(application, theme.make("light", percent))
    running.does(c.Launch("printers"))
    band = running.desk.band
    running.qtbot.wait(30)
    kept: list[QWidget] = [getattr(band.clocks, name) for name in NEVER_DROPPED]
    gestures = band.next.gestures
    kept += [band.launcher.button, band.next.title, band.next.due, band.next.say]
    kept += [gestures.skip, gestures.postpone, gestures.reserve, gestures.others]
    assert [one for one in kept if not one.isVisible()] == []
    outside = [one for one in kept if not _is_inside(one, running)]
    assert outside == []
    cut = [
        one.text()
        for one in band.findChildren(QAbstractButton)
        if one.isVisible() and one.text() and one.width() < one.minimumSizeHint().width()
    ]
    assert cut == []
    beyond = [
        one.text()
        for one in band.findChildren(QAbstractButton)
        if one.isVisible()
        and (around := one.parentWidget()) is not None
        and not around.rect().contains(one.geometry())
    ]
    assert beyond == []


def test_the_miniature_comes_back_from_its_tab_where_there_is_room_again(running: Animer) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    on_screen = running.desk.band.on_screen
    for percent in (200, 100):
        theme.apply(application, theme.make("light", percent))
        running.qtbot.wait(30)
    assert running.desk.band.isAncestorOf(on_screen)
    assert on_screen.isVisible()


def _is_inside(widget: QWidget, running: Animer) -> bool:
    view = running.view
    corner = widget.mapTo(view, QPoint(0, 0))
    bottom = running.desk.panes.mapTo(view, QPoint(0, 0)).y()
    return (
        corner.x() >= 0
        and corner.x() + widget.width() <= view.width()
        and corner.y() + widget.height() <= bottom
    )


@pytest.mark.parametrize(
    "panel", ["", "call", "decision", "recovery", "jump", "reserve", "sheet", "presence"]
)
def test_every_control_that_is_seen_has_a_name(running: Animer, panel: str) -> None:
    running.does(c.Launch("printers"))
    if panel:
        running.view.console.open(panel)
    running.qtbot.wait(1)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    controls = [one for kind in kinds for one in running.view.findChildren(kind) if one.isVisible()]
    nameless = [one for one in controls if not (one.accessibleName() or getattr(one, "text", str)())]
    assert len(controls) > 10
    assert nameless == []


def test_what_cannot_be_done_is_said_below_the_band_until_something_is_done(running: Animer) -> None:
    running.presses("Ctrl+Z")
    assert running.view.notice.sentence().startswith("Rien n’a été lancé")
    assert running.view.notice.y() >= running.desk.band.height()
    running.does(c.MarkMoment())
    assert running.view.notice.isHidden()


def test_no_key_means_two_things_and_none_is_a_letter_or_a_digit(running: Animer) -> None:
    actions = running.shell.context.actions.at_hand()
    keys = [key for action in actions for key in action.keys]
    assert len(keys) == len(set(keys))
    assert [key for key in keys if len(key) == 1] == []
    # A digit takes Shift on a French keyboard: there is always another key for the same
    digits = [action.keys for action in actions if action.keys and all(map(has_digit, action.keys))]
    assert digits == []


def has_digit(key: str) -> bool:
    return key[-1].isdigit() and "F" not in key


def test_a_long_journal_is_laid_out_as_far_as_one_scrolls(running: Animer) -> None:
    for number in range(300):
        running.bridge.send(c.WriteEntry(running.bridge.words(f"Ligne {number}")))
    running.comes(EntryWritten, 300)
    journal = running.desk.panes.journal
    before = journal.model.rowCount()
    assert before < 300
    journal.list.scrollToBottom()
    assert journal.model.rowCount() > before


def test_before_debex_under_way_and_suspended_the_band_says_so(animer: Animer) -> None:
    state = animer.desk.band.clocks.state
    assert state.text() == "Prêt"
    animer.does(c.Begin())
    assert state.text() == "En cours"
    animer.does(c.Suspend())
    assert state.text() == "Suspendu"


def test_the_size_of_text_reaches_all_words_of_a_console_that_is_not_in_front(running: Animer) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for percent in (150, 100):
        running.shell.go("preferences")
        theme.apply(application, theme.make("light", percent))
        running.shell.go("conduct")
        titles = [one for one in running.view.findChildren(ElidedLabel) if one.text() == "Décisions"]
        assert [one.font().pixelSize() for one in titles] == [theme.px(14)]


def test_the_widths_that_a_person_gave_are_kept_on_this_machine(running: Animer) -> None:
    panes = running.desk.panes
    splitter = panes.order.parentWidget()
    assert isinstance(splitter, QSplitter)
    splitter.setSizes([500, 700])
    splitter.splitterMoved.emit(500, 1)
    kept = running.shell.context.settings.get("conduct.columns", "")
    wide = splitter.sizes()[0]
    assert kept.startswith(f"{wide} ")
    panes.stand(Arrangement.COLUMNS)
    assert panes.order.width() == wide


def test_with_larger_text_the_next_one_stays_in_sight(running: Animer) -> None:
    order = running.desk.panes.order
    running.view.console.choose(order.model.rows()[-1].inject)
    order.list.setFocus()
    running.shell.context.settings.set("text_percent", 150)
    running.shell.take_settings()
    place = order.model.place(order.model.rows()[-1].inject)
    running.qtbot.waitUntil(
        lambda: order.list.viewport().rect().contains(order.list.visualRect(place).center())
    )

"""The debriefing as a person uses it: by pointer and by keyboard, with a report at the end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider, QWidget

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import ReviewNoted
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.time import MINUTE
from tests.report.pdf.reading import read
from tests.report.tilleul import TILLEUL
from tests.ui.home.standing import Standing
from tests.ui.review.afternoons import keep
from ui import theme
from ui.review.drawing import Drawing
from ui.review.past import Past
from ui.review.replay_bar import ReplayBar
from ui.review.workspace import Workspace

pytestmark = pytest.mark.ui


def look_back(standing: Standing) -> Workspace:
    """Bring the debriefing to the front, and wait until it has measured and drawn."""
    standing.context.actions.enter("review")
    standing.show(Workspace)
    shown = standing.window.findChild(Workspace)
    assert shown is not None
    standing.qtbot.waitUntil(lambda: shown.frieze.drawing.plot is not None)
    return shown


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def is_playing(bar: ReplayBar) -> bool:
    return bar.playing


def test_it_shows_the_exercise_that_is_open(kept: Standing) -> None:
    shown = look_back(kept)
    assert {"TILLEUL, débriefing", "Rien n’est projeté", "Moment 1 sur 10"} <= set(texts(shown))


def test_the_focus_is_never_left_on_what_is_not_to_be_seen(desk: Standing) -> None:
    desk.show(Workspace)
    home = desk.window.focusWidget()
    exercise = keep(desk.place)
    with desk.qtbot.waitSignal(desk.bridge.opened):
        desk.bridge.resume(exercise)
    assert not home.isVisible()
    assert desk.window.focusWidget().isVisible()


def test_injects_are_called_as_at_the_console(whole: Past) -> None:
    assert whole.inject_key(whole.index.script.injects[0].id) == "S01"


def test_without_an_exercise_it_says_so_and_leads_home(desk: Standing) -> None:
    desk.show(Workspace)
    shown = desk.window.findChild(Workspace)
    assert shown is not None
    assert "Aucun exercice n’est ouvert." in " ".join(texts(shown))
    buttons = [one for one in shown.findChildren(QAbstractButton) if one.isVisibleTo(shown)]
    assert len(buttons) == 1
    buttons[0].click()
    assert desk.frame.went == ["home"]


def test_an_exercise_without_a_decision_can_still_be_read(desk: Standing) -> None:
    with desk.qtbot.waitSignal(desk.bridge.opened):
        desk.bridge.open_new(TILLEUL, Facility("CH du Val", FacilityKind.HOSPITAL))
    with desk.qtbot.waitSignal(desk.bridge.told):
        desk.bridge.send(c.Begin())
    shown = look_back(desk)
    assert "Aucune décision notée. La frise et le journal restent lisibles." in texts(shown.moments)
    assert shown.frieze.drawing.isVisible()


def test_the_library_of_the_curve_is_read_only_when_it_is_shown() -> None:
    heavy = ("pyqtgraph", "numpy", "babel", "sqlalchemy", "reportlab")
    code = f"import sys, ui.review.workspace; print([one for one in {heavy} if one in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def apart(drawing: Drawing) -> float:
    """By how many pixels the plot and the lanes disagree where an instant is."""
    assert drawing.plot is not None
    plays = [minute * MINUTE for minute in (0, 40, 134)]
    return max(abs(drawing.plot.place_of(play).x() - drawing.scale.x(play)) for play in plays)


def test_lanes_and_curve_share_one_axis_at_any_width(kept: Standing) -> None:
    drawing = look_back(kept).frieze.drawing
    for width in (1282, 1000, 1836):
        kept.window.resize(width, 708)
        kept.qtbot.waitUntil(lambda: apart(drawing) <= 1.5)


def test_a_decision_clicked_in_its_lane_becomes_the_moment_and_the_instant(kept: Standing) -> None:
    shown = look_back(kept)
    lanes, scale = shown.frieze.drawing.lanes, shown.frieze.drawing.scale
    x = scale.x(60 * MINUTE)
    place = next(
        QPoint(x, y)
        for y in range(lanes.height())
        if (mark := lanes.mark_at(QPointF(x, y))) is not None and mark.key == "D4"
    )
    QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert shown.moments.moment is not None
    assert (shown.moments.moment.key, shown.frieze.bar.instant) == ("D4", 60 * MINUTE)


def test_moments_are_walked_through_by_keyboard(kept: Standing) -> None:
    shown = look_back(kept)
    for _ in range(2):
        QTest.keyClick(kept.window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (shown.moments.at, shown.frieze.bar.instant) == (2, 29 * MINUTE)
    QTest.keyClick(kept.window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown.moments.at == 1


def test_the_replay_moves_services_with_it(kept: Standing) -> None:
    shown = look_back(kept)
    rows = shown.frieze.services.model()
    slider = shown.findChild(QSlider)
    assert slider is not None
    shown.frieze.bar.seek(0)
    before = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    slider.setFocus()
    for _ in range(5):
        QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert shown.frieze.bar.instant == 25 * MINUTE
    after = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    assert len(after) == 12
    assert all(one.endswith("Normal") for one in before)
    assert not any(one.endswith("Normal") for one in after)


def test_played_back_it_goes_on_a_minute_a_second_and_stops_at_the_end_and_when_left(kept: Standing) -> None:
    bar = look_back(kept).frieze.bar
    bar.toggle()
    bar.step()
    assert bar.instant >= 6_000
    bar.seek(134 * MINUTE)
    bar.step()
    assert is_playing(bar) is False
    bar.toggle()
    assert is_playing(bar) is True
    kept.window.hide()
    assert is_playing(bar) is False


def test_the_table_has_the_same_facts_and_leads_to_their_instant(kept: Standing) -> None:
    shown = look_back(kept)
    kept.context.actions.trigger("review.table")
    table = shown.frieze.table
    assert table.isVisible()
    assert table.model().rowCount() > 50
    table.setFocus()
    table.selectRow(20)
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Down)
        assert (
            kept.voice.play(shown.frieze.bar.instant)
            == table.model().index(table.currentIndex().row(), 0).data()
        )
    assert table.currentIndex().row() == 23


def test_the_pane_is_named_after_what_it_shows(kept: Standing) -> None:
    shown = look_back(kept)
    named = []
    for way in ("services", "table", "timeline"):
        kept.context.actions.trigger(f"review.{way}")
        named.append(shown.frieze.accessibleName())
    assert named == ["Services à l’instant choisi", "Tableau des faits", "Frise"]


def test_head_and_table_are_at_the_moment_from_the_first_look_on(kept: Standing) -> None:
    shown = look_back(kept)
    table, moment = shown.frieze.table, shown.moments.moment
    assert moment is not None
    for _ in range(2):
        assert moment.ended > 0
        assert shown.frieze.bar.instant == moment.ended
        row = table.currentIndex().row()
        assert table.model().index(row, 0).data() == kept.voice.play(moment.ended)
        assert table.model().index(row, 3).data() == moment.key
        kept.context.actions.trigger("review.next")
        moment = shown.moments.moment
        assert moment is not None


def test_the_instant_that_somebody_went_to_stays_when_the_language_changes(kept: Standing) -> None:
    shown = look_back(kept)
    shown.frieze.bar.seek(70 * MINUTE)
    shown.retranslate()
    assert shown.frieze.bar.instant == 70 * MINUTE


def test_nothing_of_who_and_what_is_cut_in_the_table(kept: Standing) -> None:
    shown = look_back(kept)
    kept.context.actions.trigger("review.table")
    table = shown.frieze.table
    rows = range(table.model().rowCount())
    advance = table.fontMetrics().horizontalAdvance
    for column in range(4):
        needed = max(advance(table.model().index(row, column).data()) for row in rows)
        assert table.columnWidth(column) > needed


def test_a_finding_leaves_the_line_only_once_it_is_recorded(kept: Standing) -> None:
    shown = look_back(kept)
    QTest.keyClick(kept.window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    field = shown.moments.finding
    assert field.hasFocus()
    field.setText("personne n’avait le numéro")
    with kept.qtbot.waitSignal(kept.bridge.told):
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text()
    assert field.text() == ""
    assert kept.bridge.followed is not None
    noted = kept.bridge.followed.events[-1].fact
    assert isinstance(noted, ReviewNoted)
    assert (noted.section, noted.text.text) == ("decision/open_cell", "personne n’avait le numéro")
    kept.qtbot.waitUntil(lambda: "Constat\u00a0: personne n’avait le numéro" in texts(shown.moments))


def test_before_finex_a_finding_waits_and_says_why(desk: Standing) -> None:
    with desk.qtbot.waitSignal(desk.bridge.opened):
        desk.bridge.open_new(TILLEUL, Facility("CH du Val", FacilityKind.HOSPITAL))
    shown = look_back(desk)
    assert not shown.moments.finding.isEnabled()
    refusal = desk.context.actions.refusal("review.finding")
    assert refusal is not None
    assert desk.voice.message(refusal) == "Les constats se notent après FINEX"


def test_the_report_is_written_by_our_own_program_and_offers_itself(kept: Standing, tmp_path: Path) -> None:
    shown = look_back(kept)
    shown.export_to(str(tmp_path / "rapport"))
    assert shown.strip.isVisible()
    assert kept.context.actions.refusal("review.report") is not None
    kept.qtbot.waitUntil(lambda: not shown.strip.busy, timeout=60_000)
    assert (tmp_path / "rapport.pdf").read_bytes().startswith(b"%PDF")
    assert shown.strip.told == "Rapport écrit\u00a0: rapport.pdf"
    assert shown.strip.open_report.isVisible()
    assert kept.settings.get("report_folder", "") == str(tmp_path)
    assert kept.context.actions.refusal("review.report") is None


def test_a_rehearsal_is_called_one_above_its_debriefing_and_in_its_report(
    desk: Standing, tmp_path: Path
) -> None:
    with desk.qtbot.waitSignal(desk.bridge.opened):
        desk.bridge.open_new(TILLEUL, Facility("CH du Val", FacilityKind.HOSPITAL), rehearsal=True)
    for command in (c.Begin(), c.End()):
        with desk.qtbot.waitSignal(desk.bridge.told):
            desk.bridge.send(command)
    shown = look_back(desk)
    assert "TILLEUL, débriefing de la répétition" in texts(shown)
    shown.export_to(str(tmp_path / "rapport.pdf"))
    desk.qtbot.waitUntil(lambda: not shown.strip.busy, timeout=60_000)
    assert "elle ne compte pas comme exercice" in read((tmp_path / "rapport.pdf").read_bytes()).text


def test_a_report_that_is_cancelled_leaves_no_file(kept: Standing, tmp_path: Path) -> None:
    shown = look_back(kept)
    shown.export_to(str(tmp_path / "rapport.pdf"))
    shown.strip.cancel.click()
    kept.qtbot.waitUntil(lambda: not shown.strip.busy, timeout=60_000)
    assert shown.strip.told.startswith("Rapport annulé")
    assert not (tmp_path / "rapport.pdf").exists()


def test_a_report_that_cannot_be_written_says_what_to_do_in_place(kept: Standing, tmp_path: Path) -> None:
    shown = look_back(kept)
    shown.export_to(str(tmp_path / "nulle part" / "rapport.pdf"))
    kept.qtbot.waitUntil(lambda: not shown.strip.busy, timeout=60_000)
    assert "rapport.pdf" in shown.strip.told
    assert shown.strip.retry.isVisible()


def test_the_file_is_asked_for_without_stopping_the_window(kept: Standing) -> None:
    shown = look_back(kept)
    kept.context.actions.trigger("review.report")
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert dialog is not None
    kept.context.actions.trigger("review.report")  # a second one would open nothing
    assert shown.asking is not None
    shown.asking.reject()
    kept.qtbot.waitUntil(lambda: shown.asking is None)


def test_without_a_folder_of_documents_the_file_is_asked_for_at_home(
    kept: Standing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    shown = look_back(kept)
    kept.context.actions.trigger("review.report")
    assert shown.asking is not None
    assert Path(shown.asking.directory().absolutePath()) == tmp_path
    shown.asking.reject()
    kept.qtbot.waitUntil(lambda: shown.asking is None)


def test_another_language_is_spoken_at_once(kept: Standing) -> None:
    shown = look_back(kept)
    kept.voice.switch("en")
    assert {"TILLEUL, debriefing", "Nothing is projected", "Moment 1 of 10"} <= set(texts(shown))
    assert shown.report.words() == "After-action report"


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_fits_a_small_laptop_at_any_size_of_text(kept: Standing, language: str, percent: int) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.make("light", percent))
    kept.voice.switch("en" if language == "en" else "fr")
    shown = look_back(kept)
    QTest.qWait(1)
    needs = shown.minimumSizeHint()
    assert needs.width() <= 1366 - theme.px(84)
    assert needs.height() <= 728 - theme.px(28)
    for label in shown.moments.view.findChildren(QLabel):
        if label.wordWrap() and label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())


def test_text_made_larger_while_it_is_looked_at_is_larger_in_tabs_too(kept: Standing) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    table = look_back(kept).frieze.table
    before = table.font().pixelSize()
    theme.apply(application, theme.make("light", 150))
    assert table.font().pixelSize() == round(before * 1.5)


def test_everything_that_takes_focus_has_a_name(kept: Standing) -> None:
    shown = look_back(kept)
    nameless = []
    for widget in shown.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            nameless.append(type(widget).__name__)
    assert nameless == []

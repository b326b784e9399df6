"""An exercise whose database is damaged: the home says so, and goes on from the last copy with one key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from care_desktop.exercise.commands import Begin, Command, End, Suspend
from care_desktop.language import Message
from care_desktop.scenario.scenario import Facility
from care_desktop.session.copies import copies_in
from care_desktop.workspace import recents
from tests.exercise.liseron import LISERON
from tests.session.test_copies import damage
from tests.ui.frame import faults
from tests.ui.home.standing import Standing, standing
from ui.home.notice import Notice
from ui.home.workspace import Workspace

pytestmark = pytest.mark.ui


@pytest.fixture
def home(qtbot: QtBot, tmp_path: Path) -> Iterator[Standing]:
    with standing(qtbot, tmp_path) as made:
        yield made


def played(home: Standing, *commands: Command, agreed: bool = False) -> str:
    """An exercise in which these commands were given, let go of."""
    home.bridge.open_new(LISERON, Facility("A"), agreed=agreed)
    home.qtbot.waitUntil(lambda: home.bridge.followed is not None)
    for command in commands:
        with home.qtbot.waitSignal(home.bridge.told):
            home.bridge.send(command)
    exercise = home.bridge.exercise
    home.bridge.close()
    return exercise


def press(home: Standing, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def refused(home: Standing) -> Notice:
    """The home, where an exercise was to be taken up and could not."""
    home.show(Workspace)
    (notice,) = home.window.findChildren(Notice)
    home.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(home, Qt.Key.Key_Space)
    home.qtbot.waitUntil(lambda: notice.error is not None)
    return notice


def said(notice: Notice) -> str:
    return "\n".join(label.text() for label in notice.findChildren(QLabel))


def test_damage_is_told_and_one_key_goes_on_from_the_copy(home: Standing) -> None:
    exercise = played(home, Begin(), Suspend())
    damage(home.place.database)
    damaged = home.place.database.read_bytes()
    (copy,) = copies_in(home.place.backups)
    kept = copy.path.read_bytes()
    notice = refused(home)
    assert "endommagé" in said(notice)
    assert notice.offer.words().startswith("Reprendre depuis la copie du 24")
    assert notice.offer.hasFocus()
    press(home, Qt.Key.Key_Space)
    home.qtbot.waitUntil(lambda: home.frame.went == ["conduct"])
    assert home.bridge.exercise == exercise
    assert home.bridge.database == home.place.database.with_name("exercises-2.db")
    assert b"LISEROM" in home.place.database.read_bytes()
    assert len(home.place.database.read_bytes()) == len(damaged)
    assert copy.path.read_bytes() == kept


def test_from_then_on_it_is_found_there(home: Standing) -> None:
    exercise = played(home, Begin(), Suspend())
    damage(home.place.database)
    notice = refused(home)
    notice.offer.click()
    home.qtbot.waitUntil(lambda: home.bridge.followed is not None)
    with home.qtbot.waitSignal(home.bridge.told):
        home.bridge.send(End())
    home.bridge.close()
    (entry,) = recents.read(home.place.recents)[0].entries
    assert (entry.exercise, entry.status) == (exercise, "ended")
    assert entry.database == str(home.place.database.with_name("exercises-2.db"))
    home.bridge.resume(exercise)
    home.qtbot.waitUntil(lambda: home.bridge.followed is not None)


def test_where_there_is_no_copy_three_sentences_say_what_to_do(home: Standing) -> None:
    played(home, Begin(), Suspend())
    (copy,) = copies_in(home.place.backups)
    copy.path.unlink()
    damage(home.place.database)
    notice = refused(home)
    assert "Gardez ce fichier" in said(notice)
    assert not notice.offer.isVisible()


def test_a_database_of_a_newer_version_is_told_and_stays_as_it_is(home: Standing) -> None:
    played(home, Begin(), Suspend())
    content = bytearray(home.place.database.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    home.place.database.write_bytes(content)
    notice = refused(home)
    assert "version plus récente" in said(notice)
    assert not notice.offer.isVisible()
    assert home.place.database.read_bytes() == content


def test_once_agreed_new_exercises_are_kept_beside_a_database_that_cannot_be_read(home: Standing) -> None:
    home.place.database.write_bytes(b"no database at all" * 1_000)
    noticed: list[Message] = []
    home.bridge.noticed.connect(noticed.append)
    with home.qtbot.waitSignal(home.bridge.failed):
        home.bridge.open_new(LISERON, Facility("A"))
    assert noticed == []
    for agreed in (True, False):
        played(home, Begin(), End(), agreed=agreed)
    entries = recents.read(home.place.recents)[0].entries
    beside = str(home.place.database.with_name("exercises-2.db"))
    assert [entry.database for entry in entries] == [beside, beside]
    assert beside in home.voice.message(noticed[0])
    assert home.place.database.read_bytes() == b"no database at all" * 1_000


def test_a_rehearsal_counts_nowhere_and_is_not_copied(home: Standing) -> None:
    home.bridge.open_new(LISERON, Facility("A"), rehearsal=True)
    home.qtbot.waitUntil(lambda: home.bridge.followed is not None)
    for command in (Begin(), End()):
        with home.qtbot.waitSignal(home.bridge.told):
            home.bridge.send(command)
    home.bridge.close()
    assert copies_in(home.place.backups) == ()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_offer_has_its_name_and_its_place(home: Standing, language: str) -> None:
    played(home, Begin(), Suspend())
    damage(home.place.database)
    notice = refused(home)
    home.voice.switch("en" if language == "en" else "fr")
    home.qtbot.waitUntil(lambda: QApplication.focusWidget() is notice.offer)
    assert faults.unnamed(notice) == []
    assert faults.cut(notice) == []

"""The preferences: what is chosen is what is in force, however it came to be."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import qVersion

import care_desktop
from care_desktop import paths
from tests.ui.frame.faults import cut, outside
from tests.ui.frame.keys import press
from tests.ui.frame.tour import Tour
from ui import theme
from ui.preferences.workspace import Workspace
from ui.shell import Shell
from ui.widgets.text import Label

pytestmark = pytest.mark.ui

PYSIDE = ("pyside6-essentials==", "shiboken6==")


@pytest.fixture
def preferences(shell: Shell, tour: Tour) -> Workspace:
    tour.go("preferences")
    view = shell.view("preferences")
    assert isinstance(view, Workspace)
    return view


def test_a_size_that_was_taken_by_key_is_the_one_that_is_shown(shell: Shell, preferences: Workspace) -> None:
    press(shell, "Ctrl++")
    assert theme.current().percent == 110
    assert preferences.text_size.value() == "110"


def test_what_it_is_and_its_licences_are_found_by_the_palette_and_name_qt_and_the_lgpl(
    shell: Shell, tour: Tour
) -> None:
    shell.context.actions.trigger("about")
    assert shell.front == "preferences"
    view = shell.view("preferences")
    assert isinstance(view, Workspace)
    assert view.about.licences.hasFocus()
    told = " ".join(label.text() for label in view.about.findChildren(Label))
    for named in (
        care_desktop.__version__,
        qVersion(),
        "Qt for Python",
        "LGPL version 3",
        "MIT",
        "CC BY 4.0",
    ):
        assert named in told
    assert "ni édité ni approuvé par l’État" in told
    tour.look(text_percent=200)
    assert cut(shell) + outside(shell) == []


def test_the_notice_of_qt_names_the_versions_that_are_pinned_and_offers_their_source() -> None:
    folder = paths.licences()
    notice = (folder / "Qt.txt").read_text(encoding="utf-8")
    pinned = (paths.shipped() / "requirements.txt").read_text(encoding="utf-8")
    (version,) = {
        line.partition("==")[2].split()[0] for line in pinned.splitlines() if line.startswith(PYSIDE)
    }
    assert set(re.findall(r"\bv?(6(?:\.\d+)+)", notice)) == {version}
    assert "Written offer." in notice
    assert "Offre écrite." in notice
    assert {"LGPL-3.txt", "GPL-3.txt"} <= {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("percent", theme.PERCENTS)
def test_every_choice_is_whole_at_every_size(
    shell: Shell, tour: Tour, preferences: Workspace, percent: int
) -> None:
    tour.look(text_percent=percent)
    assert preferences.text_size.value() == str(percent)
    assert cut(shell) + outside(shell) == []

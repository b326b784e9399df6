"""The preferences: what is chosen is what is in force, however it came to be."""

from __future__ import annotations

import pytest

from tests.ui.frame.faults import cut, outside
from tests.ui.frame.keys import press
from tests.ui.frame.tour import Tour
from ui import theme
from ui.preferences.workspace import Workspace
from ui.shell import Shell

pytestmark = pytest.mark.ui


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


@pytest.mark.parametrize("percent", theme.PERCENTS)
def test_every_choice_is_whole_at_every_size(
    shell: Shell, tour: Tour, preferences: Workspace, percent: int
) -> None:
    tour.look(text_percent=percent)
    assert preferences.text_size.value() == str(percent)
    assert cut(shell) + outside(shell) == []

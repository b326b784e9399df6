"""A laptop and a projector: the wall fills the projector, survives its cable, covers no console."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui import offscreen
from tests.ui.offscreen import LAPTOP, PROJECTOR

pytestmark = pytest.mark.ui


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return offscreen.steps("tests.ui.room.two_screens", tmp_path_factory.mktemp("screens"))


def test_the_window_fills_the_screen_that_is_not_the_console(steps: dict[str, Any]) -> None:
    assert steps["names"] == ["console", "projecteur"]
    assert steps["opened"] == {
        "open": True,
        "on": "projecteur",
        "full": [True],
        "at": [list(PROJECTOR)],
        "waits_for": "",
    }


def test_unplugged_it_hides_and_waits_for_that_screen_and_no_other(steps: dict[str, Any]) -> None:
    for step in ("unplugged", "another"):
        assert (steps[step]["open"], steps[step]["waits_for"]) == (False, "projecteur")


def test_plugged_in_again_it_is_back_where_it_was(steps: dict[str, Any]) -> None:
    assert steps["back"] == steps["opened"]
    assert steps["told"] == ["lost projecteur", "back projecteur"]


def test_it_goes_to_the_screen_that_is_asked_for(steps: dict[str, Any]) -> None:
    assert (steps["asked"]["at"], steps["asked"]["full"]) == ([list(LAPTOP)], [True])


def test_a_screen_that_is_not_there_makes_it_float(steps: dict[str, Any]) -> None:
    assert (steps["nowhere"]["open"], steps["nowhere"]["full"]) == (True, [False])


def test_closed_by_the_animator_it_comes_back_with_no_screen(steps: dict[str, Any]) -> None:
    assert (steps["closed"]["open"], steps["closed"]["waits_for"]) == (False, "")

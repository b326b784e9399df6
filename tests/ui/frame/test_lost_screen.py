"""The projector's cable: the banner tells of it, offers another place, and goes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui import offscreen

pytestmark = pytest.mark.ui

LOST = "L’écran de salle a été débranché. L’exercice continue et rien n’est perdu."


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return offscreen.steps("tests.ui.frame.cable", tmp_path_factory.mktemp("screens"))


def test_unplugged_the_banner_says_so_and_offers_another_place(steps: dict[str, Any]) -> None:
    assert steps["open"] == ["", "projecteur", False]
    assert steps["unplugged"] == [LOST, "", True]


def test_plugged_in_again_the_banner_goes(steps: dict[str, Any]) -> None:
    assert steps["back"] == ["", "projecteur", False]


def test_opened_elsewhere_the_banner_goes_too(steps: dict[str, Any]) -> None:
    assert steps["elsewhere"] == ["", "projecteur", False]
    assert steps["chosen"] == ["", "console", False]


def test_it_never_takes_the_place_of_what_is_worse(steps: dict[str, Any]) -> None:
    assert steps["in trouble"] == [True, True]

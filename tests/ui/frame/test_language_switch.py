"""Another language at any moment: on no screen is anything left in the one before."""

from __future__ import annotations

import pytest

from care_desktop.language import Language
from tests.ui.frame.spoken import tongue, words, written_in
from tests.ui.frame.tour import Tour

pytestmark = pytest.mark.ui


def foreign(tour: Tour, language: Language) -> list[str]:
    """What is told in the other language than this one."""
    other: Language = "fr" if language == "en" else "en"
    own, strange = tongue(language), tongue(other)
    followed = tour.shell.context.bridge.followed
    authored = frozenset[str]() if followed is None else written_in(followed.index.script, other)
    return [
        text
        for text in sorted(words(tour.shell))
        if text in authored or (strange.says(text) and not own.says(text))
    ]


@pytest.mark.parametrize(("first", "then"), [("fr", "en"), ("en", "fr")])
def test_nothing_is_left_in_the_language_before(tour: Tour, first: Language, then: Language) -> None:
    left: dict[str, list[str]] = {}
    tour.speak(first)
    for stop in tour.stops():
        tour.speak(then)
        found = foreign(tour, then)
        if found:
            left[stop] = found
        tour.speak(first)
    assert left == {}


def test_what_asks_asks_in_the_language_in_force(tour: Tour) -> None:
    tour.begin()
    tour.shell.context.actions.trigger("conduct.end")
    tour.speak("en")
    assert foreign(tour, "en") == []


def test_what_would_be_left_is_found(tour: Tour) -> None:
    tour.go("preferences")
    assert "Réglages" in foreign(tour, "en")
    assert foreign(tour, "fr") == []

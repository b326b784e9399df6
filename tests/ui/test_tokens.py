"""The colours keep the contrasts of the look, in all three schemes."""

from __future__ import annotations

import re

import pytest

from ui.tokens import CONTRAST, DARK, LIGHT, TABLES, Scheme, Tokens

pytestmark = pytest.mark.ui

TEXT, CONTROL = 4.5, 3.0

# Ink and ground, what WCAG needs, then what was measured in the light and in the dark scheme
PAIRS = [
    ("ink", "panel", TEXT, 16.6, 14.4),
    ("ink", "bg", TEXT, 14.5, 16.0),
    ("ink", "accS", TEXT, 13.6, 10.7),
    ("ink2", "panel", TEXT, 8.5, 9.3),
    ("ink2", "bg", TEXT, 7.4, 10.3),
    ("ink2", "rail", TEXT, 6.8, 10.7),
    ("ink2", "accS", TEXT, 7.0, 7.0),
    ("ink3", "panel", TEXT, 6.0, 6.7),
    ("ink3", "bg", TEXT, 5.3, 7.4),
    ("ink3", "accS", TEXT, 5.0, 5.0),
    ("acc", "panel", TEXT, 7.6, 9.8),
    ("acc", "bg", TEXT, 6.7, 10.8),
    ("acc", "accS", TEXT, 6.3, 7.3),
    ("onacc", "acc", TEXT, 7.6, 9.6),
    ("ok", "okS", TEXT, 5.8, 7.8),
    ("ok", "panel", TEXT, 6.8, 9.2),
    ("warn", "warnS", TEXT, 5.8, 8.1),
    ("warn", "panel", TEXT, 6.7, 9.7),
    ("stop", "stopS", TEXT, 6.2, 7.7),
    ("stop", "panel", TEXT, 7.5, 8.6),
    ("work", "workS", TEXT, 6.1, 8.0),
    ("work", "panel", TEXT, 7.3, 9.1),
    ("idle", "idleS", TEXT, 5.1, 5.7),
    ("ctl", "panel", CONTROL, 4.0, 4.7),
    ("ctl", "bg", CONTROL, 3.5, 5.2),
    ("ctl", "accS", CONTROL, 3.3, 3.5),
    ("focus", "panel", CONTROL, 7.6, 9.8),
    ("focus", "bg", CONTROL, 6.7, 10.8),
    ("sink", "stage", TEXT, 15.4, 18.6),
    ("sink2", "stage", TEXT, 9.3, 11.2),
    ("go", "stage", TEXT, 10.9, 13.1),
    ("stageWarn", "stage", TEXT, 9.6, 11.5),
    ("sink", "stage2", TEXT, 12.2, 15.5),
    ("sink2", "stage2", TEXT, 7.3, 9.3),
    ("goInk", "go", TEXT, 10.9, 10.9),
    ("stageCtl", "stage", CONTROL, 4.8, 5.8),
    ("stageCtl", "stage2", CONTROL, 3.8, 4.8),
]
# What the shared controls put together beyond the table of the look
DRAWN = [
    ("ink", "sunk", TEXT),
    ("ink2", "sunk", TEXT),
    ("ink3", "sunk", TEXT),
    ("ink", "hover", TEXT),
    ("acc", "hover", TEXT),
    ("onacc", "accH", TEXT),
    ("panel", "ink", TEXT),
    ("sink", "stageL", TEXT),
    ("sink2", "stage", TEXT),
]


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, ground: str) -> float:
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def of(tokens: Tokens, ink: str, ground: str) -> float:
    return contrast(getattr(tokens, ink), getattr(tokens, ground))


@pytest.mark.parametrize("scheme", list(TABLES))
def test_every_pair_of_ink_and_ground_can_be_read(scheme: Scheme) -> None:
    pairs = [(ink, ground, needed) for ink, ground, needed, _, _ in PAIRS] + DRAWN
    # In high contrast the style sheet hovers a button of the band on another ground
    faint = [(ink, ground) for ink, ground, needed in pairs if of(TABLES[scheme], ink, ground) < needed]
    assert faint == ([("sink", "stageL")] if scheme == "contrast" else [])


@pytest.mark.parametrize(("ink", "ground", "_needed", "light", "dark"), PAIRS)
def test_the_contrasts_are_those_that_the_look_measured(
    ink: str, ground: str, _needed: float, light: float, dark: float
) -> None:
    assert of(LIGHT, ink, ground) == pytest.approx(light, abs=0.06)
    assert of(DARK, ink, ground) == pytest.approx(dark, abs=0.06)


@pytest.mark.parametrize(
    ("pair", "at_least"),
    [(("ink", "panel"), 21), (("ink", "accS"), 13.9), (("acc", "panel"), 15.4), (("focus", "bg"), 16.6)],
)
def test_high_contrast_is_high(pair: tuple[str, str], at_least: float) -> None:
    assert of(CONTRAST, *pair) > at_least - 0.06


def test_the_measure_knows_black_white_and_nothing_between() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("scheme", list(TABLES))
def test_every_token_is_a_colour(scheme: Scheme) -> None:
    assert [value for value in TABLES[scheme] if not re.fullmatch(r"#[0-9A-F]{6}", value)] == []

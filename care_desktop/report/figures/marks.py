"""The marks of decisions and the states of services, the same in all figures and their keys."""

from __future__ import annotations

from care_desktop.report.figures.pen import INK, PAPER, REGULAR, SIZE, Pen, measured
from care_desktop.report.plots import Held, Sign, Signs
from care_desktop.scenario.conditions import ServiceLevel


def sign(pen: Pen, kind: Sign, x: float, y: float, size: float = 3.6) -> None:
    """The mark of a decision, centred."""
    if kind is Sign.ASKED:
        pen.disc(x, y, size)
    elif kind is Sign.ANTICIPATED:
        pen.shape(((x - size, y + size * 0.85), (x + size, y + size * 0.85), (x, y - size)))
    elif kind is Sign.SPONTANEOUS:
        reach = size * 1.15
        pen.shape(((x - reach, y), (x, y + reach), (x + reach, y), (x, y - reach)), PAPER, 1.1)
    else:
        pen.disc(x, y, size, PAPER, 1.2)


def level(pen: Pen, level: ServiceLevel, x: float, y: float, size: tuple[float, float]) -> None:
    """A stretch of a service's bar: white, hatched or black."""
    width, height = size
    if level is ServiceLevel.DOWN:
        pen.box(x, y, width, height, INK, 0.5)
        return
    pen.box(x, y, width, height, PAPER)
    if level is ServiceLevel.DEGRADED:
        pen.hatch(x, y, width, height)
    pen.box(x, y, width, height, None, 0.5)


def bar(pen: Pen, spans: tuple[tuple[float, float, Held], ...], y: float, height: float) -> None:
    """A service over time: (left, right, what it was)."""
    for left, right, held in spans:
        if right > left:
            level(pen, held.level, left, y, (right - left, height))


def states_key(
    words: Signs,
) -> tuple[tuple[ServiceLevel, str], ...]:
    """The three states and their words, in order."""
    return (
        (ServiceLevel.NOMINAL, words.nominal),
        (ServiceLevel.DEGRADED, words.degraded),
        (ServiceLevel.DOWN, words.down),
    )


def signs_key(words: Signs) -> tuple[tuple[Sign, str], ...]:
    """The four marks of decisions and their words."""
    return (
        (Sign.ASKED, words.asked),
        (Sign.ANTICIPATED, words.anticipated),
        (Sign.SPONTANEOUS, words.spontaneous),
        (Sign.OPEN, words.open),
    )


def key_of_signs(pen: Pen, words: Signs, x: float, y: float, size: float = SIZE) -> float:
    """Write the key of the marks on a baseline; where it ends."""
    for kind, word in signs_key(words):
        sign(pen, kind, x + 4, y - size * 0.32, 3.2)
        pen.text(x + 11, y, word, REGULAR, size)
        x += 11 + measured(word, REGULAR, size) + 11
    return x


def key_of_states(pen: Pen, words: Signs, x: float, y: float, size: float = SIZE) -> float:
    """Write the key of the states on a baseline; where it ends."""
    for state, word in states_key(words):
        level(pen, state, x, y - size * 0.8, (15, size * 0.9))
        pen.text(x + 19, y, word, REGULAR, size)
        x += 19 + measured(word, REGULAR, size) + 11
    return x


def width_of_keys(words: Signs, size: float = SIZE) -> tuple[float, float]:
    """How wide the two keys are."""
    signs = sum(22 + measured(word, REGULAR, size) for _, word in signs_key(words))
    states = sum(30 + measured(word, REGULAR, size) for _, word in states_key(words))
    return signs, states

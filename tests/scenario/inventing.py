"""Scenarios that nobody would write, made from the shapes of the language."""

from __future__ import annotations

from typing import cast

from hypothesis import strategies as st
from msgspec import Struct

from care_desktop.scenario.characters import UNWANTED
from care_desktop.scenario.conditions import All, Any, IndicatorReaches, Not, NotDoneBy
from care_desktop.scenario.scenario import Facility, Scenario
from care_desktop.scenario.shapes import (
    Choice,
    Duration,
    Inside,
    Line,
    Moment,
    MomentOrStretch,
    Name,
    OneOf,
    Part,
    Parts,
    Several,
    Shape,
    StoryMoment,
    Stretch,
    Table,
    Truth,
    Whole,
    Words,
    fields_of,
)
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import PlayMs, Span, StoryMs

_AWKWARD = (
    *(
        "no",
        "12:30",
        "2024-02-01",
        "null",
        "~",
        "- a",
        "? a",
        "a: b",
        "a:",
        "# a",
        "a # b",
        "{beds} lits",
        "[a]",
    ),
    *(
        "'",
        '"',
        "«\u00a0Quoi\u00a0»\u202f?",
        "a\nb",
        "a\n\n b\n  c",
        " a",
        "a ",
        "a\n",
        "\n",
        "a\tb",
        "\\",
        "%a",
    ),
    *(
        "@a",
        "`a",
        "|",
        ">",
        "---",
        "&a",
        "*a",
        "!a",
        "a\u00a0: b",
        "mot " * 60,
        "a  b " * 40 + "c",
        "🏥 é",
        ", a",
    ),
    *("a,b: {c}", "0x1f", "1e3", "=", "<<", "a\n  \nb", "mot " * 60 + "fin", "a" * 200),
)
# What reading lets through: no control character, nothing that changes the direction of writing
_LETTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs"),
    include_characters="\n\t",
).filter(lambda letter: letter in "\n\t" or not UNWANTED.match(letter))
WORDS = st.sampled_from(_AWKWARD) | st.text(_LETTERS, max_size=150)
NAMES = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,6}", fullmatch=True).filter(lambda name: name != "note")
_TIMES = st.integers(0, 10**9)
_SPANS = st.builds(lambda ms: Span(play=PlayMs(ms)), _TIMES) | st.builds(
    lambda ms: Span(story=StoryMs(ms)), _TIMES
)
_MOMENTS = st.builds(lambda ms: Span(play=PlayMs(ms)), st.integers(0, 3 * 10**8)) | st.builds(
    lambda ms: Span(story=StoryMs(ms)), st.integers(-(10**9), 10**9)
)


_SINGLE: dict[type[Shape], st.SearchStrategy[object]] = {
    Line: WORDS,
    Name: NAMES,
    Whole: st.integers(-(10**6), 10**6),
    Truth: st.booleans(),
    StoryMoment: st.integers(-(10**9), 10**9),
    Duration: _TIMES,
    Moment: _MOMENTS,
    Stretch: _SPANS,
    MomentOrStretch: _SPANS,
    Words: st.builds(Text, WORDS, st.none() | WORDS),
}
_NESTING = (All, Any, Not, NotDoneBy)


def scenarios() -> st.SearchStrategy[Scenario]:
    return cast("st.SearchStrategy[Scenario]", struct(Scenario, 7))


def facilities() -> st.SearchStrategy[Facility]:
    return cast("st.SearchStrategy[Facility]", struct(Facility, 4))


@st.composite
def struct(draw: st.DrawFn, cls: type[Struct], depth: int) -> Struct:
    """One of a class: what is required, and some of the rest."""
    given: dict[str, object] = {}
    for field in fields_of(cls):
        if field.name == "format":
            continue
        if field.required or (depth > 0 and draw(st.booleans())):
            given[field.name] = draw(of(field.shape, depth - 1))
    if cls is IndicatorReaches:
        given = {
            "indicator": given["indicator"],
            draw(st.sampled_from(("at_least", "at_most"))): draw(st.integers(-9, 9)),
        }
    if cls is NotDoneBy:
        given["by"] = draw(_SPANS if given.get("after") is not None else _MOMENTS)
    return cls(**given)


def of(shape: Shape, depth: int) -> st.SearchStrategy[object]:
    """Values of a shape."""
    if type(shape) in _SINGLE:
        return _SINGLE[type(shape)]
    match shape:
        case Choice(names):
            return st.sampled_from(list(names.values()))
        case Inside(cls):
            return struct(cls, depth)
        case Parts(cls):
            return st.lists(struct(cls, depth), max_size=2, unique_by=name_of).map(tuple)
        case OneOf(kinds):
            flat = [cls for cls in kinds.values() if depth > 0 or cls not in _NESTING]
            return st.sampled_from(flat).flatmap(lambda cls: struct(cls, depth))
        case Several(inner):
            return st.lists(of(inner, depth), max_size=2).map(tuple)
        case Table(inner):
            return st.dictionaries(NAMES, of(inner, depth), max_size=2)
        case _:
            raise TypeError(shape)


def name_of(part: Struct) -> str:
    return cast("Part", part).id

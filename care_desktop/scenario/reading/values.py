"""Single values: text until here, then what their shape asks for, or a finding."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, TypeVar

from care_desktop.scenario import written_time
from care_desktop.scenario.findings import NONE, Params
from care_desktop.scenario.reading.nodes import Mapping, Node, Scalar, Sequence
from care_desktop.scenario.reading.trouble import Trouble
from care_desktop.scenario.shapes import Choice, Duration, Line, Name, Shape, StoryMoment, Truth, Whole
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import PlayMs, Span, StoryMs


class Unfit:
    """What stands for a value that could not be read; a finding says why."""


UNFIT: Final = Unfit()

Value = TypeVar("Value")

# ``note`` is the key of a remark wherever a map stands
NAME = re.compile(r"(?!note$)[a-z0-9][a-z0-9_-]{0,63}")
NUMBER = re.compile(r"[+-]?\d{1,12}", re.ASCII)
_TRUTH = {"true": True, "false": False}
LANGUAGES = ("fr", "en")


def single(shape: Shape, node: Node, trouble: Trouble) -> object:
    """The value of a shape that is written as one scalar."""
    if not isinstance(node, Scalar):
        return _report(trouble, node, "finding.value_expected")
    match shape:
        case Name():
            return _name(node, trouble)
        case Line():
            return node.text
        case Choice(names):
            return _choice(names, node, trouble)
        case Truth():
            return _read(_TRUTH.get(node.value), node, trouble, "finding.truth")
        case Whole():
            number = int(node.value) if NUMBER.fullmatch(node.value) else None
            return _read(number, node, trouble, "finding.whole_number")
        case StoryMoment():
            return _read(written_time.story_moment(node.value), node, trouble, "finding.story_moment")
        case Duration():
            return _read(written_time.duration(node.value), node, trouble, "finding.duration")
        case _:
            return moment(node, trouble)


def words(node: Node, trouble: Trouble) -> Text | Unfit:
    """An authored text: French alone, or a map of the two languages."""
    if isinstance(node, Scalar):
        return Text(node.text)
    if isinstance(node, Sequence):
        return _report(trouble, node, "finding.value_expected")
    said: dict[str, str] = {}
    for key, value in node.items:
        if key.value not in LANGUAGES:
            if isinstance(value, Scalar) and value.empty:
                # Braces around one word are a map to YAML, a variable to whoever wrote them
                trouble.add("finding.begins_with_variable", node.line, node.column)
                return UNFIT
            unknown_key(key, LANGUAGES, trouble)
        elif isinstance(value, Scalar):
            if not value.empty:
                said[key.value] = value.text
        elif isinstance(value, Mapping) and value.items and _is_bare_variable(value):
            trouble.add("finding.begins_with_variable", value.line, value.column)
        else:
            trouble.add("finding.value_expected", value.line, value.column)
    if "fr" not in said:
        return _report(trouble, node, "finding.missing_key", {"key": "fr"})
    return Text(said["fr"], said.get("en"))


def moment(node: Scalar, trouble: Trouble) -> Span | Unfit:
    """A moment of either line."""
    if (story := written_time.story_moment(node.value)) is not None:
        return Span(story=StoryMs(story))
    if (play := written_time.play_moment(node.value)) is not None:
        return Span(play=PlayMs(play))
    return _report(trouble, node, "finding.moment", {"value": node.value})


def stretch(node: Node, trouble: Trouble) -> Span | Unfit:
    """A duration on one of the two lines: a map of one key."""
    if (
        not isinstance(node, Mapping)
        or len(node.items) != 1
        or node.items[0][0].value not in ("play", "story")
    ):
        return _report(trouble, node, "finding.stretch")
    key, value = node.items[0]
    ms = single(Duration(), value, trouble)
    if not isinstance(ms, int):
        return UNFIT
    return Span(play=PlayMs(ms)) if key.value == "play" else Span(story=StoryMs(ms))


def unknown_key(key: Scalar, known: Collection[str], trouble: Trouble) -> None:
    """Report a key that means nothing here, and which one may have been meant."""
    params = {"key": key.value, "known": ", ".join(sorted(known))}
    trouble.add("finding.unknown_key", key.line, key.column, params, (key.value, known))


def _name(node: Scalar, trouble: Trouble) -> str | Unfit:
    name = node.value if NAME.fullmatch(node.value) else None
    return _read(name, node, trouble, "finding.identifier")


def _choice(names: dict[str, Value], node: Scalar, trouble: Trouble) -> Value | Unfit:
    if node.value in names:
        return names[node.value]
    params = {"value": node.value, "known": ", ".join(names)}
    trouble.add("finding.choice", node.line, node.column, params, (node.value, names))
    return UNFIT


def _read(value: Value | None, node: Scalar, trouble: Trouble, what: str) -> Value | Unfit:
    return value if value is not None else _report(trouble, node, what, {"value": node.value})


def _report(trouble: Trouble, node: Node, what: str, params: Params = NONE) -> Unfit:
    trouble.add(what, node.line, node.column, params)
    return UNFIT


def _is_bare_variable(node: Mapping) -> bool:
    return all(isinstance(value, Scalar) and value.empty for _, value in node.items)

"""The canonical form of a scenario or a facility: one way to write each, defaults left out."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import cast

from msgspec import Struct

from care_desktop.scenario import layout, written_time
from care_desktop.scenario.conditions import NotDoneBy
from care_desktop.scenario.layout import Plain, Spread, Tree
from care_desktop.scenario.scenario import Facility, Scenario
from care_desktop.scenario.shapes import (
    NEEDS,
    NOTE,
    Choice,
    Duration,
    Inside,
    Line,
    Moment,
    MomentOrStretch,
    OneOf,
    Part,
    Parts,
    Several,
    Shape,
    StoryMoment,
    Stretch,
    Table,
    Words,
    fields_of,
    has_needs,
    is_document,
    needed_by,
    shorthand,
    written_name,
)
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import Span


def write(scenario: Scenario) -> bytes:
    """The canonical text; reading it gives an equal scenario again."""
    return _Writing(scenario.notes, scenario.needs).document(scenario)


def write_facility(facility: Facility) -> bytes:
    """The canonical text of a facility."""
    return _Writing(facility.notes, {}).document(facility)


class _Writing:
    """Makes trees of keys and values out of the structs; ``layout`` puts them on lines."""

    def __init__(self, notes: dict[str, str], needs: dict[str, tuple[str, ...]]) -> None:
        self._notes = notes
        self._needs = needs
        self._path: list[str] = []

    def document(self, part: Struct) -> bytes:
        """The whole; a remark on all of it stands near the top, where it is seen."""
        tree = self._map(part)
        head = {key: tree.pop(key) for key in ("format", "id", "name", NOTE) if key in tree}
        return layout.document({**head, **tree})

    def _map(self, part: Struct) -> dict[str, Tree]:
        cls = type(part)
        tree: dict[str, Tree] = {}
        for field in fields_of(cls):
            value = getattr(part, field.name)
            if value is None or (not field.required and value == field.default):
                continue
            if field.name != "id" or is_document(cls):
                tree[field.key] = self._at(field.key, field.shape, value, part)
        if has_needs(cls) and (needs := self._needs.get(needed_by(cls, self._path))):
            tree[NEEDS] = [Plain(service) for service in needs]
        return self._noted(tree)

    def _at(self, key: str, shape: Shape, value: object, holder: Struct | None = None) -> Tree:
        self._path.append(key)
        if isinstance(shape, MomentOrStretch):
            shape = Stretch() if cast("NotDoneBy", holder).after is not None else Moment()
        tree = self._value(shape, value)
        self._path.pop()
        return tree

    def _value(self, shape: Shape, value: object) -> Tree:
        match shape:
            case Words():
                return _words(cast("Text", value))
            case Line():
                return cast("str", value)
            case Several(of):
                items = enumerate(cast("Iterable[object]", value))
                return [self._at(str(number), of, item) for number, item in items]
            case Parts():
                parts = cast("Iterable[Part]", value)
                return Spread(self._noted({part.id: self._part(part) for part in parts}))
            case Table(of):
                table = cast("dict[str, object]", value)
                return Spread(self._noted({key: self._at(key, of, item) for key, item in table.items()}))
            case Stretch():
                return _stretch(cast("Span", value))
            case Inside() | OneOf():
                return self._inside(cast("Struct", value))
            case _:
                return Plain(_scalar(shape, value))

    def _part(self, part: Part) -> Tree:
        self._path.append(part.id)
        tree = self._map(part)
        self._path.pop()
        return Spread(tree)

    def _inside(self, part: Struct) -> Tree:
        tree = self._map(part)
        alone = shorthand(type(part))
        if alone is not None and tree.keys() == {alone.key} and not isinstance(tree[alone.key], dict):
            return tree[alone.key]
        return tree

    def _noted(self, tree: dict[str, Tree]) -> dict[str, Tree]:
        note = self._notes.get(".".join(self._path))
        return tree if note is None else {**tree, NOTE: note}


def _scalar(shape: Shape, value: object) -> str:
    match shape:
        case Choice():
            return written_name(cast("Enum", value))
        case StoryMoment():
            return written_time.write_story_moment(cast("int", value))
        case Duration():
            return written_time.write_duration(cast("int", value))
        case Moment():
            span = cast("Span", value)
            write_one = (
                written_time.write_story_moment if span.play is None else written_time.write_play_moment
            )
            return write_one(span.ms)
        case _:
            return str(value).lower() if isinstance(value, bool) else str(value)


def _stretch(span: Span) -> dict[str, Tree]:
    line = "story" if span.play is None else "play"
    return {line: Plain(written_time.write_duration(span.ms))}


def _words(text: Text) -> Tree:
    return text.fr if text.en is None else {"fr": text.fr, "en": text.en}

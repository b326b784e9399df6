"""The JSON Schema (2020-12) of a file, made of the very shapes and patterns that the reader goes by.

It is for editors: they complete keys and underline what is mistyped. What it lets through is not all right
yet; ``check`` alone knows identifiers that lead nowhere, and what follows from several keys together. A value
without quotes may look like a number or a truth to an editor, where the reader takes every value for text.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from msgspec import Struct

from care_desktop.scenario.reading.values import LANGUAGES, NAME, NUMBER
from care_desktop.scenario.scenario import FORMAT
from care_desktop.scenario.shapes import (
    NEEDS,
    NOTE,
    Choice,
    Duration,
    Field,
    Inside,
    Line,
    Moment,
    MomentOrStretch,
    Name,
    OneOf,
    Parts,
    Several,
    Shape,
    StoryMoment,
    Stretch,
    Table,
    Truth,
    Whole,
    Words,
    fields_by_key,
    fields_of,
    has_needs,
    shorthand,
)
from care_desktop.scenario.written_time import DURATION, PLAY_MOMENT, STORY_MOMENT

Schema: TypeAlias = dict[str, object]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_SCALAR: Schema = {"type": ["string", "number", "boolean"]}


def schema(cls: type[Struct]) -> Schema:
    """The schema of a file that holds one of a class: ``Scenario`` or ``Facility``."""
    definitions = _Definitions()
    root = definitions.body(cls)
    return {"$schema": DIALECT, "title": cls.__name__, **root, "$defs": definitions.found}


class _Definitions:
    """The structs that a file is made of, each described once under its name."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

    def body(self, cls: type[Struct]) -> Schema:
        fields = fields_by_key(cls)
        properties = {key: self._property(field) for key, field in fields.items()}
        properties[NOTE] = _SCALAR
        if has_needs(cls):
            properties[NEEDS] = _or_nothing({"type": "array", "items": _pattern(NAME)})
        return {
            "type": "object",
            "properties": properties,
            "required": [field.key for field in fields_of(cls) if field.required and field.key in fields],
            "additionalProperties": False,
        }

    def _property(self, field: Field) -> Schema:
        if field.name == "format":
            return {"enum": [*range(1, FORMAT + 1), *(str(one) for one in range(1, FORMAT + 1))]}
        found = self._of(field.shape)
        return found if field.required else _or_nothing(found)

    def _of(self, shape: Shape) -> Schema:
        match shape:
            case Parts(cls):
                # A part of which all is left to its defaults has nothing behind its identifier
                bare = not any(field.required and field.name != "id" for field in fields_of(cls))
                part = self._reference(cls)
                return _map(_or_nothing(part) if bare else part)
            case Table(of):
                return _map(self._of(of))
            case Several(of):
                return {"type": "array", "items": self._of(of)}
            case Inside(cls):
                alone = shorthand(cls)
                whole = self._reference(cls)
                return whole if alone is None else {"anyOf": [self._of(alone.shape), whole]}
            case OneOf(kinds):
                return {"anyOf": [self._reference(cls) for cls in kinds.values()]}
            case _:
                return _single(shape)

    def _reference(self, cls: type[Struct]) -> Schema:
        if cls.__name__ not in self.found:
            self.found[cls.__name__] = {}  # conditions hold conditions
            self.found[cls.__name__] = self.body(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}


def _single(shape: Shape) -> Schema:
    moment: Schema = {"anyOf": [_pattern(STORY_MOMENT), _pattern(PLAY_MOMENT)]}
    match shape:
        case Words():
            both = {"type": "object", "properties": dict.fromkeys(LANGUAGES, _SCALAR)}
            return {"anyOf": [_SCALAR, {**both, "required": ["fr"], "additionalProperties": False}]}
        case Line():
            return _SCALAR
        case Name():
            return {"anyOf": [_pattern(NAME), {"type": "integer", "minimum": 0}]}
        case Whole():
            return {"anyOf": [{"type": "integer"}, _pattern(NUMBER)]}
        case Truth():
            return {"enum": [True, False, "true", "false"]}
        case Choice(names):
            # A choice that an editor takes for a truth: reliability is one of true, false, outdated
            also = [name == "true" for name in names if name in ("true", "false")]
            return {"enum": [*names, *also]}
        case StoryMoment():
            return _pattern(STORY_MOMENT)
        case Duration():
            return _pattern(DURATION)
        case Moment():
            return moment
        case MomentOrStretch():
            return {"anyOf": [moment, _STRETCH]}
        case Stretch():
            return _STRETCH
        case _:
            raise TypeError(f"no schema for {shape!r}")


def _pattern(written: re.Pattern[str]) -> Schema:
    """A string that is written so, in the expressions that JSON Schema shares with JavaScript."""
    return {"type": "string", "pattern": f"^(?:{_NAMED_GROUP.sub('(?:', written.pattern)})$"}


_STRETCH: Final[Schema] = {
    "type": "object",
    "properties": {"play": _pattern(DURATION), "story": _pattern(DURATION)},
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": False,
}


def _map(value: Schema) -> Schema:
    """A map from identifiers, and a remark on all of it."""
    names = {"anyOf": [_pattern(NAME), {"const": NOTE}]}
    return {
        "type": "object",
        "properties": {NOTE: _SCALAR},
        "propertyNames": names,
        "additionalProperties": value,
    }


def _or_nothing(value: Schema) -> Schema:
    """A key with nothing after it counts as not written."""
    return {"anyOf": [value, {"type": "null"}]}

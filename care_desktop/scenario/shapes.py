"""How each field of the written form looks in a file, told by the annotations of the structs themselves.

Reader, writer, checks and staging all go by these shapes, so that a new field of a struct is read, written,
checked for dangling identifiers and staged without another line.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct, structs

from care_desktop.scenario.effects import StartDuty
from care_desktop.scenario.ids import Refers
from care_desktop.scenario.scenario import Facility, Scenario
from care_desktop.scenario.script import Option, Service
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import PlayMs, Span, StoryMs


class Words(Struct, frozen=True):
    """An authored text, in one language or two."""


class Line(Struct, frozen=True):
    """A string in one language."""


class Name(Struct, frozen=True):
    """The identifier of a part, or (``part`` is None) what names this one."""

    part: str | None = None


class Whole(Struct, frozen=True):
    """A whole number."""


class Truth(Struct, frozen=True):
    """Yes or no."""


class Choice(Struct, frozen=True):
    """One of the values of an enumeration, which may be written ``names``."""

    names: dict[str, Enum]


class StoryMoment(Struct, frozen=True):
    """A moment of the story: ``J+0 02:05``."""


class Duration(Struct, frozen=True):
    """A duration on the one line that the field is on: ``10 min``."""


class Moment(Struct, frozen=True):
    """A moment of either line: ``J+0 02:05``, ``T+0:45``."""


class Stretch(Struct, frozen=True):
    """A duration on either line: ``{play: 10 min}``."""


class MomentOrStretch(Struct, frozen=True):
    """A moment of either line, or a duration where it counts from something."""


class Inside(Struct, frozen=True):
    """A struct as a map of its fields."""

    cls: type[Struct]


class Parts(Struct, frozen=True):
    """Structs with an identifier, as a map of these identifiers in document order."""

    cls: type[Struct]


class OneOf(Struct, frozen=True):
    """A condition or an effect: the key that says which one stands for its first field."""

    kinds: dict[str, type[Struct]]


class Several(Struct, frozen=True):
    """A list."""

    of: Shape


class Table(Struct, frozen=True):
    """A map from identifiers to values."""

    of: Shape


class Part(Struct, frozen=True):
    """What every part of a collection has."""

    id: str


Shape = (
    Words
    | Line
    | Name
    | Whole
    | Truth
    | Choice
    | StoryMoment
    | Duration
    | Moment
    | Stretch
    | MomentOrStretch
    | Inside
    | Parts
    | OneOf
    | Several
    | Table
)


class Field(Struct, frozen=True):
    """A field of a struct: the key it is written under, its name, its shape, its default."""

    key: str
    name: str
    shape: Shape
    required: bool
    default: object


NOTE = "note"
NEEDS = "needs"

# Kept beside the parts that say it, or said by staging alone: no keys of the file
_NOT_WRITTEN = {(Scenario, "needs"), (Scenario, "notes"), (Facility, "notes"), (Service, "defaults")}
_MOMENTS = frozenset({"at", "starts", "since"})
_TAGS: dict[type[Struct], str] = {StartDuty: "start_duty"}
_SIMPLE: dict[object, Shape] = {Text: Words(), str: Line(), int: Whole(), bool: Truth()}


def kind_of(cls: type[Struct]) -> str:
    """What identifiers of this class refer to, and what dropped parts are called by: ``inject``."""
    return cls.__name__.lower()


def key_of(cls: type[Struct]) -> str:
    """The key that says which condition or effect it is."""
    return _TAGS.get(cls) or str(cls.__struct_config__.tag)


@cache
def fields_of(cls: type[Struct]) -> tuple[Field, ...]:
    """The fields that are written in a file, in the order of the struct; a document says its format first."""
    found = []
    for number, field in enumerate(structs.fields(cls)):
        name = field.name
        if (cls, name) in _NOT_WRITTEN:
            continue
        key = key_of(cls) if number == 0 and cls.__struct_config__.tag is not None else name
        default = field.default
        if default is NODEFAULT and field.default_factory is not NODEFAULT:
            default = field.default_factory()
        required = field.required or name == "format"
        found.append(Field(key, name, _shape(field.type, name), required, default))
    return tuple(sorted(found, key=lambda field: field.name != "format"))


@cache
def fields_by_key(cls: type[Struct]) -> dict[str, Field]:
    """The fields of a map by their keys; the identifier of a part is no key of its map."""
    return {field.key: field for field in fields_of(cls) if field.name != "id" or is_document(cls)}


@cache
def is_document(cls: type[Struct]) -> bool:
    """Whether a file is one of these: it says its format."""
    return "format" in cls.__struct_fields__


@cache
def shorthand(cls: type[Struct]) -> Field | None:
    """The field that can stand alone for the whole: ``network`` for ``{service: network}``."""
    first, *others = fields_of(cls)
    if cls.__struct_config__.tag is not None or any(field.required for field in others):
        return None
    return first if first.required and isinstance(first.shape, Name | Line | Words) else None


@cache
def has_needs(cls: type[Struct]) -> bool:
    """Whether a part may name the services that it makes no sense without."""
    return cls is Option or (cls in _top_parts() and NEEDS not in cls.__struct_fields__)


def needed_by(cls: type[Struct], path: Sequence[str]) -> str:
    """The part at a path as ``Scenario.needs`` calls it: ``inject.samu``, ``option.divert.keep``."""
    return ".".join((kind_of(cls), *path[1::2]))


@cache
def _top_parts() -> frozenset[type[Struct]]:
    return frozenset(field.shape.cls for field in fields_of(Scenario) if isinstance(field.shape, Parts))


def _shape(annotation: object, name: str) -> Shape:
    """The shape of a value of this type in a field of this name."""
    if (simple := _SIMPLE.get(annotation)) is not None:
        return Name() if name == "id" else simple
    if annotation in (PlayMs, StoryMs):
        return StoryMoment() if annotation is StoryMs and name in _MOMENTS else Duration()
    if annotation is Span:
        return Moment() if name in _MOMENTS else MomentOrStretch() if name == "by" else Stretch()
    if isinstance(annotation, type):
        if issubclass(annotation, Enum):
            return Choice({written_name(member): member for member in annotation})
        if issubclass(annotation, Struct):
            return Inside(annotation)
    return _composed(annotation, name)


def _composed(annotation: object, name: str) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        refers = next(one for one in arguments if isinstance(one, Refers))
        return Name(None if name == "id" else refers.part)
    if origin is tuple:
        item = arguments[0]
        if isinstance(item, type) and issubclass(item, Struct) and "id" in item.__struct_fields__:
            return Parts(item)
        return Several(_shape(item, name))
    if origin is dict:
        return Table(_shape(arguments[1], name))
    if origin in (Union, UnionType):
        present = [one for one in arguments if one is not type(None)]
        return _shape(present[0], name) if len(present) == 1 else OneOf({key_of(one): one for one in present})
    raise TypeError(f"no written form for {annotation!r}")


def written_name(member: Enum) -> str:
    """A member of an enumeration as it is written: its value, or its name where that is a number."""
    return member.value if isinstance(member.value, str) else member.name.lower()

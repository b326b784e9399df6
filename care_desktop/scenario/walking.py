"""Through every field of a scenario: what its parts are called, what they point at, what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from msgspec import Struct

from care_desktop.scenario.shapes import (
    Field,
    Inside,
    Name,
    OneOf,
    Part,
    Parts,
    Several,
    Shape,
    Words,
    fields_of,
    kind_of,
)
from care_desktop.scenario.text import Text

VARIABLE = re.compile(r"\{([a-z0-9][a-z0-9_-]*)\}")

PartKey = tuple[str, str]
"""A kind and an identifier, those of nested parts behind their part's: ``("option", "divert.keep")``."""


class Seen(NamedTuple):
    """A field that says something, the struct it is in, the part of a collection around both."""

    path: tuple[str, ...]
    holder: Struct
    part: Part | None
    field: Field
    value: object


class Reference(NamedTuple):
    """An identifier that points at a part."""

    path: tuple[str, ...]
    to: PartKey
    seen: Seen


def walk(document: Struct) -> list[Seen]:
    """Every field of every struct in it that is not left to its default, in document order."""
    found: list[Seen] = []
    _walk(document, (), None, found)
    return found


def _walk(holder: Struct, path: tuple[str, ...], part: Part | None, found: list[Seen]) -> None:
    for field in fields_of(type(holder)):
        value = getattr(holder, field.name)
        if value is field.default or value is None:
            continue
        here = (*path, field.key)
        found.append(Seen(here, holder, part, field, value))
        _into(field.shape, value, here, part, found)


def _into(shape: Shape, value: object, path: tuple[str, ...], part: Part | None, found: list[Seen]) -> None:
    match shape:
        case Parts():
            for item in cast("tuple[Part, ...]", value):
                _walk(item, (*path, item.id), part or item, found)
        case Inside() | OneOf():
            _walk(cast("Struct", value), path, part, found)
        case Several(Inside() | OneOf() as of):
            for number, inner in enumerate(cast("tuple[object, ...]", value)):
                _into(of, inner, (*path, str(number)), part, found)
        case _:
            pass


def defined(seen: list[Seen]) -> dict[PartKey, tuple[str, ...]]:
    """Every part by its kind and identifier, with its path."""
    found: dict[PartKey, tuple[str, ...]] = {}
    for one in seen:
        if isinstance(one.field.shape, Parts):
            for item in cast("tuple[Part, ...]", one.value):
                found.setdefault(key_of_part(item, one.part), (*one.path, item.id))
    return found


def key_of_part(item: Part, around: Part | None) -> PartKey:
    """What a part is called."""
    return kind_of(type(item)), item.id if around is None else f"{around.id}.{item.id}"


def references(seen: list[Seen]) -> Iterator[Reference]:
    """Everything that points at a part."""
    for one in seen:
        match one.field.shape:
            case Name(str(kind)):
                yield Reference(one.path, target(kind, str(one.value), one.holder, one.part), one)
            case Several(Name(str(kind))):
                for number, name in enumerate(cast("tuple[str, ...]", one.value)):
                    to = target(kind, name, one.holder, one.part)
                    yield Reference((*one.path, str(number)), to, one)
            case _:
                pass


def target(kind: str, name: str, holder: Struct, part: Part | None) -> PartKey:
    """The part that an identifier means; an option is one of its decision, a point of its correspondent."""
    if kind == "option":
        owner = getattr(holder, "decision", None) or (part.id if part else "")
        return kind, f"{owner}.{name}"
    if kind == "point":
        return kind, f"{part.id if part else ''}.{name}"
    return kind, name


def texts(seen: list[Seen]) -> Iterator[tuple[Seen, Text]]:
    """Every authored text, with the field it is in."""
    for one in seen:
        if isinstance(one.field.shape, Words):
            yield one, cast("Text", one.value)


def variables_in(text: str) -> list[str]:
    """The variables that a text holds."""
    return VARIABLE.findall(text)

"""A scenario without what a facility has no use for, and all that hung on it put right.

What is left out counts as never having been there: a missing service is nominal, a missing step is done,
a missing inject is never sent, a missing decision never taken.
"""

from __future__ import annotations

from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from care_desktop.scenario.conditions import (
    All,
    Any,
    Condition,
    DutyDone,
    Not,
    NotDoneBy,
    ServiceAtLeast,
    ServiceLevel,
    StepDone,
)
from care_desktop.scenario.effects import Restore
from care_desktop.scenario.scenario import Gate, Scenario
from care_desktop.scenario.script import Decision, Duty, Inject, Risk, Step, Trigger
from care_desktop.scenario.shapes import (
    Field,
    Inside,
    Name,
    OneOf,
    Part,
    Parts,
    Several,
    fields_of,
)
from care_desktop.scenario.walking import PartKey, key_of_part, target

ALWAYS: Condition = All(())
NEVER: Condition = Any(())


class LeavingOut:
    """What is left out, and what that makes of the rest. One part that goes may take others with it."""

    def __init__(self, scenario: Scenario, gone: set[PartKey]) -> None:
        self._scenario = scenario
        self.gone = gone

    def rest(self) -> Scenario:
        """The scenario without it; ``gone`` then names all that went."""
        while True:
            before = len(self.gone)
            rest = self._pruned(self._scenario, None)
            if len(self.gone) == before:
                return cast("Scenario", rest)

    def names(self) -> tuple[str, ...]:
        """What went, in document order: ``inject.samu``, ``option.divert.keep``."""
        found: list[PartKey] = []
        _in_order(self._scenario, None, found)
        return tuple(f"{kind}.{name}" for kind, name in found if (kind, name) in self.gone)

    def _pruned(self, holder: Struct, part: Part | None) -> Struct | None:
        """What is left of a struct; None when it makes no sense any more."""
        changes: dict[str, object] = {}
        for field in fields_of(type(holder)):
            value = getattr(holder, field.name)
            if value is None or value is field.default:
                continue
            left = self._left(field, value, holder, part)
            if left is value:
                continue
            if left is None and field.required:
                return None
            changes[field.name] = field.default if left is None else left
        return self._settled(holder, replace(holder, **changes)) if changes else holder

    def _left(self, field: Field, value: object, holder: Struct, part: Part | None) -> object:
        match field.shape:
            case Name(str(kind)):
                return None if target(kind, str(value), holder, part) in self.gone else value
            case Several(Name(str(kind))):
                names = cast("tuple[str, ...]", value)
                left = tuple(one for one in names if target(kind, one, holder, part) not in self.gone)
                return value if len(left) == len(names) else left
            case Parts():
                return self._parts(cast("tuple[Part, ...]", value), part)
            case OneOf():
                return self.simplified(cast("Condition", value), part)
            case Inside():
                return self._pruned(cast("Struct", value), part)
            case Several(Inside() | OneOf()):
                structs = cast("tuple[Struct, ...]", value)
                pruned = tuple(one for item in structs if (one := self._pruned(item, part)) is not None)
                return value if _same(pruned, structs) else pruned
            case _:
                return value

    def _parts(self, parts: tuple[Part, ...], around: Part | None) -> tuple[Struct, ...]:
        left: list[Struct] = []
        for item in parts:
            key = key_of_part(item, around)
            pruned = None if key in self.gone else self._pruned(item, around or item)
            if pruned is None:
                self.gone.add(key)
            else:
                left.append(pruned)
        return parts if _same(left, parts) else tuple(left)

    def _settled(self, before: Struct, after: Struct) -> Struct | None:
        """What follows for a part of which something went."""
        match after:
            case Inject(when=when) if when == NEVER:
                return None
            case Inject(requires=requires) if requires == ALWAYS:
                return replace(after, requires=None)
            case Inject(correspondent=None) if cast("Inject", before).correspondent is not None:
                return None
            case Trigger(when=when, effects=effects) if when == NEVER or not effects:
                return None
            case Risk(unless=unless) | Gate(unless=unless) if unless == ALWAYS:
                return None
            case Duty(starts=starts) if starts == NEVER:
                return replace(after, starts=None)
            case Decision(options=()) | Decision(cells=()):
                return None
            case Step() if _restores(cast("Step", before)) and not _restores(after):
                return None
            case _:
                return after

    def simplified(self, condition: Condition, part: Part | None) -> Condition:
        """The condition with what went decided; the same object where nothing in it went."""
        match condition:
            case All(of):
                left = [self.simplified(one, part) for one in of]
                if _same(left, of):
                    return condition
                return NEVER if NEVER in left else _joined(All, [one for one in left if one != ALWAYS])
            case Any(of):
                left = [self.simplified(one, part) for one in of]
                if _same(left, of):
                    return condition
                return ALWAYS if ALWAYS in left else _joined(Any, [one for one in left if one != NEVER])
            case Not(of):
                inner = self.simplified(of, part)
                if inner is of:
                    return condition
                return NEVER if inner == ALWAYS else ALWAYS if inner == NEVER else Not(inner)
            case NotDoneBy(done, _, after):
                return self._undone(condition, done, after, part)
            case _:
                return condition if self._stands(condition, part) else _decided(condition)

    def _undone(
        self, condition: NotDoneBy, done: Condition, after: str | None, part: Part | None
    ) -> Condition:
        """What nobody can do any more is not missed; what counts from an inject that went never ends."""
        inner = self.simplified(done, part)
        if ("inject", after) in self.gone or (inner is not done and inner in (ALWAYS, NEVER)):
            return NEVER
        return condition if inner is done else replace(condition, done=inner)

    def _stands(self, leaf: Condition, part: Part | None) -> bool:
        for field in fields_of(type(leaf)):
            value = getattr(leaf, field.name)
            if (
                isinstance(field.shape, Name)
                and value is not None
                and target(str(field.shape.part), value, leaf, part) in self.gone
            ):
                return False
        return True


def _decided(leaf: Condition) -> Condition:
    match leaf:
        case ServiceAtLeast(level=level):
            return ALWAYS if level == ServiceLevel.NOMINAL else NEVER
        case StepDone() | DutyDone():
            return ALWAYS
        case _:
            return NEVER


def _joined(kind: type[All | Any], parts: list[Condition]) -> Condition:
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def _restores(step: Step) -> bool:
    return bool(step.island) or any(isinstance(effect, Restore) for effect in step.effects)


def _same(left: list[Condition] | list[Struct] | tuple[Struct, ...], right: tuple[Struct, ...]) -> bool:
    return len(left) == len(right) and all(one is other for one, other in zip(left, right, strict=True))


def _in_order(holder: Struct, around: Part | None, found: list[PartKey]) -> None:
    for field in fields_of(type(holder)):
        if isinstance(field.shape, Parts):
            for item in cast("tuple[Part, ...]", getattr(holder, field.name)):
                found.append(key_of_part(item, around))
                _in_order(item, around or item, found)

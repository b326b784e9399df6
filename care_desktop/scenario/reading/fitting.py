"""From nodes to the structs of the model, by the shapes of their fields."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.scenario.conditions import NotDoneBy
from care_desktop.scenario.findings import NONE, Params
from care_desktop.scenario.reading.nodes import Mapping, Node, Scalar, Sequence
from care_desktop.scenario.reading.trouble import Trouble
from care_desktop.scenario.reading.values import UNFIT, Unfit, moment, single, stretch, unknown_key, words
from care_desktop.scenario.shapes import (
    NEEDS,
    NOTE,
    Inside,
    MomentOrStretch,
    Name,
    OneOf,
    Parts,
    Several,
    Shape,
    Stretch,
    Table,
    Words,
    fields_by_key,
    fields_of,
    has_needs,
    needed_by,
    shorthand,
)

_SERVICES = Several(Name("service"))


class Fitting:
    """Fits the nodes of one file to structs; ``needs`` and ``notes`` are what it says beside them."""

    def __init__(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self.needs: dict[str, tuple[str, ...]] = {}
        self.notes: dict[str, str] = {}

    def document(self, cls: type[Struct], root: Node) -> Struct | Unfit:
        """The whole file as one struct."""
        return self._struct(cls, root)

    def _value(self, shape: Shape, node: Node) -> object:
        match shape:
            case Words():
                return words(node, self._trouble)
            case Several(of):
                return self._several(of, node)
            case OneOf(kinds):
                return self._one_of(kinds, node)
            case Parts(cls):
                return self._parts(cls, node)
            case Inside(cls):
                return self._inside(cls, node)
            case Stretch():
                return stretch(node, self._trouble)
            case MomentOrStretch():
                return (
                    moment(node, self._trouble) if isinstance(node, Scalar) else stretch(node, self._trouble)
                )
            case Table(of):
                return self._table(of, node)
            case _:
                return single(shape, node, self._trouble)

    def _several(self, of: Shape, node: Node) -> object:
        if not isinstance(node, Sequence):
            return self._report(node, "finding.list_expected")
        found = []
        for number, item in enumerate(node.items):
            self._trouble.path.append(str(number))
            found.append(self._value(of, item))
            self._trouble.path.pop()
        return tuple(value for value in found if value is not UNFIT)

    def _parts(self, cls: type[Struct], node: Node) -> object:
        if not isinstance(node, Mapping):
            return self._report(node, "finding.map_expected")
        found = []
        for key, value in node.items:
            if key.value == NOTE and isinstance(value, Scalar):
                self._note(value, self._trouble.path)
                continue
            name = single(Name(), key, self._trouble)
            self._trouble.path.append(key.value)
            # A part of which all is left to its defaults has nothing behind its identifier
            body = Mapping([], value.line, value.column) if _empty(value) else value
            found.append(self._struct(cls, body, name if isinstance(name, str) else key.value))
            self._trouble.path.pop()
        return tuple(part for part in found if not isinstance(part, Unfit))

    def _table(self, of: Shape, node: Node) -> object:
        if not isinstance(node, Mapping):
            return self._report(node, "finding.map_expected")
        found: dict[str, object] = {}
        for key, value in node.items:
            if key.value == NOTE and isinstance(value, Scalar):
                self._note(value, self._trouble.path)
                continue
            self._trouble.path.append(key.value)
            single(Name(), key, self._trouble)
            if (fitted := self._value(of, value)) is not UNFIT:
                found[key.value] = fitted
            self._trouble.path.pop()
        return found

    def _inside(self, cls: type[Struct], node: Node) -> object:
        alone = shorthand(cls)
        if alone is not None and isinstance(node, Scalar):
            value = self._value(alone.shape, node)
            return value if value is UNFIT else cls(**{alone.name: value})
        return self._struct(cls, node)

    def _one_of(self, kinds: dict[str, type[Struct]], node: Node) -> object:
        if not isinstance(node, Mapping):
            return self._report(node, "finding.map_expected")
        named = [key for key, _ in node.items if key.value in kinds]
        if not named:
            is_effect = "restore" in kinds
            what = "finding.effect_kind" if is_effect else "finding.condition_kind"
            return self._report(node, what, {"known": ", ".join(kinds)})
        first, *others = named
        if others:
            params = {"key": first.value, "other": others[0].value}
            return self._report(others[0], "finding.two_kinds", params)
        return self._struct(kinds[first.value], node)

    def _struct(self, cls: type[Struct], node: Node, name: str | None = None) -> Struct | Unfit:
        if not isinstance(node, Mapping):
            return self._report(node, "finding.map_expected")
        given: dict[str, object] = {} if name is None else {"id": name}
        known = fields_by_key(cls)
        for key, value in node.items:
            field = known.get(key.value)
            self._trouble.path.append(key.value)
            if field is None:
                self._beside(cls, key, value)
            elif not _empty(value):
                given[field.name] = self._value(field.shape, value)
            self._trouble.path.pop()
        return self._made(cls, given, node)

    def _beside(self, cls: type[Struct], key: Scalar, value: Node) -> None:
        """What a map may say that is no field of its struct: a remark, the services it needs."""
        if key.value == NOTE and isinstance(value, Scalar):
            self._note(value, self._trouble.path[:-1])
        elif key.value == NEEDS and has_needs(cls):
            services = () if _empty(value) else self._value(_SERVICES, value)
            if isinstance(services, tuple) and services:
                self.needs[needed_by(cls, self._trouble.path[:-1])] = services
        else:
            beside = (NOTE, NEEDS) if has_needs(cls) else (NOTE,)
            unknown_key(key, [*fields_by_key(cls), *beside], self._trouble)

    def _note(self, value: Scalar, path: list[str]) -> None:
        if not value.empty:
            self.notes[".".join(path)] = value.text

    def _made(self, cls: type[Struct], given: dict[str, object], node: Mapping) -> Struct | Unfit:
        required = [field for field in fields_of(cls) if field.required]
        missing = [field.key for field in required if field.name not in given]
        for key in missing:
            self._trouble.add("finding.missing_key", node.line, node.column, {"key": key})
        if missing or any(given[field.name] is UNFIT for field in required):
            return UNFIT
        if cls is NotDoneBy and not self._is_counted_well(node):
            return UNFIT
        try:
            return cls(**{name: value for name, value in given.items() if value is not UNFIT})
        except ValueError:
            # The one thing that a struct itself refuses: an indicator compared with no bound, or with both
            return self._report(node, "finding.one_bound")

    def _is_counted_well(self, undone: Mapping) -> bool:
        """Whether ``by`` is a moment, or a duration where there is something to count it from."""
        written = {key.value: value for key, value in undone.items if not _empty(value)}
        by, counted = written["by"], "after" in written
        if isinstance(by, Scalar) is not counted:
            return True
        self._report(by, "finding.counted_from" if counted else "finding.counted_from_nothing")
        return False

    def _report(self, node: Node, what: str, params: Params = NONE) -> Unfit:
        self._trouble.add(what, node.line, node.column, params)
        return UNFIT


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty

"""Scenario and facility made one: the script that is played and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from care_desktop.scenario.carrying import carried
from care_desktop.scenario.gate import guarded
from care_desktop.scenario.law_book import binds, by_law
from care_desktop.scenario.leaving_out import LeavingOut
from care_desktop.scenario.other_channels import by_each_channel
from care_desktop.scenario.scenario import Facility, OwnService, Scenario
from care_desktop.scenario.script import Function, Inject, Options, Script, Service, Way
from care_desktop.scenario.text import NO_TEXT, Text
from care_desktop.scenario.usual import as_usual
from care_desktop.scenario.walking import VARIABLE, PartKey
from care_desktop.scenario.wording import words_of
from care_desktop.scenario.writing import write

# What a scenario proposes and a facility has of its own
_OWN = ("target", "loss", "hold", "degraded")

_Value = TypeVar("_Value")


def stage(scenario: Scenario, facility: Facility, options: Options | None = None) -> Script:
    """What this facility plays of this scenario.

    Never raises: an unknown variable stays as it is written, an identifier that names nothing too. Where
    nobody facilitates, due injects launch by themselves.
    """
    options = options or Options()
    if options.way is Way.UNAIDED:
        options = replace(options, auto=True)
    is_short = options.time is not None and options.time < scenario.lasts
    leaving = LeavingOut(scenario, set(_without(scenario, facility)))
    rest = leaving.rest()
    fields = {name: getattr(rest, name) for name in Script.__struct_fields__ if hasattr(rest, name)}
    script = Script(
        **fields
        | {
            "functions": tuple(_function(one, facility) for one in rest.functions),
            "steps": guarded(rest),
            "services": tuple(_services(rest, facility)),
            "duties": tuple(by_law(one) for one in rest.duties),
            "injects": tuple(
                _inject(each, rest, is_short=is_short)
                for one in rest.injects
                for each in by_each_channel(one)
            ),
        },
        options=options,
        source_digest=hashlib.sha256(write(scenario)).hexdigest(),
        dropped=leaving.names(),
        written_for=() if facility.kind in scenario.facilities else scenario.facilities,
    )
    return _Filling(scenario, facility).filled(script)


def _without(scenario: Scenario, facility: Facility) -> Iterator[PartKey]:
    """What is not for this facility: services that it lacks, parts that need one, duties that bind others."""
    own = {service.id: service.has for service in facility.services}
    there = {service.id for service in scenario.services} | own.keys()
    lacking = {service for service, has in own.items() if not has}
    yield from (("service", service) for service in lacking)
    for name, services in scenario.needs.items():
        if any(service in lacking or service not in there for service in services):
            kind, _, part = name.partition(".")
            yield kind, part
    for duty in scenario.duties:
        if not binds(duty.law, facility.kind):
            yield "duty", duty.id


def _function(function: Function, facility: Facility) -> Function:
    own = facility.functions.get(function.id)
    return function if own is None else replace(function, name=own)


def _inject(inject: Inject, scenario: Scenario, *, is_short: bool) -> Inject:
    """The inject with the cells of the functions it is meant for, and what its caller is known by.

    In a short exercise one that is optional comes neither at its time nor on its condition.
    """
    inject = replace(inject, requires=carried(inject, scenario.services))
    if is_short and inject.optional:
        inject = replace(inject, at=None, when=None)
    expecting = (cell.id for cell in scenario.cells if not set(inject.functions).isdisjoint(cell.functions))
    cells = dict.fromkeys((*inject.recipients, *expecting))
    caller = next((one for one in scenario.correspondents if one.id == inject.correspondent), None)
    sender, answers = inject.sender, inject.answers
    if caller is not None:
        sender = caller.name if sender == NO_TEXT else sender
        answers = caller.answers if answers == NO_TEXT else answers
    return replace(inject, recipients=tuple(cells), sender=sender, answers=answers)


def _services(scenario: Scenario, facility: Facility) -> Iterator[Service]:
    """Those of the scenario, with the facility's own values or what is usual, then those that only it has."""
    own = {service.id: service for service in facility.services}
    for service in scenario.services:
        yield _owned(as_usual(service, facility.kind), own.pop(service.id, OwnService(service.id)))
    for extra in own.values():
        if extra.has:
            yield _owned(Service(extra.id, extra.name or Text(extra.id)), extra)


def _owned(service: Service, own: OwnService) -> Service:
    given = {name: value for name in (*_OWN, "name") if (value := getattr(own, name)) is not None}
    kept = (name for name in _OWN if name not in given and getattr(service, name) not in (None, NO_TEXT))
    return replace(service, **given, defaults=tuple(kept))


class _Filling:
    """Puts the facility's own words in place of the variables of every text."""

    def __init__(self, scenario: Scenario, facility: Facility) -> None:
        declared = {variable.id: variable.default for variable in scenario.variables}
        self._values = words_of(facility) | declared | facility.variables

    def filled(self, value: _Value) -> _Value:
        """The same with all its texts filled; what holds no variable is not made anew."""
        filled: object = value
        if isinstance(value, Text):
            filled = self._text(value)
        elif isinstance(value, Struct):
            changes = {
                name: new
                for name in value.__struct_fields__
                if (new := self.filled(old := getattr(value, name))) is not old
            }
            filled = replace(value, **changes) if changes else value
        elif isinstance(value, tuple):
            items = tuple(self.filled(item) for item in value)
            filled = value if all(a is b for a, b in zip(items, value, strict=True)) else items
        return filled  # type: ignore[return-value]

    def _text(self, text: Text) -> Text:
        if "{" not in text.fr and "{" not in (text.en or ""):
            return text
        return Text(self._said(text.fr, "fr"), None if text.en is None else self._said(text.en, "en"))

    def _said(self, text: str, language: str) -> str:
        values = self._values
        return VARIABLE.sub(
            lambda found: values[found[1]].in_language(language) if found[1] in values else found[0], text
        )

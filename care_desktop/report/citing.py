"""Which numbers of the journal a report gives: each is printed in the annex, however many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from care_desktop.debrief.debrief import Debrief
from care_desktop.debrief.decisions import Decisions, Outcome
from care_desktop.debrief.duties import Done
from care_desktop.journal.records import Seq

_NUMBERS = r"(?:\d{1,9}(?:[^\w]{1,3}|\s(?:et|and|à|to)\s)?)+"
_TYPED = re.compile(rf"\bjournal\b[^\w]{{0,3}}({_NUMBERS})", re.IGNORECASE)


def cited(debrief: Debrief, texts: Struct) -> frozenset[Seq]:
    """The events that sections may name by their number, and those that people named in what they wrote."""
    found: set[Seq | None] = {*_decided(debrief.decisions), *_measured(debrief), *_typed(texts)}
    return frozenset(seq for seq in found if seq is not None)


def _decided(decisions: Decisions) -> Iterator[Seq | None]:
    for one in decisions.taken:
        if one.outcome in {Outcome.DEFAULTED, Outcome.UNDECIDED}:
            yield one.opened
        yield one.seq
        yield from (each.seq for each in one.revisions)


def _measured(debrief: Debrief) -> Iterator[Seq | None]:
    for duty in debrief.duties:
        yield duty.started if duty.done is Done.NOT_DONE else duty.met
    yield from (one.launched for one in debrief.injects.courses if one.harm)
    yield from (one.seq for one in debrief.log.calls)
    for course in debrief.services.courses:
        yield from (one.seq for one in course.gave_out)
    for step in debrief.recovery.steps:
        yield from (one.seq for one in step.struck)
    for criterion in debrief.observations.criteria:
        yield from (one.seq for one in criterion.marks)
    for function in debrief.presence.functions:
        for stay in function.stays:
            yield from (stay.arrived, stay.left)


def _typed(texts: object) -> Iterator[Seq]:
    """« journal 0142, 0150 », wherever it stands in what people wrote."""
    if isinstance(texts, str):
        for numbers in _TYPED.findall(texts):
            yield from (Seq(int(one)) for one in re.findall(r"\d+", numbers))
    elif isinstance(texts, tuple):
        for one in texts:
            yield from _typed(one)
    elif isinstance(texts, Struct):
        for name in texts.__struct_fields__:
            yield from _typed(getattr(texts, name))

"""Identifiers: each names one thing, and what they point at is there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import cast

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.other_channels import named
from care_desktop.scenario.shapes import Part, Parts
from care_desktop.scenario.text import Text

# Injects may have one title: of several that exclude each other only one is sent
_SHOWN_AS = ("name", "label", "question")


def check(subject: Subject) -> Iterator[Finding]:
    """Dangling identifiers, identifiers given twice, parts that nobody can tell apart."""
    yield from _dangling(subject)
    yield from _channels(subject)
    for one in subject.seen:
        if isinstance(one.field.shape, Parts):
            yield from _alike(one.path, cast("tuple[Part, ...]", one.value))


def _dangling(subject: Subject) -> Iterator[Finding]:
    for reference in subject.references:
        kind, name = reference.to
        if reference.to not in subject.parts:
            yield at(reference.path, "finding.dangling", {"name": name, "kind": kind})
    for part, services in subject.scenario.needs.items():
        kind, _, name = part.partition(".")
        path = subject.parts.get((kind, name), (part,))
        for service in services:
            if ("service", service) not in subject.parts:
                yield at((*path, "needs"), "finding.dangling", {"name": service, "kind": "service"})


def _channels(subject: Subject) -> Iterator[Finding]:
    """What goes out by a channel twice, or is called as another inject is."""
    for inject in subject.scenario.injects:
        taken = {inject.channel}
        for number, other in enumerate(inject.others):
            path, params = ("injects", inject.id, "others", str(number)), {"name": inject.id}
            if other.channel in taken:
                yield at(
                    (*path, "channel"), "finding.channel_twice", params | {"channel": other.channel.value}
                )
            elif ("inject", named(inject.id, other.channel)) in subject.parts:
                yield at(path, "finding.same_identifier", {"name": named(inject.id, other.channel)})
            taken.add(other.channel)


def _alike(path: tuple[str, ...], parts: tuple[Part, ...]) -> Iterator[Finding]:
    given = Counter(part.id for part in parts)
    yield from (
        at((*path, name), "finding.same_identifier", {"name": name}) for name, n in given.items() if n > 1
    )
    shown: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        text = next((getattr(part, name) for name in _SHOWN_AS if hasattr(part, name)), None)
        if isinstance(text, Text) and text.fr.strip():
            shown[text.fr.strip().casefold()].append(part.id)
    for first, *others in shown.values():
        for other in others:
            if other != first:
                yield at((*path, other), "finding.same_name", {"name": other, "other": first})

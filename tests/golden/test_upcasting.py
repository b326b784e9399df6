"""Older forms of an event are read through upcasters, a version at a time; what is stored stays as it is."""

from __future__ import annotations

from typing import ClassVar

import pytest

from care_desktop.errors import UserError
from care_desktop.exercise.events import Fact
from care_desktop.exercise.wire import FACTS, UPCASTERS, Body, Reader
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Kept, Row

SALT = bytes(16)
SAID = Words.seal("Combien de lits ?", SALT)


class BedsCounted(Fact, frozen=True):
    """A made-up fact. v1 held ``beds`` alone; v2 named the ``ward``; v3 tells free beds from all."""

    kind: ClassVar[str] = "test.beds_counted"
    v: ClassVar[int] = 3
    ward: str
    free: int
    all: int
    text: Words | None = None


def _name_the_ward(body: Body) -> Body:
    return body | {"ward": "unknown"}


def _tell_free_beds_from_all(body: Body) -> Body:
    # It needs the ward of v2: applied to a v1 body, or before the other, it would fail.
    assert "ward" in body
    beds = body.pop("beds")
    return body | {"free": beds, "all": beds}


FACTS_OF_THE_TEST = {BedsCounted.kind: BedsCounted}
READER = Reader(
    FACTS_OF_THE_TEST,
    {(BedsCounted.kind, 1): _name_the_ward, (BedsCounted.kind, 2): _tell_free_beds_from_all},
)


def row(v: int, body: bytes, kind: str = BedsCounted.kind) -> Row:
    return Row(1, kind, v, 250, 7_200_250, None, body)


@pytest.mark.parametrize(
    ("v", "body", "read"),
    [
        (1, b'{"beds":4}', BedsCounted("unknown", 4, 4)),
        (2, b'{"beds":4,"ward":"icu"}', BedsCounted("icu", 4, 4)),
        (3, b'{"ward":"icu","free":1,"all":4}', BedsCounted("icu", 1, 4)),
    ],
)
def test_every_version_is_read_in_the_newest_form(v: int, body: bytes, read: BedsCounted) -> None:
    assert READER.decode(row(v, body), {}).fact == read


def test_what_is_stored_stays_as_it_is() -> None:
    stored = row(1, b'{"beds":4}')
    READER.decode(stored, {})
    assert stored == row(1, b'{"beds":4}')


def test_words_of_an_older_form_find_their_text() -> None:
    body = b'{"beds":4,"text":"' + SAID.digest.encode() + b'"}'
    fact = READER.decode(row(1, body), {SAID.digest: Kept(1, SALT, SAID.text, None)}).fact
    assert isinstance(fact, BedsCounted)
    assert fact.text is not None
    assert (fact.text.text, fact.text.salt) == (SAID.text, SALT)


@pytest.mark.parametrize("unknown", [row(4, b"{}"), row(1, b"{}", "test.beds_burnt")])
def test_a_newer_event_is_refused(unknown: Row) -> None:
    with pytest.raises(UserError) as refused:
        READER.decode(unknown, {})
    assert refused.value.code == "exercise.newer_event"


def test_a_version_that_nobody_can_read_is_found_when_the_reader_is_made() -> None:
    with pytest.raises(ValueError, match="upcasters do not match"):
        Reader(FACTS_OF_THE_TEST, {(BedsCounted.kind, 1): _name_the_ward})


def test_the_program_can_read_every_version_of_every_fact() -> None:
    assert {(kind, v) for kind, fact in FACTS.items() for v in range(1, fact.v)} == UPCASTERS.keys()

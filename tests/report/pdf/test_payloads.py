"""Hostile and odd texts are shown letter for letter, wherever they stand, and never stop a document."""

from __future__ import annotations

import re

import pytest

from care_desktop.report.pdf.typography import MISSING, printable
from tests.report.pdf.hostile import PAYLOADS, PLACES, hostile
from tests.report.pdf.reading import read
from tests.report.pdf.sample import Sample


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_text_is_shown_as_typed_wherever_it_stands(payload: str) -> None:
    reading = read(hostile(payload))
    expected = _squeezed("".join(printable(line) for line in payload.splitlines()))
    assert not expected or _squeezed(reading.text).count(expected) >= PLACES
    assert (reading.untagged, reading.strays) == ([], [])


def test_an_unknown_letter_leaves_a_mark_that_is_read() -> None:
    sample = Sample()
    sample.story = [sample.p("🚨 a")]
    assert read(sample.render()).words == [MISSING, "a"]

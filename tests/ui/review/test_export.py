"""What the report's file is called, and how our own program is asked for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from care_desktop.scenario.text import Text
from tests.report.afternoon import Afternoon
from tests.report.tilleul import TILLEUL
from tests.ui.review.afternoons import past
from ui.review.export import arguments, default_name, with_suffix
from ui.review.past import Past
from ui.voice import Voice

pytestmark = pytest.mark.ui


def test_the_file_is_named_after_the_exercise_and_its_day(voice: Voice, whole: Past) -> None:
    assert default_name(voice, whole) == "RETEX TILLEUL 2026-11-23.pdf"


def test_the_file_of_a_rehearsal_is_named_as_one(voice: Voice, whole: Past) -> None:
    rehearsed = Past(whole.index, whole.events, whole.stamps, rehearsal=True)
    assert default_name(voice, rehearsed) == "Répétition TILLEUL 2026-11-23.pdf"


def test_a_name_that_no_disk_takes_is_made_one(voice: Voice) -> None:
    odd = past(Afternoon(replace(TILLEUL, name=Text("../Nuit: 2/3 ?"))))
    assert default_name(voice, odd) == "RETEX Nuit 2 3.pdf"


def test_whatever_was_typed_becomes_a_pdf() -> None:
    assert with_suffix("/a/rapport.v2") == Path("/a/rapport.v2.pdf")
    assert with_suffix("/a/rapport.PDF") == Path("/a/rapport.PDF")


def test_the_facility_is_given_where_there_is_one(tmp_path: Path) -> None:
    facility = tmp_path / "facility.yaml"
    without = arguments(Path("a.db"), "ab" * 16, Path("r.pdf"), "fr", facility)
    facility.touch()
    assert "--facility" not in without
    assert str(facility) in arguments(Path("a.db"), "ab" * 16, Path("r.pdf"), "fr", facility)

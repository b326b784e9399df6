"""The model of the report is made without a writer of PDF, and says what it knows and no more."""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from msgspec.structs import replace

from care_desktop import paths
from care_desktop.journal.records import Seq
from care_desktop.language import Language
from care_desktop.report import document
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Box
from care_desktop.report.excerpt import MOST, noteworthy
from care_desktop.report.hours import Anchor, RoomTime
from care_desktop.report.voice import Voice
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE
from tests.report.afternoon import full, played
from tests.report.dossiers import SORTS

FOLDER = Path(document.__file__).parent


def test_the_model_needs_no_reportlab() -> None:
    code = "import sys, care_desktop.report.compose; print('reportlab' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_every_text_that_the_report_says_is_in_the_catalogue() -> None:
    with (paths.resources() / "locale" / "fr" / "care.po").open("rb") as file:
        known = {one.id if isinstance(one.id, str) else one.id[0] for one in read_po(file, locale="fr")}
    # An error tells what happened, what is safe and what to do
    known |= {one.removesuffix(".happened") for one in known}
    said = {
        node.value
        for path in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith("report.")
        and " " not in node.value
    }
    assert said - known == set()


@dataclass
class Named:
    language: Language
    name: str


@pytest.mark.parametrize(
    "named",
    [
        Named("fr", "2026-11-23_exercice-TILLEUL_RETEX_v1.pdf"),
        Named("en", "2026-11-23_exercise-TILLEUL_RETEX_v1.pdf"),
    ],
    ids=["fr", "en"],
)
def test_a_file_is_named_after_day_exercise_and_version(named: Named) -> None:
    assert document.file_name(full(), named.language) == named.name


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Été à l’hôpital", "Ete-a-l-hopital"),
        ("../../etc", "etc"),
        ("日本", "tilleul"),
        ("x" * 300, "x" * 40),
    ],
)
def test_a_file_name_holds_nothing_that_a_disk_refuses(name: str, part: str) -> None:
    dossier = full()
    named = replace(dossier, script=replace(dossier.script, name=Text(name)), box=Box(version=2))
    assert document.file_name(named, "fr") == f"2026-11-23_exercice-{part}_RETEX_v2.pdf"


def test_an_exercise_that_has_not_begun_has_no_day() -> None:
    assert document.file_name(SORTS["not begun"](), "fr") == "exercice-TILLEUL_RETEX_v1.pdf"


def test_play_time_is_told_by_the_clock_on_the_wall_and_stops_are_counted() -> None:
    walls = ("14:00:00", "14:10:00", "14:25:00", "14:30:00")
    anchors = tuple(
        Anchor(Seq(seq), play * MINUTE, f"2026-11-23T{wall}")
        for seq, play, wall in zip((1, 2, 3, 4), (0, 10, 10, 15), walls, strict=True)
    )
    room = RoomTime(anchors, Seq(1))
    voice = Voice("fr")
    assert [voice.clock(room.at(play * MINUTE)) for play in (0, 5, 10, 12, 20)] == [
        "14:00",
        "14:05",
        "14:10",
        "14:27",
        "14:35",
    ]
    assert voice.clock(room.of(Seq(3), 10 * MINUTE)) == "14:25"


def test_without_stamps_the_time_of_the_exercise_is_told() -> None:
    assert (RoomTime((), Seq(1)).at(90_000), RoomTime((), None).date()) == (90_000, None)


def test_the_excerpt_leaves_whole_kinds_out_before_it_is_cut() -> None:
    events = played().events
    kinds = {type(event.fact) for event in noteworthy(events)}
    assert len(noteworthy(events)) <= MOST
    for kind in kinds:
        held = sum(isinstance(event.fact, kind) for event in noteworthy(events))
        assert held == sum(isinstance(event.fact, kind) for event in events)


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (40_000, "40\u00a0s"),
        (8 * MINUTE, "8\u00a0min"),
        (2 * HOUR, "2\u00a0h"),
        (165 * MINUTE, "2\u00a0h\u00a045"),
    ],
)
def test_durations_are_said_as_people_say_them(ms: int, said: str) -> None:
    assert Voice("fr").duration(ms) == said


@pytest.mark.parametrize(
    ("ms", "said"), [(HOUR, "J\u00a001:00"), (25 * HOUR, "J+1\u00a001:00"), (50 * HOUR, "J+2\u00a002:00")]
)
def test_days_of_the_story_are_counted_from_the_first(ms: int, said: str) -> None:
    assert Voice("fr").story(ms, days=True) == said


def test_an_english_report_of_a_french_script_speaks_english_around_it() -> None:
    report = compose(replace(full(), language="en"))
    assert [section.title for section in report.sections][:3] == [
        "The essentials",
        "What was exercised",
        "What happened",
    ]

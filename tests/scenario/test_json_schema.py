"""The schema takes what the reader takes, and refuses what the reader refuses by the form alone."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from care_desktop.cli import main
from care_desktop.scenario.json_schema import schema
from care_desktop.scenario.reading.events import parse
from care_desktop.scenario.reading.trouble import Trouble
from care_desktop.scenario.scenario import Facility, Scenario
from care_desktop.scenario.writing import write, write_facility
from tests.scenario.inventing import facilities, scenarios
from tests.scenario.mistakes import HEAD
from tests.scenario.schema_validating import as_an_editor, valid
from tests.scenario.written import EXAMPLE, FILE, changed

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"
_schema = cache(schema)


def fits(content: bytes | str, cls: type[Scenario] | type[Facility] = Scenario) -> bool:
    node = parse(content if isinstance(content, str) else content.decode(), Trouble(""))
    assert node is not None
    whole: dict[str, Any] = _schema(cls)
    return valid(as_an_editor(node), whole, whole)


def test_the_example_and_all_that_is_shipped_fit() -> None:
    for file in (FILE, *SHIPPED.glob("*/scenario.yaml")):
        assert fits(file.read_bytes())
    for file in SHIPPED.glob("facilities/*.yaml"):
        assert fits(file.read_bytes(), Facility)


@settings(max_examples=150)
@given(scenarios())
def test_whatever_the_writer_writes_fits(scenario: Scenario) -> None:
    assert fits(write(scenario))


@settings(max_examples=50)
@given(facilities())
def test_whatever_facility_the_writer_writes_fits(facility: Facility) -> None:
    assert fits(write_facility(facility), Facility)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "format: 9"),
        ("id: muguet", "id: Muguet !"),
        ("id: muguet\n", ""),
        ("lasts: 1 h 30", "lasts: soon"),
        ("starts: J+0 02:00", "starts: 02:00"),
        ("at: T+0:12", "at: T+12"),
        ("channel: ransom_note", "channel: pigeon"),
        ("limit: {play: 10 min}", "limit: 10 min"),
        ("limit: {play: 10 min}", "limit: {play: 10 min, story: 2 h}"),
        ("capacity: 2", "capacity: many"),
        ("optional: true", "optional: perhaps"),
        ("recipients: [it]", "recipients: it"),
        ("reliability: outdated", "reliability: stale"),
        ("  - {impair: files, level: down}", "  - {break: files, level: down}"),
        ("{not: {service: phones, level: down}}", "{never: {service: phones, level: down}}"),
        ("label: {fr: Attendre d’en savoir plus, en: Wait to know more}", "label: {en: Wait to know more}"),
        ("    weight: saturating", "    wieght: saturating"),
        ("name: MUGUET", "name: [MUGUET]"),
    ],
)
def test_a_mistake_of_form_does_not_fit(old: str, new: str) -> None:
    assert fits(EXAMPLE)
    assert not fits(changed(old, new))


def test_a_key_with_nothing_after_it_fits_unless_it_is_needed() -> None:
    assert fits(HEAD + "attack:\ncells:\n")
    assert not fits("format: 1\nid: a\nname:\n")


@pytest.mark.parametrize(("line", "title"), [((), "Scenario"), (("--facility",), "Facility")])
def test_the_command_prints_it(line: tuple[str, ...], title: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", *line]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["title"], told["$schema"]) == (title, "https://json-schema.org/draft/2020-12/schema")

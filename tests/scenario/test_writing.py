"""The canonical form: what is written is read again as the same, and written the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from msgspec.structs import replace

from care_desktop.scenario.reading import read, read_facility
from care_desktop.scenario.scenario import Facility, Scenario
from care_desktop.scenario.text import Text
from care_desktop.scenario.writing import write, write_facility
from tests.scenario.inventing import facilities, scenarios
from tests.scenario.written import changed, scenario

SMALL = Scenario("a", Text("A"))
ROOT = Path(__file__).resolve().parents[2]
FILES = (Path(__file__).with_name("example.yaml"), *sorted((ROOT / "scenarios").rglob("*.yaml")))


def summary(text: str) -> str:
    """How a text stands in a file."""
    written = write(replace(SMALL, summary=Text(text))).decode()
    return written.split("name: A\n", 1)[1].removeprefix("summary:").rstrip("\n")


def test_the_example_comes_back_whole() -> None:
    assert scenario(write(scenario())) == scenario()


def test_writing_twice_changes_nothing() -> None:
    once = write(scenario())
    assert write(scenario(once)) == once


@given(scenarios())
def test_whatever_is_written_is_read_as_the_same(made: Scenario) -> None:
    made = replace(made, notes={"": "Une remarque", **{f"injects.{one.id}": "# a" for one in made.injects}})
    found, findings = read(write(made))
    assert findings == ()
    assert found == made


@given(facilities())
def test_a_facility_comes_back_whole(made: Facility) -> None:
    found, findings = read_facility(write_facility(made))
    assert findings == ()
    assert found == made


def test_defaults_are_left_out() -> None:
    assert write(SMALL) == b"format: 1\nid: a\nname: A\n"


def test_remarks_and_needs_are_written_where_they_were() -> None:
    content = changed("    channel: press\n", "    channel: press\n    note: À relire\n")
    written = write(scenario(content)).decode()
    assert "    optional: true\n    note: À relire\n" in written
    assert "    needs: [laboratory]\n" in written
    assert written.startswith("format: 1\nid: muguet\nname: MUGUET\nnote: A remark")


@pytest.mark.parametrize(
    "text", ["no", "12:30", "2024-02-01", "null", "1e3", "a: b", "a #b", "{beds}", "", "y", "-"]
)
def test_a_text_that_would_surprise_is_quoted(text: str) -> None:
    assert summary(text) == f' "{text}"' if text else True


@pytest.mark.parametrize(
    "text", ["Couper", "L’hôpital", "Quoi\u202f?", "À 02:05", "12 lits", "«\u00a0Oui\u00a0»"]
)
def test_a_plain_text_stands_as_it_is(text: str) -> None:
    assert summary(text) == f" {text}"


def test_a_text_of_several_lines_is_a_block() -> None:
    assert summary("un\n\ndeux") == " |\n  un\n\n  deux"


def test_a_long_text_is_folded_at_its_spaces() -> None:
    first, *lines = summary("mot\u00a0: " + "parole " * 40 + "fin").split("\n")
    assert first == " >"
    assert max(map(len, lines)) <= 110


def test_another_reader_of_yaml_sees_the_same_texts() -> None:
    tree = yaml.safe_load(
        write(scenario(changed("title: {fr: Un collègue a vu le courriel", "title: {fr: no")))
    )
    assert tree["injects"]["colleague"]["title"] == {"fr": "no", "en": "A colleague has seen the e-mail"}


def test_a_question_between_braces_is_quoted_for_other_readers_of_yaml() -> None:
    written = write(replace(SMALL, summary=Text("Couper\u202f?", "Cut?"))).decode()
    assert 'summary: {fr: "Couper\u202f?", en: "Cut?"}' in written
    assert yaml.safe_load(written)["summary"] == {"fr": "Couper\u202f?", "en": "Cut?"}


@given(scenarios())
def test_another_reader_of_yaml_can_read_whatever_is_written(made: Scenario) -> None:
    assert yaml.safe_load(write(made))["format"] == 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name + "/" + file.name)
def test_another_reader_of_yaml_can_read_what_is_shipped(file: Path) -> None:
    assert yaml.safe_load(file.read_bytes())["format"] == 1

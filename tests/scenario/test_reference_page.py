"""The reference of the language is the one that the model gives, and its examples are read."""

from __future__ import annotations

import re

import pytest
from reference_page import FACILITIES, PAGES, SCENARIOS, classes, examples, page, words

from care_desktop.scenario.reading import read, read_facility
from care_desktop.scenario.scenario import Facility, Scenario
from care_desktop.scenario.shapes import fields_by_key

REMEDY = "python scripts/reference_page.py"


def told() -> set[str]:
    """All that the words tell of, but for the words of the page itself."""
    return {key for key in words() if not re.match("@[a-zA-Z]+$", key)}


def test_every_key_of_the_model_is_told_and_nothing_else() -> None:
    every = [cls for root in (Scenario, Facility) for cls in classes(root)]
    names = {f"{cls.__name__}.{key}" for cls in every for key in fields_by_key(cls)}
    names |= {cls.__name__ for cls in every} | {f"@title.{cls.__name__}" for cls in every}
    assert sorted(names ^ told()) == [], "scripts/reference_words.tsv"


def test_the_examples_are_read_without_a_word() -> None:
    assert [read(path)[1] for path in SCENARIOS] == [()] * len(SCENARIOS)
    assert [read_facility(path)[1] for path in FACILITIES] == [()] * len(FACILITIES)


def test_every_key_has_an_example() -> None:
    without = [
        f"{cls.__name__}.{key}"
        for root in (Scenario, Facility)
        for of in [examples(root)]
        for cls in classes(root)
        for key in set(fields_by_key(cls)) - {key for one in of.get(cls, []) for key in one.keys}
    ]
    assert without == [], "scripts/reference_example.yaml"


@pytest.mark.parametrize("language", list(PAGES))
def test_the_pages_are_those_of_the_model(language: str) -> None:
    assert PAGES[language].read_text("utf-8") == page(language), REMEDY


@pytest.mark.parametrize("language", list(PAGES))
def test_every_link_to_a_part_of_the_page_leads_there(language: str) -> None:
    written = page(language)
    titles = re.findall(r"^## (.*)$", written, re.MULTILINE)
    known = {
        "".join(one for one in title.lower().replace(" ", "-") if one.isalnum() or one in "-_")
        for title in titles
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", written)) <= known

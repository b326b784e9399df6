"""The page that describes the format says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from care_desktop.scenario.conditions import Condition
from care_desktop.scenario.effects import Effect
from care_desktop.scenario.findings import SEVERITIES, Severity, code_of
from care_desktop.scenario.reading import read_facility
from care_desktop.scenario.scenario import Scenario
from care_desktop.scenario.shapes import Choice, Inside, OneOf, Parts, Several, Shape, fields_of, key_of
from tests.scenario.mistakes import head
from tests.scenario.written import codes, scenario

PAGE = (Path(__file__).parents[2] / "docs" / "scenario-format.md").read_text("utf-8")


def keys(shape: Shape, seen: set[type]) -> set[str]:
    """Every key and every choice that may be written inside a shape."""
    match shape:
        case Choice(names):
            return set(names)
        case Several(of):
            return keys(of, seen)
        case OneOf(kinds):
            classes = list(kinds.values())
        case Inside(cls) | Parts(cls):
            classes = [cls]
        case _:
            return set()
    found: set[str] = set()
    for cls in classes:
        if cls not in seen:
            seen.add(cls)
            for field in fields_of(cls):
                found |= {field.key} | keys(field.shape, seen)
    return found


def test_every_key_and_every_choice_is_on_the_page() -> None:
    known = keys(Inside(Scenario), set()) | {"note", "needs"}
    assert sorted(known - set(re.findall(r"\w+", PAGE))) == []


def test_every_condition_and_every_effect_is_in_its_table() -> None:
    shown = set(re.findall(r"`\{(\w+): ", PAGE))
    kinds = {key_of(cls) for union in (Condition, Effect) for cls in union.__args__}
    assert kinds - shown == set()


def test_every_finding_is_in_the_column_of_its_severity() -> None:
    rows = [line.split("|")[2:5] for line in PAGE.splitlines() if "`CX-" in line]
    columns = [set(re.findall(r"CX-[A-Z-]+", " ".join(column))) for column in zip(*rows, strict=True)]
    for severity, column in zip((Severity.ERROR, Severity.WARNING, Severity.INFO), columns, strict=True):
        assert {code_of(what) for what, how_bad in SEVERITIES.items() if how_bad is severity} == column


def test_the_facility_of_the_page_is_read() -> None:
    written = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert written is not None
    assert codes(read_facility(written[1].encode())[1]) == []


def test_the_conditions_and_effects_of_the_page_are_read() -> None:
    lines = re.findall(r"^\| ((?:`\{.*?\}`(?:, )?)+) \|", PAGE, re.MULTILINE)
    maps = [one for line in lines for one in re.findall(r"`(\{.*?\})`", line)]
    effects = [one for one in maps if one.split(":")[0][1:] in {key_of(cls) for cls in Effect.__args__}]
    conditions = [one for one in maps if one not in effects and "…" not in one]
    when = f"{{any: [{', '.join(conditions)}]}}"
    read = scenario(head(f"triggers:\n  a:\n    when: {when}\n    effects: [{', '.join(effects)}]\n"))
    assert len(read.triggers[0].effects) == len(effects) == 7
    assert len(conditions) == 9

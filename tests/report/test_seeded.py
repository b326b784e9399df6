"""What an empty plan of actions begins with, how sources are numbered, and who may use a service again."""

from __future__ import annotations

import re

from care_desktop.report.compose import compose
from care_desktop.report.model import Entries, Table
from care_desktop.report.ranking import in_order
from care_desktop.scenario.background import Basis, Judgement, Source
from care_desktop.scenario.script import Cell, Decision, Option, Script
from care_desktop.scenario.text import Text
from tests.report.numbered import texts_of, without
from tests.report.shipped import played_by
from tests.report.test_numbers import said, tables


def test_findings_of_the_journal_begin_the_plan_and_name_no_action_function_nor_date() -> None:
    dossier = played_by("worst", simulated=False)
    report = compose(dossier)
    rows = tables(report)["actions"].rows
    assert 1 <= len(rows) <= 3
    assert all(re.search(r"journal \d{4}|tableau", said(row[1])) for row in rows)
    assert {said(row[2]) for row in rows} == {"action à définir"}
    assert {said(cell) for row in rows for cell in row[3:]} == {""}
    assert "à confirmer" in " ".join(texts_of(report.sections[8].blocks[0]))
    assert without(dossier) == []


def test_sources_are_numbered_without_a_gap() -> None:
    report = compose(played_by("worst"))
    cited = [one for one in report.sections[-1].blocks if isinstance(one, Entries)]
    numbers = [key for one in cited for key, _ in one.items if re.fullmatch(r"S\d+", key)]
    assert numbers == [f"S{n}" for n in range(1, len(numbers) + 1)]
    groups = (group for text in texts_of(report) for group in re.findall(r"\[S[^\]]*\]", text))
    named = {number for group in groups for number in re.findall(r"S\d+", group)}
    assert named == set(numbers)


def test_law_comes_before_guides_and_guides_before_what_was_published() -> None:
    def option(name: str, basis: Basis) -> Option:
        judged = Judgement(basis=basis, according_to=Text("x"), sources=(name,))
        return Option(name, Text(name), judged=judged)

    script = Script(
        "orme",
        Text("ORME"),
        cells=(Cell("it", Text("Technique")),),
        sources=tuple(Source(one, one, one, "2024") for one in ("press", "guide", "law")),
        decisions=(
            Decision("a", Text("?"), ("it",), (option("guide", Basis.GUIDE), option("law", Basis.LAW))),
        ),
    )
    assert [one.id for one in in_order(script)] == ["law", "guide", "press"]
    assert [one.id for one in in_order(script, {"press", "law"})] == ["law", "press"]


def heads(table: Table) -> list[str]:
    return [one.head for one in table.columns]


def test_what_care_staff_signed_off_stands_beside_what_came_back_technically() -> None:
    dossier = played_by("best")
    table = tables(compose(dossier))["returns"]
    at = heads(table).index("Validé par les soins")
    told = [said(row[at]) for row in table.rows]
    signed = [one for one in dossier.debrief.services.courses if one.validated is not None]
    assert sum(bool(re.fullmatch(r"\d\d:\d\d", one)) for one in told) == len(signed) > 0
    assert "Validé par les soins" not in heads(tables(compose(played_by("worst")))["returns"])

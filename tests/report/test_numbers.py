"""What the report says is what was measured: numbers in tables and figures come from the debrief."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from care_desktop.debrief.decisions import Decided, Way
from care_desktop.report.author import delay
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Cell, Figure, Line, Report, Table
from care_desktop.report.plots import DelaysPlot, PresencePlot, RecoveryPlot, TimelinePlot
from care_desktop.report.voice import Voice
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.time import HOUR, MINUTE
from tests.report.afternoon import full
from tests.report.dossiers import SORTS

DOSSIER = full()
REPORT = compose(DOSSIER)
VOICE = Voice("fr")


def tables(report: Report) -> dict[str, Table]:
    return {block.key: block for block in blocks(report) if isinstance(block, Table)}


def figures(report: Report) -> dict[str, Figure]:
    return {block.key: block for block in blocks(report) if isinstance(block, Figure)}


def blocks(report: Report) -> Iterator[object]:
    for section in report.sections:
        yield from section.blocks


def said(cell: Cell) -> str:
    return " ".join(
        run.text for piece in cell if isinstance(piece, Line) for run in piece.words if run.text.strip()
    )


def scripted(dossier: Dossier) -> list[Decided]:
    return [one for one in dossier.debrief.decisions.taken if one.way is not Way.SPONTANEOUS]


def test_each_decision_has_a_row_with_its_latency() -> None:
    rows = tables(REPORT)["decisions"].rows
    latencies = [delay(VOICE, one.latency_ms) for one in scripted(DOSSIER) if one.latency_ms is not None]
    assert len(rows) == len(scripted(DOSSIER)) == 9
    assert [text for text in latencies if not any(text in said(row[0]) for row in rows)] == []


def test_the_delays_drawn_are_those_measured() -> None:
    plot = figures(REPORT)["delays"].plot
    assert isinstance(plot, DelaysPlot)
    drawn = [row.at for row in plot.rows if " min" in row.told]
    assert drawn == [one.latency_ms / MINUTE for one in scripted(DOSSIER) if one.latency_ms is not None]
    assert plot.median == (DOSSIER.debrief.decisions.median_ms or 0) / MINUTE


def test_an_undecided_question_is_drawn_at_its_deadline_and_outside_the_median() -> None:
    plot = figures(REPORT)["delays"].plot
    assert isinstance(plot, DelaysPlot)
    (open_row,) = (row for row in plot.rows if row.key == "D8")
    assert (open_row.at, open_row.allowed) == (8.0, 8.0)
    assert DOSSIER.debrief.decisions.n == 7


def test_services_are_listed_as_they_came_back_against_their_target() -> None:
    rows = tables(REPORT)["returns"].rows
    back = [said(row[5]) for row in rows if said(row[5]) != "–"]
    assert len(rows) == len(DOSSIER.debrief.services.courses)
    assert [int(text[2:].split(":")[0]) for text in back] == sorted(
        int(text[2:].split(":")[0]) for text in back
    )


def test_interruptions_are_those_measured() -> None:
    by_name = {said(row[0]): said(row[2]) for row in tables(REPORT)["returns"].rows}
    names = {one.id: one.name.fr for one in DOSSIER.script.services}
    for course in DOSSIER.debrief.services.courses:
        expected = VOICE.duration(course.interrupted_ms) if course.interrupted_ms else "–"
        assert by_name[names[course.service]].split(",")[0] == expected


def test_the_curve_ends_as_the_services_did() -> None:
    plot = figures(REPORT)["recovery"].plot
    assert isinstance(plot, RecoveryPlot)
    last = DOSSIER.debrief.services.counts[-1]
    levels = [row.spans[-1].level for row in plot.services]
    assert (levels.count(ServiceLevel.NOMINAL), levels.count(ServiceLevel.DOWN)) == (last.nominal, last.down)


def test_the_sum_of_the_time_down_is_given_in_whole_hours() -> None:
    hours = round(sum(one.down_ms for one in DOSSIER.debrief.services.courses) / HOUR)
    assert f"{hours}\u00a0h." in figures(REPORT)["recovery"].notes[-1].text


def test_less_than_an_hour_down_is_given_in_minutes_not_as_nothing() -> None:
    services = DOSSIER.debrief.services
    first, *others = (replace(one, down_ms=0) for one in services.courses)
    short = replace(services, courses=(replace(first, down_ms=9 * MINUTE), *others))
    report = compose(replace(DOSSIER, debrief=replace(DOSSIER.debrief, services=short)))
    assert "additionnés\u00a0: 9\u00a0min." in figures(report)["recovery"].notes[-1].text


def test_presence_is_drawn_in_real_time_and_a_pause_is_hatched() -> None:
    plot = figures(REPORT)["presence"].plot
    assert isinstance(plot, PresencePlot)
    (pause,) = plot.pauses
    assert (VOICE.clock(int(pause.begin)), VOICE.clock(int(pause.end))) == ("15:17", "15:27")
    assert [row.name for row in plot.rows if row.note] == ["Pharmacien gérant"]


def test_every_inject_is_on_the_timeline_or_has_no_time() -> None:
    plot = figures(REPORT)["timeline"].plot
    assert isinstance(plot, TimelinePlot)
    injects = DOSSIER.debrief.injects
    assert sum(one.played for one in plot.stimuli) == injects.launched + injects.from_reserve
    assert len(plot.stimuli) == injects.planned


def test_every_inject_has_a_row_in_the_annex() -> None:
    assert len(tables(REPORT)["injects"].rows) == len(DOSSIER.debrief.injects.courses)


@pytest.mark.parametrize("sort", SORTS)
def test_every_figure_names_a_table_that_is_there(sort: str) -> None:
    report = compose(SORTS[sort]())
    labels = {table.label[1:] for table in tables(report).values()}
    for figure in figures(report).values():
        assert any(label in figure.alternative for label in labels), figure.alternative


def test_tables_and_figures_are_numbered_in_their_order() -> None:
    labels = [block.label for block in blocks(REPORT) if isinstance(block, Table)]
    body = [label for label in labels if "A" not in label]
    assert body == [f"Tableau {n}" for n in range(1, len(body) + 1)]
    assert [one.label for one in figures(REPORT).values()] == [f"Figure {n}" for n in range(1, 5)]


def test_a_level_never_goes_beyond_the_evidence() -> None:
    (unseen,) = (row for row in tables(REPORT)["objectives"].rows if "Informer" in said(row[1]))
    told = "0 constaté sur 0 regardé (2 prévus)"
    assert getattr(unseen[2][0], "steps", "?") is None
    assert told in said(unseen[2])


def test_one_criterion_that_was_planned_is_told_in_the_singular() -> None:
    objectives = tuple(
        replace(one, criteria=one.criteria[:1]) for one in DOSSIER.debrief.observations.objectives
    )
    seen = replace(DOSSIER.debrief.observations, objectives=objectives)
    report = compose(replace(DOSSIER, debrief=replace(DOSSIER.debrief, observations=seen)))
    assert {"(1 prévu)" in said(row[2]) for row in tables(report)["objectives"].rows} == {True}


def test_strengths_come_first() -> None:
    heads = [getattr(block, "head", "") for block in REPORT.sections[0].blocks]
    assert heads[1:] == ["Trois points forts", "Trois axes d’amélioration", "Trois décisions demandées"]


def test_the_model_knows_its_language() -> None:
    assert compose(SORTS["begun"]()).language == "fr"


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (40_000, "40 s"),
        (14 * MINUTE + 29_100, "14 min 30"),
        (8 * MINUTE, "8 min"),
        (15 * MINUTE + 20_000, "16 min"),
        (HOUR + 1, "1 h 01"),
    ],
)
def test_a_delay_is_never_said_shorter_than_it_was(ms: int, said: str) -> None:
    assert delay(VOICE, ms) == said

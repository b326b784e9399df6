"""Section 6: the state of services in the story, their return against their DMIA, the public reference."""

from __future__ import annotations

from care_desktop.debrief.recovery import StepCourse
from care_desktop.report.author import Author, cell, name_cell, second
from care_desktop.report.model import (
    Block,
    Cell,
    Column,
    Line,
    Paragraph,
    Role,
    Section,
    Side,
    Table,
    phrase,
)
from care_desktop.report.sections import targets
from care_desktop.report.sections.curve import curve, levels_at_end
from care_desktop.report.sections.returns import returns
from care_desktop.scenario.background import Stage, Track
from care_desktop.scenario.conditions import ServiceLevel

_STAGES = {
    Stage.CONTAINMENT: "report.stage_containment",
    Stage.EVICTION: "report.stage_eviction",
    Stage.ERADICATION: "report.stage_eradication",
    Stage.RECONSTRUCTION: "report.stage_reconstruction",
    Stage.RETURN: "report.stage_return",
}
_COUNTED = (
    (ServiceLevel.NOMINAL, "report.services_nominal", "report.services_nominal"),
    (ServiceLevel.DEGRADED, "report.services_degraded", "report.also_degraded"),
    (ServiceLevel.DOWN, "report.services_down", "report.also_down"),
)
_MILESTONE = 200


def recovery(author: Author) -> Section:
    """How services came back, and what that says and does not say."""
    say = author.say
    courses = author.debrief.services.courses
    times = author.debrief.times
    begun = times.begun is not None
    blocks: list[Block] = [Paragraph(phrase(_opening(author)))]
    if courses and begun:
        blocks.append(returns(author))
    if courses and begun and times.end.story > times.start.story:
        blocks.append(curve(author))
    blocks += [
        Side(
            say("report.plan_reading"),
            author.or_blank(author.texts.plan_reading),
            "" if author.dossier.simulated else say("report.plan_reading_sub"),
        ),
        author.side(say("report.not_measured"), say("report.not_measured_text")),
    ]
    return Section("6", say("report.section_recovery"), tuple(blocks))


def _opening(author: Author) -> str:
    say, courses = author.say, author.debrief.services.courses
    if not courses or author.debrief.times.begun is None:
        return say("report.recovery_none")
    levels = levels_at_end(author)
    sentences = [
        say(
            "report.recovery_end",
            states=_states(author, levels),
            services=author.voice.spelled(len(levels)),
        )
    ]
    beyond = targets.told(author)
    judged = [one for one in courses if one.target_met is not None]
    if beyond:
        sentences.append(beyond)
    elif judged:
        sentences.append(say("report.recovery_within", n=len(judged)))
    if author.unaided and author.script.steps:
        sentences.append(say("report.recovery_unaided"))
    return " ".join(sentences)


def _states(author: Author, levels: list[ServiceLevel]) -> str:
    """Neuf services nominaux, deux dégradés et un indisponible."""
    told: list[str] = []
    for level, first, other in _COUNTED:
        n = levels.count(level)
        if n:
            told.append(author.say(other if told else first, n=n, count=author.voice.spelled(n)))
    return author.voice.listed(told)


def works(author: Author) -> Table:
    """What was worked on, for the annex."""
    say = author.say
    courses = {one.step: one for one in author.debrief.recovery.steps}
    return author.table(
        "works",
        say("report.works_title"),
        (
            Column(say("report.column_number"), 28),
            Column(say("report.column_work"), 150),
            Column(say("report.column_stage"), 92),
            Column(say("report.column_begun"), 58, numbers=True),
            Column(say("report.column_finished"), 64, numbers=True),
            Column(say("report.column_out_of_order"), 90),
        ),
        [
            _work(author, number, courses[step])
            for number, step in enumerate(author.debrief.recovery.order, 1)
        ],
        subtitle=say("report.fictive_hours", hour=author.story(author.script.starts)),
        notes=(author.note(say("report.reading"), say("report.works_reading")),),
    )


def _work(author: Author, number: int, course: StepCourse) -> tuple[Cell, ...]:
    step = next((one for one in author.script.steps if one.id == course.step), None)
    team = author.name("team", step.team) if step else ""
    risks = {risk.id: author.voice.text(risk.name) for risk in (step.risks if step else ())}
    struck = [author.cut(risks.get(one.risk, one.risk), 60) for one in course.struck]
    stage = [author.say(_STAGES[step.stage])] if step else []
    if step and step.track is Track.CONTINUITY:
        stage.append(author.say("report.track_continuity"))
    return (
        (Line(phrase(str(number)), Role.KEY),),
        name_cell(author.name("step", course.step), team),
        cell(*stage),
        cell(author.since(course.stints[0].start.story) if course.stints else "–"),
        cell(author.since(course.finished.story) if course.finished else "–"),
        cell(author.voice.listed(struck)) if struck else second("–"),
    )


def public(author: Author) -> Table:
    """What is published of the real hospital, for the annex."""
    say = author.say
    attack = author.cut(author.voice.text(author.script.attack), 80)
    return author.table(
        "public",
        say("report.public_title", name=attack) if attack else say("report.public_title_unnamed"),
        (
            Column(say("report.column_hour"), 70),
            Column(say("report.column_published"), 322),
            Column(say("report.column_sources"), 90),
        ),
        [
            (
                name_cell(author.published(one.at)),
                cell(author.cut(author.voice.text(one.text), _MILESTONE)),
                second(author.sources(one.sources) or "–"),
            )
            for one in author.script.milestones
        ],
        subtitle=say("report.public_sub"),
        notes=(author.note(say("report.scope"), say("report.public_scope")),),
    )

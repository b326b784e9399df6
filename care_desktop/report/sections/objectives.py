"""Section 7: objectives on a scale of five answers, with their evidence; the two reviews; gaps."""

from __future__ import annotations

from care_desktop.debrief.log import Reviewed
from care_desktop.debrief.observations import CriterionCourse, ObjectiveCourse, Seen
from care_desktop.report.author import CELL, Author, second
from care_desktop.report.dossier import Assessment, Mastery
from care_desktop.report.model import (
    Blank,
    Block,
    Cell,
    Column,
    Level,
    Line,
    Paragraph,
    Piece,
    Role,
    Section,
    Side,
    Table,
    phrase,
    strong,
)

LADDER = {
    Mastery.MASTERED: (3, "report.mastered"),
    Mastery.RESERVES: (2, "report.reserves"),
    Mastery.DIFFICULTIES: (1, "report.difficulties"),
    Mastery.NOT_DONE: (0, "report.mastery_not_done"),
    Mastery.NOT_OBSERVED: (None, "report.mastery_not_observed"),
}
_EACH = 6


def objectives(author: Author) -> Section:
    """What was trained, and what shows it."""
    say, texts = author.say, author.texts
    courses = author.debrief.observations.objectives
    blocks: list[Block] = [Paragraph(phrase(_opening(author)))]
    if courses:
        blocks.append(_table(author, courses))
    else:
        blocks.append(Paragraph(phrase(say("report.objectives_none"))))
    blocks += [
        Side(say("report.hot"), _hot(author)),
        Side(say("report.cold"), author.or_blank(texts.cold)),
        Side(say("report.written_and_played"), author.or_blank(texts.written_and_played)),
    ]
    return Section("7", say("report.section_objectives"), tuple(blocks))


def _hot(author: Author) -> tuple[Paragraph | Blank, ...]:
    """What the cells said at once: what was settled for the report, else the findings of the debriefing."""
    found = author.debrief.log.reviews
    if author.texts.hot.strip() or not found:
        return author.or_blank(author.texts.hot)
    return tuple(Paragraph(phrase(_finding(author, one))) for one in found)


def _finding(author: Author, one: Reviewed) -> str:
    """What was noted, after the decision that it is about."""
    text = author.typed(one.text)
    kind, _, decision = one.section.partition("/")
    if kind != "decision" or decision not in {known.id for known in author.script.decisions}:
        return text
    return author.say("report.finding_about", decision=author.key_of_decision(decision), text=text)


def _opening(author: Author) -> str:
    if author.dossier.simulated:
        return author.say("report.objectives_simulated")
    return author.say("report.objectives_opening")


def _table(author: Author, courses: tuple[ObjectiveCourse, ...]) -> Table:
    say = author.say
    settled = {one.objective: one for one in author.texts.assessments}
    unseen = sum(_level(one, settled.get(one.objective)) is Mastery.NOT_OBSERVED for one in courses)
    count = author.voice.spelled(len(courses), capital=True)
    if unseen == len(courses):
        title = say("report.objectives_all_unseen", n=unseen, count=count)
    elif unseen:
        title = say("report.objectives_unseen", n=unseen, count=count, unseen=author.voice.spelled(unseen))
    else:
        title = say("report.objectives_title", n=len(courses), count=count)
    return author.table(
        "objectives",
        title,
        (
            Column("", 18),
            Column(say("report.column_objective"), 104),
            Column(say("report.column_level"), 86),
            Column(say("report.column_evidence"), 274),
        ),
        [_row(author, n, one, settled.get(one.objective)) for n, one in enumerate(courses, 1)],
        subtitle=say("report.objectives_sub"),
        legend=tuple(Level(steps, say(key)) for steps, key in LADDER.values()),
        notes=(author.note(say("report.levels"), say("report.levels_text")),),
    )


def _level(course: ObjectiveCourse, settled: Assessment | None) -> Mastery | None:
    """What people settled, never above the evidence: what nobody observed is not observed."""
    if course.planned and not course.observed:
        return Mastery.NOT_OBSERVED
    return settled.level if settled is not None else None


def _row(
    author: Author, number: int, course: ObjectiveCourse, settled: Assessment | None
) -> tuple[Cell, ...]:
    level = _level(course, settled)
    if level is None:
        simulated = author.dossier.simulated
        shown: Cell = second(author.say("report.level_simulated" if simulated else "report.level_to_settle"))
    else:
        steps, key = LADDER[level]
        shown = (Level(steps, author.say(key)),)
    return (
        (Line(phrase(str(number)), Role.KEY),),
        (Line(phrase(author.name("objective", course.objective, 140)), Role.ACT),),
        (*shown, *_criteria(author, course)),
        _evidence(author, course, settled),
    )


def _criteria(author: Author, course: ObjectiveCourse) -> Cell:
    """How many were seen of those looked at: to look and not to see is not the same as not to look."""
    say = author.say
    told = [say("report.criteria_count_seen", n=course.seen)]
    if course.partly:
        told.append(say("report.criteria_count_partly", n=course.partly))
    planned = say("report.criteria_planned", n=course.planned)
    of = say("report.criteria_of", n=course.observed, planned=planned)
    return (Line(phrase(author.voice.listed(told))), Line(phrase(of), Role.SECOND))


def _evidence(author: Author, course: ObjectiveCourse, settled: Assessment | None) -> Cell:
    pieces: list[Piece] = []
    if settled is not None and settled.evidence:
        pieces.append(Line(phrase(author.cut(settled.evidence, CELL))))
    else:
        pieces += _seen(author, course)
    if settled is not None and settled.gap:
        gap = author.cut(settled.gap, CELL)
        pieces.append(Line(phrase(strong(author.say("report.gap")), " " + gap)))
    return tuple(pieces) or second("–")


def _seen(author: Author, course: ObjectiveCourse) -> list[Piece]:
    """The criteria by what was seen of them, with the journal's numbers."""
    say = author.say
    criteria = {one.criterion: one for one in author.debrief.observations.criteria}
    pieces: list[Piece] = []
    for seen, key in (
        (Seen.SEEN, "report.criteria_seen"),
        (Seen.PARTLY, "report.criteria_partly"),
        (Seen.NOT_SEEN, "report.criteria_not_seen"),
        (Seen.NOT_OBSERVED, "report.criteria_not_observed"),
    ):
        found = [criteria[one] for one in course.criteria if one in criteria and criteria[one].seen is seen]
        if not found:
            continue
        names = [_named(author, one) for one in found[:_EACH]]
        if len(found) > _EACH:
            names.append(say("report.and_others", n=len(found) - _EACH))
        pieces.append(Line(phrase(strong(say(key)), " " + author.voice.joined(names))))
    return pieces


def _named(author: Author, one: CriterionCourse) -> str:
    name = author.name("criterion", one.criterion, 140)
    return f"{name} ({one.marks[-1].seq:04d})" if one.marks else name

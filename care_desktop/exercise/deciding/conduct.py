"""Commands about recovery, duties, presence, the log and observation."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.exercise.commands import (
    AbandonStep,
    Amend,
    BeginStep,
    HandOver,
    MarkMoment,
    MeetDuty,
    NoteArrival,
    NoteDeparture,
    NoteReview,
    Observe,
    PauseStep,
    RecordCall,
    SetDutyStart,
    ValidateCare,
    WriteEntry,
)
from care_desktop.exercise.deciding.registry import Moment, check_fact_time, check_known, refuse, to
from care_desktop.exercise.events import (
    AuthorityHandedOver,
    CareValidated,
    CorrespondentCalled,
    DutyMet,
    DutyStarted,
    EntryWritten,
    FunctionArrived,
    FunctionLeft,
    MomentMarked,
    ObservationMarked,
    RecordAmended,
    ReviewNoted,
    StepAbandoned,
    StepBegun,
    StepPaused,
)
from care_desktop.exercise.falling_due import Happening, deadline_of
from care_desktop.exercise.state import Work
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import CellId, FunctionId, StepId, TeamId


@to(BeginStep)
def _begin_step(moment: Moment, command: BeginStep) -> Iterator[Happening]:
    index, state = moment.index, moment.state
    work = _work(moment, command.step)
    if work in (Work.UNDER_WAY, Work.DONE):
        refuse("refusal.step_begun")
    step = index.steps[command.step]
    for need in step.needs:
        if need not in state.steps or state.steps[need].work is not Work.DONE:
            refuse("refusal.step_needs", step=need)
    if crew_at_work(moment, step.team) + step.crew > index.teams[step.team].capacity:
        refuse("refusal.team_busy", team=step.team)
    yield StepBegun(command.step), None


@to(PauseStep)
def _pause_step(moment: Moment, command: PauseStep) -> Iterator[Happening]:
    if _work(moment, command.step) is not Work.UNDER_WAY:
        refuse("refusal.step_not_under_way")
    yield StepPaused(command.step), None


@to(AbandonStep)
def _abandon_step(moment: Moment, command: AbandonStep) -> Iterator[Happening]:
    if _work(moment, command.step) not in (Work.UNDER_WAY, Work.PAUSED):
        refuse("refusal.step_not_under_way")
    yield StepAbandoned(command.step), None


@to(ValidateCare)
def _validate(moment: Moment, command: ValidateCare) -> Iterator[Happening]:
    check_known(moment.index.services, command.service)
    _check_function(moment, command.by)
    check_fact_time(moment, command.fact_at)
    if moment.state.level(command.service) is ServiceLevel.DOWN:
        refuse("refusal.service_down")
    yield CareValidated(command.service, command.by, command.fact_at), None


@to(SetDutyStart)
def _set_duty_start(moment: Moment, command: SetDutyStart) -> Iterator[Happening]:
    check_known(moment.index.duties, command.duty)
    check_fact_time(moment, command.fact_at)
    if moment.state.duty(command.duty).started is not None:
        refuse("refusal.duty_started")
    at = moment.state.line.fact(command.fact_at, moment.at)
    deadline = deadline_of(moment.index, command.duty, at)
    yield DutyStarted(command.duty, deadline, by_hand=True, fact_at=command.fact_at), None


@to(MeetDuty)
def _meet_duty(moment: Moment, command: MeetDuty) -> Iterator[Happening]:
    check_known(moment.index.duties, command.duty)
    _check_function(moment, command.by)
    check_fact_time(moment, command.fact_at)
    one = moment.state.duty(command.duty)
    if one.met is not None:
        refuse("refusal.duty_met")
    yield DutyMet(command.duty, None, command.text, command.by, command.fact_at), one.started


@to(RecordCall)
def _record_call(moment: Moment, command: RecordCall) -> Iterator[Happening]:
    check_known(moment.index.correspondents, command.correspondent)
    points = {point.id for point in moment.index.correspondents[command.correspondent].points}
    for point in command.said:
        if point not in points:
            refuse("refusal.unknown", id=point)
    _check_cell(moment, command.cell)
    _check_function(moment, command.by)
    check_fact_time(moment, command.fact_at)
    yield (
        CorrespondentCalled(
            command.correspondent, command.said, command.cell, command.text, command.by, command.fact_at
        ),
        None,
    )


@to(NoteArrival)
def _note_arrival(moment: Moment, command: NoteArrival) -> Iterator[Happening]:
    _check_function(moment, command.function)
    _check_cell(moment, command.cell)
    check_fact_time(moment, command.fact_at)
    there = moment.state.presence.get(command.function)
    if there is not None and there.cell == command.cell:
        refuse("refusal.already_present")
    yield FunctionArrived(command.function, command.cell, command.fact_at), None


@to(NoteDeparture)
def _note_departure(moment: Moment, command: NoteDeparture) -> Iterator[Happening]:
    check_fact_time(moment, command.fact_at)
    if command.function not in moment.state.presence:
        refuse("refusal.not_present")
    yield FunctionLeft(command.function, command.text, command.fact_at), None


@to(HandOver)
def _hand_over(moment: Moment, command: HandOver) -> Iterator[Happening]:
    _check_cell(moment, command.cell)
    _check_function(moment, command.to)
    check_fact_time(moment, command.fact_at)
    yield AuthorityHandedOver(command.cell, command.to, command.fact_at), None


@to(WriteEntry)
def _write_entry(moment: Moment, command: WriteEntry) -> Iterator[Happening]:
    _check_cell(moment, command.cell)
    _check_cell(moment, command.to)
    _check_function(moment, command.by)
    check_fact_time(moment, command.fact_at)
    yield (
        EntryWritten(command.entry, command.text, command.cell, command.to, command.by, command.fact_at),
        None,
    )


@to(Amend)
def _amend(moment: Moment, command: Amend) -> Iterator[Happening]:
    if not 1 <= command.of <= moment.state.seq:
        refuse("refusal.unknown", id=str(command.of))
    _check_function(moment, command.by)
    check_fact_time(moment, command.fact_at)
    yield RecordAmended(command.of, command.text, command.by, command.fact_at), None


@to(MarkMoment)
def _mark_moment(_moment: Moment, command: MarkMoment) -> Iterator[Happening]:
    yield MomentMarked(command.text), None


@to(Observe)
def _observe(moment: Moment, command: Observe) -> Iterator[Happening]:
    if command.criterion is not None:
        check_known(moment.index.criteria, command.criterion)
    elif command.text is None:
        refuse("refusal.empty_observation")
    _check_cell(moment, command.cell)
    check_fact_time(moment, command.fact_at)
    yield (
        ObservationMarked(command.mark, command.criterion, command.cell, command.text, command.fact_at),
        None,
    )


@to(NoteReview)
def _note_review(moment: Moment, command: NoteReview) -> Iterator[Happening]:
    _check_function(moment, command.by)
    yield ReviewNoted(command.section, command.text, command.by), None


def crew_at_work(moment: Moment, team: TeamId) -> int:
    """How many units of a team's crew are taken."""
    return sum(
        moment.index.steps[step].crew
        for step, one in moment.state.steps.items()
        if one.work is Work.UNDER_WAY and moment.index.steps[step].team == team
    )


def _work(moment: Moment, step: StepId) -> Work | None:
    check_known(moment.index.steps, step)
    one = moment.state.steps.get(step)
    return None if one is None else one.work


def _check_cell(moment: Moment, cell: CellId | None) -> None:
    if cell is not None:
        check_known(moment.index.cells, cell)


def _check_function(moment: Moment, function: FunctionId | None) -> None:
    if function is not None:
        check_known(moment.index.functions, function)

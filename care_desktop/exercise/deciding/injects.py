"""Commands about injects."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.exercise.commands import (
    ConfirmShown,
    CorrectInject,
    ImproviseInject,
    Launch,
    MarkDelivered,
    MarkNotReached,
    PostponeInject,
    Recall,
    ShiftTimeline,
    SkipInject,
)
from care_desktop.exercise.deciding.recall import undone_by
from care_desktop.exercise.deciding.registry import Moment, check_fact_time, check_known, refuse, to
from care_desktop.exercise.events import (
    CauseVoided,
    DeliveryFailed,
    InjectCorrected,
    InjectDelivered,
    InjectImprovised,
    InjectLaunched,
    InjectPostponed,
    InjectSkipped,
    ShownInRoom,
    Skip,
    TimelineShifted,
    Void,
)
from care_desktop.exercise.falling_due import Happening
from care_desktop.exercise.folding.timing import waits
from care_desktop.exercise.state import InjectState
from care_desktop.exercise.variants import chosen_variant
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import CellId, InjectId
from care_desktop.scenario.time import Span

RECALL_WITHIN = 15_000
"""Play milliseconds after its launch within which an inject can be taken back."""


@to(Launch)
def _launch(moment: Moment, command: Launch) -> Iterator[Happening]:
    index, state = moment.index, moment.state
    if _known(moment, command.inject).launched is not None:
        refuse("refusal.inject_launched")
    variant = command.variant or chosen_variant(index, state.seed, command.inject)
    written = index.injects.get(command.inject)
    if command.variant is not None and (
        written is None or command.variant not in {one.id for one in written.variants}
    ):
        refuse("refusal.unknown", id=command.variant)
    yield InjectLaunched(command.inject, by_hand=True, variant=variant), state.inject(command.inject).called


@to(MarkDelivered)
def _mark_delivered(moment: Moment, command: MarkDelivered) -> Iterator[Happening]:
    launched = _launched(moment, command.inject)
    _check_recipient(moment, command.inject, command.recipient)
    check_fact_time(moment, command.fact_at)
    yield InjectDelivered(command.inject, command.recipient, command.means, command.fact_at), launched


@to(MarkNotReached)
def _mark_not_reached(moment: Moment, command: MarkNotReached) -> Iterator[Happening]:
    launched = _launched(moment, command.inject)
    _check_recipient(moment, command.inject, command.recipient)
    yield DeliveryFailed(command.inject, command.recipient, command.text), launched


@to(ConfirmShown)
def _confirm_shown(moment: Moment, command: ConfirmShown) -> Iterator[Happening]:
    launched = _launched(moment, command.inject)
    if moment.state.inject(command.inject).shown is not None:
        refuse("refusal.already_shown")
    yield ShownInRoom(command.inject), launched


@to(SkipInject)
def _skip(moment: Moment, command: SkipInject) -> Iterator[Happening]:
    _to_come(moment, command.inject)
    yield InjectSkipped(command.inject, Skip.BY_HAND, command.text), None


@to(PostponeInject)
def _postpone(moment: Moment, command: PostponeInject) -> Iterator[Happening]:
    _to_come(moment, command.inject)
    if _is_over(moment, command.to):
        refuse("refusal.time_is_past")
    yield InjectPostponed(command.inject, command.to), None


@to(ShiftTimeline)
def _shift(moment: Moment, command: ShiftTimeline) -> Iterator[Happening]:
    start = _to_come(moment, command.start).due
    if start is None:
        refuse("refusal.not_planned")
    moved = tuple(
        inject
        for inject, one in moment.state.injects.items()
        if one.due is not None
        and (one.due.play is None) == (start.play is None)
        and one.due.ms >= start.ms
        and waits(moment.state, inject)
    )
    if _is_over(moment, start.later(command.by_ms)):
        refuse("refusal.time_is_past")
    yield TimelineShifted(command.by_ms, moved), None


@to(ImproviseInject)
def _improvise(moment: Moment, command: ImproviseInject) -> Iterator[Happening]:
    for cell in command.recipients:
        check_known(moment.index.cells, cell)
    name = f"improvised-{moment.state.seq + 1}"
    yield InjectImprovised(name, command.channel, command.recipients, command.text), None


@to(CorrectInject)
def _correct(moment: Moment, command: CorrectInject) -> Iterator[Happening]:
    if _known(moment, command.inject).launched is not None:
        refuse("refusal.inject_launched")
    yield InjectCorrected(command.inject, command.text), None


@to(Recall)
def _recall(moment: Moment, command: Recall) -> Iterator[Happening]:
    launched = _launched(moment, command.inject)
    launched_at = moment.state.inject(command.inject).launched_at
    if launched_at is None or moment.at.play - launched_at.play > RECALL_WITHIN:
        refuse("refusal.recall_late", seconds=RECALL_WITHIN // 1000)
    if moment.state.jumped is not None and moment.state.jumped > launched:
        refuse("refusal.recall_jumped")
    if moment.state.acts_upon(launched):
        refuse("refusal.recall_acted_upon")
    voided = undone_by(moment, launched)
    if any(moment.state.acts_upon(seq) for seq in voided):
        refuse("refusal.recall_acted_upon")
    yield CauseVoided(launched, Void.RECALL, voided), launched


def _known(moment: Moment, inject: InjectId) -> InjectState:
    if inject not in moment.index.injects and inject not in moment.state.injects:
        refuse("refusal.unknown", id=inject)
    return moment.state.inject(inject)


def _launched(moment: Moment, inject: InjectId) -> Seq:
    launched = _known(moment, inject).launched
    if launched is None:
        refuse("refusal.inject_not_launched")
    return launched


def _to_come(moment: Moment, inject: InjectId) -> InjectState:
    one = _known(moment, inject)
    if one.launched is not None:
        refuse("refusal.inject_launched")
    if one.skipped is not None:
        refuse("refusal.inject_skipped")
    return one


def _check_recipient(moment: Moment, inject: InjectId, recipient: CellId) -> None:
    check_known(moment.index.cells, recipient)
    deliveries = moment.state.inject(inject).deliveries
    if any(one.recipient == recipient and one.at is not None for one in deliveries):
        refuse("refusal.already_delivered")


def _is_over(moment: Moment, span: Span) -> bool:
    return (moment.at.story if span.play is None else moment.at.play) > span.ms

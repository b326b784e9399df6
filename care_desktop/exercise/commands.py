"""The commands: what people, the session or a policy ask of the engine, in the imperative.

They hold what was pressed or typed; the engine answers with events or refuses. Stored with their batch, so
that any journal can be played again. ``fact_at`` and ``by`` are as in ``events``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from care_desktop.exercise.events import Entry, Gap, Mark, Pause
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import (
    CellId,
    CorrespondentId,
    CriterionId,
    DecisionId,
    DutyId,
    FunctionId,
    InjectId,
    OptionId,
    PointId,
    ServiceId,
    StepId,
    VariantId,
)
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import PlayMs, Span, StoryMs


class OpenDecisions(StrEnum):
    """What a jump does with decisions that are open."""

    KEEP = "keep"
    APPLY_DEFAULT = "apply_default"
    WITHDRAW = "withdraw"


class Command(Struct, frozen=True):
    """What every command has: the name of its stored form."""

    kind: ClassVar[str]


class Open(Command, frozen=True):
    """Open the exercise with a script, named by its digest."""

    kind: ClassVar[str] = "open"
    script: str


class Begin(Command, frozen=True):
    """DEBEX."""

    kind: ClassVar[str] = "begin"


class Suspend(Command, frozen=True):
    """Let play time stand still."""

    kind: ClassVar[str] = "suspend"
    why: Pause = Pause.PAUSE
    text: Words | None = None


class Resume(Command, frozen=True):
    """Let play time go on."""

    kind: ClassVar[str] = "resume"


class Interrupt(Command, frozen=True):
    """Record that the exercise was cut off; only the session gives it."""

    kind: ClassVar[str] = "interrupt"
    why: Gap
    gap_ms: int | None = None


class NoteWallClock(Command, frozen=True):
    """Record that the machine's clock was set; only the session gives it."""

    kind: ClassVar[str] = "note_wall_clock"
    by_ms: int


class Advance(Command, frozen=True):
    """Let time pass, nothing else: the command of a tick's batch."""

    kind: ClassVar[str] = "advance"


class ChangePace(Command, frozen=True):
    """Let the story pass at ``num/den`` from here on."""

    kind: ClassVar[str] = "change_pace"
    num: int
    den: int


class Jump(Command, frozen=True):
    """Advance the story to ``to``; with decisions open, ``open`` must say what becomes of them."""

    kind: ClassVar[str] = "jump"
    to: StoryMs
    open: OpenDecisions | None = None


class End(Command, frozen=True):
    """FINEX."""

    kind: ClassVar[str] = "end"


class Launch(Command, frozen=True):
    """Launch an inject; without ``variant``, the seed chooses one where there are several."""

    kind: ClassVar[str] = "launch"
    inject: InjectId
    variant: VariantId | None = None


class MarkDelivered(Command, frozen=True):
    """Say that an inject really reached a recipient, and by which means."""

    kind: ClassVar[str] = "mark_delivered"
    inject: InjectId
    recipient: CellId
    means: Channel
    fact_at: PlayMs | None = None


class MarkNotReached(Command, frozen=True):
    """Say that a recipient could not be reached."""

    kind: ClassVar[str] = "mark_not_reached"
    inject: InjectId
    recipient: CellId
    text: Words | None = None


class ConfirmShown(Command, frozen=True):
    """Say that the room's screen has painted the inject; the first one counts."""

    kind: ClassVar[str] = "confirm_shown"
    inject: InjectId


class SkipInject(Command, frozen=True):
    """Leave an inject out."""

    kind: ClassVar[str] = "skip_inject"
    inject: InjectId
    text: Words | None = None


class PostponeInject(Command, frozen=True):
    """Let an inject be due at another time."""

    kind: ClassVar[str] = "postpone_inject"
    inject: InjectId
    to: Span


class ShiftTimeline(Command, frozen=True):
    """Move this planned inject and all that are due after it on the same line by ``by_ms``."""

    kind: ClassVar[str] = "shift_timeline"
    start: InjectId
    by_ms: int


class ImproviseInject(Command, frozen=True):
    """Write an inject that no script holds; it is launched like any other."""

    kind: ClassVar[str] = "improvise_inject"
    channel: Channel
    recipients: tuple[CellId, ...]
    text: Words


class CorrectInject(Command, frozen=True):
    """Replace the text of a coming inject."""

    kind: ClassVar[str] = "correct_inject"
    inject: InjectId
    text: Words


class Recall(Command, frozen=True):
    """Take a launched inject back, within 15 s and as long as nobody acted on it."""

    kind: ClassVar[str] = "recall"
    inject: InjectId


class Answer(Command, frozen=True):
    """Record a cell's answer; without an option, ``text`` says what it decided instead."""

    kind: ClassVar[str] = "answer"
    decision: DecisionId
    cell: CellId
    option: OptionId | None = None
    text: Words | None = None
    by: FunctionId | None = None
    authority: FunctionId | None = None
    confidence: int | None = None
    fact_at: PlayMs | None = None


class AskInformation(Command, frozen=True):
    """Record that a cell wants to know more before it decides."""

    kind: ClassVar[str] = "ask_information"
    decision: DecisionId
    cell: CellId
    text: Words
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class DecideSpontaneously(Command, frozen=True):
    """Record a decision that nobody asked for."""

    kind: ClassVar[str] = "decide_spontaneously"
    cell: CellId
    text: Words
    by: FunctionId | None = None
    authority: FunctionId | None = None
    fact_at: PlayMs | None = None


class GradeAnswer(Command, frozen=True):
    """Say which option an answer in other words amounts to, if any."""

    kind: ClassVar[str] = "grade_answer"
    answer: Seq
    option: OptionId | None = None


class ExtendLimit(Command, frozen=True):
    """Give a decision ``by_ms`` more, from its limit or from now if that has passed; None lifts the limit."""

    kind: ClassVar[str] = "extend_limit"
    decision: DecisionId
    by_ms: int | None = None


class HoldDefault(Command, frozen=True):
    """Let the default wait while an answer is being written down."""

    kind: ClassVar[str] = "hold_default"
    decision: DecisionId


class ReleaseDefault(Command, frozen=True):
    """Let the default no longer wait."""

    kind: ClassVar[str] = "release_default"
    decision: DecisionId


class ApplyDefault(Command, frozen=True):
    """Apply the default of a decision whose limit has passed."""

    kind: ClassVar[str] = "apply_default"
    decision: DecisionId


class WithdrawDecision(Command, frozen=True):
    """Take a question back."""

    kind: ClassVar[str] = "withdraw_decision"
    decision: DecisionId


class Revise(Command, frozen=True):
    """Replace what was settled; ``cell`` where each cell decides for itself."""

    kind: ClassVar[str] = "revise"
    decision: DecisionId
    option: OptionId
    cell: CellId | None = None
    text: Words | None = None
    by: FunctionId | None = None
    authority: FunctionId | None = None
    fact_at: PlayMs | None = None


class BeginStep(Command, frozen=True):
    """Let a team begin a recovery step, or take it up again."""

    kind: ClassVar[str] = "begin_step"
    step: StepId


class PauseStep(Command, frozen=True):
    """Let a team put a step down; what was done stays done."""

    kind: ClassVar[str] = "pause_step"
    step: StepId


class AbandonStep(Command, frozen=True):
    """Give a step up; what was done is lost."""

    kind: ClassVar[str] = "abandon_step"
    step: StepId


class ValidateCare(Command, frozen=True):
    """Record that the care staff confirmed a service."""

    kind: ClassVar[str] = "validate_care"
    service: ServiceId
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class SetDutyStart(Command, frozen=True):
    """Set the T0 of a duty by hand."""

    kind: ClassVar[str] = "set_duty_start"
    duty: DutyId
    fact_at: PlayMs | None = None


class MeetDuty(Command, frozen=True):
    """Record that a duty was done, otherwise than in a call."""

    kind: ClassVar[str] = "meet_duty"
    duty: DutyId
    text: Words | None = None
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class RecordCall(Command, frozen=True):
    """Record a call to a simulated outsider and the points that were said."""

    kind: ClassVar[str] = "record_call"
    correspondent: CorrespondentId
    said: tuple[PointId, ...] = ()
    cell: CellId | None = None
    text: Words | None = None
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class NoteArrival(Command, frozen=True):
    """Note that a function is there."""

    kind: ClassVar[str] = "note_arrival"
    function: FunctionId
    cell: CellId
    fact_at: PlayMs | None = None


class NoteDeparture(Command, frozen=True):
    """Note that a function has left."""

    kind: ClassVar[str] = "note_departure"
    function: FunctionId
    text: Words | None = None
    fact_at: PlayMs | None = None


class HandOver(Command, frozen=True):
    """Note that another function decides in a cell from here on."""

    kind: ClassVar[str] = "hand_over"
    cell: CellId
    to: FunctionId
    fact_at: PlayMs | None = None


class WriteEntry(Command, frozen=True):
    """Write a line of the exercise’s journal."""

    kind: ClassVar[str] = "write_entry"
    text: Words
    entry: Entry = Entry.NOTE
    cell: CellId | None = None
    to: CellId | None = None
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class Amend(Command, frozen=True):
    """Say something about an earlier event."""

    kind: ClassVar[str] = "amend"
    of: Seq
    text: Words
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class MarkMoment(Command, frozen=True):
    """Mark a moment to come back to."""

    kind: ClassVar[str] = "mark_moment"
    text: Words | None = None


class Observe(Command, frozen=True):
    """Record what an observer saw."""

    kind: ClassVar[str] = "observe"
    mark: Mark = Mark.NOTED
    criterion: CriterionId | None = None
    cell: CellId | None = None
    text: Words | None = None
    fact_at: PlayMs | None = None


class NoteReview(Command, frozen=True):
    """Record what was said in a review after FINEX."""

    kind: ClassVar[str] = "note_review"
    section: str
    text: Words
    by: FunctionId | None = None

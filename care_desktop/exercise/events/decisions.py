"""Decisions: asked, answered, settled, revised, or left to their limit."""

from __future__ import annotations

from typing import ClassVar

from care_desktop.exercise.events.base import Fact
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import (
    CellId,
    DecisionId,
    FunctionId,
    OptionId,
)
from care_desktop.scenario.time import PlayMs, Span


class DecisionOpened(Fact, frozen=True):
    """A decision is asked for; ``limit`` is the last moment in time."""

    kind: ClassVar[str] = "decision.opened"
    decision: DecisionId
    limit: Span | None = None
    effect: int | None = None


class DecisionAlreadyTaken(Fact, frozen=True):
    """A question came that the cells had answered beforehand (« déjà décidée »)."""

    kind: ClassVar[str] = "decision.already_taken"
    decision: DecisionId
    effect: int | None = None


class InformationAsked(Fact, frozen=True):
    """A cell wants to know more before it decides: that is a decision too."""

    kind: ClassVar[str] = "decision.information_asked"
    decision: DecisionId
    cell: CellId
    text: Words
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class AnswerGiven(Fact, frozen=True):
    """A cell answered: with an option, or in other words (« autre décision », ``option`` is None).

    ``authority`` is the function on whose authority it decided. ``late`` is judged by the time of the fact.
    """

    kind: ClassVar[str] = "decision.answered"
    decision: DecisionId
    cell: CellId
    option: OptionId | None
    late: bool
    anticipated: bool
    text: Words | None = None
    by: FunctionId | None = None
    authority: FunctionId | None = None
    confidence: int | None = None
    fact_at: PlayMs | None = None


class AnswerGraded(Fact, frozen=True):
    """The facilitator says which option an answer in other words amounts to, if any."""

    kind: ClassVar[str] = "decision.graded"
    decision: DecisionId
    answer: Seq
    option: OptionId | None


class DecisionSettled(Fact, frozen=True):
    """What counts: the option whose effects apply. ``cell`` is set where each cell decides for itself."""

    kind: ClassVar[str] = "decision.settled"
    decision: DecisionId
    option: OptionId | None
    answer: Seq
    cell: CellId | None = None


class SpontaneousDecisionTaken(Fact, frozen=True):
    """A cell decided something that nobody asked."""

    kind: ClassVar[str] = "decision.spontaneous"
    cell: CellId
    text: Words
    by: FunctionId | None = None
    authority: FunctionId | None = None
    fact_at: PlayMs | None = None


class LimitExtended(Fact, frozen=True):
    """A decision has until ``limit``, or no limit any more."""

    kind: ClassVar[str] = "decision.limit_extended"
    decision: DecisionId
    limit: Span | None


class LimitReached(Fact, frozen=True):
    """The limit passed without a decision. Nothing is decided by that."""

    kind: ClassVar[str] = "decision.limit_reached"
    decision: DecisionId


class DefaultHeld(Fact, frozen=True):
    """Somebody is writing an answer down: the default waits."""

    kind: ClassVar[str] = "decision.default_held"
    decision: DecisionId


class DefaultReleased(Fact, frozen=True):
    """The default no longer waits; its grace starts again."""

    kind: ClassVar[str] = "decision.default_released"
    decision: DecisionId


class DefaultApplied(Fact, frozen=True):
    """« Sans décision à l'échéance »: the default's effects apply, if it has any."""

    kind: ClassVar[str] = "decision.default_applied"
    decision: DecisionId
    option: OptionId | None
    by_hand: bool


class DecisionWithdrawn(Fact, frozen=True):
    """The facilitator took the question back."""

    kind: ClassVar[str] = "decision.withdrawn"
    decision: DecisionId


class DecisionRevised(Fact, frozen=True):
    """The cells changed their mind: what was pending of the first is cancelled, what happened stays.

    ``of`` is the settlement that it replaces.
    """

    kind: ClassVar[str] = "decision.revised"
    decision: DecisionId
    option: OptionId
    of: Seq
    cell: CellId | None = None
    text: Words | None = None
    by: FunctionId | None = None
    authority: FunctionId | None = None
    fact_at: PlayMs | None = None

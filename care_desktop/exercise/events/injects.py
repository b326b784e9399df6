"""Injects, and causes taken back."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from care_desktop.exercise.events.base import Fact
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import (
    CellId,
    InjectId,
    VariantId,
)
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import PlayMs, Span


class Skip(StrEnum):
    """Why an inject was not played."""

    BY_HAND = "by_hand"
    JUMP = "jump"


class Void(StrEnum):
    """Why a cause was taken back."""

    RECALL = "recall"


class InjectCalledUp(Fact, frozen=True):
    """A conditional or reserve inject became due."""

    kind: ClassVar[str] = "inject.called_up"
    inject: InjectId
    effect: int | None = None


class InjectLaunched(Fact, frozen=True):
    """An inject was let loose, by hand or by itself; what it changes in the world changes now."""

    kind: ClassVar[str] = "inject.launched"
    inject: InjectId
    by_hand: bool
    variant: VariantId | None = None


class InjectDelivered(Fact, frozen=True):
    """An inject really reached a recipient."""

    kind: ClassVar[str] = "inject.delivered"
    inject: InjectId
    recipient: CellId
    means: Channel
    fact_at: PlayMs | None = None


class DeliveryFailed(Fact, frozen=True):
    """A recipient was not reached."""

    kind: ClassVar[str] = "inject.delivery_failed"
    inject: InjectId
    recipient: CellId
    text: Words | None = None


class ShownInRoom(Fact, frozen=True):
    """The room's screen painted the inject: latencies of the room run from here."""

    kind: ClassVar[str] = "inject.shown"
    inject: InjectId


class InjectSkipped(Fact, frozen=True):
    """An inject will not be played, unless somebody launches it all the same."""

    kind: ClassVar[str] = "inject.skipped"
    inject: InjectId
    why: Skip
    text: Words | None = None


class InjectPostponed(Fact, frozen=True):
    """An inject is due at another time."""

    kind: ClassVar[str] = "inject.postponed"
    inject: InjectId
    to: Span


class TimelineShifted(Fact, frozen=True):
    """These injects are due ``by_ms`` later, each on its own line."""

    kind: ClassVar[str] = "inject.timeline_shifted"
    by_ms: int
    injects: tuple[InjectId, ...]


class InjectImprovised(Fact, frozen=True):
    """The facilitator wrote an inject that no script holds."""

    kind: ClassVar[str] = "inject.improvised"
    inject: InjectId
    channel: Channel
    recipients: tuple[CellId, ...]
    text: Words


class InjectCorrected(Fact, frozen=True):
    """The text of a coming inject was replaced."""

    kind: ClassVar[str] = "inject.corrected"
    inject: InjectId
    text: Words


class CauseVoided(Fact, frozen=True):
    """An event and all that followed from it count as never having been."""

    kind: ClassVar[str] = "cause.voided"
    of: Seq
    why: Void
    voided: tuple[Seq, ...]

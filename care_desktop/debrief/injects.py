"""Injects: what was planned, what was launched, whom it reached and when."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from msgspec import Struct

from care_desktop.debrief.played import Played
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import (
    CauseVoided,
    DeliveryFailed,
    InjectDelivered,
    InjectLaunched,
    InjectPostponed,
    InjectSkipped,
    Skip,
    TimelineShifted,
)
from care_desktop.exercise.state import Delivery, InjectState
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import CellId, InjectId, VariantId
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import PlayMs, Span


class Origin(StrEnum):
    """Where an inject comes from: a time in the script, a condition, the reserve, or the facilitator."""

    PLANNED = "planned"
    CONDITIONAL = "conditional"
    RESERVE = "reserve"
    IMPROVISED = "improvised"


class Fate(StrEnum):
    """What became of an inject. ``NOT_DUE``: its condition did not come about, or it stayed in reserve."""

    LAUNCHED = "launched"
    SKIPPED = "skipped"
    RECALLED = "recalled"
    NOT_LAUNCHED = "not_launched"
    NOT_DUE = "not_due"


class Reached(Struct, frozen=True):
    """A try at reaching a recipient. ``at`` is the time of the fact, None when it was not reached.

    ``latency_ms`` is play time from the launch to the fact: a call that is launched has not been heard yet.
    """

    seq: Seq
    recipient: CellId
    at: PlayMs | None
    latency_ms: int | None = None
    means: Channel | None = None
    text: Words | None = None


class InjectCourse(Struct, frozen=True):
    """One inject. ``written`` is its time in the script, ``due`` the one it had in the end.

    ``behind_ms`` is how much later than ``due`` it was launched, on the line on which it was due (negative:
    earlier); None for what had no time. ``recalls`` counts launches that were taken back: of those nothing
    else is told, as they count as never having been. ``harm``: the script has a patient come to harm in it.
    """

    inject: InjectId
    origin: Origin
    fate: Fate
    written: Span | None = None
    due: Span | None = None
    called: Seq | None = None
    launched: Seq | None = None
    launched_at: Instant | None = None
    by_hand: bool = False
    variant: VariantId | None = None
    behind_ms: int | None = None
    shown: Instant | None = None
    reached: tuple[Reached, ...] = ()
    postponed: int = 0
    skipped: Skip | None = None
    skipped_seq: Seq | None = None
    why: Words | None = None
    recalls: int = 0
    corrected: Words | None = None
    improvised: Words | None = None
    harm: bool = False


class Injects(Struct, frozen=True):
    """All injects, in the order of the script, then the improvised ones.

    Share played: ``launched`` of ``planned``. Planned is what the chronogramme asked for: a time in the
    script, or a condition or effect that called it up. What was launched from reserve or improvised stands
    beside it and never swells the share. ANSSI, *Organiser un exercice de gestion de crise cyber* (2020):
    about 70 % of a chronogramme is usually played, and the animation may shift, leave out and improvise.
    """

    courses: tuple[InjectCourse, ...]
    planned: int
    launched: int
    from_reserve: int
    improvised: int
    recalled: int


def injects(played: Played) -> Injects:
    """What became of every inject."""
    recalls, moved = _recalls(played), _moved(played)
    names = dict.fromkeys((*played.index.injects, *played.state.injects))
    courses = tuple(_course(played, name, recalls[name], moved[name]) for name in names)
    planned = [one for one in courses if _was_planned(one)]
    others = [one for one in courses if one.launched is not None and not _was_planned(one)]
    return Injects(
        courses,
        planned=len(planned),
        launched=sum(one.launched is not None for one in planned),
        from_reserve=sum(one.origin is not Origin.IMPROVISED for one in others),
        improvised=sum(one.origin is Origin.IMPROVISED for one in others),
        recalled=sum(recalls.values()),
    )


def _was_planned(one: InjectCourse) -> bool:
    return one.written is not None or one.called is not None


def _recalls(played: Played) -> Counter[InjectId]:
    taken_back = (played.event(fact.of).fact for _, fact in played.facts(CauseVoided))
    return Counter(fact.inject for fact in taken_back if isinstance(fact, InjectLaunched))


def _moved(played: Played) -> Counter[InjectId]:
    moved = Counter(fact.inject for _, fact in played.facts(InjectPostponed))
    for _, fact in played.facts(TimelineShifted):
        moved.update(fact.injects)
    return moved


def _course(played: Played, name: InjectId, recalls: int, moved: int) -> InjectCourse:
    one = played.state.inject(name)
    written = played.index.injects.get(name)
    launch = None if one.launched is None else played.event(one.launched).fact
    skip = None if one.skipped is None else played.event(one.skipped).fact
    return InjectCourse(
        name,
        _origin(played, name, one),
        _fate(one),
        written=None if written is None else written.at,
        due=one.due,
        called=one.called,
        launched=one.launched,
        launched_at=one.launched_at,
        by_hand=isinstance(launch, InjectLaunched) and launch.by_hand,
        variant=one.variant,
        behind_ms=_behind(one),
        shown=one.shown,
        reached=tuple(_reached(played, one, delivery) for delivery in one.deliveries),
        postponed=moved,
        skipped=skip.why if isinstance(skip, InjectSkipped) else None,
        skipped_seq=one.skipped,
        why=skip.text if isinstance(skip, InjectSkipped) else None,
        recalls=recalls,
        corrected=one.corrected,
        improvised=None if one.improvised is None else one.improvised.text,
        harm=written is not None and bool(written.harm.fr),
    )


def _origin(played: Played, name: InjectId, one: InjectState) -> Origin:
    written = played.index.injects.get(name)
    if written is None:
        return Origin.IMPROVISED
    if written.at is not None:
        return Origin.PLANNED
    return Origin.RESERVE if written.when is None and one.called is None else Origin.CONDITIONAL


def _fate(one: InjectState) -> Fate:
    if one.launched is not None:
        return Fate.LAUNCHED
    if one.skipped is not None:
        return Fate.SKIPPED
    if one.recalled is not None:
        return Fate.RECALLED
    return Fate.NOT_DUE if one.due is None else Fate.NOT_LAUNCHED


def _behind(one: InjectState) -> int | None:
    if one.due is None or one.launched_at is None:
        return None
    return (one.launched_at.story if one.due.play is None else one.launched_at.play) - one.due.ms


def _reached(played: Played, one: InjectState, delivery: Delivery) -> Reached:
    fact = played.event(delivery.seq).fact
    since = one.launched_at
    return Reached(
        delivery.seq,
        delivery.recipient,
        delivery.at,
        None if delivery.at is None or since is None else max(0, delivery.at - since.play),
        fact.means if isinstance(fact, InjectDelivered) else None,
        fact.text if isinstance(fact, DeliveryFailed) else None,
    )

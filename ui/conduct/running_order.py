"""The running order (*déroulé*): a row for each inject that is or was to come, and which one is next."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from care_desktop.exercise.folding.timing import launches_itself
from care_desktop.exercise.state import InjectState
from care_desktop.scenario.ids import CellId, InjectId
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import MINUTE
from ui.conduct.names import (
    animator_of,
    cells_named,
    channel_of,
    day_of,
    improvised,
    inject_code,
    inject_title,
    joined,
    recipients_of,
)
from ui.conduct.seen import Seen


class Standing(StrEnum):
    """Where an inject stands, as its row says it."""

    PLANNED = "planned"
    TO_ADAPT = "to_adapt"
    POSTPONED = "postponed"
    RESERVE = "reserve"
    UNDER_WAY = "under_way"
    NOT_REACHED = "not_reached"
    DELIVERED = "delivered"
    SKIPPED = "skipped"
    RECALLED = "recalled"


OVER = frozenset({Standing.DELIVERED, Standing.SKIPPED, Standing.RECALLED})
"""What needs nobody's eye any more."""


class Row(Struct, frozen=True):
    """One inject as the list shows it; ``word`` says its state, empty where there is nothing to say."""

    inject: InjectId
    code: str
    hour: str
    day: str
    channel: Channel
    title: str
    detail: str
    standing: Standing
    word: str
    is_next: bool = False
    on_screen: bool = False


def order(seen: Seen) -> list[InjectId]:
    """The injects of the list, in the order of the story; those in reserve are not in it."""
    place = {inject: number for number, inject in enumerate(seen.index.injects)}
    placed = [
        (at, place.get(inject, len(place)), inject)
        for inject, one in seen.view.injects.items()
        if (at := _story_of(seen, one)) is not None
    ]
    return [inject for _, _, inject in sorted(placed)]


def reserve(seen: Seen) -> list[InjectId]:
    """The injects that come only by a hand or by a condition, and have not come yet."""
    every = (*seen.index.injects, *improvised(seen))
    return [inject for inject in every if story_of(seen, inject) is None]


def waits(seen: Seen, inject: InjectId) -> bool:
    """Whether an inject is still to come."""
    one = seen.inject(inject)
    return one.launched is None and one.skipped is None and one.recalled is None


def next_inject(seen: Seen, chosen: InjectId | None = None) -> InjectId | None:
    """The one that LANCER will launch: the one that was chosen, else the first that waits for a hand.

    One that launches by itself would slip away under a finger on its way to LANCER.
    """
    if chosen is not None and seen.inject(chosen).launched is None:
        return chosen
    waiting = [inject for inject in order(seen) if waits(seen, inject)]
    by_hand = (inject for inject in waiting if not goes_alone(seen, inject))
    return next(by_hand, next(iter(waiting), None))


def goes_alone(seen: Seen, inject: InjectId) -> bool:
    """Whether an inject launches by itself when it is due."""
    return inject in seen.index.injects and launches_itself(seen.index, inject)


def waiting_after(seen: Seen, inject: InjectId | None, most: int) -> list[InjectId]:
    """The next ones that wait besides ``inject``, in order."""
    return [one for one in order(seen) if waits(seen, one) and one != inject][:most]


def rows(seen: Seen, following: InjectId | None = None, on_screen: InjectId | None = None) -> list[Row]:
    """Every row of the list, as things stand; ``following`` is the next one."""
    return [_row(seen, inject, following, on_screen) for inject in _shown(seen, following)]


def _shown(seen: Seen, following: InjectId | None) -> list[InjectId]:
    shown = order(seen)
    if following is not None and following not in shown:
        # Chosen out of the reserve: it stands where it would come
        place = next((number for number, one in enumerate(shown) if waits(seen, one)), len(shown))
        shown.insert(place, following)
    return shown


class KeptRows:
    """The rows as they were made last: one is made anew only where what it tells of is another.

    A list of some hundred is looked at after every event, and an event touches two or three of them.
    """

    def __init__(self) -> None:
        self._kept: dict[InjectId, tuple[_Told, Row]] = {}
        self._of: tuple[object, object] | None = None

    def rows(
        self, seen: Seen, following: InjectId | None = None, on_screen: InjectId | None = None
    ) -> list[Row]:
        """Every row, as ``rows`` makes them."""
        if self._of is None or self._of[0] is not seen.index or self._of[1] is not seen.view.line:
            self.forget()
            self._of = (seen.index, seen.view.line)
        return [self._row(seen, inject, following, on_screen) for inject in _shown(seen, following)]

    def forget(self) -> None:
        """Make all rows anew the next time: they are said otherwise."""
        self._kept.clear()

    def _row(
        self, seen: Seen, inject: InjectId, following: InjectId | None, on_screen: InjectId | None
    ) -> Row:
        told = _Told(seen.inject(inject), to_adapt(seen, inject), inject == following, inject == on_screen)
        kept = self._kept.get(inject)
        if kept is None or kept[0].state is not told.state or kept[0][1:] != told[1:]:
            kept = self._kept[inject] = (told, _row(seen, inject, following, on_screen))
        return kept[1]


class _Told(NamedTuple):
    """All that a row depends on besides the script and the line of the story."""

    state: InjectState
    to_adapt: bool
    is_next: bool
    on_screen: bool


def standing(seen: Seen, inject: InjectId) -> Standing:
    """Where an inject stands."""
    one = seen.inject(inject)
    if one.launched is not None:
        return _reached(one, recipients_of(seen, inject))
    if one.recalled is not None:
        return Standing.RECALLED
    if one.skipped is not None:
        return Standing.SKIPPED
    if to_adapt(seen, inject):
        return Standing.TO_ADAPT
    if one.due is None:
        return Standing.RESERVE
    return Standing.POSTPONED if postponed_by(seen, inject) else Standing.PLANNED


def to_adapt(seen: Seen, inject: InjectId) -> bool:
    """Whether what an inject supposes does not hold at this moment."""
    written = seen.index.injects.get(inject)
    return written is not None and written.requires is not None and not seen.holds(written.requires)


def postponed_by(seen: Seen, inject: InjectId) -> int:
    """By how many minutes of its own line a planned inject was moved."""
    one, written = seen.inject(inject), seen.index.injects.get(inject)
    if written is None or written.at is None or one.due is None or one.called is not None:
        return 0
    return round((one.due.ms - written.at.ms) / MINUTE)


def to_reach(seen: Seen, inject: InjectId) -> list[CellId]:
    """The recipients that an inject has not reached."""
    reached = {delivery.recipient for delivery in seen.inject(inject).deliveries if delivery.at is not None}
    return [cell for cell in recipients_of(seen, inject) if cell not in reached]


def story_of(seen: Seen, inject: InjectId) -> int | None:
    """Where an inject stands in the story; None in reserve."""
    return _story_of(seen, seen.inject(inject))


def _row(seen: Seen, inject: InjectId, following: InjectId | None, on_screen: InjectId | None) -> Row:
    at = story_of(seen, inject)
    code = inject_code(seen, inject)
    stands = standing(seen, inject)
    cells = cells_named(seen, recipients_of(seen, inject))
    return Row(
        inject,
        code,
        "" if at is None else seen.speaker.hour(at),
        "" if at is None else day_of(seen, at),
        channel_of(seen, inject),
        inject_title(seen, inject),
        joined(code, cells, animator_of(seen, inject), _remark(seen, inject, stands)),
        stands,
        _word(seen, inject, stands),
        inject == following,
        inject == on_screen,
    )


def _reached(one: InjectState, recipients: tuple[CellId, ...]) -> Standing:
    last = {delivery.recipient: delivery.at for delivery in one.deliveries}
    if any(at is None for at in last.values()):
        return Standing.NOT_REACHED
    if one.shown is not None or all(cell in last for cell in recipients):
        return Standing.DELIVERED
    return Standing.UNDER_WAY


def _remark(seen: Seen, inject: InjectId, stands: Standing) -> str:
    one = seen.inject(inject)
    left = to_reach(seen, inject)
    if stands is Standing.NOT_REACHED:
        tried = {delivery.recipient for delivery in one.deliveries}
        missed = cells_named(seen, [cell for cell in left if cell in tried])
        return seen.speaker.say("conduct.not_reached_who", cells=missed)
    if stands is Standing.UNDER_WAY and one.deliveries:
        return seen.speaker.say("conduct.still_to_reach", cells=cells_named(seen, left))
    return "" if one.corrected is None else seen.speaker.say("conduct.corrected")


def _word(seen: Seen, inject: InjectId, stands: Standing) -> str:
    match stands:
        case Standing.PLANNED:
            return ""
        case Standing.DELIVERED:
            hour = seen.speaker.hour(_reached_at(seen, seen.inject(inject)))
            return seen.speaker.say("conduct.delivered_at", hour=hour)
        case Standing.POSTPONED:
            minutes = f"{postponed_by(seen, inject):+d}".replace("-", "−")
            return seen.speaker.say("conduct.postponed_by", minutes=minutes)
        case _:
            return seen.speaker.say(_WORDS[stands])


_WORDS = {
    Standing.TO_ADAPT: "conduct.to_adapt",
    Standing.RESERVE: "conduct.in_reserve",
    Standing.UNDER_WAY: "conduct.to_deliver",
    Standing.NOT_REACHED: "conduct.not_reached",
    Standing.SKIPPED: "conduct.skipped",
    Standing.RECALLED: "conduct.recalled",
}


def _reached_at(seen: Seen, one: InjectState) -> int:
    plays = [delivery.at for delivery in one.deliveries if delivery.at is not None]
    if plays:
        return seen.view.line.story_at(max(plays))
    last = one.shown or one.launched_at
    return 0 if last is None else last.story


def _story_of(seen: Seen, one: InjectState) -> int | None:
    if one.due is not None:
        return one.due.story if one.due.story is not None else seen.view.line.story_at(one.due.ms)
    return None if one.launched_at is None else one.launched_at.story

"""What the band says of the next inject: what it is, when it is due, by which way, and what to say."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.exercise.events import ExerciseOpened
from care_desktop.exercise.state import Status
from care_desktop.exercise.variants import chosen_variant
from care_desktop.scenario.ids import InjectId, PhaseId
from care_desktop.scenario.script import Channel, Inject
from ui.conduct.names import (
    cells_named,
    channel_of,
    decision_code,
    inject_code,
    inject_title,
    moment,
    one_line,
    recipients_of,
)
from ui.conduct.running_order import goes_alone, order, to_adapt
from ui.conduct.seen import Seen


class UpNext(Struct, frozen=True):
    """The next inject in words. ``words`` are for the players, ``advice`` for the animator alone."""

    inject: InjectId
    code: str
    place: str
    title: str
    channel: Channel
    way: str
    asks: str
    words: str
    advice: str
    adapt: bool
    phase: str


class Due(Struct, frozen=True):
    """When it is due, in words, and whether that has passed."""

    text: str
    late: bool


def up_next(seen: Seen, inject: InjectId) -> UpNext:
    """What there is to say of the next inject."""
    written = seen.index.injects.get(inject)
    shown = order(seen)
    place = shown.index(inject) + 1 if inject in shown else 0
    ahead = phase_ahead(seen, inject)
    return UpNext(
        inject,
        inject_code(seen, inject),
        seen.speaker.say("conduct.place", place=place, total=len(shown)) if place else "",
        inject_title(seen, inject),
        channel_of(seen, inject),
        way_of(seen, inject),
        _asks(seen, written),
        words_of(seen, inject),
        "" if written is None else one_line(seen.speaker.text(written.say)),
        to_adapt(seen, inject),
        "" if ahead is None else seen.speaker.text(seen.index.phases[ahead].name),
    )


def due(seen: Seen, inject: InjectId) -> Due:
    """When an inject is due. Beyond the phase that is played, only its hour is known."""
    one = seen.inject(inject)
    say, speaker = seen.speaker.say, seen.speaker
    if one.due is None:
        return Due(say("conduct.due_when_you_like"), late=False)
    if phase_ahead(seen, inject) is not None:
        return Due(say("conduct.due_at", hour=moment(seen, one.due.ms)), late=False)
    left = due_in(seen, inject) or 0
    if seen.view.status is Status.PREPARED:
        return Due(say("conduct.due_at", hour=moment(seen, seen.now.story + left)), late=False)
    if left < 0:
        return Due(say("conduct.late_by", time=speaker.duration(-left)), late=True)
    key = "conduct.goes_alone_in" if goes_alone(seen, inject) else "conduct.due_in"
    return Due(speaker.say(key, time=speaker.duration(left)), late=False)


def due_in(seen: Seen, inject: InjectId) -> int | None:
    """Play milliseconds until an inject is due; negative when it is late, None in reserve."""
    span = seen.inject(inject).due
    if span is None:
        return None
    play = span.play if span.play is not None else seen.view.line.play_at(span.ms)
    return play - seen.now.play


def phase_ahead(seen: Seen, inject: InjectId) -> PhaseId | None:
    """The phase of an inject, where the story has not come to it."""
    span = seen.inject(inject).due
    if span is None or span.story is None:
        return None
    reached = [phase for phase in seen.index.script.phases if phase.starts <= span.story]
    last = max(reached, key=lambda one: one.starts, default=None)
    return None if last is None or last.starts <= seen.now.story else last.id


def words_of(seen: Seen, inject: InjectId) -> str:
    """The words that reach the players: corrected, of the variant that will be sent, or as written."""
    one, written = seen.inject(inject), seen.index.injects.get(inject)
    typed = one.corrected or (None if one.improvised is None else one.improvised.text)
    if typed is not None:
        return typed.text or ""
    if written is None:
        return ""
    variant = one.variant or chosen_variant(seen.index, _seed(seen), inject)
    body = next((each.body for each in written.variants if each.id == variant), written.body)
    return seen.speaker.text(body)


def way_of(seen: Seen, inject: InjectId) -> str:
    """Who reaches whom, and how."""
    written = seen.index.injects.get(inject)
    sender = "" if written is None else seen.speaker.text(written.sender)
    key = WAYS[channel_of(seen, inject)]
    way = seen.speaker.say(key, cells=cells_named(seen, recipients_of(seen, inject)))
    return f"{sender}, {way[:1].lower()}{way[1:]}" if sender else way


WAYS = {
    Channel.CALL: "conduct.way_call",
    Channel.EMAIL: "conduct.way_email",
    Channel.SMS: "conduct.way_sms",
    Channel.IN_PERSON: "conduct.way_in_person",
    Channel.DOCUMENT: "conduct.way_document",
    Channel.PRESS: "conduct.way_press",
    Channel.BROADCAST: "conduct.way_broadcast",
    Channel.SOCIAL: "conduct.way_social",
    Channel.ALERT: "conduct.way_alert",
    Channel.RANSOM_NOTE: "conduct.way_ransom_note",
    Channel.NOTICE: "conduct.way_notice",
}


def _asks(seen: Seen, written: Inject | None) -> str:
    if written is None or written.asks is None:
        return ""
    return seen.speaker.say("conduct.opens", decision=decision_code(seen, written.asks))


def _seed(seen: Seen) -> int:
    first = seen.events[0].fact if seen.events else None
    return first.seed if isinstance(first, ExerciseOpened) else seen.index.script.options.seed

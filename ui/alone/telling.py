"""What the page says at each step, from what players may know alone."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import DecisionId, InjectId, OptionId, ServiceId
from care_desktop.scenario.kinds import a_facility
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import DAY, StoryMs
from ui.alone.story import Place, Step
from ui.conduct.names import cells_named, channel_of, recipients_of, service_named
from ui.conduct.seen import Seen
from ui.conduct.signs import CHANNEL_ICONS
from ui.conduct.up_next import words_of


class Choice(Struct, frozen=True):
    """A thing that can be done, and what it costs."""

    option: OptionId
    label: str
    price: str


class Change(Struct, frozen=True):
    """A service that does otherwise than before: an icon, its tone, and the words."""

    icon: str
    tone: str
    words: str


class Gesture(Struct, frozen=True):
    """What else can be done here, by a button in the page."""

    does: str
    icon: str
    words: str


class Scene(Struct, frozen=True):
    """A page: a small line with its icon, a title, the large text, more of it, the question, the way on."""

    forward: str
    icon: str = ""
    lead: str = ""
    to: str = ""
    title: str = ""
    text: str = ""
    more: str = ""
    changes: tuple[Change, ...] = ()
    question: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] | None = None
    gestures: tuple[Gesture, ...] = ()


class Noted(Struct, frozen=True):
    """An answer that was noted: an option or words, and how the services did before it.

    ``amends``: these words were added to an answer that stands.
    """

    decision: DecisionId
    option: OptionId | None
    typed: str
    levels: dict[ServiceId, ServiceLevel]
    amends: bool = False


def hour_in_words(seen: Seen, story: StoryMs) -> str:
    """06:50; from the second day of the story on, with the day."""
    hour, day = seen.speaker.hour(story), story // DAY
    return seen.speaker.say("alone.day", day=day + 1, hour=hour) if day else hour


def _forward(seen: Seen, story: StoryMs) -> str:
    hour, day = seen.speaker.hour(story), story // DAY
    return seen.speaker.say("alone.jump_day" if day else "alone.jump", day=day + 1, hour=hour)


def scene(seen: Seen, place: Place) -> Scene:
    """What the page says where the team stands."""
    say = seen.speaker.say
    match place.step:
        case Step.BEGIN | Step.OPENING:
            return _begin(seen)
        case Step.PAUSED:
            return Scene(
                say("alone.resume"),
                "pause",
                say("alone.pause"),
                text=say("alone.paused"),
                more=say("alone.paused_more"),
                gestures=(
                    Gesture("home", "house", say("alone.to_home")),
                    Gesture("end", "circle-check", say("alone.to_end")),
                ),
            )
        case Step.EVENT if place.inject is not None:
            return _event(seen, place.inject)
        case Step.CHOICE if place.decision is not None:
            return _choice(seen, place.decision)
        case Step.JUMP if place.goal is not None:
            hour = hour_in_words(seen, place.goal.to)
            return Scene(
                _forward(seen, place.goal.to),
                "clock",
                hour,
                text=say("alone.jump_text"),
                more=say("alone.jump_more"),
            )
        case Step.ARRIVED if place.goal is not None:
            return Scene(
                say("alone.next"), "clock", hour_in_words(seen, place.goal.to), text=place.goal.recap.strip()
            )
        case Step.OVER:
            return Scene(say("alone.debrief"), text=say("alone.over"), more=say("alone.over_more"))
        case _:
            return Scene(say("alone.next"), "clock", text=say("alone.wait"), more=say("alone.wait_more"))


def _begin(seen: Seen) -> Scene:
    say, script = seen.speaker.say, seen.index.script
    text, more = say("alone.begin_text"), say("alone.begin_more")
    if script.written_for:
        text = say("alone.begin_text_elsewhere", kinds=a_facility(script.written_for, say))
        more = f"{say('alone.begin_more_elsewhere')}\n{more}"
    title = say("alone.begin_title", name=seen.speaker.text(script.name))
    return Scene(say("alone.begin"), title=title, text=text, more=more)


def followed(seen: Seen, noted: Noted) -> Scene:
    """What followed from an answer: its price, and the services that do otherwise than before."""
    say, text = seen.speaker.say, seen.speaker.text
    written = None if noted.option is None else seen.index.options[noted.decision, noted.option]
    price = "" if written is None else text(written.price).strip()
    nothing = say("alone.nothing_foreseen" if written is None else "alone.nothing_yet")
    changes = tuple(
        Change(icon, tone, say(key, service=service_named(seen, service)))
        for service in seen.index.services
        if (level := seen.level(service)) is not noted.levels.get(service, ServiceLevel.NOMINAL)
        for icon, tone, key in (_LEVELS[level],)
    )
    return Scene(
        say("alone.next"),
        "check",
        say("alone.you_decided"),
        text=noted.typed if written is None else text(written.label),
        more=say("alone.amended") if noted.amends else price or ("" if changes else nothing),
        changes=changes,
        hint=say("alone.debrief_says"),
        gestures=(Gesture("correct", "pencil", say("alone.correct")),),
    )


def asked_again(seen: Seen, noted: Noted) -> Scene:
    """The choices once more, for an answer that was noted otherwise than it was said."""
    return replace(_choice(seen, noted.decision), hint=seen.speaker.say("alone.correct_hint"))


def _event(seen: Seen, inject: InjectId) -> Scene:
    say, text = seen.speaker.say, seen.speaker.text
    written, channel = seen.index.injects.get(inject), channel_of(seen, inject)
    subject = "" if written is None else text(written.subject).strip()
    sender = "" if written is None else text(written.sender).strip()
    way, words = say(WAYS[channel]), words_of(seen, inject).strip()
    cells = cells_named(seen, recipients_of(seen, inject))
    is_asked = channel is not Channel.NOTICE
    return Scene(
        say("alone.talked" if is_asked else "alone.next"),
        CHANNEL_ICONS[channel],
        f"{sender}, {way}" if sender else f"{way[:1].upper()}{way[1:]}",
        say("alone.to", cells=cells) if cells else "",
        subject if words else "",
        words or subject,
        question=say("alone.question") if is_asked else "",
        hint=say("alone.question_hint") if is_asked else "",
    )


def _choice(seen: Seen, decision: DecisionId) -> Scene:
    say, text = seen.speaker.say, seen.speaker.text
    described = seen.index.decisions[decision]
    choices = tuple(
        Choice(option.id, text(option.label), text(option.price).strip()) for option in described.options
    )
    return Scene(
        say("alone.noted"),
        title=text(described.question),
        question=say("alone.choices"),
        hint=say("alone.choices_hint"),
        choices=choices,
    )


WAYS = {
    Channel.CALL: "alone.way_call",
    Channel.EMAIL: "alone.way_email",
    Channel.SMS: "alone.way_sms",
    Channel.IN_PERSON: "alone.way_in_person",
    Channel.DOCUMENT: "alone.way_document",
    Channel.PRESS: "alone.way_press",
    Channel.BROADCAST: "alone.way_broadcast",
    Channel.SOCIAL: "alone.way_social",
    Channel.ALERT: "alone.way_alert",
    Channel.RANSOM_NOTE: "alone.way_ransom_note",
    Channel.NOTICE: "alone.way_notice",
}

_LEVELS = {
    ServiceLevel.NOMINAL: ("circle-check", "ok", "alone.level_nominal"),
    ServiceLevel.DEGRADED: ("triangle-alert", "warn", "alone.level_degraded"),
    ServiceLevel.DOWN: ("octagon-x", "stop", "alone.level_down"),
}

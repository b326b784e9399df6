"""What the page says at each step, from what players may know alone."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import DecisionId, InjectId, OptionId, ServiceId
from ui.alone.story import Place, Step
from ui.conduct.names import channel_of, moment, service_named
from ui.conduct.seen import Seen
from ui.conduct.signs import CHANNEL_ICONS
from ui.conduct.up_next import way_of, words_of


class Choice(Struct, frozen=True):
    """A thing that can be done, and what it costs."""

    option: OptionId
    label: str
    price: str


class Scene(Struct, frozen=True):
    """A page: a small line with its icon, the large text, more of it, the question, and the way on."""

    forward: str
    icon: str = ""
    lead: str = ""
    text: str = ""
    more: str = ""
    question: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] | None = None


class Noted(Struct, frozen=True):
    """An answer that was noted: its words, its price, and how the services did before it."""

    decision: DecisionId
    label: str
    price: str
    levels: dict[ServiceId, ServiceLevel]


def scene(seen: Seen, place: Place) -> Scene:
    """What the page says where the team stands."""
    say = seen.speaker.say
    match place.step:
        case Step.BEGIN:
            return Scene(say("alone.begin"), text=say("alone.begin_text"), more=say("alone.begin_more"))
        case Step.PAUSED:
            return Scene(
                say("alone.resume"), "pause", text=say("alone.paused"), more=say("alone.paused_more")
            )
        case Step.EVENT if place.inject is not None:
            return _event(seen, place.inject)
        case Step.CHOICE if place.decision is not None:
            return _choice(seen, place.decision)
        case Step.JUMP if place.goal is not None:
            hour = moment(seen, place.goal.to)
            return Scene(
                say("alone.jump", hour=hour), "clock", hour, say("alone.jump_text"), say("alone.jump_more")
            )
        case Step.ARRIVED if place.goal is not None:
            return Scene(say("alone.next"), "clock", moment(seen, place.goal.to), place.goal.recap.strip())
        case Step.OVER:
            return Scene(say("alone.debrief"), text=say("alone.over"), more=say("alone.over_more"))
        case _:
            return Scene(say("alone.next"), "clock", text=say("alone.wait"), more=say("alone.wait_more"))


def followed(seen: Seen, noted: Noted) -> Scene:
    """What followed from an answer: its price, and the services that do otherwise than before."""
    say = seen.speaker.say
    changed = [
        say(_LEVELS[level], service=service_named(seen, service))
        for service in seen.index.services
        if (level := seen.level(service)) is not noted.levels.get(service, ServiceLevel.NOMINAL)
    ]
    more = "\n".join((noted.price, *changed)).strip() or say("alone.nothing_yet")
    return Scene(
        say("alone.next"),
        "check",
        say("alone.you_decided"),
        noted.label,
        more,
        hint=say("alone.debrief_says"),
    )


def _event(seen: Seen, inject: InjectId) -> Scene:
    say = seen.speaker.say
    written = seen.index.injects.get(inject)
    subject = "" if written is None else seen.speaker.text(written.subject).strip()
    icon = CHANNEL_ICONS[channel_of(seen, inject)]
    lead, words = way_of(seen, inject), words_of(seen, inject).strip()
    return Scene(
        say("alone.talked"),
        icon,
        f"{lead} · {subject}" if subject else lead,
        words or subject,
        question=say("alone.question"),
        hint=say("alone.question_hint"),
    )


def _choice(seen: Seen, decision: DecisionId) -> Scene:
    say, text = seen.speaker.say, seen.speaker.text
    described = seen.index.decisions[decision]
    choices = tuple(
        Choice(option.id, text(option.label), text(option.price).strip()) for option in described.options
    )
    return Scene(
        say("alone.noted"),
        lead=text(described.question),
        question=say("alone.choices"),
        hint=say("alone.choices_hint"),
        choices=choices,
    )


_LEVELS = {
    ServiceLevel.NOMINAL: "alone.level_nominal",
    ServiceLevel.DEGRADED: "alone.level_degraded",
    ServiceLevel.DOWN: "alone.level_down",
}

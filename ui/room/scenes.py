"""The scenes of an exercise. With ``hearing`` and ``recovery``, the only code that makes any.

Of the script it reads the neutral name, what phases recall, what injects tell, questions and names: never
what an animator alone may know.
"""

from __future__ import annotations

from care_desktop.exercise.events import (
    Begun,
    Ended,
    Event,
    InjectLaunched,
    Pause,
    PhaseEntered,
    Resumed,
    StoryJumped,
    Suspended,
)
from care_desktop.exercise.state import Status
from care_desktop.scenario.ids import DecisionId, InjectId
from care_desktop.scenario.time import DAY, HOUR
from ui.room import scene
from ui.room.hearing import heard
from ui.room.outlook import Outlook
from ui.room.recovery import recovery
from ui.room.told import gist, goes_up_by_itself, told

__all__ = ["black", "card", "goes_up", "heard", "question", "real_incident", "recovery", "situation"]

MOST_FACTS = 4
_PARTS = ((5, "room.night"), (12, "room.morning"), (18, "room.afternoon"), (22, "room.evening"))


def black(outlook: Outlook) -> scene.Black:
    """Nothing but « EXERCICE »."""
    return scene.Black(outlook.strip(""))


def real_incident(outlook: Outlook) -> scene.RealIncident | None:
    """The card that goes before everything else, as long as something real stops the exercise."""
    stopped = _stopped(outlook)
    if (
        stopped is None
        or not isinstance(stopped.fact, Suspended)
        or stopped.fact.why is not Pause.REAL_INCIDENT
    ):
        return None
    say = outlook.voice.say
    strip = scene.Strip(say("room.no_exercise"), _wall(outlook, stopped))
    return scene.RealIncident(strip, say("room.real_title"), say("room.real_text"))


def card(outlook: Outlook) -> scene.Scene | None:
    """What stands on the wall as long as the exercise does not run; None while it does."""
    say = outlook.voice.say
    match outlook.view.status:
        case Status.NEW | Status.PREPARED:
            name = outlook.voice.text(outlook.index.script.name)
            return scene.Welcome(outlook.strip(""), name, say("room.welcome_text"))
        case Status.SUSPENDED:
            strip = outlook.strip(say("room.time_stands_still"))
            return scene.Suspended(strip, say("room.suspended_title"), say("room.suspended_text"))
        case Status.ENDED:
            ended = next((e for e in reversed(outlook.followed.events) if isinstance(e.fact, Ended)), None)
            strip = outlook.strip("" if ended is None else _wall(outlook, ended))
            return scene.End(strip, say("room.end_title"), say("room.end_text"), say("room.end_next"))
        case Status.RUNNING:
            return None


def situation(outlook: Outlook) -> scene.Situation:
    """What time it is, and the last facts that the room knows.

    A jump begins a new page: what the phase recalls, then what the wall showed since. What was told to a
    cell alone is not known to the room.
    """
    voice = outlook.voice
    hour = voice.hour(outlook.now)
    name = voice.text(outlook.index.script.name)
    facts = tuple(_facts(outlook)[-MOST_FACTS:])
    return scene.Situation(outlook.strip(name), hour, _day(outlook, hour), facts)


def question(outlook: Outlook, decision: DecisionId) -> scene.Question | None:
    """What a decision asks, once it was asked: of whom, the question, who brought it."""
    described, state = outlook.index.decisions.get(decision), outlook.view.decisions.get(decision)
    if described is None or state is None or state.opened is None or state.withdrawn is not None:
        return None
    asked = outlook.voice.text(described.question)
    return scene.Question(outlook.strip(), outlook.cells(described.cells), asked, _brought(outlook, decision))


def goes_up(outlook: Outlook, inject: InjectId) -> bool:
    """Whether an inject that was launched goes on the wall by itself."""
    one = told(outlook, inject)
    return one is not None and goes_up_by_itself(outlook, one)


def _facts(outlook: Outlook) -> list[str]:
    facts: list[str] = []
    landing: Event | None = None
    for event in outlook.followed.events:
        match event.fact:
            case StoryJumped():
                landing, facts = event, []
            case PhaseEntered(phase) if landing is not None and event.at.play == landing.at.play:
                recap = outlook.voice.text(outlook.index.phases[phase].recap)
                facts = [line for line in recap.split("\n") if line.strip()]
            case InjectLaunched(inject):
                state, one = outlook.view.injects.get(inject), told(outlook, inject)
                stands = state is not None and state.launched == event.seq
                if one is not None and stands and goes_up_by_itself(outlook, one):
                    facts.append(gist(one, outlook.voice))
    return facts


def _brought(outlook: Outlook, decision: DecisionId) -> str:
    for inject in outlook.index.script.injects:
        one = told(outlook, inject.id) if inject.asks == decision else None
        if one is not None and (one.sender or one.subject):
            hour = outlook.voice.hour(one.since)
            return outlook.voice.say("room.brought_by", who=one.sender or one.subject, hour=hour)
    return ""


def _day(outlook: Outlook, hour: str) -> str:
    """The day of the story from the second on, and the part of the day."""
    of_day = outlook.now // HOUR % 24
    part = outlook.voice.say(next((key for until, key in _PARTS if of_day < until), "room.night"))
    day = outlook.voice.story(outlook.now, outlook.index).removesuffix(hour).strip()
    return f"{day}, {part}" if day and outlook.now >= DAY else part


def _stopped(outlook: Outlook) -> Event | None:
    """The event by which people stopped the exercise; None while it runs. A restart is no such event."""
    kinds = (Suspended, Resumed, Begun)
    last = next((event for event in reversed(outlook.followed.events) if isinstance(event.fact, kinds)), None)
    return last if outlook.view.status is Status.SUSPENDED else None


def _wall(outlook: Outlook, event: Event) -> str:
    stamp = outlook.followed.stamps.get(event.seq)
    return "" if stamp is None else outlook.voice.wall(stamp)

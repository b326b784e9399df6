"""What stands above the debriefing: the exercise, when it was played, how long, how much of it. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ui.review.past import Past
    from ui.voice import Voice


class Heading(NamedTuple):
    """A title, and a sentence below it."""

    title: str
    told: str


def heading(voice: Voice, past: Past) -> Heading:
    """The neutral name, and what was played in one sentence."""
    times, injects = past.measured.times, past.measured.injects
    titled = "review.title_of_rehearsal" if past.rehearsal else "review.title"
    title = voice.say(titled, name=voice.text(past.index.script.name))
    lasted = voice.duration(times.end.play - times.start.play)
    played = voice.say("review.stimuli_of", n=injects.launched, of=injects.planned)
    if times.begun is None:
        return Heading(title, voice.say("review.not_begun"))
    if times.ended is None:
        return Heading(title, voice.say("review.under_way", lasted=lasted, stimuli=played))
    begun = past.wall(times.begun)
    if begun is None:
        return Heading(title, voice.say("review.played", lasted=lasted, stimuli=played))
    date = voice.date(begun.date().isoformat())
    return Heading(title, voice.say("review.played_on", date=date, lasted=lasted, stimuli=played))

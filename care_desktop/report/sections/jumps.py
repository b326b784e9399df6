"""The stretches of the story that nobody played, told one by one, or those that end in another phase."""

from __future__ import annotations

from care_desktop.debrief.times import Jump
from care_desktop.report.author import Author


def named(author: Author) -> tuple[Jump, ...]:
    """Those whose length is worth a word: without a facilitator every event is jumped to."""
    jumps = author.debrief.times.jumps
    if not author.unaided:
        return jumps
    starts = [phase.starts for phase in author.script.phases]
    return tuple(jump for jump in jumps if any(jump.story_from < start <= jump.story_to for start in starts))


def jumped(author: Author) -> str:
    """How many there were, and how long; nothing where there was none."""
    say, voice, jumps = author.say, author.voice, author.debrief.times.jumps
    if not jumps:
        return ""
    long = named(author)
    lengths = voice.listed([voice.duration(one.story_to - one.story_from) for one in long])
    count = voice.spelled(len(jumps), capital=True)
    if not author.unaided:
        return say("report.jumps", n=len(jumps), count=count, lengths=lengths)
    told = say("report.jumps_unaided", n=len(jumps), count=count)
    if long:
        told += say("report.jumps_to_phases", n=len(long), lengths=lengths)
    return f"{told}."

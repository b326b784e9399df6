"""How lengths of time, names and typed words are told in the debriefing. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from care_desktop.debrief.comparison import NotComparable
from care_desktop.debrief.decisions import Decided
from care_desktop.exercise.words import Words
from care_desktop.scenario.background import Quality
from care_desktop.scenario.time import DAY, HOUR, MINUTE

if TYPE_CHECKING:
    from care_desktop.exercise.index import ScriptIndex
    from ui.voice import Voice

_NBSP = "\u00a0"
_SECOND = 1000

QUALITIES = {
    Quality.RECOMMENDED: "report.quality_recommended",
    Quality.DEFENSIBLE: "report.quality_defensible",
    Quality.TO_DISCUSS: "report.quality_to_discuss",
    Quality.AT_RISK: "report.quality_at_risk",
}
REASONS = {
    NotComparable.NOTHING_PUBLISHED: "review.reason_nothing_published",
    NotComparable.NOT_PLAYED: "review.reason_not_played",
    NotComparable.JUMP: "review.reason_jump",
    NotComparable.PACE: "review.reason_pace",
    NotComparable.MOBILISATION: "review.reason_mobilisation",
}


def took(voice: Voice, ms: int) -> str:
    """8 min 40 s; to the second below an hour, and never less than it was: what is late looks late."""
    seconds = -(-ms // _SECOND)
    if seconds < 60 or seconds * _SECOND >= HOUR:
        return voice.duration(-(-ms // MINUTE) * MINUTE if seconds >= 60 else seconds * _SECOND)
    minutes, rest = divmod(seconds, 60)
    told = f"{minutes}{_NBSP}min"
    return f"{told}{_NBSP}{rest}{_NBSP}s" if rest else told


def typed(voice: Voice, words: Words | None) -> str:
    """What a person typed, on one line; erased words are said to be so."""
    if words is None:
        return ""
    return voice.say("report.erased") if words.text is None else " ".join(words.text.split())


def name_of(voice: Voice, index: ScriptIndex, sort: str, of: str | None) -> str:
    """The name of a part of the script (``"cells"``, ``"functions"``…), its id where it has none."""
    if of is None:
        return ""
    one = getattr(index, sort).get(of)
    return of if one is None else voice.text(one.name)


def who(voice: Voice, index: ScriptIndex, one: Decided) -> str:
    """Who decided, and on whose authority if that was another."""
    by = name_of(voice, index, "functions", one.by) or name_of(voice, index, "cells", one.cell)
    authority = name_of(voice, index, "functions", one.authority)
    if authority and one.authority != one.by:
        return voice.say("review.by_authority", who=by, authority=authority)
    return by


def since(voice: Voice, index: ScriptIndex, story_ms: int) -> str:
    """H+3:40, or by its day where that is far from the beginning of the story."""
    away = story_ms - index.script.starts
    if abs(away) > 3 * DAY:
        return voice.say("report.day_before" if away < 0 else "report.day_after", n=abs(story_ms // DAY))
    minutes = abs(away) // MINUTE
    return f"H{'−' if away < 0 else '+'}{minutes // 60}:{minutes % 60:02d}"

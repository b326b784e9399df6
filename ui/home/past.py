"""The exercises of before: what is said of each in the recents, and the one to take up again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum

from msgspec import Struct

from care_desktop.workspace.recents import ENDED, RUNNING, Recent
from ui.voice import Voice

SUSPENDED = "suspended"


class Act(StrEnum):
    """What a row does when it is chosen."""

    RETURN = "return"
    RESUME = "resume"
    REVIEW = "review"
    NOTHING = "nothing"


class Row(Struct, frozen=True):
    """One exercise in the list of recents."""

    entry: Recent
    icon: str
    title: str
    detail: str
    word: str
    tone: str
    act: Act


class Standing(Struct, frozen=True):
    """What the first card says, and of which exercise; ``is_open``: it goes on, and is gone back to."""

    entry: Recent
    title: str
    body: str
    is_open: bool = False


class Seen(Struct, frozen=True):
    """What the index does not say: databases that are not where they were, and the exercise that is open.

    ``elsewhere``: another window has them all; one that runs may run there.
    """

    missing: frozenset[str] = frozenset()
    open: str = ""
    elsewhere: bool = False


def rows(entries: Iterable[Recent], seen: Seen, voice: Voice) -> tuple[Row, ...]:
    """The recents, in their order; those that bear one name say the hour as well as the day."""
    known = tuple(entries)
    names = Counter(entry.neutral_name for entry in known)
    return tuple(_row(entry, seen, voice, hour=names[entry.neutral_name] > 1) for entry in known)


def standing(entries: Iterable[Recent], seen: Seen, voice: Voice) -> Standing | None:
    """The exercise that comes first: the open one, else the last that stands in its middle.

    Of those, first one that nobody suspended, else one suspended. None while another window has them.
    """
    if seen.elsewhere:
        return None
    there = [one for one in entries if one.database not in seen.missing]
    for entry in there:
        if entry.exercise == seen.open and entry.status != ENDED:
            return _open(entry, voice)
    there = [one for one in there if one.exercise != seen.open]
    for status in (RUNNING, SUSPENDED):
        for entry in there:
            if entry.status == status:
                return _interrupted(entry, voice)
    return None


def played(entries: Iterable[Recent]) -> tuple[Recent, ...]:
    """The exercises that count: played to their end, no rehearsals."""
    return tuple(entry for entry in entries if entry.status == ENDED and entry.kind == "exercise")


def subtitle(entries: Sequence[Recent], voice: Voice) -> str:
    """How many exercises were played, and when the last one was; a first sentence where none was."""
    done = played(entries)
    if not done:
        return voice.say("home.welcome")
    return voice.say("home.played", n=len(done), date=day_of(done[0], voice))


def day_of(entry: Recent, voice: Voice) -> str:
    """The day on which it began, as people say it here; with its year, unless it is this one."""
    try:
        year = datetime.fromisoformat(entry.begun).year
        return voice.date(entry.begun, year=year != datetime.now(UTC).year)
    except ValueError:  # the index can be edited by hand
        return entry.begun


def _moment_of(entry: Recent, voice: Voice) -> str:
    """The day and the hour at which it began, here."""
    try:
        begun = datetime.fromisoformat(entry.begun).astimezone()
    except ValueError:
        return entry.begun
    return voice.say("home.day_at", date=day_of(entry, voice), hour=f"{begun:%H:%M}")


def _open(entry: Recent, voice: Voice) -> Standing:
    title = voice.say("home.open_now", name=entry.neutral_name)
    return Standing(entry, title, voice.say("home.open_why"), is_open=True)


def _interrupted(entry: Recent, voice: Voice) -> Standing:
    name, play = entry.neutral_name, voice.play(entry.play)
    when = {"date": day_of(entry, voice)}
    if entry.status == RUNNING:
        title = voice.say("home.interrupted_at", name=name, play=play)
        happened = voice.say("home.interrupted_why", **when)
    else:
        title = voice.say("home.suspended_at", name=name, play=play)
        happened = voice.say("home.suspended_why", **when)
    return Standing(entry, title, " ".join((happened, _kept(entry, voice), voice.say("home.resumes"))))


def _kept(entry: Recent, voice: Voice) -> str:
    if entry.facts == 0:
        return voice.say("home.nothing_lost")
    facts = voice.say("home.facts", n=entry.facts)
    # The index of recents follows the journal some seconds behind
    kept = "home.kept_at_least" if entry.status == RUNNING else "home.kept"
    return voice.say(kept, facts=facts, decisions=voice.say("home.decisions", n=entry.decisions))


def _row(entry: Recent, seen: Seen, voice: Voice, *, hour: bool) -> Row:
    rehearsal, title = entry.is_rehearsal, entry.neutral_name
    if rehearsal:
        title = voice.say("home.rehearsal_of", name=title)
    icon, word, tone, act = _state(entry, seen)
    date = _moment_of(entry, voice) if hour else day_of(entry, voice)
    length = voice.duration(entry.play)
    if entry.status != ENDED:
        detail = voice.say("home.begun_on", date=date)
    elif rehearsal:
        detail = voice.say("home.rehearsed_on", date=date)
    else:
        detail = voice.say("home.played_on", date=date, length=length)
    return Row(entry, icon, title, detail, voice.say(word), tone, act)


def _state(entry: Recent, seen: Seen) -> tuple[str, str, str, Act]:
    """The icon, the word, its tone and the act of a row."""
    if entry.exercise == seen.open and entry.status != ENDED:
        return "circle-play", "home.state_open", "acc", Act.RETURN
    if entry.database in seen.missing:
        return "file-question-mark", "home.state_missing", "stop", Act.NOTHING
    if entry.status == ENDED:
        if entry.is_rehearsal:
            return "repeat-2", "home.state_rehearsal", "ink2", Act.REVIEW
        return "scroll-text", "home.state_ended", "acc", Act.REVIEW
    if entry.status == RUNNING:
        word = "home.state_unended" if seen.elsewhere else "home.state_interrupted"
        return "history", word, "warn", Act.RESUME
    if entry.status == SUSPENDED:
        return "circle-pause", "home.state_suspended", "warn", Act.RESUME
    return "circle", "home.state_prepared", "ink2", Act.RESUME

"""Section 2: the story in a few lines per phase, below its timeline."""

from __future__ import annotations

from care_desktop.debrief.times import Jump, PhasePlayed
from care_desktop.journal.records import Seq
from care_desktop.report.author import BODY, Author
from care_desktop.report.model import Block, Section, Side
from care_desktop.report.sections.happened import happened, left_open
from care_desktop.report.sections.timeline import story_time, timeline
from care_desktop.scenario.ids import PhaseId


def story(author: Author) -> Section:
    """What happened."""
    say = author.say
    figure = timeline(author)
    # The figure first: the lines of the phases may go on over the page, it may not
    blocks: list[Block] = [figure] if figure is not None else []
    passed: set[Seq] = set()
    phases = [(one, _told(author, one)) for one in _stretches(author)]
    quiet = [one for one, told in phases if not told]
    if len(quiet) == 1:
        quiet = []  # Alone it keeps its own name; only several share a line
    for one, told in phases:
        if one not in quiet:
            head = author.name("phase", one.phase) or say("report.story")
            sub = story_time(author, one)
            blocks.append(author.side(head, told or _nothing(author, one), sub=sub))
        for jump in author.debrief.times.jumps:
            if jump.seq not in passed and jump.at <= one.end.play:
                passed.add(jump.seq)
                blocks += _between(author, jump)
    if quiet:
        names = author.voice.listed([author.name("phase", one.phase) for one in quiet])
        blocks.append(author.side(say("report.quiet"), _nothing(author, *quiet), sub=names))
    if not phases:
        blocks.append(author.side(say("report.story"), say("report.counted_nothing")))
    return Section("2", say("report.section_story"), tuple(blocks))


def _stretches(author: Author) -> tuple[PhasePlayed, ...]:
    """The phases; all of it as one where the script has none."""
    times = author.debrief.times
    if times.phases or times.begun is None:
        return times.phases
    return (PhasePlayed(PhaseId(""), times.start, times.end, 1, 1, real_pace=True),)


def _told(author: Author, phase: PhasePlayed) -> str:
    """What people tell of a phase, or what the journal alone can."""
    written = next((one.text for one in author.texts.story if one.phase == phase.phase), "")
    return author.cut(written, BODY) if written else happened(author, phase)


def _nothing(author: Author, *phases: PhasePlayed) -> str:
    """That nothing came of them, but what was asked in them and is open still."""
    return " ".join(filter(None, (author.say("report.told_nothing"), left_open(author, *phases))))


def _between(author: Author, jump: Jump) -> list[Side]:
    """What the scenario went on with while nobody played, if anything."""
    passed = happened(author, jump)
    sub = f"{author.story(jump.story_from)} – {author.story(jump.story_to)}"
    return [author.side(author.say("report.between_phases"), passed, sub=sub)] if passed else []

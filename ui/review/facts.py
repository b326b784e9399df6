"""The same facts as the drawing, as a table: for a screen reader, or whoever prefers to read. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ui.review.lanes import Sort

if TYPE_CHECKING:
    from ui.review.curve import Curve
    from ui.review.lanes import Timeline
    from ui.voice import Voice

_SORTS = {
    Sort.STIMULUS: "review.sort_stimulus",
    Sort.SKIPPED: "review.sort_skipped",
    Sort.DECISION: "review.sort_decision",
    Sort.NO_DECISION: "review.sort_no_decision",
    Sort.WRITTEN: "review.sort_written",
}
COLUMNS = (
    "review.column_play",
    "review.column_lane",
    "review.column_sort",
    "review.column_key",
    "review.column_fact",
)


class Fact(NamedTuple):
    """A row: where in play time, and what is said in each column."""

    play: int
    cells: tuple[str, ...]


def facts(voice: Voice, timeline: Timeline, curve: Curve) -> tuple[Fact, ...]:
    """Every mark, cut, step and public hour, in the order of play time."""
    found: list[Fact] = []

    def add(play: int, lane: str, sort: str, key: str, text: str) -> None:
        found.append(Fact(play, (voice.play(play), lane, sort, key, text)))

    for lane in timeline.lanes:
        for mark in lane.marks:
            add(mark.play, lane.name, voice.say(_SORTS[mark.sort]), mark.key, mark.text)
    for cut in timeline.cuts:
        sort = "review.sort_jump" if cut.jump else "review.sort_pause"
        add(cut.play, "", voice.say(sort), "", cut.text)
    services, public = voice.say("review.lane_services"), voice.say("review.lane_public")
    for step in curve.steps:
        told = voice.say(
            "review.step",
            nominal=step.nominal,
            degraded=step.rendered - step.nominal,
            down=curve.of - step.rendered,
        )
        add(step.play, services, voice.say("review.sort_services"), "", told)
    for one in curve.public:
        add(one.play, public, voice.say("review.sort_public"), one.key, one.text)
    return tuple(sorted(found, key=lambda fact: fact.play))

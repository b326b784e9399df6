"""Laws of the measures, on random plays."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from care_desktop.debrief.debrief import debrief
from care_desktop.debrief.decisions import Outcome
from care_desktop.exercise import indicators
from care_desktop.exercise.events import CauseVoided
from care_desktop.exercise.fold import fold
from care_desktop.exercise.index import ScriptIndex
from care_desktop.scenario.conditions import ServiceLevel
from tests.exercise.acts import Play
from tests.exercise.plays import indexes, played, plays


@given(indexes, plays)
def test_the_spells_of_a_service_cover_the_exercise_once(index: ScriptIndex, play: Play) -> None:
    found = debrief(index, played(index, play).events)
    for course in found.services.courses:
        assert course.spells[0].start == found.times.start
        assert course.spells[-1].end == found.times.end
        assert all(a.end == b.start and a.level != b.level for a, b in pairwise(course.spells))
        nominal = sum(s.end.story - s.start.story for s in course.spells if s.level is ServiceLevel.NOMINAL)
        whole = found.times.end.story - found.times.start.story
        assert nominal + course.degraded_ms + course.down_ms == whole


@given(indexes, plays)
def test_the_last_measure_is_the_state_at_the_end(index: ScriptIndex, play: Play) -> None:
    events = played(index, play).events
    found, state = debrief(index, events), fold(index, events)
    assert {c.service: c.spells[-1].level for c in found.services.courses} == {
        name: state.level(name) for name in index.services
    }
    for course in found.indicators:
        assert course.last == indicators.value(index, state, course.indicator, found.times.end.story)
    for count in found.services.counts:
        assert count.nominal + count.degraded + count.down == len(index.services)


@given(indexes, plays)
def test_a_median_holds_what_was_decided_and_nothing_censored(index: ScriptIndex, play: Play) -> None:
    found = debrief(index, played(index, play).events).decisions
    timed = [one for one in found.taken if one.latency_ms is not None]
    assert found.n == len(timed)
    assert all(one.outcome is Outcome.DECIDED and one.censored_ms is None for one in timed)
    assert all(one.latency_ms is not None and one.latency_ms >= 0 for one in timed)
    assert (found.median_ms is None) == (found.n == 0)


@given(indexes, plays)
def test_nothing_measured_points_at_an_event_that_was_taken_back(index: ScriptIndex, play: Play) -> None:
    events = played(index, play).events
    voided = {seq for e in events if isinstance(e.fact, CauseVoided) for seq in e.fact.voided}
    found = debrief(index, events)
    told = [one.launched for one in found.injects.courses]
    told += [reached.seq for one in found.injects.courses for reached in one.reached]
    told += [seq for one in found.decisions.taken for seq in (one.seq, one.opened)]
    told += [seq for one in found.duties for seq in (one.started, one.met)]
    assert voided.isdisjoint(told)
    assert found.injects.launched <= found.injects.planned

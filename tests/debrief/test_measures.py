"""Every other measure, in small stories."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.debrief.causes import About
from care_desktop.debrief.duties import Done
from care_desktop.debrief.injects import Fate, Origin
from care_desktop.debrief.observations import Seen
from care_desktop.debrief.services import Count
from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Entry, Gap, Mark, Pause, Skip, Suspended
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Flow
from care_desktop.scenario.script import Channel, Inject
from care_desktop.scenario.time import HOUR, MINUTE, StoryMs, play
from tests.debrief.night import REAL, a_night, asked_to_cut, duty, inject, measured, service
from tests.exercise.liseron import clock, t
from tests.exercise.room import minutes, said

NOMINAL, DEGRADED, DOWN = ServiceLevel


def test_a_launch_that_is_late_and_not_heard_at_once_tells_both() -> None:
    one = inject(asked_to_cut(a_night(), launched=7, delivered=9), "printers")
    assert (one.fate, one.behind_ms, one.by_hand) == (Fate.LAUNCHED, 2 * MINUTE, True)
    assert [(r.recipient, r.latency_ms, r.means) for r in one.reached] == [
        ("direction", 2 * MINUTE, Channel.IN_PERSON)
    ]


def test_who_was_not_reached_is_told_without_a_time() -> None:
    night = a_night().at(5)
    night.does(c.Launch("printers"))
    night.does(c.MarkNotReached("printers", "care", said("occupé")))
    (one,) = inject(night, "printers").reached
    assert (one.at, one.latency_ms, one.text) == (None, None, said("occupé"))


def test_the_share_played_counts_what_was_planned_or_called_up_and_nothing_else() -> None:
    night = a_night().at(1)
    night.does(c.SkipInject("biologist", said("trop")))
    night.does(c.PostponeInject("samu", play(HOUR)))
    night.does(c.Launch("cook"))
    night.does(c.ImproviseInject(Channel.CALL, ("care",), said("La blanchisserie appelle")))
    improvised = next(name for name in night.state.injects if name.startswith("improvised"))
    night.does(c.Launch(improvised))
    asked_to_cut(night)
    found = measured(night).injects
    assert (found.planned, found.launched) == (5, 1)
    assert (found.from_reserve, found.improvised) == (1, 1)
    assert inject(night, "samu").postponed == 1
    skipped = inject(night, "biologist")
    assert (skipped.fate, skipped.skipped, skipped.why) == (Fate.SKIPPED, Skip.BY_HAND, said("trop"))
    assert inject(night, improvised).origin is Origin.IMPROVISED


def test_what_a_jump_passed_over_says_so() -> None:
    night = a_night().at(1)
    night.does(c.Jump(clock("02:30")))
    assert inject(night, "biologist").skipped is Skip.JUMP


def test_a_recall_leaves_no_trace_but_as_recalled() -> None:
    night = asked_to_cut(a_night())
    before = measured(night)
    night.at(7).does(c.Launch("biologist"))
    night.does(c.MarkDelivered("biologist", "care", Channel.CALL))
    night.does(c.Recall("biologist"))
    after = measured(night)
    one = inject(night, "biologist")
    assert (one.fate, one.recalls, one.reached, after.injects.recalled) == (Fate.RECALLED, 1, (), 1)
    assert after.injects.launched == before.injects.launched
    assert [i.last for i in after.indicators if i.indicator == "anxiety"] == [1]


def test_a_recalled_launch_takes_services_duties_and_questions_with_it() -> None:
    night = asked_to_cut(a_night(), launched=5.9, delivered=6)
    night.does(c.Recall("printers"))
    found = measured(night)
    assert service(night, "files").impaired_at is None
    assert duty(night, "cert").done is Done.NOT_STARTED
    assert found.decisions.taken == ()
    assert found.services.counts[-1] == Count(found.times.end, 5, 0, 0)


def test_a_service_is_told_in_spells_and_in_counts() -> None:
    night = asked_to_cut(a_night())
    night.at(8).does(c.Answer("cut_network", "it", "cut"))
    night.does(c.BeginStep("restore_record"))
    night.at(30).does(c.Jump(clock("09:00"), c.OpenDecisions.KEEP))
    files = service(night, "files")
    assert [(s.level, s.start.story) for s in files.spells] == [
        (NOMINAL, clock("02:00")),
        (DOWN, clock("02:05")),
        (NOMINAL, clock("08:08")),
    ]
    assert files.down_ms == files.interrupted_ms == 6 * HOUR + 3 * MINUTE
    assert (files.back_at and files.back_at.story) == clock("08:08")
    counts = measured(night).services.counts
    assert [(one.nominal, one.degraded, one.down) for one in counts[:3]] == [(5, 0, 0), (2, 2, 1), (0, 0, 5)]


def test_a_target_is_met_missed_or_not_known_yet() -> None:
    night = asked_to_cut(a_night())
    night.at(8).does(c.Answer("cut_network", "it", "cut"))
    night.at(30)
    assert service(night, "phones").target_met is None
    night.does(c.Jump(clock("05:00"), c.OpenDecisions.KEEP))
    assert service(night, "phones").target_met is False
    night.does(c.BeginStep("restore_record"))
    care = replace(
        REAL,
        services=tuple(
            replace(s, target=StoryMs(10 * HOUR)) if s.id == "phones" else s for s in REAL.services
        ),
    )
    again = asked_to_cut(a_night(care))
    again.at(8).does(c.Answer("cut_network", "it", "cut"))
    again.does(c.BeginStep("restore_record"))
    again.does(c.Jump(clock("09:00"), c.OpenDecisions.KEEP))
    assert service(again, "phones").target_met is True


def test_a_service_without_an_interruption_has_neither_met_nor_missed_its_target() -> None:
    assert service(a_night().at(10), "phones").target_met is None


def test_the_end_of_a_degraded_procedure_and_a_validation_are_told() -> None:
    night = asked_to_cut(a_night())
    night.at(8).does(c.Answer("cut_network", "it", "cut"))
    night.does(c.Jump(clock("06:00"), c.OpenDecisions.KEEP))
    night.does(c.BeginStep("restore_record"))
    night.does(c.Jump(clock("13:00"), c.OpenDecisions.KEEP))
    night.does(c.ValidateCare("care_record", by="head_nurse"))
    care = service(night, "care_record")
    assert care.hold_ended is not None
    assert care.hold_ended.story == clock("05:05")
    assert care.validated is not None
    assert care.validated.by == "head_nurse"


def test_work_out_of_order_is_told_with_what_it_cost() -> None:
    night = a_night().at(5)
    night.does(c.BeginStep("restore_record"))
    night.at(15).does(c.PauseStep("restore_record"))
    night.does(c.BeginStep("contain"))
    night.at(50).does(c.BeginStep("restore_record"))
    night.at(60).does(c.End())
    found = measured(night).recovery
    restore = next(one for one in found.steps if one.step == "restore_record")
    assert found.order == ("restore_record", "contain")
    assert {risk.risk for risk in restore.struck} == {"reinfection"}
    assert [stint.end.play - stint.start.play for stint in restore.stints] == [10 * MINUTE, 10 * MINUTE]
    assert restore.left_ms == 6 * HOUR - 20 * MINUTE


def test_a_duty_tells_its_own_start_how_it_was_done_and_what_was_said() -> None:
    night = asked_to_cut(a_night())
    night.at(10).does(c.RecordCall("cert_sante", ("since",), "it", by="it_lead"))
    night.at(20).does(c.RecordCall("cert_sante", ("what",), fact_at=minutes(18), by="director"))
    one = duty(night, "cert")
    assert (one.done, one.because, one.deadline) == (Done.DONE, About("inject", "printers"), None)
    assert (one.correspondent, one.said, one.by) == ("cert_sante", ("what", "since"), "director")
    assert (one.at, one.taken_ms) == (minutes(18), 13 * MINUTE)
    calls = measured(night).log.calls
    assert [call.met for call in calls] == [(), ("cert",)]


def test_a_duty_not_done_is_not_a_breach_and_its_deadline_is_told() -> None:
    night = asked_to_cut(a_night())
    night.at(8).does(c.Answer("cut_network", "it", "cut"))
    night.at(10).does(c.SetDutyStart("complaint", fact_at=minutes(9)))
    night.at(60)
    cnil, complaint = duty(night, "cnil"), duty(night, "complaint")
    assert (cnil.done, cnil.because, cnil.overdue) == (Done.NOT_DONE, About("decision", "cut_network"), None)
    assert (complaint.done, complaint.because) == (Done.NOT_DONE, None)
    assert complaint.overdue is not None
    night.does(c.MeetDuty("complaint"))
    assert duty(night, "complaint").margin_ms == -26 * MINUTE


def test_an_indicator_is_a_line_with_steps_and_bends_at_its_bounds() -> None:
    script = replace(REAL, injects=(Inject("flood", t(""), effects=(Flow("anxiety", 60),)),))
    night = a_night(script).at(2)
    night.does(c.Launch("flood"))
    night.at(30)
    (course,) = [one for one in measured(night).indicators if one.indicator == "anxiety"]
    assert [(p.at.play, p.value) for p in course.points] == [
        (0, 1),
        (minutes(2), 1),
        (minutes(13), 12),
        (minutes(30), 12),
    ]
    assert (course.lowest, course.highest, course.last) == (1, 12, 12)


def test_criteria_are_counted_by_the_last_word_of_the_observers() -> None:
    night = a_night().at(5)
    night.does(c.Observe(Mark.NOT_SEEN, "log_kept"))
    night.at(50).does(c.Observe(Mark.PARTLY, "log_kept", fact_at=minutes(40)))
    night.does(c.Observe(Mark.NOTED, "log_kept", text=said("tenue par la cadre")))
    night.does(c.Observe(Mark.SEEN, "hours"))
    night.does(c.Observe(text=said("belle entraide")))
    found = measured(night).observations
    assert [one.seen for one in found.criteria] == [Seen.PARTLY, Seen.SEEN, Seen.NOT_OBSERVED]
    (objective,) = found.objectives
    assert (objective.seen, objective.partly, objective.observed, objective.planned) == (1, 1, 2, 3)
    assert [note.text for note in found.notes] == [said("belle entraide")]


def test_functions_are_there_from_when_to_when_and_some_are_missing() -> None:
    night = a_night().at(10)
    night.does(c.NoteArrival("director", "direction", fact_at=minutes(2)))
    night.does(c.NoteArrival("head_nurse", "care"))
    night.at(20).does(c.NoteArrival("head_nurse", "direction"))
    night.at(30).does(c.NoteDeparture("head_nurse", said("rappelée au lit")))
    night.does(c.HandOver("direction", "head_nurse"))
    night.at(40).does(c.End())
    found = measured(night).presence
    stays = {one.function: [(s.cell, s.start, s.end) for s in one.stays] for one in found.functions}
    assert stays["director"] == [("direction", minutes(2), minutes(40))]
    assert stays["head_nurse"] == [
        ("care", minutes(10), minutes(20)),
        ("direction", minutes(20), minutes(30)),
    ]
    assert (found.present, found.absent) == (("director", "head_nurse"), ("physician", "it_lead"))
    assert [one.to for one in found.handed_over] == ["head_nurse"]


def test_what_was_written_down_comes_in_order() -> None:
    night = a_night().at(5)
    night.does(c.WriteEntry(said("réseau lent"), Entry.SITUATION, "it", fact_at=minutes(3)))
    night.does(c.Amend(night.events[-1].seq, said("coupé")))
    night.does(c.MarkMoment(said("à revoir")))
    night.does(c.End())
    night.does(c.NoteReview("hot", said("bien")))
    found = measured(night).log
    assert [(one.entry, one.fact) for one in found.entries] == [(Entry.SITUATION, minutes(3))]
    assert found.amendments[0].of == found.entries[0].seq
    assert [one.text for one in found.moments] == [said("à revoir")]
    assert [one.section for one in found.reviews] == ["hot"]


def test_phases_know_whether_they_were_lived_at_the_pace_of_the_room() -> None:
    night = a_night().at(20)
    night.does(c.Jump(clock("07:00", 2), c.OpenDecisions.KEEP))
    night.at(30).does(c.End())
    found = measured(night).times
    assert [(one.phase, one.end.play - one.start.play, one.real_pace) for one in found.phases] == [
        ("night", minutes(20), True),
        ("dawn", 0, False),
        ("week", minutes(10), False),
    ]
    assert [(one.story_from, one.story_to) for one in found.jumps] == [(clock("02:20"), clock("07:00", 2))]
    assert found.end.play == minutes(30)
    jumped = a_night().at(20)
    jumped.does(c.Jump(clock("03:00")))
    jumped.at(25).does(c.End())
    assert not measured(jumped).times.phases[0].real_pace


def test_standstills_tell_their_events_so_that_the_stamps_can_tell_their_length() -> None:
    night = a_night().at(10)
    night.does(c.Suspend(Pause.REAL_INCIDENT, said("alarme incendie")))
    night.does(c.Resume())
    night.at(20).does(c.Interrupt(Gap.SLEEP, 90_000))
    first, second = measured(night).times.standstills
    assert (first.seq, first.why, first.at.play) == (
        night.event(Suspended).seq,
        Pause.REAL_INCIDENT,
        minutes(10),
    )
    assert first.resumed == first.seq + 1
    assert (second.why, second.gap_ms, second.resumed) == (Gap.SLEEP, 90_000, None)


def test_what_was_to_come_after_the_end_of_it_came_at_its_end() -> None:
    night = a_night().at(7)
    night.does(c.End())
    found = measured(night).times
    assert found.play_at(clock("02:05")) == minutes(5)
    assert found.play_at(clock("09:00")) == found.end.play == minutes(7)
    assert found.story_at(minutes(5)) == clock("02:05")

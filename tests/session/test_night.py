"""Forty minutes of LISERON, with what goes otherwise than planned: read it to know what the engine does."""

from __future__ import annotations

from pathlib import Path

from care_desktop.exercise.commands import (
    Answer,
    Begin,
    BeginStep,
    ConfirmShown,
    DecideSpontaneously,
    End,
    HandOver,
    ImproviseInject,
    Jump,
    Launch,
    MarkDelivered,
    MarkNotReached,
    NoteArrival,
    NoteDeparture,
    NoteReview,
    OpenDecisions,
    PostponeInject,
    Recall,
    RecordCall,
    Resume,
    Revise,
    WriteEntry,
)
from care_desktop.exercise.events import (
    AnswerGiven,
    CareValidated,
    CauseVoided,
    DecisionAlreadyTaken,
    DecisionOpened,
    DecisionSettled,
    DutyMet,
    DutyStarted,
    Entry,
    HoldEnded,
    ImpairmentEnded,
    InjectCalledUp,
    InjectLaunched,
    InjectSkipped,
    Interrupted,
    LimitReached,
    PhaseEntered,
    RiskStruck,
    ServiceImpaired,
    StepFinished,
)
from care_desktop.exercise.state import Status
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import MINUTE, PlayMs, play
from tests.exercise.liseron import clock
from tests.exercise.room import said
from tests.session.desk import played_again
from tests.session.night import Night

NOMINAL, DEGRADED, DOWN = ServiceLevel.NOMINAL, ServiceLevel.DEGRADED, ServiceLevel.DOWN


def test_a_night_at_liseron(tmp_path: Path) -> None:  # noqa: PLR0915 - a night is long
    night = Night(tmp_path)

    # Before DEBEX: who is there is noted. The director is not; the head nurse decides in her place.
    night.does(NoteArrival("head_nurse", "direction")).does(NoteArrival("it_lead", "it"))
    assert night.refuses(Launch("printers")) == "refusal.status_prepared"

    night.does(Begin())
    assert night.story == "J+0 02:00"

    # 02:03. The wrong line was clicked: the cook's call goes out, and is taken back five seconds later.
    night.at(3).does(Launch("cook"))
    night.at(3.08).does(Recall("cook"))
    assert night.happened(CauseVoided)[0].of == night.seq_of(InjectLaunched)
    assert night.view.injects["cook"].launched is None

    # 02:05. The printers. The files are gone at once; the question opens when the room has seen it.
    night.at(5).does(Launch("printers"))
    assert night.view.levels == {"files": DOWN, "record": DEGRADED, "care_record": DEGRADED}
    assert night.happened(DutyStarted)[0].duty == "cert"
    assert night.happened(DecisionOpened) == []
    night.at(5.1).does(ConfirmShown("printers"))
    assert night.happened(DecisionOpened)[0].limit == play(round(15.1 * MINUTE))

    # 02:08. Nobody asked, the technical cell decides something of its own.
    night.at(8).does(DecideSpontaneously("it", said("on débranche les sauvegardes"), "it_lead"))

    # 02:09. The biologist calls the care cell: busy, then reached at 02:13, which is noted a minute later.
    night.at(9).does(Launch("biologist")).does(MarkNotReached("biologist", "care", said("occupé")))
    night.at(14).does(MarkDelivered("biologist", "care", Channel.CALL, PlayMs(13 * MINUTE)))
    assert [one.at for one in night.view.injects["biologist"].deliveries] == [None, 13 * MINUTE]
    assert night.view.injects["biologist"].variant in {"potassium", "transfusion"}

    # 02:16. Ten minutes are over. That is one fact, and decides nothing: the cell is still talking.
    night.at(15.5)
    assert night.happened(LimitReached)[0].decision == "cut_network"
    # The runner brings the slip at 16: they had decided at 14, in time. It counts, for it was the lead.
    night.at(16).does(Answer("cut_network", "it", "cut", by="it_lead", fact_at=PlayMs(14 * MINUTE)))
    assert night.happened(AnswerGiven)[0].late is False
    assert night.happened(DecisionSettled)[0].option == "cut"
    assert night.view.levels["network"] == night.view.levels["phones"] == DOWN

    # 02:17. They call the CERT: what is touched, since when. That was the duty.
    night.at(17).does(RecordCall("cert_sante", ("what",), "it")).does(
        RecordCall("cert_sante", ("since",), "it")
    )
    assert night.happened(DutyMet)[0].duty == "cert"

    # 02:18. Before the SAMU has asked, two of three cells decide to divert: the question comes answered.
    night.at(18).does(Answer("divert", "direction", "divert")).does(Answer("divert", "care", "divert"))
    assert [given.anticipated for given in night.happened(AnswerGiven)] == [True, True]
    night.at(20).does(Launch("samu")).does(MarkDelivered("samu", "direction", Channel.CALL))
    assert night.happened(DecisionAlreadyTaken)[0].decision == "divert"
    # 02:20, the monitoring alert went out by itself, and the cook is due, four minutes after the cut.
    assert {one.inject for one in night.happened(InjectLaunched)} == {"alert", "samu"}
    assert night.happened(InjectCalledUp)[0].inject == "cook"

    # 02:22. The laptop dies. Eleven minutes later it is back: standing still, nothing lost that was seen.
    night.at(22).does(WriteEntry(said("le 15 rappelle"), Entry.LIAISON, "direction", "care"))
    before = list(night.run.events)
    night.dies_for(minutes=11)
    assert night.run.events[:-1] == before
    assert isinstance(night.run.events[-1].fact, Interrupted)
    assert night.stands(Status.SUSPENDED)
    assert night.refuses(Launch("press")) == "refusal.status_suspended"
    night.does(Resume())

    # 02:25. The director arrives, twenty-five minutes late, and takes over; the head nurse leaves.
    night.at(25).does(NoteArrival("director", "direction")).does(HandOver("direction", "director"))
    night.does(NoteDeparture("head_nurse", said("rappelée dans son service")))
    assert set(night.view.presence) == {"it_lead", "director"}
    # She changes her mind about the ambulances. What flowed has flowed; nothing more is diverted.
    night.does(Revise("divert", "keep", by="director", authority="director"))
    diverted = night.indicator("diverted")

    # 02:28. They restore the record before there is a trusted core: the risk strikes, an hour later.
    night.at(28).does(BeginStep("contain")).does(BeginStep("restore_record"))
    assert night.happened(RiskStruck)[0].risk == "reinfection"
    assert night.refuses(BeginStep("core")) == "refusal.step_needs"

    # 02:30. Someone asks for the mayor. No script has him.
    night.at(30).does(ImproviseInject(Channel.CALL, ("direction",), said("le maire veut comprendre")))
    (improvised,) = (name for name, one in night.view.injects.items() if one.improvised)
    night.does(Launch(improvised)).does(PostponeInject("monday", play(39 * MINUTE)))
    assert night.happened(InjectLaunched)[0].inject == improvised

    # 02:32, then Monday. What the jump will pass over is shown before it is confirmed.
    jump = Jump(clock("07:00", day=2))
    night.at(32).does(Launch("press")).does(ConfirmShown("press"))
    assert night.refuses(jump) == "refusal.jump_open_decisions"
    jump = Jump(jump.to, OpenDecisions.KEEP)
    foreseen = night.foresees(jump)
    assert foreseen.count("inject.skipped") == 2  # the cook nobody called, the family
    assert foreseen.count("step.finished") == 2
    night.does(jump)
    assert [event.fact.kind for event in night.told[-len(foreseen) :]] == foreseen
    assert night.story == "J+2 07:00"
    # Between Saturday and Monday the world went its way, each thing at its own hour, and play stood still.
    assert {event.at.play for event in night.told if event.fact.kind in foreseen} == {32 * MINUTE}
    assert [one.service for one in night.happened(HoldEnded)] == ["care_record"]
    assert [one.step for one in night.happened(StepFinished)] == ["contain", "restore_record"]
    assert [one.phase for one in night.happened(PhaseEntered)] == ["dawn", "week"]
    assert {one.inject for one in night.happened(InjectSkipped)} == {"cook", "family"}
    assert {one.service for one in night.happened(ImpairmentEnded)} == {"network", "files", "record"}
    assert night.happened(ServiceImpaired)[-1].service == "record"
    assert night.view.levels == {}
    assert night.indicator("diverted") == diverted
    assert night.happened(CareValidated) == []

    # 07:05 on Monday: the relief was postponed to this minute. Then FINEX, and what is said afterwards.
    night.at(39).does(Launch("monday")).does(End())
    assert night.stands(Status.ENDED)
    night.does(NoteReview("hot", said("le premier appel est venu du laboratoire")))
    assert night.refuses(Launch("cook")) == "refusal.status_ended"

    # All of it can be told again from what is stored: the chain holds, the commands bring the same bytes.
    assert night.run.journal.verify(night.run.journal.head) == ()
    assert played_again(night.run) == [record.row for record in night.run.journal.records()]
    night.ends()

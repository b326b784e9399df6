"""An afternoon on which TILLEUL is played: what the journal holds, and when it was in the room."""

from __future__ import annotations

from datetime import datetime, timedelta

from care_desktop.debrief.debrief import Debrief, debrief
from care_desktop.exercise import commands as c
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Entry, Event, Mark, Pause
from care_desktop.exercise.index import ScriptIndex
from care_desktop.journal.records import Seq, Stamp
from care_desktop.report.dossier import Dossier, Seal, assemble
from care_desktop.scenario.script import Channel, Script
from care_desktop.scenario.time import MINUTE, PlayMs
from tests.exercise.liseron import clock
from tests.exercise.room import said
from tests.report.tilleul import TILLEUL
from tests.report.written import BOX, TEXTS, VAL

DEBEX = datetime.fromisoformat("2026-11-23T13:02:00")
"""In universal time; the room's clock shows an hour more."""


class Afternoon:
    """A play with the time of the room: minutes are minutes of play."""

    def __init__(self, script: Script = TILLEUL, begun: datetime = DEBEX) -> None:
        self.index = ScriptIndex(script)
        self.engine = Engine(self.index)
        self.events: list[Event] = []
        self.stamps: dict[Seq, Stamp] = {}
        self._begun = begun
        self._stood = timedelta()
        self._play = 0
        self.does(c.Open("digest"))

    def at(self, minute: float) -> Afternoon:
        self._play = round(minute * MINUTE)
        self._keep(self.engine.advance(PlayMs(self._play)))
        return self

    def does(self, *given: c.Command) -> Afternoon:
        for command in given:
            self._keep(self.engine.submit(command, PlayMs(self._play)))
        return self

    def goes_out(self, name: str) -> Afternoon:
        """Launch an inject and mark it as having reached its recipients."""
        recipients = next(one.recipients for one in self.index.script.injects if one.id == name)
        self.does(c.Launch(name))
        return self.does(*(c.MarkDelivered(name, one, Channel.CALL) for one in recipients))

    def stands_still(self, minutes: int) -> Afternoon:
        """Real time passes, play time does not."""
        self._stood += timedelta(minutes=minutes)
        return self

    def debrief(self) -> Debrief:
        return debrief(self.index, self.events)

    def _keep(self, events: tuple[Event, ...]) -> None:
        wall = self._begun + self._stood + timedelta(milliseconds=self._play)
        stamp = Stamp(f"{wall.isoformat(timespec='milliseconds')}Z", "Europe/Paris", 60, 1, 1, "boot")
        self.events += events
        self.stamps |= {event.seq: stamp for event in events}


def _night(a: Afternoon) -> None:
    for function, cell in (
        ("deputy", "direction"),
        ("emergency", "direction"),
        ("nurse", "care"),
        ("production", "it"),
    ):
        a.does(c.NoteArrival(function, cell))
    a.does(c.Begin())
    a.at(1).goes_out("printers").at(3).goes_out("night_nurse")
    a.at(6).goes_out("interphone").at(9).goes_out("telephone")
    a.at(10).does(c.NoteArrival("ciso", "it"))
    a.at(12).goes_out("on_call")
    a.at(14).does(
        c.Answer(
            "open_cell",
            "direction",
            "open",
            said("Trois services touchés en dix minutes : on ne sait pas, donc on se réunit."),
            "deputy",
            "deputy",
        )
    )
    a.does(c.Observe(Mark.SEEN, "gather1"), c.Observe(Mark.SEEN, "gather2", text=said("tableau blanc")))
    a.at(18).goes_out("biologist")
    a.at(20).does(
        c.Answer(
            "cut",
            "it",
            "cut",
            said("Le risque sur les soins est connu, le risque de laisser ouvert ne l'est pas."),
            "production",
            "deputy",
            fact_at=PlayMs(17 * MINUTE),
        )
    )
    a.at(22).goes_out("monitor").does(c.BeginStep("isolate"), c.BeginStep("analyse"))
    a.at(26).goes_out("paper")
    a.at(29).does(
        c.DecideSpontaneously(
            "it", said("isoler deux postes au laboratoire pour éditer les résultats urgents"), "ciso"
        )
    )
    a.at(32).goes_out("samu").does(c.RecordCall("samu", ("beds",), "direction", by="deputy"))
    a.at(34).does(
        c.Answer("print", "care", "print", said("Le poste de secours a une heure de batterie."), "nurse")
    )
    a.does(
        c.Observe(Mark.SEEN, "care1"),
        c.Observe(Mark.PARTLY, "care2", text=said("pharmacie : introuvable hors intranet")),
    )
    a.at(38).goes_out("rumour").does(c.NoteArrival("communication", "communication"))
    a.at(40).does(c.RecordCall("cert", ("what",), "it", by="ciso"))


def _dawn_and_sunday(a: Afternoon) -> None:
    a.at(45).does(c.Jump(clock("05:30"), c.OpenDecisions.KEEP))
    a.at(53).goes_out("flow").at(58).goes_out("relief")
    a.at(60).does(
        c.Answer(
            "divert",
            "direction",
            "divert",
            said("Les cas vitaux restent reçus. On réévalue dans douze heures."),
            "deputy",
            "deputy",
        )
    )
    a.at(63).goes_out("press").at(68).goes_out("ars")
    a.at(69).does(
        c.Answer(
            "message",
            "communication",
            "single",
            said("Une seule version, affichée et lue aux relèves."),
            "communication",
            "deputy",
        )
    )
    a.does(c.RecordCall("samu", ("beds",), "direction", by="deputy"))
    a.at(75).does(
        c.NoteDeparture("emergency", said("appelé aux urgences")),
        c.Suspend(Pause.REAL_INCIDENT, said("afflux réel aux urgences")),
    )
    a.stands_still(10).does(c.Resume(), c.NoteArrival("dpo", "direction"))
    a.at(76).does(c.Jump(clock("14:00"), c.OpenDecisions.KEEP)).does(
        c.BeginStep("core"), c.BeginStep("lab_island")
    )
    a.at(78).goes_out("monday").does(c.SkipInject("double", said("doublon du premier appel")))
    a.at(84).does(
        c.Answer("postpone", "direction", "postpone", said("On ne fait pas venir pour renvoyer."), "deputy")
    )
    a.at(88.5).goes_out("vendor")
    a.at(96).goes_out("tired").does(
        c.WriteEntry(said("la presse rappelle, même réponse"), Entry.NOTE, "communication")
    )
    a.at(99).does(
        c.Answer(
            "order",
            "it",
            "lab",
            said("Un ionogramme change une décision ; une image peut se lire à la console."),
            "ciso",
        )
    )
    a.does(c.BeginStep("record"))
    a.at(101).goes_out("family").does(c.Observe(Mark.SEEN, "decide1"), c.Observe(Mark.NOT_SEEN, "decide3"))
    a.at(106).does(c.MeetDuty("complaint", said("faits et pièces conservées"), "deputy"))


def _reopening(a: Afternoon) -> None:
    a.at(108).does(c.Jump(clock("10:00", 2), c.OpenDecisions.KEEP)).does(
        c.BeginStep("imaging"), c.BeginStep("maternity")
    )
    a.at(111).goes_out("readable").does(c.NoteDeparture("dpo", said("fin de service")))
    a.at(113).does(
        c.Answer(
            "reopen",
            "direction",
            "reopen",
            said("Le dossier se lit, le laboratoire répond : on rouvre, douze boîtes."),
            "deputy",
            "deputy",
        )
    )
    a.at(117).goes_out("pharmacy").at(120).goes_out("reopen")
    a.at(126).does(c.ValidateCare("lab", "biologist"), c.Observe(Mark.SEEN, "care3"))
    a.at(128).does(
        c.WriteEntry(said("point de situation : cinq services rendus"), Entry.SITUATION, "direction")
    )
    a.at(134).does(c.End())
    a.does(c.NoteReview("hot", said("le premier appel est venu du laboratoire")))


def whole(afternoon: Afternoon) -> Afternoon:
    """Play from before DEBEX to after FINEX."""
    _night(afternoon)
    _dawn_and_sunday(afternoon)
    _reopening(afternoon)
    return afternoon


def played() -> Afternoon:
    """The whole afternoon."""
    return whole(Afternoon())


def full() -> Dossier:
    """The dossier of the whole afternoon, with all that people wrote."""
    afternoon = played()
    return assemble(
        TILLEUL,
        afternoon.events,
        afternoon.debrief(),
        facility=VAL,
        stamps=afternoon.stamps,
        box=BOX,
        texts=TEXTS,
        seal=Seal(len(afternoon.events), "7c1e90af52d34b08e6f12a7d0c95b3e47c1e90af52d34b08e6f12a7d0c95b3e4"),
    )

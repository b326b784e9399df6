"""A night kept in a real journal: real times come from its stamps, also over a stop of the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from care_desktop.debrief.debrief import debrief
from care_desktop.exercise.commands import Begin, ConfirmShown, End, Launch, NoteArrival, Resume
from care_desktop.journal.records import Seq
from care_desktop.report.dossier import Dossier, Seal, assemble
from care_desktop.scenario.scenario import Facility
from tests.exercise.liseron import LISERON
from tests.report.dossiers import made
from tests.report.shown import shown
from tests.session.night import Night


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """The laptop dies ten minutes after DEBEX and is back an hour and a minute later."""
    night = Night(tmp_path)
    night.does(NoteArrival("it_lead", "it")).does(Begin())
    night.at(5).does(Launch("printers")).does(ConfirmShown("printers"))
    night.at(10).dies_for(minutes=11)
    night.does(Resume()).at(14).does(End())
    journal, events = night.run.journal, night.run.events
    found = assemble(
        LISERON,
        events,
        debrief(night.run.index, events),
        facility=Facility("Clinique du Parc"),
        stamps={Seq(record.row.seq): record.batch.stamp for record in journal.records()},
        seal=Seal(journal.head.seq, journal.head.hash.hex()),
    )
    night.ends()
    return found


def test_the_stop_of_the_machine_is_told_in_real_time(dossier: Dossier) -> None:
    text = "".join(shown(made(dossier)).split())
    assert "De09:10à10:11:arrêtdupostedanimation" in text.replace("’", "")


def test_the_seal_is_printed_in_groups(dossier: Dossier) -> None:
    assert dossier.seal is not None
    assert dossier.seal.hash in "".join(shown(made(dossier)).split())

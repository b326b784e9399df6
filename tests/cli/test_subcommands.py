"""The subcommands on good input: what they print, keep and write, in both languages."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from pikepdf import Pdf

from care_desktop.debrief.debrief import debrief
from care_desktop.debrief.decisions import Outcome
from care_desktop.journal.store import Store
from care_desktop.session.opening import read_back
from tests.cli.terminal import EXAMPLE, Terminal, well_set

SUBCOMMANDS = ("list", "check", "play", "simulate", "report", "format", "convert", "pack", "unpack", "verify")


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_each_has_a_help_in_french_and_in_english(terminal: Terminal, name: str) -> None:
    french, english = terminal.types(name, "--help"), terminal.types(name, "--help", "--lang", "en")
    assert (french.code, english.code) == (0, 0)
    assert french.out.startswith(f"utilisation\u00a0: care-desktop {name}")
    assert english.out.startswith(f"usage: care-desktop {name}")
    assert well_set(french.out)
    assert "\noptions\u00a0:\n" in french.out
    assert "\noptions:\n" in english.out


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_what_stands_for_a_file_speaks_the_language_of_the_help(terminal: Terminal, name: str) -> None:
    french, english = terminal.types(name, "--help").out, terminal.types(name, "--help", "--lang", "en").out
    assert (" FICHIER" in french, "FILE" in french) == (True, False)
    assert " FILE" in english


def test_the_help_of_the_whole_names_them_all(terminal: Terminal) -> None:
    told = terminal.types("--help").out
    assert all(f"\n    {name} " in told for name in SUBCOMMANDS)


def test_the_scenarios_at_hand_are_listed(terminal: Terminal) -> None:
    told = terminal.types("list")
    assert told.code == 0
    assert told.out.startswith("armentieres-2024 ")


def test_a_shipped_scenario_is_found_by_its_id_and_is_sound(terminal: Terminal) -> None:
    told = terminal.types("check", "armentieres-2024")
    assert (told.code, told.out.splitlines()[-2]) == (0, "0 erreur")


def test_a_check_answers_another_program_in_json(terminal: Terminal) -> None:
    told = json.loads(terminal.types("check", EXAMPLE, "--json", "--lang", "en").out)
    assert (told["scenario"], told["errors"], told["file"]) == ("muguet", 0, str(EXAMPLE))


def test_a_folder_stands_for_the_scenario_in_it(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_bytes(EXAMPLE.read_bytes())
    assert terminal.types("check", tmp_path).code == 0


def test_a_play_is_kept_reported_and_sound(terminal: Terminal, tmp_path: Path) -> None:
    database, pdf = tmp_path / "exercises.db", tmp_path / "report.pdf"
    told = terminal.types("play", EXAMPLE, "--database", database, "--report", pdf)
    assert (told.code, told.err) == (0, "")
    assert f"Conservé dans {database}, exercice n°\u00a01." in told.out
    assert well_set(told.out)
    assert pdf.read_bytes().startswith(b"%PDF")
    sound = terminal.types("verify", "--database", database)
    assert (sound.code, "intact" in sound.out) == (0, True)
    assert "MUGUET" in terminal.types("list", "--database", database).out


def test_without_a_database_nothing_is_left_behind(terminal: Terminal, tmp_path: Path) -> None:
    told = terminal.types("play", EXAMPLE, "--team", "worst", "--lang", "en")
    assert told.code == 0
    assert "was not kept" in told.out


def test_a_report_can_be_written_later_of_any_exercise(terminal: Terminal, tmp_path: Path) -> None:
    database = tmp_path / "exercises.db"
    for team in ("best", "random"):
        terminal.types("play", EXAMPLE, "--team", team, "--database", database)
    for line in ((), ("--exercise", "1")):
        pdf = tmp_path / f"report-{len(line)}.pdf"
        told = terminal.types("report", "--database", database, "--output", pdf, *line, "--lang", "en")
        assert (told.code, told.out) == (0, f"Report: {pdf}\n")
        assert pdf.stat().st_size > 10_000


def test_a_report_goes_without_the_journal_where_that_is_asked(terminal: Terminal, tmp_path: Path) -> None:
    database, whole, bare, later = (tmp_path / one for one in ("e.db", "whole.pdf", "bare.pdf", "later.pdf"))
    terminal.types("play", EXAMPLE, "--database", database, "--report", whole)
    terminal.types("play", EXAMPLE, "--report", bare, "--without-journal")
    terminal.types("report", "--database", database, "--output", later, "--without-journal")
    assert [_attached(one) for one in (whole, bare, later)] == [["journal.json"], [], []]


def _attached(path: Path) -> list[str]:
    with Pdf.open(path) as pdf:
        return list(pdf.attachments)


@pytest.mark.parametrize(("minutes", "end"), [("60", "T+1:00"), ("240", "T+1:30")])
def test_an_exercise_ends_when_the_time_at_hand_is_over(terminal: Terminal, minutes: str, end: str) -> None:
    assert end in terminal.types("play", EXAMPLE, "--minutes", minutes).out


def test_a_seed_gives_the_same_events_again(terminal: Terminal, tmp_path: Path) -> None:
    database = tmp_path / "exercises.db"
    for _ in range(2):
        terminal.types("play", EXAMPLE, "--team", "random", "--seed", "5", "--database", database)
    with Store.open(database, read_only=True) as store:
        first, again = (read_back(store.journal(one.exercise))[1] for one in store.exercises())
    assert first == again


def test_the_acts_of_a_file_are_played_and_a_facilitator_does_the_rest(
    terminal: Terminal, tmp_path: Path
) -> None:
    database, acts = tmp_path / "exercises.db", tmp_path / "acts.jsonl"
    acts.write_text(
        "# what we would have done\n\n"
        '{"at": "T+0:30:30", "do": "decide_spontaneously", "cell": "it", "text": "On débranche tout."}\n'
        '{"at": "T+0:20", "do": "mark_moment"}\n',
        encoding="utf-8",
    )
    told = terminal.types("play", EXAMPLE, "--team", acts, "--database", database)
    assert (told.code, told.err) == (0, "")
    with Store.open(database, read_only=True) as store:
        found = debrief(*read_back(store.journal(store.exercises()[0].exercise)))
    (spontaneous,) = [one for one in found.decisions.taken if one.decision is None]
    assert (spontaneous.at, spontaneous.text is not None and spontaneous.text.text) == (
        1_830_000,
        "On débranche tout.",
    )
    assert found.injects.launched > 0
    assert not [one for one in found.decisions.taken if one.decision and one.outcome is Outcome.DECIDED]


@pytest.mark.parametrize("team", ["random", "contrary"])
def test_a_play_is_kept_as_a_file_of_acts_and_played_again_to_the_letter(
    terminal: Terminal, tmp_path: Path, team: str
) -> None:
    acts, again = tmp_path / "acts.jsonl", tmp_path / "again.jsonl"
    databases = (tmp_path / "first.db", tmp_path / "second.db")
    seed = ("--seed", "5")
    first = ("play", EXAMPLE, *seed, "--team", team, "--database", databases[0], "--acts", acts)
    assert terminal.types(*first).code == 0
    told = terminal.types("play", EXAMPLE, *seed, "--team", acts, "--database", databases[1], "--acts", again)
    assert (told.code, told.err, acts.read_bytes()) == (0, "", again.read_bytes())
    assert "do" in json.loads(acts.read_text().splitlines()[1])
    facts = []
    for database in databases:
        with Store.open(database, read_only=True) as store:
            _, events = read_back(store.journal(store.exercises()[0].exercise))
            facts.append([(event.at, event.fact) for event in events])
    assert facts[0] == facts[1]


def test_acts_take_the_place_of_nothing_that_is_read(terminal: Terminal, tmp_path: Path) -> None:
    acts = tmp_path / "acts.jsonl"
    acts.write_text('{"at": "T+0:20", "do": "mark_moment"}\n')
    assert terminal.types("play", EXAMPLE, "--team", acts, "--acts", acts, "--force").code == 2
    assert terminal.types("play", EXAMPLE, "--acts", tmp_path / "nowhere" / "acts.jsonl").code == 2


def test_an_act_that_is_not_taken_is_told_and_the_play_goes_on(terminal: Terminal, tmp_path: Path) -> None:
    acts = tmp_path / "acts.jsonl"
    acts.write_text('{"at": "T+0:10", "do": "launch", "inject": "no-such-inject"}\n')
    told = terminal.types("play", EXAMPLE, "--team", acts)
    assert told.code == 0
    assert "non retenu" in told.err
    assert well_set(told.err)


def test_only_duties_that_fell_to_be_met_are_counted(terminal: Terminal, tmp_path: Path) -> None:
    acts = tmp_path / "acts.jsonl"
    acts.write_text(
        '{"facilitator": false}\n{"at": "T+0:00", "do": "begin"}\n{"at": "T+0:01", "do": "end"}\n'
    )
    counted = "Signalements et notifications réalisés\u00a0: 1 sur 1 à faire.\n"
    assert counted in terminal.types("play", EXAMPLE).out
    before_any = terminal.types("play", EXAMPLE, "--team", acts).out
    assert "\nAucun signalement ni aucune notification n’étaient à faire.\n" in before_any


def test_a_whole_journey_that_does_not_say_finex_says_so(terminal: Terminal, tmp_path: Path) -> None:
    acts = tmp_path / "acts.jsonl"
    acts.write_text('{"facilitator": false}\n{"at": "T+0:00", "do": "begin"}\n')
    told = terminal.types("play", EXAMPLE, "--team", acts)
    assert (told.code, "sans FINEX" in told.out) == (0, True)


def test_long_work_counts_on_where_somebody_looks_at_a_terminal(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    shown = terminal.types("play", EXAMPLE).err
    assert shown.startswith("\rT+0:00")
    assert shown.endswith("\r\033[K")

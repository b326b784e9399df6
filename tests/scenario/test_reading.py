"""What is wrong with a text is told: what, where, and what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from care_desktop.scenario.checking import check
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.findings import Place, Severity, finding
from care_desktop.scenario.reading import located, read, read_facility
from care_desktop.scenario.scenario import OwnService
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, StoryMs, play, story
from tests.scenario.mistakes import IN_THE_TEXT, IN_THE_VALUES, head
from tests.scenario.written import CATALOGUES, EXAMPLE, FILE, changed, codes, scenario


def test_nothing_is_wrong_with_the_example() -> None:
    found, findings = read(FILE)
    assert found is not None
    assert findings == ()


@pytest.mark.parametrize("mistake", IN_THE_TEXT)
def test_a_mistake_in_the_text_is_found(mistake: str) -> None:
    content, code = IN_THE_TEXT[mistake]
    found, findings = read(content)
    assert found is None
    assert code in codes(findings)


@pytest.mark.parametrize("mistake", IN_THE_VALUES)
def test_a_mistake_in_a_value_is_all_that_is_found(mistake: str) -> None:
    content, code = IN_THE_VALUES[mistake]
    found, findings = read(content)
    assert found is None
    assert set(codes(findings)) == {code}


def test_what_is_not_a_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("", "nowhere.yaml", "pipe"):
        found, findings = read(tmp_path / name)
        assert found is None
        assert codes(findings) == ["CX-NOT-A-FILE"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(EXAMPLE, "utf-8")
    path.chmod(0)
    assert codes(read(path)[1]) == ["CX-UNREADABLE"]


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert codes(read(Path("a\0b"))[1]) == ["CX-UNREADABLE"]


def test_a_file_of_fifty_megabytes_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert codes(read(path)[1]) == ["CX-TOO-BIG"]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    content = changed("delta: 1", "delta: one").replace(b"at: T+0:12", b"at: T+2")
    assert codes(read(content)[1]) == ["CX-MOMENT", "CX-WHOLE-NUMBER"]


def test_a_finding_has_file_line_column_and_path(tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_bytes(changed("at: T+0:12", "at: T+2"))
    (finding,) = read(path)[1]
    line = EXAMPLE[: EXAMPLE.index("at: T+0:12")].count("\n") + 1
    assert (finding.place.file, finding.place.line, finding.place.column) == ("scenario.yaml", line, 9)
    assert finding.place.path == "injects.laboratory.at"


def test_a_finding_says_what_is_wrong_and_what_to_do_in_french_and_english() -> None:
    (finding,) = read(changed("channel: ransom_note", "channel: ransom-note"))[1]
    french, english = CATALOGUES
    assert french.text(finding.message) == "«\u00a0ransom-note\u00a0» n’est pas une valeur possible."
    assert french.text(finding.remedy) == "Vouliez-vous écrire «\u00a0ransom_note\u00a0»\u202f?"
    assert english.text(finding.remedy) == "Did you mean “ransom_note”?"
    assert finding.severity is Severity.ERROR


def test_a_remedy_shows_the_language_itself() -> None:
    (finding,) = read(changed("limit: {play: 10 min}", "limit: 10 min"))[1]
    assert "{play: 10 min}" in CATALOGUES[0].text(finding.remedy)


def test_a_byte_order_mark_and_line_ends_of_windows_change_nothing() -> None:
    content = b"\xef\xbb\xbf" + EXAMPLE.replace("\n", "\r\n").encode()
    assert scenario(content) == scenario()


def test_scalars_are_text_until_the_key_types_them() -> None:
    read_one = scenario(head("summary: no\nattack: 02:05\nvariables:\n  a: {label: null, default: 007}\n"))
    assert (read_one.summary, read_one.attack) == (Text("no"), Text("02:05"))
    assert read_one.variables[0].default == Text("007")


def test_times_are_read_on_their_lines() -> None:
    one = scenario()
    printers, laboratory = one.injects[:2]
    assert printers.at == story(2 * HOUR + 5 * MINUTE)
    assert laboratory.at == play(12 * MINUTE)
    assert one.decisions[0].limit == play(10 * MINUTE)
    assert one.steps[1].effort == 90 * MINUTE


def test_the_lines_of_a_block_are_kept_and_its_end_is_not() -> None:
    assert (
        scenario().injects[1].body.fr
        == "Je n’ai plus que des numéros de tube pour {beds} lits.\nJ’appelle qui\u202f?"
    )


def test_what_a_part_needs_and_remarks_are_kept_beside() -> None:
    one = scenario(changed("    channel: press\n", "    channel: press\n    note: À relire\n"))
    assert one.needs == {"inject.laboratory": ("laboratory",)}
    assert one.notes["injects.press"] == "À relire"


def test_an_option_may_have_needs() -> None:
    one = scenario(
        changed("        label: {fr: Isoler", "        needs: [phones]\n        label: {fr: Isoler")
    )
    assert one.needs["option.cut-network.cut"] == ("phones",)


def test_a_key_with_nothing_after_it_is_not_written() -> None:
    assert scenario(head("summary:\ninjects:\nnote:\n")) == scenario(head(""))


def test_the_findings_of_a_check_get_their_lines() -> None:
    content = changed("default: wait", "default: later")
    (finding,) = located(content, check(scenario(content)))
    assert finding.place.line == EXAMPLE[: EXAMPLE.index("default: wait")].count("\n") + 1


def test_a_facility_is_read() -> None:
    content = (
        b"format: 1\nname: Clinique\nkind: clinic\nservices:\n  lab: {has: false}\n  record: {target: 2 h}\n"
        b"functions:\n  night: {fr: Cadre, en: Manager}\nvariables:\n  beds: 12\nnote: ours\n"
    )
    facility, findings = read_facility(content)
    assert findings == ()
    assert facility is not None
    assert facility.kind is FacilityKind.CLINIC
    assert facility.services == (OwnService("lab", has=False), OwnService("record", target=StoryMs(2 * HOUR)))
    assert facility.functions == {"night": Text("Cadre", "Manager")}
    assert (facility.variables, facility.notes) == ({"beds": Text("12")}, {"": "ours"})


def test_what_is_wrong_with_a_facility_is_told() -> None:
    assert codes(read_facility(b"format: 1\nkind: clinique\n")[1]) == ["CX-MISSING-KEY", "CX-CHOICE"]


def test_a_message_shows_a_piece_of_the_file_short_and_harmless() -> None:
    content = changed("channel: ransom_note", 'channel: "\\e[31m' + "a" * 5000 + '"')
    told = [CATALOGUES[0].text(one.message) for one in read(content)[1]]
    assert all("\x1b" not in text and len(text) < 150 for text in told)
    assert len(told) == 2


def test_a_finding_about_something_else_keeps_its_place() -> None:
    elsewhere = finding(
        "finding.facility_kind", Place("clinique.yaml", 3, 1, "facility.kind"), {"kind": "clinic"}
    )
    assert located(EXAMPLE.encode(), [elsewhere]) == (elsewhere,)


def test_every_colon_that_cuts_a_text_in_two_is_told_in_one_go() -> None:
    content = (
        "format: 1\nid: a\nname: A\nattack: Objet : un\nsummary: |\n  label: Objet : le texte a le droit\n"
        'opening: "Objet : entre guillemets"\nfunctions:\n  a:\n    name: Objet : deux  # suite : non\n'
        "  b:\n    name: à 8:30 # Objet : non\n  c: {name: d}\n  e:\n    name: trois :\n"
    )
    _, findings = read(content.encode())
    assert [(one.code, one.place.line) for one in findings] == [("CX-COLON", line) for line in (4, 10, 15)]

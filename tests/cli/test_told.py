"""What ``check`` says to somebody who writes: what cannot be played first, and the same thing once."""

from __future__ import annotations

from pathlib import Path

from tests.cli.terminal import EXAMPLE, Terminal

FRENCH = "  {number}: {{name: {number} d{sign}accueil}}\n"


def written(folder: Path, functions: int, sign: str, law: str = "cnil") -> Path:
    """The example with so many functions more that have no English, and a duty of this law."""
    more = "".join(FRENCH.format(number=f"more-{n}", sign=sign) for n in range(functions))
    text = EXAMPLE.read_text("utf-8")
    text = text.replace("\nfunctions:\n", f"\nfunctions:\n{more}", 1)
    text = text.replace("\nduties:\n", f"\nduties:\n  other:\n    law: {law}\n", 1)
    file = folder / "scenario.yaml"
    file.write_text(text, "utf-8")
    return file


def test_what_cannot_be_played_is_told_first(terminal: Terminal, tmp_path: Path) -> None:
    told = terminal.types("check", written(tmp_path, 3, "'", law="cnill"))
    severities = [line.split(": ")[1].split(" [")[0] for line in told.out.splitlines() if " [CX-" in line]
    order = ["erreur", "à revoir", "remarque"]
    assert severities[0] == "erreur"
    assert severities == sorted(severities, key=order.index)


def test_a_text_without_english_is_told_once_with_the_lines_of_the_others(
    terminal: Terminal, tmp_path: Path
) -> None:
    told = terminal.types("check", written(tmp_path, 20, "’")).out
    assert told.count("[CX-MISSING-ENGLISH]") == 1
    (others,) = (line for line in told.splitlines() if "De même à 19 autres lignes" in line)
    assert others.endswith(", …")
    assert others.count(",") == 12


def test_what_differs_is_told_each_time_and_its_remedy_once(terminal: Terminal, tmp_path: Path) -> None:
    told = terminal.types("check", written(tmp_path, 4, "'")).out
    assert told.count("[CX-TYPOGRAPHY]") == 4
    assert told.count("U+202F") == 1


def test_an_unknown_law_is_answered_with_those_that_can_be_used(terminal: Terminal, tmp_path: Path) -> None:
    told = terminal.types("check", written(tmp_path, 0, "’", law="ars")).out
    assert "cert-sante, cnil, persons, complaint, eigs. Ce que" in told
    assert "nis2" not in told


def test_a_duration_is_shown_in_days_as_french_writes_them(terminal: Terminal, tmp_path: Path) -> None:
    file = written(tmp_path, 0, "’")
    file.write_text(file.read_text("utf-8").replace("target: 8 h", "target: 2 jours"), "utf-8")
    assert "ou «\u00a02 j\u00a0»" in terminal.types("check", file).out
    file.write_text(file.read_text("utf-8").replace("target: 2 jours", "target: 2 j"), "utf-8")
    assert terminal.types("check", file).code == 0

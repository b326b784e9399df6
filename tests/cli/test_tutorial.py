"""The tutorial, as whoever follows it: each block is added and checked, the whole is played."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = ("tutoriel-scenario.md", "scenario-tutorial.md")
STEPS = 7


def blocks(page: str) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)


def test_both_languages_lead_to_the_same_file() -> None:
    french, english = (blocks(page) for page in PAGES)
    assert french == english
    assert len(french) == STEPS


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_after_each_step_the_file_is_without_an_error(terminal: Terminal, tmp_path: Path, step: int) -> None:
    file = tmp_path / "verveine.yaml"
    file.write_text("\n".join(blocks(PAGES[0])[:step]), encoding="utf-8")
    told = json.loads(terminal.types("check", file, "--json").out)
    found = {one["code"] for one in told["findings"] if one["severity"] != "info"}
    assert (told["errors"], found) == (0, {"CX-DECISION-UNASKED"} if step == 4 else set())


def test_the_whole_is_rewritten_played_reported_and_packed(terminal: Terminal, tmp_path: Path) -> None:
    file, report, package = (tmp_path / one for one in ("verveine.yaml", "verveine.pdf", "verveine.care"))
    file.write_text("\n".join(blocks(PAGES[0])), encoding="utf-8")
    assert terminal.types("format", file).code == 0
    told = terminal.types("play", file, "--report", report)
    assert (told.code, told.err) == (0, "")
    assert "Signalements et notifications réalisés\u00a0: 1 sur 1 à faire." in told.out
    assert report.read_bytes().startswith(b"%PDF")
    assert terminal.types("pack", file, "--output", package).code == 0
    assert terminal.types("check", package).code == 0


def test_a_team_that_decides_nothing_hears_from_the_family(terminal: Terminal, tmp_path: Path) -> None:
    file, acts = tmp_path / "verveine.yaml", tmp_path / "acts.jsonl"
    file.write_text("\n".join(blocks(PAGES[0])), encoding="utf-8")
    acts.write_text('{"at": "T+0:01", "do": "mark_moment"}\n')
    assert "Stimuli lancés\u00a0: 2" in terminal.types("play", file).out
    assert "Stimuli lancés\u00a0: 3" in terminal.types("play", file, "--team", acts).out

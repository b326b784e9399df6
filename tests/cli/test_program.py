"""Help and advice name the command as it was typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from care_desktop import cli_program, paths
from tests.cli.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent.parent


def said_by(*command: str, **environment: str) -> str:
    """What a process says of itself when it does not understand its arguments."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    ended = subprocess.run([*command, "oh"], capture_output=True, env=variables, text=True, check=False)
    return ended.stderr


def test_the_module_is_named_as_it_was_started() -> None:
    assert f"«\u00a0{sys.executable} -m care_desktop --help\u00a0»" in said_by(
        sys.executable, "-m", "care_desktop"
    )


def test_the_script_of_the_checkout_says_its_own_name() -> None:
    told = said_by(sys.executable, "-m", "care_desktop", CARE_DESKTOP_CALLED="scripts/run")
    assert "«\u00a0scripts/run --help\u00a0»" in told
    assert cli_program.VARIABLE in (ROOT / "scripts" / "run").read_text(encoding="utf-8")


def test_an_installed_command_is_named_by_its_name_where_that_is_enough(tmp_path: Path) -> None:
    command = tmp_path / "bin" / "care-desktop"
    command.parent.mkdir()
    command.write_text(
        f"#!{sys.executable}\nimport sys\nfrom care_desktop import cli\nsys.exit(cli.main())\n"
    )
    command.chmod(0o755)
    found = os.pathsep.join([str(command.parent), os.environ["PATH"]])
    assert "«\u00a0care-desktop --help\u00a0»" in said_by(str(command), PATH=found)
    assert f"«\u00a0{command} --help\u00a0»" in said_by(str(command))


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        (("play", "--help"), "utilisation\u00a0: scripts/run play "),
        (("--help",), "\n  scripts/run list\n"),
        (("verify",), "«\u00a0scripts/run verify --help\u00a0»"),
        (("verify", "--database", "nowhere.db"), "«\u00a0scripts/run play --help\u00a0»"),
    ],
)
def test_advice_can_be_typed_as_it_stands(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, line: tuple[str, ...], advice: str
) -> None:
    monkeypatch.setenv(cli_program.VARIABLE, "scripts/run")
    told = terminal.types(*line)
    assert advice in told.out + told.err


def test_what_the_first_help_proposes_is_there(terminal: Terminal) -> None:
    proposed = terminal.types("--help").out.partition("Pour commencer")[2]
    assert any(f" play {file.parent.name} " in proposed for file in paths.scenarios().glob("*/scenario.yaml"))

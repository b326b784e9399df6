"""How a command ends when it is cut short: Ctrl-C, and a reader that has gone."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from care_desktop.journal.store import Store
from tests.cli.terminal import EXAMPLE, Terminal, well_set

PROGRAM = (sys.executable, "-m", "care_desktop")


PATIENCE = 120


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    """What a shell starts in the background ignores Ctrl-C, and so does all that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Impatient(io.StringIO):
    """Somebody who looks at a terminal and presses Ctrl-C when it shows ``at``."""

    def __init__(self, at: str) -> None:
        super().__init__()
        self._at = at

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        count = super().write(text)
        if self._at in text:
            signal.raise_signal(signal.SIGINT)
        return count


def test_an_interrupted_play_says_what_is_safe_and_keeps_what_was_recorded(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, pdf = tmp_path / "exercises.db", tmp_path / "report.pdf"
    screen = Impatient("\rT+0:1")
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", screen)
        told = terminal.types("play", EXAMPLE, "--database", database, "--report", pdf)
    assert (told.code, told.out) == (130, "")
    _, _, said = screen.getvalue().rpartition("\r\033[K")
    assert len(said.splitlines()) == 3
    assert well_set(said)
    assert not pdf.exists()
    assert terminal.types("verify", "--database", database).code == 0
    with Store.open(database, read_only=True) as store:
        (entry,) = store.exercises()
        assert store.journal(entry.exercise).head.seq > 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_ctrl_c_at_a_real_process_leaves_no_traceback(tmp_path: Path) -> None:
    acts = tmp_path / "acts.jsonl"
    os.mkfifo(acts)
    process = subprocess.Popen(
        [*PROGRAM, "play", EXAMPLE, "--team", acts],
        stderr=subprocess.PIPE,
        text=True,
    )
    with acts.open("w"):  # opens once the program reads, which then waits for what never comes
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert said.startswith("La commande a été interrompue")
    assert len(said.splitlines()) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows fail in another way")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", ["--help", "list", f"check {EXAMPLE}", f"play {EXAMPLE}"])
def test_a_reader_that_has_gone_ends_a_command_in_silence(arguments: str, unbuffered: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [*PROGRAM, *arguments.split()],
        stdout=writer,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        check=False,
    )
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows fail in another way")
def test_so_does_a_reader_of_errors_that_has_gone() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run([*PROGRAM, "no-such-command"], stderr=writer, check=False)
    os.close(writer)
    assert ended.returncode == 141


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", ["--help", "list", f"check {EXAMPLE}", f"play {EXAMPLE}"])
def test_an_answer_that_finds_no_room_is_said_to_be_cut_short(arguments: str, unbuffered: str) -> None:
    with FULL.open("w") as full:
        ended = subprocess.run(
            [*PROGRAM, *arguments.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            text=True,
            check=False,
        )
    assert ended.returncode == 2
    assert ended.stderr.startswith("La réponse n’a pas pu être écrite en entier")
    assert len(ended.stderr.splitlines()) == 3


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
def test_a_play_whose_answer_finds_no_room_is_recorded_all_the_same(
    terminal: Terminal, tmp_path: Path
) -> None:
    database = tmp_path / "exercises.db"
    with FULL.open("w") as full:
        command = [*PROGRAM, "--lang", "en", "play", str(EXAMPLE), "--database", str(database)]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.stderr.startswith("The answer could not be written whole")
    assert terminal.types("verify", "--database", database).code == 0


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
def test_with_no_room_for_anything_only_the_code_tells(tmp_path: Path) -> None:
    with FULL.open("w") as full:
        ended = subprocess.run([*PROGRAM, "list"], stdout=full, stderr=full, check=False)
    assert ended.returncode == 2

"""A database under a passphrase, which comes from a file, from the environment, or is asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import EXAMPLE, Answered, Terminal, well_set

WORDS = "cinq pommes à l'automne"
VARIABLE = "CARE_DESKTOP_PASSPHRASE"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text(f"{WORDS}\n", encoding="utf-8")
    return path


@pytest.fixture
def protected(terminal: Terminal, tmp_path: Path, words: Path) -> Path:
    """A database with one exercise, kept under the words of a file."""
    database = tmp_path / "protected.db"
    told = terminal.types("play", EXAMPLE, "--database", database, "--passphrase-file", words)
    assert (told.code, told.err) == (0, "")
    return database


def refused(told: Answered) -> bool:
    """Whether it ended with three sentences and nothing else."""
    return told.code == 2 and told.out == "" and len(told.err.splitlines()) == 3 and well_set(told.err)


def test_what_is_kept_under_a_passphrase_cannot_be_read_without(protected: Path) -> None:
    assert not protected.read_bytes().startswith(b"SQLite")
    assert b"muguet" not in protected.read_bytes()


def test_every_command_reads_it_with_the_file(
    terminal: Terminal, tmp_path: Path, protected: Path, words: Path
) -> None:
    given = ("--database", protected, "--passphrase-file", words)
    assert "intact" in terminal.types("verify", *given).out
    assert "MUGUET" in terminal.types("list", *given).out
    assert terminal.types("report", *given, "--output", tmp_path / "report.pdf").code == 0
    assert "exercice n°\u00a02" in terminal.types("play", EXAMPLE, *given).out


def test_the_environment_may_hold_it(
    terminal: Terminal, protected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, WORDS)
    assert terminal.types("verify", "--database", protected).code == 0


def test_the_file_comes_before_the_environment(
    terminal: Terminal, protected: Path, words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "an older one")
    assert terminal.types("verify", "--database", protected, "--passphrase-file", words).code == 0
    assert refused(terminal.types("verify", "--database", protected))


@pytest.mark.parametrize(
    "command", [("verify",), ("list",), ("report", "--output", "x.pdf"), ("play", EXAMPLE)]
)
def test_a_wrong_or_missing_one_is_told_and_changes_nothing(
    terminal: Terminal, tmp_path: Path, protected: Path, command: tuple[str | Path, ...]
) -> None:
    wrong, before = tmp_path / "wrong.txt", protected.read_bytes()
    wrong.write_text("six poires")
    missing = terminal.types(*command, "--database", protected)
    assert refused(missing)
    assert "--passphrase-file" in missing.err
    assert VARIABLE in missing.err
    assert refused(terminal.types(*command, "--database", protected, "--passphrase-file", wrong))
    assert protected.read_bytes() == before


def test_a_passphrase_for_what_is_not_protected_is_told(
    terminal: Terminal, tmp_path: Path, words: Path
) -> None:
    database = tmp_path / "plain.db"
    terminal.types("play", EXAMPLE, "--database", database)
    told = terminal.types("play", EXAMPLE, "--database", database, "--passphrase-file", words)
    assert refused(told)
    assert "n’est pas protégée" in told.err


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_the_end_of_the_line_is_not_part_of_it(
    terminal: Terminal, tmp_path: Path, protected: Path, ending: str
) -> None:
    written = tmp_path / "written.txt"
    written.write_bytes(f"\ufeff{WORDS}{ending}".encode())
    assert terminal.types("verify", "--database", protected, "--passphrase-file", written).code == 0


@pytest.mark.parametrize("content", [b"", b"\n", b"two\nlines\n", b"\xff\xfe", b"x" * 5_000])
def test_a_file_that_gives_none_is_told(
    terminal: Terminal, tmp_path: Path, protected: Path, content: bytes
) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_bytes(content)
    for file in (odd, tmp_path, tmp_path / "nowhere.txt"):
        told = terminal.types("verify", "--database", protected, "--passphrase-file", file)
        assert refused(told)
        assert str(file) in told.err


def typed(database: Path, words: str) -> tuple[int, str]:
    """Verify at a real terminal and type ``words`` when asked; the exit code, and what was on the screen."""
    screen, keyboard = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "care_desktop", "verify", "--database", database],
        stdin=keyboard,
        stdout=keyboard,
        stderr=keyboard,
        start_new_session=True,
    )
    os.close(keyboard)
    shown = b""
    while b"Phrase de passe de" not in shown or not shown.endswith(b": "):
        shown += os.read(screen, 1_000)
    os.write(screen, f"{words}\n".encode())
    try:
        while more := os.read(screen, 1_000):
            shown += more
    except OSError:  # how Linux says that nobody has the terminal any more
        pass
    os.close(screen)
    return process.wait(), shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_it_is_asked_for_at_a_terminal_and_not_shown(protected: Path) -> None:
    code, shown = typed(protected, WORDS)
    assert (code, "intact" in shown) == (0, True)
    assert WORDS not in shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
@pytest.mark.parametrize("poor", ["", "six poires"])
def test_a_wrong_one_typed_is_told(protected: Path, poor: str) -> None:
    assert typed(protected, poor)[0] == 2

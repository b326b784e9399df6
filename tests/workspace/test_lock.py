"""The lock: one holder at a time, told by name, and free again however its holder ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from care_desktop.errors import UserError
from care_desktop.language import Catalogue
from care_desktop.workspace.lock import Outcome, WorkspaceLock
from tests.workspace.sample import ROOT

Process = subprocess.Popen[str]
Start = Callable[..., Process]
OPEN_FILES = Path("/dev/fd")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.lock"


@pytest.fixture
def start(path: Path) -> Iterator[Start]:
    """Start another process that tries to take the lock, and wait until it has."""
    with ExitStack() as stack:

        def starting(*manner: str) -> Process:
            command = [sys.executable, "-m", "tests.workspace.children.holding", str(path), *manner]
            process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            stack.callback(stop, process)
            return process

        yield starting


def stop(process: Process) -> None:
    process.kill()
    process.communicate()


def line(process: Process) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: Process) -> None:
    """Let a process leave the context of its lock."""
    process.communicate("\n")


def test_the_first_holds_the_lock_and_another_process_does_not_wait_for_it(path: Path, start: Start) -> None:
    with WorkspaceLock(path) as lock:
        assert lock.acquire() is Outcome.HELD
        assert line(start()) == "TAKEN_BY_ANOTHER"


def test_a_lock_held_by_another_process_is_taken_until_that_one_leaves(path: Path, start: Start) -> None:
    other = start()
    assert line(other) == "HELD"
    with WorkspaceLock(path) as lock:
        assert lock.acquire() is Outcome.TAKEN_BY_ANOTHER
        end(other)
        assert lock.acquire() is Outcome.HELD


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_the_lock_of_a_killed_process_is_free(path: Path, start: Start) -> None:
    other = start()
    assert line(other) == "HELD"
    other.send_signal(signal.SIGKILL)
    other.wait()
    with WorkspaceLock(path) as lock:
        assert lock.acquire() is Outcome.HELD


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_program_that_a_killed_holder_had_started_does_not_keep_the_lock(path: Path, start: Start) -> None:
    other = start("parent")
    assert (line(other), line(other)) == ("HELD", "started")
    other.send_signal(signal.SIGKILL)
    other.wait()
    with WorkspaceLock(path) as lock:
        assert lock.acquire() is Outcome.HELD


def test_two_locks_of_one_process_exclude_each_other(path: Path) -> None:
    with WorkspaceLock(path) as one, WorkspaceLock(path) as two:
        assert (one.acquire(), two.acquire()) == (Outcome.HELD, Outcome.TAKEN_BY_ANOTHER)
        one.release()
        assert two.acquire() is Outcome.HELD


def test_taking_a_lock_twice_and_releasing_it_twice_is_as_once(path: Path) -> None:
    lock = WorkspaceLock(path)
    assert (lock.acquire(), lock.acquire()) == (Outcome.HELD, Outcome.HELD)
    lock.release()
    lock.release()
    with WorkspaceLock(path) as other:
        assert other.acquire() is Outcome.HELD


def test_one_that_did_not_get_the_lock_frees_nothing_on_leaving(path: Path, start: Start) -> None:
    with WorkspaceLock(path) as lock:
        lock.acquire()
        with WorkspaceLock(path) as other:
            other.acquire()
        assert line(start()) == "TAKEN_BY_ANOTHER"


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="lists the open files of the process")
def test_attempts_that_fail_leave_no_file_open(path: Path) -> None:
    with WorkspaceLock(path) as lock:
        lock.acquire()
        before = len(list(OPEN_FILES.iterdir()))
        outcomes = {WorkspaceLock(path).acquire() for _ in range(10)}
        assert (outcomes, len(list(OPEN_FILES.iterdir()))) == ({Outcome.TAKEN_BY_ANOTHER}, before)


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_a_lock_that_is_released_is_free_though_a_forked_process_has_the_file_open(path: Path) -> None:
    program = """
import os, sys
from pathlib import Path
from care_desktop.workspace.lock import WorkspaceLock
lock = WorkspaceLock(Path(sys.argv[1]))
lock.acquire()
reading, writing = os.pipe()
child = os.fork()
if not child:
    os.close(writing)
    os.read(reading, 1)
    os._exit(0)
lock.release()
print(WorkspaceLock(Path(sys.argv[1])).acquire().name)
os.close(writing)
os.waitpid(child, 0)
"""
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "HELD\n", done.stderr


def test_the_file_says_which_process_holds_the_lock_and_since_when(path: Path, start: Start) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    other = start()
    assert line(other) == "HELD"
    holder = WorkspaceLock(path).holder()
    assert holder is not None
    assert holder.pid == other.pid
    assert before <= datetime.fromisoformat(holder.since) <= datetime.now(UTC)


def test_whoever_takes_the_lock_writes_over_a_longer_text_of_one_before(path: Path) -> None:
    path.write_text('{"pid": 1, "host": "' + "h" * 500 + '", "since": ""}', encoding="utf-8")
    with WorkspaceLock(path) as lock:
        lock.acquire()
        holder = lock.holder()
    assert holder is not None
    assert holder.pid == os.getpid()


def test_the_message_names_the_process_on_this_computer(path: Path, start: Start) -> None:
    other = start()
    line(other)
    message = WorkspaceLock(path).taken()
    assert message.id == "workspace.taken_here"
    assert str(other.pid) in Catalogue("fr").text(message)


def test_the_message_names_another_computer(path: Path) -> None:
    path.write_text('{"pid": 7, "host": "poste-42", "since": "2026-11-23T09:00:00+00:00"}', encoding="utf-8")
    message = WorkspaceLock(path).taken()
    assert message.id == "workspace.taken_elsewhere"
    assert "poste-42" in Catalogue("en").text(message)


@pytest.mark.parametrize("text", [None, b"", b"{", b'{"pid": "x"}', b'{"host": "\xff"}', b"[" * 100_000])
def test_a_holder_that_cannot_be_read_is_still_told_of(path: Path, text: bytes | None) -> None:
    if text is not None:
        path.write_bytes(text)
    assert WorkspaceLock(path).holder() is None
    assert WorkspaceLock(path).taken().id == "workspace.taken"


def test_a_place_without_locks_is_an_error_to_show(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError) as failure:
        WorkspaceLock(tmp_path / "file" / "workspace.lock").acquire()
    assert failure.value.code == "workspace.not_locked"

"""What is written durably: whole, there after a power cut, and what was there when it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from care_desktop.workspace import recents
from care_desktop.workspace.durable import make_folder, write_durably
from care_desktop.workspace.recents import Recents
from tests.crash.recording import Recording, build, no_recorder, states, surroundings
from tests.crash.replay import SYNC, State, read_log
from tests.workspace.sample import ROOT, recent


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    reason = no_recorder()
    if reason is not None:
        pytest.skip(reason)
    folder, log = tmp_path / "disk", tmp_path / "log"
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-m", "tests.workspace.children.replacing", folder],
        env=surroundings(build(tmp_path), folder, CARE_LOG=str(log)),
        check=True,
    )
    return Recording(folder, read_log(log), "")


def expected(number: int) -> Recents:
    index = Recents()
    for one in range(1, number + 1):
        index = index.with_entry(recent(f"exercise {one}", facility="Hôpital " * 100))
    return index


def faults(state: State, ground: Path) -> Iterator[str]:
    """All that was acknowledged is there, and at most the one write that could not be any more."""
    kept = state.write(ground) / "above" / "kept"
    if state.acks.get("made") and not (kept / "backups").is_dir():
        yield f"the workspace is gone: {state}"
    found, damage = recents.read(kept / "recents.json")
    acknowledged = state.acks.get("written", 0)
    if damage is not None or found not in (expected(acknowledged), expected(acknowledged + 1)):
        yield f"the index is not as written: {state}"


@pytest.mark.crash
def test_no_power_cut_takes_what_was_written_or_leaves_half_of_it(
    recording: Recording, tmp_path: Path
) -> None:
    ground = tmp_path / "state"
    found = list(states(recording, seeds=3))
    assert [fault for state in states(recording, seeds=3) for fault in faults(state, ground)] == []
    assert len(found) > 100


@pytest.mark.crash
def test_the_power_cuts_find_a_lost_write(recording: Recording, tmp_path: Path) -> None:
    forgetful = Recording(recording.folder, tuple(call for call in recording.calls if call.op != SYNC), "")
    found = [fault for state in states(forgetful, modes=["sync"]) for fault in faults(state, tmp_path / "s")]
    assert found != []


def test_what_is_written_replaces_what_was_there_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"a longer one before")
    write_durably(path, b"line\r\nline\n\x1a\0")
    assert path.read_bytes() == b"line\r\nline\n\x1a\0"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    write_durably(path, b"content")
    assert path.read_bytes() == b"content"


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_what_is_written_and_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_folder(tmp_path / "above" / "kept")
        write_durably(tmp_path / "above" / "kept" / "file", b"content")
    finally:
        os.umask(before)
    modes = [path.stat().st_mode & 0o777 for path in sorted((tmp_path / "above").rglob("*"))]
    assert modes == [0o700, 0o600]
    assert (tmp_path / "above").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    before = tmp_path.stat()
    make_folder(tmp_path)
    assert tmp_path.stat() == before


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "folder in the way"
    path.mkdir()
    with pytest.raises(OSError, match="folder in the way"):
        write_durably(path, b"content")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    program = """
import resource, sys
from pathlib import Path
from care_desktop.workspace.durable import write_durably
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_durably(Path(sys.argv[1]), b"x" * 5000)
except OSError as error:
    print(type(error).__name__)
"""
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "OSError\n", done.stderr
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"before", [path])


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        make_folder(tmp_path / "file" / "above" / "kept")

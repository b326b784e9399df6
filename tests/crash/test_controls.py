"""The harness bites: known losers lose under it, the known winner does not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from errno import ENOSPC
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from tests.crash.recording import record, run, states, surroundings
from tests.crash.replay import FAULT, Mode, State, read_log

pytestmark = pytest.mark.crash


def kept_by_sqlite(folder: Path) -> int:
    """How many facts are there, from the first without a gap; -1 when the file cannot be read."""
    try:
        database = dbapi2.connect(str(folder / "control.db"))
        try:
            if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return -1
            rows = database.execute("SELECT n, words FROM facts ORDER BY n").fetchall()
        finally:
            database.close()
    except dbapi2.OperationalError as problem:
        return 0 if "no such table" in str(problem) else -1
    except dbapi2.DatabaseError:
        return -1
    whole = all(row == (place, f"fact {place} " * 60) for place, row in enumerate(rows, start=1))
    return len(rows) if whole else -1


def kept_by_json(folder: Path) -> int:
    """The same for a file of JSON; no file is no facts."""
    if not (folder / "control.json").exists():
        return 0
    try:
        return len(json.loads((folder / "control.json").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return -1


def outcome(found: Iterator[State], kept: Callable[[Path], int], ground: Path) -> tuple[int, int]:
    """How many states there are, and in how many an acknowledged fact is missing or cannot be read."""
    lost = [kept(state.write(ground)) < state.acks.get("facts", 0) for state in found]
    return len(lost), sum(lost)


def fault(recorder: Path, folder: Path, nth: int) -> tuple[list[str], str]:
    """What the nth call failing with a full disk hits, and how a program ends that does not look out."""
    folder.mkdir()
    log = folder.with_name(folder.name + ".log")
    told = {"CARE_LOG": str(log), "CARE_FAIL_AT": str(nth), "CARE_FAIL_ERRNO": str(ENOSPC)}
    done = run("plain_json", folder, surroundings(recorder, folder, **told))
    return [call.name for call in read_log(log) if call.op == FAULT], done.stderr


@pytest.mark.parametrize("mode", ["sync", "rand"])
def test_a_write_ahead_log_that_is_not_synced_at_each_commit_loses_facts(
    recorder: Path, tmp_path: Path, ground: Path, mode: Mode
) -> None:
    recording = record(recorder, "bare_sqlite", tmp_path / "kept", "NORMAL")
    found, lost = outcome(states(recording, modes=[mode]), kept_by_sqlite, ground)
    assert lost > found // 2


def test_a_write_ahead_log_synced_at_each_commit_loses_nothing(
    recorder: Path, tmp_path: Path, ground: Path
) -> None:
    recording = record(recorder, "bare_sqlite", tmp_path / "kept", "FULL")
    found, lost = outcome(states(recording, seeds=2), kept_by_sqlite, ground)
    assert found > 300
    assert lost == 0


def test_a_kill_alone_does_not_show_what_a_power_cut_loses(
    recorder: Path, tmp_path: Path, ground: Path
) -> None:
    recording = record(recorder, "bare_sqlite", tmp_path / "kept", "NORMAL")
    assert outcome(states(recording, modes=["kill"]), kept_by_sqlite, ground)[1] == 0


@pytest.mark.parametrize("mode", ["sync", "rand", "kill"])
def test_a_file_written_anew_each_time_is_lost_by_a_power_cut_and_even_by_a_kill(
    recorder: Path, tmp_path: Path, ground: Path, mode: Mode
) -> None:
    recording = record(recorder, "plain_json", tmp_path / "kept")
    assert outcome(states(recording, modes=[mode]), kept_by_json, ground)[1] > 0


@pytest.mark.parametrize("mode", ["sync", "rand"])
def test_a_file_put_in_place_of_another_is_kept_only_when_its_folder_is_synced_too(
    recorder: Path, tmp_path: Path, ground: Path, mode: Mode
) -> None:
    for manner, loses in (("hasty", True), ("careful", False)):
        recording = record(recorder, "replaced_file", tmp_path / manner, manner)
        assert (outcome(states(recording, modes=[mode]), kept_by_json, ground)[1] > 0) is loses


def test_the_recorder_fails_the_call_it_is_told_to_fail(recorder: Path, tmp_path: Path) -> None:
    found = [fault(recorder, tmp_path / str(nth), nth) for nth in (1, 2, 3)]
    assert [names for names, _ in found] == [["control.json"]] * 3
    assert all("[Errno 28]" in problem for _, problem in found)

"""What a decision costs: one transaction, one sync, counted where the disk is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.children.exercise import BATCHES
from tests.crash.children.keeping import DATABASE
from tests.crash.recording import record
from tests.crash.replay import ACK, OPEN, SYNC, WRITE, Call

pytestmark = pytest.mark.crash

FRAME_HEAD = 24


def steps(calls: tuple[Call, ...]) -> Iterator[tuple[str, list[Call]]]:
    """What was acknowledged, each with the calls since the acknowledgement before."""
    since: list[Call] = []
    for call in calls:
        if call.op == ACK:
            yield call.name, since
            since = []
        else:
            since.append(call)


def names_synced(calls: list[Call], handles: dict[int, str]) -> list[str]:
    return [handles[call.handle] for call in calls if call.op == SYNC]


def commits(calls: list[Call]) -> int:
    """How many transactions: in SQLite's log the last frame of each tells the size of the database."""
    heads = [call.data for call in calls if call.op == WRITE and len(call.data) == FRAME_HEAD]
    return sum(int.from_bytes(head[4:8], "big") > 0 for head in heads)


def test_a_batch_is_one_transaction_and_one_sync(recorder: Path, tmp_path: Path) -> None:
    recording = record(recorder, "exercise", tmp_path / "kept")
    handles = {call.handle: call.name for call in recording.calls if call.op == OPEN and call.name}
    before, appended, dear = "", 0, []
    for name, calls in steps(recording.calls):
        if name == "seq":
            appended += 1
            assert commits(calls) == 1
            if names_synced(calls, handles) != [f"{DATABASE}-wal"]:
                dear.append(before)
        before = name
    assert appended == BATCHES
    # Behind an erasure the log is empty: its own head is synced before the first batch in it.
    assert dear in ([], ["erased"])


def test_a_command_is_one_transaction_and_one_sync(recorder: Path, tmp_path: Path) -> None:
    recording = record(recorder, "headless", tmp_path / "kept")
    handles = {call.handle: call.name for call in recording.calls if call.op == OPEN and call.name}
    before, carried_out, dear = "", 0, 0
    for name, calls in steps(recording.calls):
        if (before, name) == ("asked", "seq"):
            carried_out += 1
            assert commits(calls) == 1
            dear += names_synced(calls, handles) != [f"{DATABASE}-wal"]
        before = name
    assert carried_out > 80
    assert dear <= 1  # the one behind the erasure, see above

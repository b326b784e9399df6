"""Whatever call of the disk fails: what could not be kept is never acknowledged, what was stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from errno import EIO, ENOSPC, EROFS
from pathlib import Path

import pytest
from msgspec.json import decode

from tests.crash.checks import Whole, faults, read_whole
from tests.crash.children import deeds
from tests.crash.children.failing import Run
from tests.crash.children.keeping import COPY, journal_in, open_store
from tests.crash.recording import Recording, record, run, surroundings
from tests.crash.replay import Disk

pytestmark = pytest.mark.crash

KINDS = [(EIO, "once"), (EIO, "lasts"), (ENOSPC, "once"), (ENOSPC, "lasts"), (EROFS, "lasts")]


def whole_of(recording: Recording, ground: Path) -> Whole:
    """What the last run kept, in which nothing failed."""
    *_, (told, disk) = runs(recording)
    assert not told.failed
    assert not told.refused
    return read_whole(disk.killed().write(ground, f"{told.nth}/"))


def runs(recording: Recording) -> Iterator[tuple[Run, Disk]]:
    """Each run of a failing exercise, with the disk as it was at its end."""
    told = [decode(line, type=Run) for line in recording.printed.splitlines()]
    disk = Disk()
    for call in recording.calls:
        disk.apply(call)
        if call.name == "run":
            yield told[call.number - 1], disk


def goes_on(folder: Path) -> bool:
    """Whether the store takes another batch, now that nothing fails any more."""
    with closing(open_store(folder)) as store:
        journal = journal_in(store)
        after = journal.head.seq
        head = journal.append(deeds.batch(after), deeds.rows(after), deeds.texts(after))
        return head.seq > after and not journal.verify()


@pytest.mark.parametrize(("errno", "lasts"), KINDS)
def test_a_failing_call_is_told_and_costs_nothing_that_was_acknowledged(
    recorder: Path, tmp_path: Path, ground: Path, errno: int, lasts: str
) -> None:
    recording = record(recorder, "failing", tmp_path / "kept", str(errno), lasts)
    whole = whole_of(recording, ground)
    seen = 0
    for told, disk in runs(recording):
        seen += bool(told.failed)
        assert set(told.silent) <= {"copy"}, told  # a copy is verified before it counts
        assert not told.resumed, told
        for state in (disk.killed(), disk.cut_off()):
            found = faults(state.write(ground, f"{told.nth}/"), told.acks, whole)
            assert not found, f"{state.mode} {told}: {found}"
            assert goes_on(ground), f"{state.mode} {told}"
    assert seen > 200


def test_a_place_that_became_read_only_is_told_and_left_as_it_is(recorder: Path, tmp_path: Path) -> None:
    place = tmp_path / "kept"
    place.mkdir()
    with closing(open_store(place)) as store:
        journal = journal_in(store)
        head = journal.append(deeds.batch(0), deeds.rows(0), deeds.texts(0))
        store.backup(place / COPY)
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    told = {"CARE_FAIL_AT": "1", "CARE_FAIL_ERRNO": str(EROFS), "CARE_FAIL_LASTS": "1"}
    done = run("looking", place, surroundings(recorder, place, **told))
    assert done.stdout.split() == ["journal.not_opened", "read", str(head.seq)], done.stderr
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before

"""A commit that fails is never acknowledged: the exercise shows what is recorded, and says so."""

from __future__ import annotations

from contextlib import closing
from errno import EIO, ENOSPC, EROFS
from pathlib import Path

import pytest
from msgspec.json import decode

from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import resume
from tests.crash.checks import the_journal
from tests.crash.children.failing_played import COMMANDS, Play
from tests.crash.children.keeping import open_store
from tests.crash.recording import run, surroundings
from tests.crash.resuming import LATER

pytestmark = pytest.mark.crash


@pytest.mark.parametrize(
    ("errno", "lasts"), [(EIO, "once"), (EIO, "lasts"), (ENOSPC, "once"), (ENOSPC, "lasts"), (EROFS, "lasts")]
)
def test_at_every_call_that_fails_nothing_is_told_that_was_not_recorded(
    recorder: Path, tmp_path: Path, errno: int, lasts: str
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    done = run("failing_played", folder, surroundings(recorder, folder), str(errno), lasts)
    plays = [decode(line, type=Play) for line in done.stdout.splitlines()]
    assert not done.stderr
    assert [play.wrong for play in plays if play.wrong] == []
    assert [play.problem for play in plays if play.failed and not play.problem] == []
    assert plays[-1].problem == ""
    assert len(plays) > 2 * len(COMMANDS)
    for play in plays:
        with closing(open_store(folder / str(play.nth))) as store:
            if not store.exercises():
                assert play.told == 0
                continue
            journal = the_journal(store)
            assert journal.head.seq >= play.told
            assert not journal.verify()
            assert not resume(journal, LeapingClock(LATER)).problem

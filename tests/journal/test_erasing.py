"""Erasing what people typed: gone everywhere, and the chain still stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from care_desktop.errors import UserError
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import ExerciseId, Kept
from care_desktop.journal.store import Store
from tests.journal.sample import EXERCISE, SCRIPT, WORDS, batch, fill, holding, raw, sealed, side_by_side

WHEN = "2026-12-01T09:00:00.000Z"
FORK = ExerciseId("fork")


@pytest.fixture
def noted(journal: Journal) -> Journal:
    """Three events with a text each."""
    for seq in (1, 2, 3):
        text = sealed(seq, f"{WORDS} {seq}")
        journal.append(batch(seq), [holding(text)], [text])
    return journal


def test_an_erased_text_says_when_it_was_erased(noted: Journal) -> None:
    digest = sealed(2, f"{WORDS} 2").digest
    assert noted.erase([2], WHEN) == 1
    assert noted.texts()[digest] == Kept(2, None, None, WHEN)


def test_erasing_leaves_the_chain_and_the_other_texts(noted: Journal) -> None:
    head, before = noted.head, noted.texts()
    noted.erase([2], WHEN)
    assert noted.verify(head) == ()
    assert [digest for digest, text in noted.texts().items() if text != before[digest]] == [
        sealed(2, f"{WORDS} 2").digest
    ]


def test_erasing_again_changes_nothing(noted: Journal) -> None:
    noted.erase([2], WHEN)
    assert noted.erase([2], "2027-01-01T00:00:00.000Z") == 0
    assert noted.texts()[sealed(2, f"{WORDS} 2").digest].erased == WHEN


def test_erasing_reaches_the_forks_that_share_the_text(noted: Journal) -> None:
    fork = noted.fork(3, FORK)
    assert noted.erase([1], WHEN) == 2
    assert fork.texts()[sealed(1, f"{WORDS} 1").digest].text is None
    assert fork.verify() == ()


@pytest.mark.parametrize("passphrase", [None, "phrase"])
def test_an_erased_text_leaves_no_trace(path: Path, passphrase: str | None) -> None:
    with Store.open(path, passphrase=passphrase) as store:
        journal = store.create(EXERCISE, SCRIPT)
        fill(journal, 600)
        journal.erase(range(601), WHEN)
        open_files = list(side_by_side(path))
    files = open_files + list(side_by_side(path))
    assert [len(file) for file in files if "mode dégradé".encode() in file or "dicté".encode() in file] == []


def test_an_erasure_that_a_reader_holds_up_is_told(path: Path, noted: Journal) -> None:
    reader = raw(path)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM texts").fetchall()
    with pytest.raises(UserError) as failure:
        noted.erase([1], WHEN)
    reader.close()
    assert failure.value.code == "journal.not_erased"
    noted.erase([1], WHEN)
    assert not any(f"{WORDS} 1".encode() in file for file in side_by_side(path))

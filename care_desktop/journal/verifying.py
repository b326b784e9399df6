"""Verification: everything that can be said of a store or an exercise without a person's opinion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from sqlalchemy import create_engine

from care_desktop.errors import UserError
from care_desktop.journal import chain, reading, schema
from care_desktop.journal.connection import Database
from care_desktop.journal.reading import Mark
from care_desktop.journal.records import Finding, Head, Record
from care_desktop.language import Message

# Enough to see what happened; a file full of noise would otherwise give one finding for each event.
_MOST = 100

_LAST = 2**63 - 1
_SHAPE = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"


class _Enough(Exception):
    """The list of findings is full."""


class _Findings:
    """What was found so far."""

    def __init__(self) -> None:
        self.found: list[Finding] = []

    def add(self, message: Message, seq: int | None) -> None:
        self.found.append(Finding(message.id, message, seq))
        if len(self.found) >= _MOST:
            raise _Enough

    def gather(self, check: Callable[[], None]) -> None:
        """Run a check; what it cannot read is a finding too."""
        try:
            check()
        except UserError as error:
            happened, _, _ = error.messages
            self.found.append(Finding(error.code, happened, None))
        except reading.MISSHAPEN:
            self.found.append(Finding("journal.misshapen", Message("journal.misshapen"), None))
        except _Enough:
            pass


def verify_file(database: Database) -> tuple[Finding, ...]:
    """Check what all exercises share: pages, tables and triggers, references. Raises on no damage."""
    findings = _Findings()
    findings.gather(lambda: _pages(database, findings))
    findings.gather(lambda: _shape(database, findings))
    findings.gather(lambda: _references(database, findings))
    return tuple(findings.found)


def verify_exercise(database: Database, exercise: str, head: Head | None) -> tuple[Finding, ...]:
    """Check one exercise, and that ``head``, known from elsewhere, is in its chain. Raises on no damage."""
    findings = _Findings()
    findings.gather(lambda: _chain(database, exercise, head, findings))
    findings.gather(lambda: _texts(database, exercise, findings))
    return tuple(findings.found)


def _pages(database: Database, findings: _Findings) -> None:
    pragmas = ["integrity_check(20)"] + ["cipher_integrity_check"] * database.encrypted
    for pragma in pragmas:
        for (told,) in database.rows(f"PRAGMA {pragma}"):
            if told != "ok":
                findings.add(Message("journal.pages", {"detail": str(told)}), None)


@cache
def _shipped() -> list[tuple[object, ...]]:
    """Tables, indexes and triggers as a fresh store has them."""
    with create_engine("sqlite://").begin() as connection:
        schema.migrate(connection, 0)
        return [tuple(row) for row in connection.exec_driver_sql(_SHAPE)]


def _shape(database: Database, findings: _Findings) -> None:
    found, shipped = database.rows(_SHAPE), _shipped()
    for _, name, *_ in sorted(set(found) ^ set(shipped), key=repr):
        findings.add(Message("journal.shape", {"name": str(name)}), None)


def _references(database: Database, findings: _Findings) -> None:
    for table, *_ in database.rows("PRAGMA foreign_key_check"):
        findings.add(Message("journal.reference", {"name": str(table)}), None)


def _chain(database: Database, exercise: str, head: Head | None, findings: _Findings) -> None:
    kept = reading.script(database, exercise)
    if kept is None:
        findings.add(Message("journal.exercise_missing"), None)
        return
    if chain.script_digest(kept.script) != kept.digest:
        findings.add(Message("journal.script_changed"), None)
    start = Mark(0, 0, chain.genesis(exercise, kept.digest, kept.origin))
    held = _Held(reading.seals(database, exercise), findings)
    found, number = {start.seq: start.hash}, 0
    for mark, records in reading.walk(database, exercise, start, _LAST, findings.add):
        number = mark.number
        for record in records:
            held.check(record)
            if head is not None and record.row.seq == head.seq:
                found[head.seq] = record.hash
    held.end()
    for unused in _unused(database, exercise, number):
        findings.add(Message("journal.batch_unused", {"batch": unused}), None)
    if head is not None and (head.exercise, head.hash) != (exercise, found.get(head.seq)):
        findings.add(Message("journal.head_missing", {"seq": head.seq}), head.seq)


class _Held:
    """Whether each text that a batch names stands in the event it belongs to, or in its command."""

    def __init__(self, seals: Mapping[str, int], findings: _Findings) -> None:
        self._findings = findings
        self._by_event: dict[int, list[bytes]] = {}
        for digest, seq in seals.items():
            self._by_event.setdefault(seq, []).append(digest.encode())

    def check(self, record: Record) -> None:
        seq = record.row.seq
        for digest in self._by_event.pop(seq, ()):
            if digest not in record.row.body and digest not in record.batch.command:
                self._findings.add(Message("journal.text_unheld", {"seq": seq}), seq)

    def end(self) -> None:
        """Tell the texts of events that were not met."""
        for seq in sorted(self._by_event):
            self._findings.add(Message("journal.text_unheld", {"seq": seq}), seq)


def _unused(database: Database, exercise: str, last: int) -> Iterator[int]:
    """The batches that no event refers to: before the first, or after the last."""
    found = database.rows(
        "SELECT batch FROM batches WHERE exercise = ? AND (batch < 1 OR batch > ?) ORDER BY batch LIMIT 20",
        exercise,
        last,
    )
    for (number,) in found:
        yield number


def _texts(database: Database, exercise: str, findings: _Findings) -> None:
    reading.texts(database, exercise, findings.add)

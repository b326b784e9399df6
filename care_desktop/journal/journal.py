"""The journal of one exercise: what happened, in order, once and for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import json
from msgspec.structs import astuple

from care_desktop.errors import UserError
from care_desktop.journal import chain, forking, reading, storing
from care_desktop.journal.admission import admit
from care_desktop.journal.connection import Database
from care_desktop.journal.reading import Mark
from care_desktop.journal.records import (
    Batch,
    Beat,
    ExerciseId,
    Finding,
    Head,
    Kept,
    Origin,
    Record,
    Row,
    Sealed,
    Stamp,
)
from care_desktop.journal.verifying import verify_exercise, verify_file
from care_desktop.language import Message

_AT = "SELECT seq, batch, hash FROM events WHERE exercise = ? AND seq = ?"
_LAST = "SELECT seq, batch, hash FROM events WHERE exercise = ? ORDER BY seq DESC LIMIT 1"
_BEAT = "SELECT play, wall, zone, offset, awake_ns, total_ns, boot FROM beats WHERE exercise = ?"
_ERASE = (
    "UPDATE texts SET text = NULL, salt = NULL, erased = ?"
    " WHERE erased IS NULL AND digest IN (SELECT value FROM json_each(?))"
)


class Journal:
    """The journal of one exercise in an open store. Used by one thread at a time.

    All methods raise ``UserError`` if the file cannot be read or written. After a failure to write, all of
    them do: what was committed is to be read by opening the store anew.
    """

    def __init__(self, database: Database, exercise: ExerciseId, siblings: dict[ExerciseId, Journal]) -> None:
        self._database = database
        self._siblings = siblings
        self.exercise = exercise
        kept = reading.script(database, exercise)
        if kept is None:
            raise UserError("journal.unknown_exercise", exercise=exercise)
        try:
            start = Mark(0, 0, chain.genesis(exercise, kept.digest, kept.origin))
        except reading.MISSHAPEN as error:
            raise UserError("journal.damaged", exercise=exercise) from error
        self._start = start
        self._end = self._mark(_LAST) or start
        # Two objects for one exercise would each believe to know where its chain ends.
        siblings[exercise] = self

    def _mark(self, sql: str, *parameters: object) -> Mark | None:
        found = self._database.rows(sql, self.exercise, *parameters)
        return Mark(*found[0]) if found else None

    @property
    def head(self) -> Head:
        """The end of the chain. It moves only when a commit has returned."""
        return Head(self.exercise, self._end.seq, self._end.hash)

    @property
    def origin(self) -> Origin | None:
        """Where the exercise was forked from."""
        return self._kept().origin

    def script(self) -> bytes:
        """The script that is played, as it was given."""
        return self._kept().script

    def _kept(self) -> reading.Script:
        kept = reading.script(self._database, self.exercise)
        if kept is None or chain.script_digest(kept.script) != kept.digest:
            raise UserError("journal.damaged", exercise=self.exercise)
        return kept

    def append(self, batch: Batch, rows: Sequence[Row], texts: Sequence[Sealed] = ()) -> Head:
        """Keep a batch with its events and typed texts: one transaction, one sync; returns after the commit.

        A batch that is already kept is not kept twice. Raises ``ValueError`` if the batch breaks a rule
        of ``admission`` or its id was used for another content, ``UserError`` if it could not be written.
        """
        self._database.assert_writable()
        seals = chain.pack_seals((text.seq, text.digest) for text in texts)
        if self._is_kept(batch, rows, seals):
            return self.head
        admit(batch, rows, texts, self._end.seq)
        number = self._end.number + 1
        events, head = storing.event_rows(self.exercise, number, batch, seals, rows, self._end.hash)
        with self._database.writing() as connection:
            storing.insert_batch(connection, storing.batch_row(self.exercise, number, batch, seals))
            storing.insert_events(connection, events)
            storing.insert_texts(connection, self.exercise, texts)
        self._end = Mark(rows[-1].seq, number, head)
        return self.head

    def _is_kept(self, batch: Batch, rows: Sequence[Row], seals: bytes) -> bool:
        found = self._database.rows(
            "SELECT * FROM batches WHERE exercise = ? AND command_id = ?", self.exercise, batch.id
        )
        if not found:
            return False
        number = found[0][1]
        events = self._database.rows(
            "SELECT seq, kind, v, play, story, cause, body FROM events"
            " WHERE exercise = ? AND batch = ? ORDER BY seq",
            self.exercise,
            number,
        )
        same = found[0] == storing.batch_row(self.exercise, number, batch, seals)
        if not same or events != [astuple(row) for row in rows]:
            raise ValueError(f"command {batch.id} was kept with another content")
        return True

    def read(self, after: int = 0, *, verify: bool = True) -> Iterator[Record]:
        """The events after ``after``, up to the head when the first is asked for.

        With ``verify`` the chain is hashed again on the way; damage raises ``UserError`` before the stretch
        that has it is given out. Texts are not checked here.
        """
        end = self._end
        start = self._start if after <= 0 else self._mark(_AT, after)
        if start is None:
            return
        fault = self._raise if verify else None
        reached = start
        for mark, records in reading.walk(self._database, self.exercise, start, end.seq, fault):
            yield from records
            reached = mark
        if fault and reached != end:
            self._raise(Message("journal.gap", {"seq": reached.seq + 1}), reached.seq + 1)

    def records(self, *, verify: bool = True) -> tuple[Record, ...]:
        """The whole journal at once, see ``read``."""
        return tuple(self.read(verify=verify))

    def batches(self) -> tuple[Batch, ...]:
        """The commands and ticks in order."""
        found = reading.batches(self._database, self.exercise, 1, self._end.number)
        return tuple(batch for _, batch, _ in found)

    def texts(self, *, verify: bool = True) -> dict[str, Kept]:
        """What people typed, by the digest that stands for it in events and commands."""
        try:
            return reading.texts(self._database, self.exercise, self._raise if verify else None)
        except reading.MISSHAPEN as error:
            raise UserError("journal.damaged", exercise=self.exercise) from error

    def _raise(self, message: Message, seq: int | None) -> None:
        raise UserError("journal.damaged", exercise=self.exercise, finding=message.id, seq=seq or 0)

    def beat(self, play: int, stamp: Stamp) -> None:
        """Note a sign of life over the last one, and use the quiet moment to shorten the database's log."""
        self._database.relieve()
        columns = (self.exercise, play, *astuple(stamp))
        with self._database.writing() as connection:
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO beats VALUES (?, ?, ?, ?, ?, ?, ?, ?)", columns
            )

    def last_beat(self) -> Beat | None:
        """The last sign of life, None if there was none."""
        found = self._database.rows(_BEAT, self.exercise)
        return Beat(found[0][0], Stamp(*found[0][1:])) if found else None

    def verify(self, head: Head | None = None) -> tuple[Finding, ...]:
        """All that is wrong with the file and with this exercise; nothing if all is well.

        ``head``, from a printed report or a copy, must be in the chain: that shows a tail cut off. Without
        it, the head that this object holds. Damage is told, not raised.
        """
        return verify_file(self._database) + verify_exercise(self._database, self.exercise, head or self.head)

    def erase(self, seqs: Iterable[int], when: str) -> int:
        """Erase the texts of these events, here and in the forks that share them; say how many there were.

        The chain stays as it is. No trace is left in the file or its log; copies made before keep theirs.
        ``when`` is shown in place of the text. Raises ``UserError("journal.not_erased")`` if a trace may be
        left because something else is reading the file: erase once more.
        """
        wanted = set(seqs)
        rows = self._database.rows("SELECT digest, seq FROM texts WHERE exercise = ?", self.exercise)
        digests = [digest for digest, seq in rows if seq in wanted]
        with self._database.writing() as connection:
            count = connection.exec_driver_sql(_ERASE, (when, json.encode(digests).decode())).rowcount
        if not self._database.scrub():
            raise UserError("journal.not_erased")
        return count

    def fork(self, at_seq: int, new_id: ExerciseId) -> Journal:
        """A new exercise in the same store that begins as this one up to ``at_seq``, see ``forking``."""
        if not 0 <= at_seq <= self._end.seq:
            raise ValueError(f"a fork at event {at_seq} of {self._end.seq}")
        if reading.script(self._database, new_id) is not None:
            raise ValueError(f"exercise {new_id} exists")
        forking.fork(self._database, self.exercise, self._start, at_seq, new_id)
        return Journal(self._database, new_id, self._siblings)

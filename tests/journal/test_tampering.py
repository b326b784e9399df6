"""Two thousand ways to change a journal from outside: none may read back as true with another content.

An erasure that a tamperer imitates, words gone and a date put in, is not told apart from an erasure: it
shows as one. Of an erased text the date is therefore no part of what is compared here.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from care_desktop.errors import UserError
from care_desktop.journal.driver import Raw, dbapi2
from care_desktop.journal.records import Head
from care_desktop.journal.store import Store
from tests.journal.sample import EXERCISE, Content, content, filled, raw

KEYS = {"exercises": "id", "batches": "batch", "events": "seq", "texts": "digest"}
TABLES = tuple(KEYS)
SET = "UPDATE {table} SET {column} = ? WHERE {key} = ?"
EDITS = 1400
FLIPS = 600
PARTS = 10


class Journals:
    """A sound store, kept in memory, to be damaged again and again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.head: Head = filled(path, 200)
        self.bytes = path.read_bytes()
        with Store.open(path, read_only=True) as store:
            self.content: Content = content(store.journal(EXERCISE))

    def restore(self) -> None:
        for beside in self.path.parent.glob(self.path.name + "-*"):
            beside.unlink()
        self.path.write_bytes(self.bytes)

    def is_found_sound(self) -> bool:
        """Whether the file as it is now opens and verifies."""
        try:
            with Store.open(self.path, read_only=True) as store:
                return store.journal(EXERCISE).verify(self.head) == ()
        except UserError:
            return False

    def is_taken_for_true(self) -> bool:
        """Whether the file as it is now verifies and yet says something else."""
        if not self.is_found_sound():
            return False
        with Store.open(self.path, read_only=True) as store:
            return content(store.journal(EXERCISE)) != self.content


def other(dice: random.Random, value: object) -> object:
    """A value near the one given, of the same type or not."""
    match value:
        case int():
            return dice.choice([value + 1, value - 1, -value, 0, None, 2**40, str(value)])
        case str():
            at = dice.randrange(len(value) + 1)
            return dice.choice([value[:at] + "x" + value[at + 1 :], value + " ", value[:at], "", None])
        case bytes():
            at = dice.randrange(len(value) or 1)
            changed = value[:at] + bytes([dice.randrange(256)]) + value[at + 1 :]
            return dice.choice([changed, changed, value[:at], value + b"\0", b"", None])
        case _:
            return dice.choice([1, 0, "x", b"x"])


def run(file: Raw, table: str, sql: str, *parameters: object, column: str = "") -> list[tuple[object, ...]]:
    """Run a statement in which table, key and column stand for themselves."""
    statement = sql.format(
        table=table, key=KEYS[table], column=column, places=", ".join("?" * len(parameters))
    )
    return file.execute(statement, parameters).fetchall()


def some(file: Raw, dice: random.Random, table: str) -> dict[str, object]:
    names = [str(name) for _, name, *_ in run(file, table, "PRAGMA table_info({table})")]
    found = run(file, table, "SELECT * FROM {table} ORDER BY {key}")
    return dict(zip(names, dice.choice(found), strict=True))


def key_of(file: Raw, dice: random.Random, table: str) -> object:
    return some(file, dice, table)[KEYS[table]]


def put(file: Raw, table: str, row: dict[str, object]) -> None:
    run(file, table, "INSERT INTO {table} VALUES ({places})", *row.values())


def edit(file: Raw, dice: random.Random, table: str) -> None:
    row = some(file, dice, table)
    column = dice.choice([name for name in row if name != "exercise"])
    run(file, table, SET, other(dice, row[column]), row[KEYS[table]], column=column)


def copy_column(file: Raw, dice: random.Random, table: str) -> None:
    """Put the value of one row into another."""
    row, key = some(file, dice, table), key_of(file, dice, table)
    column = dice.choice([name for name in row if name not in ("exercise", KEYS[table])])
    run(file, table, SET, row[column], key, column=column)


def delete(file: Raw, dice: random.Random, table: str) -> None:
    run(file, table, "DELETE FROM {table} WHERE {key} = ?", key_of(file, dice, table))


def swap(file: Raw, dice: random.Random, table: str) -> None:
    """Exchange the keys of two rows."""
    one, two = key_of(file, dice, table), key_of(file, dice, table)
    spare = "spare" if isinstance(one, str) else 10**9
    for old, new in ((one, spare), (two, one), (spare, two)):
        run(file, table, "UPDATE {table} SET {key} = ? WHERE {key} = ?", new, old)


def insert(file: Raw, dice: random.Random, table: str) -> None:
    """Add a copy of a row under a free key, sometimes with one more change."""
    if table == "exercises":
        return  # one more exercise changes nothing of this one
    row, key = some(file, dice, table), KEYS[table]
    row[key] = "f" * 64 if table == "texts" else len(run(file, table, "SELECT 1 FROM {table}")) + 1
    if dice.random() < 0.5:
        column = dice.choice([name for name in row if name not in ("exercise", key)])
        row[column] = other(dice, row[column])
    put(file, table, row | ({"command_id": "another"} if table == "batches" else {}))


def make_room(file: Raw, dice: random.Random, table: str) -> None:
    """Move all rows from one on by one place and put a copy of it into the gap."""
    if table in ("exercises", "texts"):
        return
    row = some(file, dice, table)
    run(file, table, "UPDATE {table} SET {key} = -{key} WHERE {key} >= ?", row[KEYS[table]])
    run(file, table, "UPDATE {table} SET {key} = 1 - {key} WHERE {key} < 0")
    put(file, table, row | ({"command_id": "another"} if table == "batches" else {}))


def cut(file: Raw, dice: random.Random, _table: str) -> None:
    """Take off the end with all that belongs to it."""
    last = dice.randrange(200)
    file.execute("DELETE FROM texts WHERE seq > ?", (last,))
    file.execute("DELETE FROM events WHERE seq > ?", (last,))
    file.execute("DELETE FROM batches WHERE batch > (SELECT coalesce(max(batch), 0) FROM events)")


ACTS: tuple[Callable[[Raw, random.Random, str], None], ...] = (
    edit, edit, edit, copy_column, delete, swap, insert, make_room, cut,
)  # fmt: skip


def rows(file: Raw) -> list[list[tuple[object, ...]]]:
    return [run(file, table, "SELECT * FROM {table} ORDER BY {key}") for table in TABLES]


def tamper(file: Raw, dice: random.Random) -> None:
    """Lift the triggers and the checks, change something, perhaps twice, put the triggers back."""
    file.execute("PRAGMA synchronous = OFF")
    file.execute("PRAGMA ignore_check_constraints = ON")
    triggers = file.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    before, twice = rows(file), dice.random() < 0.3
    file.execute("BEGIN")
    for name, _ in triggers:
        file.execute(f"DROP TRIGGER {name}")
    while twice or rows(file) == before:
        twice = twice and rows(file) == before
        # The types and keys of the tables refuse some; a second may find its table empty.
        with suppress(dbapi2.IntegrityError, IndexError):
            dice.choice(ACTS)(file, dice, dice.choice(TABLES))
    for _, sql in triggers:
        file.execute(sql)
    file.execute("COMMIT")


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> Journals:
    return Journals(tmp_path_factory.mktemp("tampered") / "workspace")


@pytest.mark.parametrize("part", range(PARTS))
def test_no_change_through_the_database_is_found_sound(journals: Journals, part: int) -> None:
    passed = []
    for seed in range(part, EDITS, PARTS):
        journals.restore()
        with closing(raw(journals.path)) as file:
            tamper(file, random.Random(seed))
        if journals.is_found_sound():
            passed.append(seed)
    assert passed == []


@pytest.mark.parametrize("part", range(PARTS))
def test_no_flipped_bit_is_taken_for_true(journals: Journals, part: int) -> None:
    passed = []
    for seed in range(part, FLIPS, PARTS):
        journals.restore()
        dice = random.Random(seed)
        damaged = bytearray(journals.bytes)
        for _ in range(dice.choice([1, 1, 1, 8])):
            damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
        journals.path.write_bytes(damaged)
        if journals.is_taken_for_true():
            passed.append(seed)
    assert passed == []


def test_the_comparison_sees_another_content(journals: Journals) -> None:
    journals.restore()
    with Store.open(journals.path, read_only=True) as store:
        found = content(store.journal(EXERCISE))
    assert found == journals.content
    assert found._replace(script=b"other") != journals.content

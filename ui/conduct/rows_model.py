"""Rows in a list: only those that an event touches are told of, so that only they are painted again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Place = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole + 1
"""The role under which a row itself is handed out."""

_NOWHERE = QModelIndex()


class RowsModel(QAbstractListModel, Generic[Row]):
    """Frozen rows, each known by its ``key`` and read aloud as ``spoken`` says.

    Rows of another ``shape`` are of another height.
    """

    def __init__(
        self,
        key: Callable[[Row], object],
        spoken: Callable[[Row], str],
        shape: Callable[[Row], object] = lambda _: None,
    ) -> None:
        super().__init__()
        self._key, self._spoken, self._shape = key, spoken, shape
        self._rows: list[Row] = []

    def rows(self) -> Sequence[Row]:
        """The rows as they are shown."""
        return self._rows

    def row(self, place: Place) -> Row | None:
        """The row at a place."""
        return self._rows[place.row()] if place.isValid() and place.row() < len(self._rows) else None

    def place(self, key: object) -> QModelIndex:
        """Where the row with a key is; nowhere if there is none."""
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(number)
        return QModelIndex()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows: what came is put in, what went is taken out, what differs is told of."""
        if not self._moved(rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        self._take_out({self._key(row) for row in rows})
        self._put_in(rows)
        for number, (before, now) in enumerate(zip(self._rows, rows, strict=True)):
            if before != now:
                self._rows[number] = now
                place = self.index(number)
                resized = self._shape(before) != self._shape(now)
                self.dataChanged.emit(place, place, [Qt.ItemDataRole.SizeHintRole if resized else ROW])

    def put_first(self, rows: Sequence[Row]) -> None:
        """Put rows before all others."""
        if rows:
            self.beginInsertRows(_NOWHERE, 0, len(rows) - 1)
            self._rows[:0] = rows
            self.endInsertRows()

    def rowCount(self, parent: Place = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row itself, or what is said of it."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def _moved(self, rows: Sequence[Row]) -> bool:
        """Whether those that stay keep their order: then nothing needs to be shown anew."""
        now = [self._key(row) for row in rows]
        kept = set(now)
        staying = [key for row in self._rows if (key := self._key(row)) in kept]
        known = set(staying)
        return staying == [key for key in now if key in known]

    def _take_out(self, kept: set[object]) -> None:
        for number in range(len(self._rows) - 1, -1, -1):
            if self._key(self._rows[number]) not in kept:
                self.beginRemoveRows(_NOWHERE, number, number)
                del self._rows[number]
                self.endRemoveRows()

    def _put_in(self, rows: Sequence[Row]) -> None:
        for number, row in enumerate(rows):
            if number == len(self._rows) or self._key(self._rows[number]) != self._key(row):
                self.beginInsertRows(_NOWHERE, number, number)
                self._rows.insert(number, row)
                self.endInsertRows()

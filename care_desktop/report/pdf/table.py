"""Tables whose heads have a scope, whose repeated heads are not read twice, whose cells keep their row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.flowables import CondPageBreak, Flowable
from reportlab.platypus.tables import Table, TableRenderCB, TableStyle

from care_desktop.report.pdf import grid
from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.styles import HAIRLINE, INK, Styles
from care_desktop.report.pdf.tagging import Tag

# The spans of a table are known to its private members only.
# ruff: noqa: SLF001

_ROOM_FOR_A_TITLE = 70 * 72 / 25.4


class _Reading(TableRenderCB):
    """The logical table, shared by all the parts that pages make of it."""

    def __init__(self, heads: int, *, row_heads: bool) -> None:
        self.tag = Tag("Table")
        self.heads = heads
        self._row_heads = row_heads
        self._head, self._body = Tag("THead", self.tag), Tag("TBody", self.tag)
        self._rows: dict[int, Tag] = {}
        self._cells: dict[tuple[int, int], Tag] = {}

    def startTable(self, T: TaggedTable) -> None:  # noqa: N802, N803
        """Nothing opens with the table: its rows know their parent."""

    startBG = endBG = startLines = endLines = endTable = startTable  # noqa: N815

    def startRow(self, T: TaggedTable, rowNo: int) -> None:  # noqa: N802, N803
        """Enter the row, or the artifact which a repeated head is."""
        if T.continued and rowNo < T.repeatRows:
            T.canv.begin_artifact("/Type /Pagination")
            return
        row = T.number(rowNo)
        parent = self._head if row < self.heads else self._body
        T.canv.tree.enter(self._rows.setdefault(row, Tag("TR", parent)))

    def endRow(self, T: TaggedTable) -> None:  # noqa: N802, N803
        """Leave what the row opened."""
        if T.canv.mute:
            T.canv.end_artifact()
        else:
            T.canv.tree.leave()

    def startCell(self, T: TaggedTable, rowNo: int, colNo: int, *geometry: Any) -> None:  # noqa: N802, N803, ANN401, ARG002
        """Enter the cell, empty or not."""
        if T.canv.mute:
            return
        place = T.number(rowNo), colNo
        tag = self._cells.get(place)
        if tag is None:
            tag = self._cells[place] = self._cell(T, rowNo, colNo)
        T.canv.tree.enter(tag)

    def endCell(self, T: TaggedTable) -> None:  # noqa: N802, N803
        """Leave the cell."""
        if not T.canv.mute:
            T.canv.tree.leave()

    def _cell(self, table: TaggedTable, row: int, column: int) -> Tag:
        attributes: dict[str, Any] = {}
        kind, number = "TD", table.number(row)
        if number < self.heads:
            kind, attributes["Scope"] = "TH", "Column"
        elif self._row_heads and column == 0:
            kind, attributes["Scope"] = "TH", "Row"
        if table._spanCmds:
            first_column, first_row, last_column, last_row = table._spanRanges[column, row]
            attributes["ColSpan"] = last_column - first_column + 1
            attributes["RowSpan"] = last_row - first_row + 1
        return Tag(kind, self._rows[number], attributes=attributes)


class TaggedTable(Table):
    """A table that is one in the tree, however many pages it covers."""

    repeatRows: int  # noqa: N815 - reportlab's
    skipped = 0
    continued = False

    @property
    def reading(self) -> _Reading:
        """The logical table."""
        reading: _Reading = self._renderCB
        return reading

    def number(self, row: int) -> int:
        """Number a row in the whole table, of which this is a part."""
        return row if row < self.repeatRows else row + self.skipped

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Cut between rows, or within one that no page could hold."""
        if sum(self._rowHeights[: self.repeatRows]) > grid.BODY_HEIGHT / 2:
            self.repeatRows = 0  # heads this tall would leave no room for what they head
        parts: list[Any] = super().split(availWidth, availHeight)
        if len(parts) > 1:
            top, rest = parts
            cut_within = top._nrows + rest._nrows - self.repeatRows - self._nrows
            top.skipped, top.continued = self.skipped, self.continued
            rest.skipped = self.skipped + top._nrows - self.repeatRows - cut_within
            rest.continued = True
        return parts


_RULES = (
    ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
    ("LINEBELOW", (0, -1), (-1, -1), 0.7, INK),
    ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.25, HAIRLINE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 7),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 3.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
)


def table(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    heads: int = 1,
    row_heads: bool = True,
    commands: Sequence[tuple[Any, ...]] = (),
) -> TaggedTable:
    """Make a table after the documents' rules; each cell is flowables, or the empty string."""
    reading = _Reading(heads, row_heads=row_heads)
    look = list(_RULES)
    if heads:
        look.append(("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.5, INK))
    if len(rows) > heads + 1:
        look.append(("LINEBELOW", (0, heads), (-1, -2), 0.25, HAIRLINE))
    made = TaggedTable(
        [list(row) for row in rows],
        colWidths=list(widths),
        repeatRows=heads,
        splitInRow=1,
        renderCB=reading,
        hAlign="LEFT",
        spaceBefore=3,
        spaceAfter=12,
    )
    made.setStyle(TableStyle([*look, *commands]))
    return made


def titled_table(styles: Styles, label: str, title: str, made: TaggedTable) -> list[Flowable]:
    """Put a title over a table: it is the table's caption, and keeps at least its head and two rows."""
    caption = Tag("Caption", made.reading.tag)
    return [
        CondPageBreak(_ROOM_FOR_A_TITLE),
        TP(label, styles.figure_label, tag=Tag("P", caption)),
        TP(title, styles.figure_title, tag=Tag("P", caption)),
        made,
    ]

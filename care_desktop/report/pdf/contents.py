"""The table of contents: links to headings, their pages written when all of them are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from care_desktop.report.pdf.canvas import TaggedCanvas
from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.stack import Column, Columns, Look
from care_desktop.report.pdf.styles import Role
from care_desktop.report.pdf.tagging import Tag

_PAGE_WIDTH = 14
_GUTTER = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: number and text are markup, the key is the heading's."""

    key: str
    text: str
    number: str = ""


class _PageNumber(Flowable):
    """The number of the page of a heading that may be still to come."""

    def __init__(self, key: str, style: Role, tag: Tag) -> None:
        super().__init__()
        self._key, self._style, self._tag = key, style, tag

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Measure: one line."""
        self.width, self.height = availWidth, self._style.leading
        return self.width, self.height

    def draw(self) -> None:
        """Keep the place."""
        canvas: TaggedCanvas = self.canv
        canvas.slot(self._tag, lambda: self._write(canvas))

    def _write(self, canvas: TaggedCanvas) -> None:
        canvas.setFont(self._style.fontName, self._style.fontSize)
        canvas.setFillColor(self._style.textColor)
        baseline = self.height - self._style.fontSize
        canvas.drawRightString(self.width, baseline, str(canvas.page_of[self._key]))


def contents(entries: Sequence[Entry], style: Role, *, width: float, number_width: float = 13) -> Columns:
    """Make the table of contents of these headings, in two columns, each read downwards."""
    whole = Tag("TOC")
    wide = (width - _GUTTER) / 2
    lines = [_line(entry, style, wide, number_width, whole) for entry in entries]
    half = (len(lines) + 1) // 2
    return Columns([Column(wide, lines[:half]), Column(wide, lines[half:])], Look(gutter=_GUTTER), whole)


def _line(entry: Entry, style: Role, width: float, number_width: float, whole: Tag) -> Columns:
    item = Tag("TOCI", whole)
    reference = Tag("Reference", item)
    number = [TP(entry.number, style, tag=Tag("Lbl", item))] if entry.number else []
    text = TP(f'<a href="#{entry.key}">{entry.text}</a>', style, tag=reference)
    columns = [
        Column(number_width, number),
        Column(width - number_width - _PAGE_WIDTH, [text]),
        Column(_PAGE_WIDTH, [_PageNumber(entry.key, style, reference)]),
    ]
    return Columns(columns, Look(gutter=0, after=style.spaceAfter))

"""The pages: their frames, and the header and footer that are written when the number of pages is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from care_desktop.report.pdf import fonts, grid
from care_desktop.report.pdf.canvas import Page, TaggedCanvas
from care_desktop.report.pdf.styles import GREY, INK

FIRST = "premiere"
BODY = "corps"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words around each page, in plain text made ready by ``typography.plain``."""

    header: str = ""
    identity: str = ""
    marking: str = ""
    note: str = ""

    def draw(self, canvas: TaggedCanvas, number: int, page: Page) -> None:
        """Write the header and the footer of a page."""
        canvas.setFillColor(GREY)
        if page.template != FIRST and (self.header or page.section):
            with canvas.artifact("/Type /Pagination /Subtype /Header"):
                half = grid.TEXT_WIDTH / 2 - 6
                canvas.setFont(fonts.SANS, 8)
                canvas.drawString(grid.LEFT, grid.HEADER_BASELINE, _fit(self.header, 8, half))
                right = grid.WIDTH - grid.RIGHT
                canvas.drawRightString(right, grid.HEADER_BASELINE, _fit(page.section, 8, half))
        with canvas.artifact("/Type /Pagination /Subtype /Footer"):
            self._footer(canvas, number, len(canvas.pages))

    def _footer(self, canvas: TaggedCanvas, number: int, total: int) -> None:
        left, right, width = grid.LEFT, grid.WIDTH - grid.RIGHT, grid.TEXT_WIDTH
        canvas.setLineWidth(0.3)
        canvas.setStrokeColor(INK)
        canvas.line(left, grid.FOOTER_RULE, right, grid.FOOTER_RULE)
        canvas.setFont(fonts.SANS, 8)
        canvas.drawString(left, grid.FOOTER_BASELINE, _fit(self.identity, 8, width * 0.42))
        canvas.drawCentredString(left + width / 2, grid.FOOTER_BASELINE, _fit(self.marking, 8, width * 0.3))
        canvas.setFont(fonts.SANS, 7)
        canvas.drawString(left, grid.NOTE_BASELINE, _fit(self.note, 7, width))
        canvas.setFillColor(INK)
        canvas.setFont(fonts.SANS_SEMIBOLD, 8)
        canvas.drawRightString(right, grid.FOOTER_BASELINE, f"{number}\u00a0/\u00a0{total}")


def _fit(text: str, size: float, width: float) -> str:
    """Shorten what would run into its neighbour."""
    if stringWidth(text, fonts.SANS, size) <= width:
        return text
    while text and stringWidth(f"{text}…", fonts.SANS, size) > width:
        # By a tenth: a text of ten thousand letters must not be measured ten thousand times
        text = text[: min(len(text) - 1, int(len(text) * 0.9))]
    return f"{text.rstrip()}…"


class _Template(PageTemplate):
    """A page of one frame without padding, which tells the canvas its name."""

    def __init__(self, name: str, top: float) -> None:
        frame = Frame(
            grid.LEFT,
            grid.BOTTOM,
            grid.TEXT_WIDTH,
            grid.HEIGHT - grid.BOTTOM - top,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        super().__init__(id=name, frames=[frame])

    def beforeDrawPage(self, canv: TaggedCanvas, doc: Any) -> None:  # noqa: N802, ANN401, ARG002
        """Name the template of the page."""
        canv.template = self.id


class Pages(BaseDocTemplate):
    """The document: a first page without header, then pages with one."""

    def __init__(self, target: Any, title: str, language: str, first: str) -> None:  # noqa: ANN401
        super().__init__(
            target,
            pagesize=(grid.WIDTH, grid.HEIGHT),
            pageTemplates=[_Template(FIRST, grid.TOP_FIRST), _Template(BODY, grid.TOP)],
            title=title,
            lang=language,
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.SANS,
        )
        self.pageTemplates.sort(key=lambda template: template.id != first)
        self.pageTemplates[0].autoNextPageTemplate = BODY

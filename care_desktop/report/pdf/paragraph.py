"""Paragraphs that are tagged run by run: their text, their links, the label of a list item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import paragraph
from reportlab.platypus.paragraph import Paragraph

from care_desktop.report.pdf.addresses import cut_addresses_at_signs
from care_desktop.report.pdf.canvas import TaggedCanvas
from care_desktop.report.pdf.marks import Mark
from care_desktop.report.pdf.styles import Role
from care_desktop.report.pdf.tagging import Tag
from care_desktop.report.pdf.whitespace import keep_narrow_spaces

# _textOut and _linkRecord are what reportlab's paragraphs call for each run and each end of a link.
# ruff: noqa: SLF001

keep_narrow_spaces()
cut_addresses_at_signs()


class TaggedText(PDFTextObject):
    """A text object that opens and closes marked content between its runs."""

    _code: list[str]

    def __init__(self, canvas: TaggedCanvas, x: float, y: float, tag: Tag, broken: frozenset[int]) -> None:
        super().__init__(canvas, x, y)
        self._paragraph = self._tag = tag
        self._broken = broken
        self._line = 0
        self._runs: list[tuple[int, Tag, str]] = []

    def cover(self, tag: Tag) -> None:
        """Give all that follows to a link that covers the whole paragraph."""
        self._tag = tag

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803
        if TStar:
            # reportlab writes nothing at the end of a line: its last word would join the next line's first
            if self._line not in self._broken and not text.endswith(" "):
                text += " "
            self._line += 1
        if text:
            self._runs.append((len(self._code), self._tag, text))
        super()._textOut(text, TStar)

    def _linkRecord(self, link: tuple[int, str], what: str) -> None:  # noqa: N802
        number, target = link
        if what == "end":
            self._tag = self._paragraph
            return
        # It is told after its first run was written
        self._tag = self._paragraph.link(number)
        place, _, text = self._runs[-1]
        self._runs[-1] = (place, self._tag, text)
        self._canvas.expect_link(target, self._tag)

    def getCode(self) -> str:  # noqa: N802
        """Close the text object; the runs of one tag are one marked content."""
        canvas: TaggedCanvas = self._canvas
        if canvas.mute:
            return str(super().getCode())
        pieces: list[str] = []
        done, current = 0, None
        for place, tag, text in self._runs:
            pieces += self._code[done:place]
            done = place
            if tag is not current:
                pieces += ["EMC"] if current else []
                pieces.append(canvas.mark(tag))
                current = tag
            if tag is not self._paragraph:
                canvas.tree.element(tag).spoken.append(text)
        pieces += self._code[done:]
        self._code = [*pieces, "EMC"] if current else pieces
        return Mark(super().getCode())


@dataclass(frozen=True, slots=True)
class Headline:
    """What makes a paragraph a heading: its level, its place to link to, its title for the outline."""

    level: int
    key: str
    title: str


class TP(Paragraph):
    """A tagged paragraph; its text is markup, so every value in it comes from ``typography.escape``."""

    def __init__(  # noqa: PLR0913 - the first four are reportlab's
        self,
        text: str | None,
        style: Role,
        bulletText: str | None = None,  # noqa: N803 - reportlab's split makes its fragments by these names
        frags: Any = None,  # noqa: ANN401
        *,
        tag: Tag | str = "P",
        label: Tag | None = None,
        headline: Headline | None = None,
    ) -> None:
        super().__init__(text, style, bulletText, frags)
        self.tag = Tag(tag) if isinstance(tag, str) else tag
        self.label = label
        self.headline = headline

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Cut where the height ends; both parts are the same piece of the story."""
        parts: list[Any] = super().split(availWidth, availHeight)
        for part in parts:
            part.tag, part.label = self.tag, self.label
        if parts:
            parts[0].headline = self.headline
        return parts

    def draw(self) -> None:
        """Draw the text, its label and its entry in the outline."""
        canvas: TaggedCanvas = self.canv
        if self.headline and not canvas.mute:
            headline = self.headline
            canvas.bookmark(headline.key, headline.title, headline.level, self.height, self.tag)
        if self.bulletText and self.label and self.blPara.lines:
            canvas.expect_label(self.label)
        super().draw()

    def beginText(self, x: float, y: float) -> TaggedText:  # noqa: N802
        """Give reportlab the text object that tags."""
        text = TaggedText(self.canv, x, y, self.tag, self._broken_lines())
        # A paragraph of one fragment draws its link without recording it
        links = getattr(self.blPara, "link", None) if self.blPara.kind == 0 else None
        for number, target in links or ():
            text.cover(self.tag.link(number))
            for _ in self.blPara.lines:
                self.canv.expect_link(target, self.tag.link(number))
        return text

    def _broken_lines(self) -> frozenset[int]:
        """Find the lines that end inside a word: no space follows them."""
        if self.blPara.kind:
            return frozenset()
        inside, end = paragraph._SplitWord, paragraph._SplitWordEnd
        return frozenset(
            number
            for number, (_, words) in enumerate(self.blPara.lines)
            if words and isinstance(words[-1], inside) and not isinstance(words[-1], end)
        )

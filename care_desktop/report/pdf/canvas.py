"""A canvas on which everything is tagged or an artifact, and no text is lost between the two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from care_desktop.report.pdf import fonts
from care_desktop.report.pdf.marks import Mark, Slot, with_artifacts
from care_desktop.report.pdf.tagging import Tag, Tree

# reportlab keeps a page's operators in _code, its annotations in _annotationrefs: there is no public way.
# ruff: noqa: SLF001

# No file, no program: what opens by a click in a document that travels is a page, or a message to write
_ADDRESS = re.compile(r"(?:https?://|mailto:)[!-~]+", re.IGNORECASE)
_SHOWS_TEXT = re.compile(r"T[jJ](?:\s|$)")


@dataclass(slots=True)
class Page:
    """A page that is drawn, but for what needs the number of pages."""

    drawn: Any
    code: list[str]
    template: str
    section: str


class TaggedCanvas(Canvas):
    """reportlab's canvas, owning the logical tree of what is drawn on it."""

    _code: list[str]

    def __init__(self, *given: Any, **options: Any) -> None:  # noqa: ANN401
        self.tree = Tree()
        self.pages: list[Page] = []
        self.page_of: dict[str, int] = {}
        self.template = ""
        self.furnish: Callable[[TaggedCanvas, int, Page], None] | None = None
        self.mute = False
        self._section = self._section_at_top = ""
        self._open: Tag | None = None
        self._label: Tag | None = None
        self._links: list[tuple[str, Tag]] = []
        super().__init__(*given, **{**options, "initialFontName": fonts.SANS})

    def mark(self, tag: Tag) -> Mark:
        """Give the operator that opens a run of a tag's content."""
        if self._open:
            raise ValueError(f"{tag.kind} drawn inside {self._open.kind}: marked content does not nest")
        return Mark(f"/{tag.kind} <</MCID {self.tree.mark(tag)}>> BDC", 1)

    @contextmanager
    def marked(self, tag: Tag) -> Iterator[None]:
        """Give all that is drawn within to a tag; inside an artifact it stays one."""
        if self.mute:
            yield
            return
        self._code.append(self.mark(tag))
        self._open = tag
        yield
        self._open = None
        self._code.append(Mark("EMC", -1))

    @contextmanager
    def artifact(self, properties: str = "") -> Iterator[None]:
        """Say that what is drawn within repeats or decorates, and is not to be read."""
        outer = self.mute
        if not outer:
            self.begin_artifact(properties)
        yield
        if not outer:
            self.end_artifact()

    def begin_artifact(self, properties: str = "") -> None:
        """Open an artifact; the tables have no other way than to open and close apart."""
        self._code.append(Mark(f"/Artifact <<{properties}>> BDC" if properties else "/Artifact BMC", 1))
        self.mute = True

    def end_artifact(self) -> None:
        """Close the artifact."""
        self.mute = False
        self._code.append(Mark("EMC", -1))

    @contextmanager
    def inside(self, tag: Tag | None) -> Iterator[None]:
        """Make a tag the parent of the tags drawn within."""
        if tag is None or self.mute:
            yield
            return
        self.tree.enter(tag)
        yield
        self.tree.leave()

    def expect_label(self, tag: Tag) -> None:
        """Give the next text, which is a list item's bullet, to a tag."""
        self._label = tag

    def drawText(self, aTextObject: Any) -> None:  # noqa: N802, N803, ANN401
        """Take text in: tagged by itself, or within a mark or an artifact; any other is refused."""
        code = aTextObject.getCode()
        label, self._label = self._label, None
        if isinstance(code, Mark):
            self._code.append(code)
        elif label and not self.mute:
            self._code.append(Mark(f"{self.mark(label)} {code} EMC"))
        elif self._open or self.mute or not _SHOWS_TEXT.search(code):
            self._code.append(code)
        else:
            raise ValueError(f"text outside a tag or an artifact: {code[:80]}")

    def drawImage(self, *given: Any, **options: Any) -> Any:  # noqa: N802, ANN401
        """Draw an image, which as text must be within a mark or an artifact."""
        if not (self._open or self.mute):
            raise ValueError("image outside a tag or an artifact")
        return super().drawImage(*given, **options)

    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:  # noqa: N802
        """Set a shipped typeface: a table's and a drawing's unsaid Helvetica would not be in the file."""
        super().setFont(psfontname if getFont(psfontname)._dynamicFont else fonts.SANS, size, leading)

    def expect_link(self, target: str, tag: Tag) -> None:
        """Announce the annotation of a link that a paragraph is about to draw; an artifact has none."""
        if not self.mute:
            self._links.append((target, tag))

    def linkRect(self, contents: str, destinationname: str, *given: Any, **options: Any) -> Any:  # noqa: N802, ANN401
        """Draw an announced link to a place of the document."""
        if self.mute:
            return None
        self._claim(f"#{destinationname}")
        return super().linkRect(contents, destinationname, *given, **options)

    def linkURL(self, url: str, *given: Any, **options: Any) -> Any:  # noqa: N802, ANN401
        """Draw an announced link to an address, which is nothing but a page or a mailbox."""
        if self.mute:
            return None
        if not _ADDRESS.fullmatch(url):
            raise ValueError(f"link to what is no address: {url[:80]}")
        self._claim(url)
        return super().linkURL(url, *given, **options)

    def _claim(self, target: str) -> None:
        for place, (expected, tag) in enumerate(self._links):
            if expected == target:
                del self._links[place]
                self.tree.annotate(len(self._annotationrefs), tag)
                return
        raise ValueError(f"link outside a tag: {target}")

    def bookmark(self, key: str, title: str, level: int, height: float, tag: Tag) -> None:
        """Note a heading: where it is, its line in the outline, and the section that it opens."""
        self.bookmarkHorizontal(key, 0, height)
        self.addOutlineEntry(title, key, level - 1, closed=level > 1)
        self.page_of[key] = len(self.pages) + 1
        if level == 1:
            self._section = title
            if all(element.tag is tag for element in self.tree.pages[-1]):
                self._section_at_top = title

    def slot(self, tag: Tag, draw: Callable[[], None]) -> None:
        """Keep the place of a tag's content that can be drawn at the end only, in today's coordinates."""
        with self.marked(tag):
            place = Slot("")
            place.draw = draw
            self._code.append(place)

    def showPage(self) -> None:  # noqa: N802
        """Close the page, but for its header, its footer and its slots."""
        code = [self._preamble, *with_artifacts(self._code)]
        super().showPage()
        self.pages.append(Page(self._doc.Pages.pages[-1], code, self.template, self._section_at_top))
        self._section_at_top = self._section
        self.tree.next_page()

    def save(self) -> None:
        """Write the file, now that the number of pages is known."""
        if self._code:
            self.showPage()
        for number, page in enumerate(self.pages, 1):
            code = [
                "\n".join(self._drawn(p.draw, mute=True)) if isinstance(p, Slot) else p for p in page.code
            ]
            if self.furnish:
                code += self._drawn(partial(self.furnish, self, number, page), mute=False)
            page.drawn.setStream(code)
        super().save()

    def _drawn(self, draw: Callable[[], None], *, mute: bool) -> list[str]:
        """Collect the operators of a drawing without drawing them on a page; mute, they are within a mark."""
        self.mute = mute
        self.saveState()
        draw()
        self.restoreState()
        self.mute = False
        code, self._code = self._code, []
        return code

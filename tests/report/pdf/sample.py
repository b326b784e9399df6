"""A document with every construction, and the words that it must read, in order."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.platypus import KeepTogether, PageBreak

from care_desktop.report.pdf import fonts, grid
from care_desktop.report.pdf.contents import Entry, contents
from care_desktop.report.pdf.document import render
from care_desktop.report.pdf.finish import Attachment, Identity
from care_desktop.report.pdf.flowables import (
    Glyph,
    Rule,
    bullets,
    figure,
    heading,
    main_column,
    numbered,
    section_title,
    side_block,
)
from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.stack import Look
from care_desktop.report.pdf.styles import INK, Role, styles
from care_desktop.report.pdf.table import table, titled_table
from care_desktop.report.pdf.template import Furniture
from care_desktop.report.pdf.typography import escape

WHEN = datetime(2026, 3, 1, 14, tzinfo=UTC)
IDENTITY = Identity("Rapport de l’exercice", "fr-FR", WHEN)
FURNITURE = Furniture("Exercice · rapport", "RETEX-1 · relu", "Usage interne", "Logiciel indépendant.")
LONG = "Les postes ont été coupés et les dossiers imprimés avant la coupure de l’onduleur du poste. "


class Sample:
    """A story, and what was said in it."""

    def __init__(self) -> None:
        self.styles = styles()
        self.said: list[str] = []
        self.story: list[Any] = []

    def p(self, text: str, style: Role | None = None, **options: Any) -> TP:  # noqa: ANN401
        """Make a paragraph of plain text, and note its words."""
        self.said.append(text)
        return TP(escape(text), style or self.styles.body, **options)

    def hear(self, text: str) -> str:
        """Note words that are said by other means."""
        self.said.append(text)
        return escape(text)

    @property
    def words(self) -> list[str]:
        """All the words, in the order in which they were given."""
        return " ".join(self.said).split()

    def render(self, **options: Any) -> bytes:  # noqa: ANN401
        """Draw it."""
        return render(self.story, IDENTITY, **{"furniture": FURNITURE, **options})


def everything() -> Sample:
    """Tell a story that uses every construction, over several pages."""
    sample = Sample()
    for part in (_front, _essential, _lists, _figure, _tables):
        sample.story += part(sample)
    return sample


def _front(sample: Sample) -> list[Any]:
    s = sample.styles
    story = [sample.p("Exercice LISERON", s.cover_title, tag="H1"), Rule(0.5, INK)]
    sample.said += ["L’essentiel 2", "3 Les décisions 4"]
    entries = [Entry("essentiel", "L’essentiel"), Entry("decisions", "Les décisions", "3")]
    return [*story, contents(entries, s.contents, width=grid.MAIN), PageBreak()]


def _essential(sample: Sample) -> list[Any]:
    s = sample.styles
    sample.hear("L’essentiel")
    title = section_title(s, "", "L’essentiel", key="essentiel", title="L’essentiel")
    left = [sample.p("Points forts", s.side_title, tag="H2"), sample.p("ce qui a tenu", s.cell_second)]
    points = [
        (sample.p(str(number), s.section_number), [sample.p(f"Point {number}."), sample.p("Décision D1")])
        for number in (1, 2, 3)
    ]
    right = numbered(points, number_width=21, width=grid.MAIN)
    linked = f'{sample.hear("Voir")} <a href="https://example.org/a">{sample.hear("la source citée")}</a>'
    whole = f'<a href="#decisions">{sample.hear("Aller aux décisions")}</a>'
    return [
        title,
        side_block(left, right, Look(rule=0.7, padding=6)),
        TP(linked, s.essential),
        TP(whole, s.body),
    ]


def _lists(sample: Sample) -> list[Any]:
    s = sample.styles
    sample.said += ["– un", "– deux", f"– {LONG * 3}"]
    listed = bullets(["un", "deux", escape(LONG * 3)], s.body)
    side = [heading(sample.hear("Phase 1"), s.side_head, level=2, key="phase", title="Phase 1")]
    block = side_block(side, [sample.p(LONG * 2)])
    kept = KeepTogether([sample.p("ensemble"), sample.p("toujours")])
    return [main_column(*listed), block, kept, main_column(sample.p(LONG * 60))]


def _figure(sample: Sample) -> list[Any]:
    s = sample.styles
    drawing = Drawing(grid.TEXT_WIDTH, 60)
    drawing.add(Rect(0, 0, 100, 40, fillColor=None))
    drawing.add(String(5, 5, "Téléphonie", fontName=fonts.SANS, fontSize=8))
    drawing.add(String(5, 25, " nominal"))
    sample.hear("3 Les décisions")
    title = section_title(s, "3", "Les décisions", key="decisions", title="Les décisions")
    caption = [sample.p("Figure 1", s.figure_label), sample.p("La moitié des décisions", s.figure_title)]
    sample.hear("Téléphonie nominal")
    return [title, figure(caption, drawing, "Trois barres", [sample.p("Lecture huit minutes", s.note)])]


def _tables(sample: Sample) -> list[Any]:
    s = sample.styles
    sample.said += ["Tableau 1", "Chaque décision"]
    rows: list[list[Any]] = [[sample.p(text, s.cell_head) for text in ("Fait", "Motif", "Trouvée")]]
    for number in range(12):
        name = sample.p(f"D{number}", s.cell_name)
        cell = [sample.p(LONG * 3, s.cell), sample.p("« Motif »", s.motive)]
        sign = Glyph(8, 8, lambda canvas: canvas.circle(4, 4, 3), sample.hear("oui")) if number % 2 else ""
        rows.append([name, cell, sign])
    spanned: list[list[Any]] = [
        [sample.p("fusion", s.cell), "", sample.p("seule", s.cell)],
        [sample.p("a", s.cell), sample.p("b", s.cell), sample.p("c", s.cell)],
    ]
    return [
        *titled_table(s, "Tableau 1", "Chaque décision", table(rows, [50, 300, grid.TEXT_WIDTH - 350])),
        table(spanned, [100, 100, 100], heads=0, commands=[("SPAN", (0, 0), (1, 0))]),
    ]


def attached() -> list[Attachment]:
    """Give the exercise's facts as a file within the file."""
    return [Attachment("exercice.json", b'{"a": 1}', "Données de l’exercice")]

"""Texts that people paste, and texts that are meant to harm; a document that has one in every place."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing, String

from care_desktop.report.pdf import fonts, grid
from care_desktop.report.pdf.contents import Entry, contents
from care_desktop.report.pdf.document import render
from care_desktop.report.pdf.finish import Identity
from care_desktop.report.pdf.flowables import bullets, figure, main_column, section_title, side_block
from care_desktop.report.pdf.table import table, titled_table
from care_desktop.report.pdf.template import Furniture
from care_desktop.report.pdf.typography import escape, plain
from tests.report.pdf.sample import WHEN, Sample

PAYLOADS = {
    "markup": "<b>gras</b> <i>",
    "image": '<img src="file:///etc/passwd"/> <img src=x onerror=alert(1)>',
    "unclosed": "<b><font color=red size=99>",
    "closing": "</para></b></font>",
    "para": "<para fontsize=99>grand</para>",
    "link": '<a href="javascript:alert(1)">ici</a>',
    "entity": "&amp; &lt; &#60;script&#62; &unknown; &",
    "comment": "<!-- caché --> <![CDATA[ x ]]> <?php ?>",
    "quotes": "\" ' ` “ ” ‘ ’ « »",
    "python": "%s {0} {title} %(a)s \\n \\",
    "pdf": "(Tj) ET EMC \\) >> endobj /P <</MCID 0>> BDC",
    "bidi": "facture\u202etxt.exe\u2066 \u200f fin",
    "emoji": "alerte 🚨🏥 👩‍⚕️ fin",
    "foreign": "日本語 العربية עברית",
    "controls": "a\x00b\x07c\x1bd\x7fe\x85f",
    "combining": "e\u0301\u0323 Z͑ͫ̓ͪ",
    "lines": "un\r\ndeux\n\ntrois\u2028quatre",
    "spaces": "  a\t\tb\u00a0\u202fc  ",
    "surrogate": "a\ud800b",
    "formula": "=cmd|' /C calc'!A0",
    "word": "x" * 10_000,
    "long": "Les postes ont été coupés. " * 370,
    "empty": "",
    "blank": " \t ",
}

PLACES = 12
"""How often a document says its text, at least."""


def hostile(payload: str) -> bytes:
    """Draw a document with one text in every place that takes text."""
    sample = Sample()
    s = sample.styles
    text, unmarked = escape(payload), plain(payload, "en")
    drawing = Drawing(grid.TEXT_WIDTH, 20)
    drawing.add(String(0, 5, unmarked[:40], fontName=fonts.SANS, fontSize=8))
    sample.story = [
        sample.p(payload, s.cover_title),
        contents([Entry("k", text)], s.contents, width=grid.MAIN),
        section_title(s, text, text, key="k", title=unmarked),
        side_block([sample.p(payload, s.side_head)], [sample.p(payload), sample.p(payload)]),
        main_column(*bullets([text], s.body)),
        figure(
            [sample.p(payload, s.figure_title)],
            drawing,
            unmarked.strip() or "vide",
            [sample.p(payload, s.note)],
        ),
        *titled_table(
            s,
            text,
            text,
            table([[sample.p(payload, s.cell_head)] * 2, [sample.p(payload, s.cell), ""]], [80, 90]),
        ),
    ]
    around = Furniture(unmarked, unmarked, unmarked, unmarked)
    return render(sample.story, Identity(payload.strip() or "vide", "fr-FR", WHEN), furniture=around)

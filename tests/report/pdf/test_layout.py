"""Where things stand: baselines, pages, header and footer."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Pdf
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.platypus import PageBreak, Spacer

from care_desktop.report.pdf import grid
from care_desktop.report.pdf.flowables import figure, section_title, side_block
from care_desktop.report.pdf.table import table, titled_table
from care_desktop.report.pdf.template import BODY, FIRST, Furniture
from tests.report.pdf.reading import to_unicode
from tests.report.pdf.sample import LONG, Sample


def lines(content: bytes) -> list[tuple[int, float, float, str]]:
    """Find each line of text: its page from 1, the place of its baseline, its words."""
    found: list[tuple[int, float, float, str]] = []
    with Pdf.open(BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            found += [(number, *line) for line in _lines_of(page)]
    return found


def _lines_of(page: Any) -> list[tuple[float, float, str]]:  # noqa: ANN401
    fonts = {name: to_unicode(font) for name, font in page.Resources.Font.items()}
    known: dict[int, str] = {}
    origin, saved, here = (0.0, 0.0), [], (0.0, 0.0)
    found: list[tuple[float, float, str]] = []
    for instruction in pikepdf.parse_content_stream(page):
        given: Any = instruction.operands
        match str(instruction.operator):
            case "q":
                saved.append(origin)
            case "Q":
                origin = saved.pop()
            case "cm":
                origin = origin[0] + float(given[4]), origin[1] + float(given[5])
            case "Tm":
                here = float(given[4]), float(given[5])
            case "Tf":
                known = fonts[str(given[0])]
            case "Tj":
                text = "".join(known[code] for code in bytes(given[0]))
                found.append((origin[0] + here[0], origin[1] + here[1], text.strip()))
    return found


def _page_of(found: list[tuple[int, float, float, str]], words: str) -> list[int]:
    return [page for page, _, _, text in found if text.startswith(words)]


def test_a_side_head_stands_on_the_first_baseline_of_its_text() -> None:
    sample = Sample()
    s = sample.styles
    title = section_title(s, "3", "Titre", key="k", title="Titre")
    sample.story = [title, side_block([sample.p("Côté", s.side_head)], [sample.p("Texte", s.essential)])]
    heights = {text: (x, y) for _, x, y, text in lines(sample.render())}
    assert heights["Côté"][1] == pytest.approx(heights["Texte"][1], abs=0.01)
    assert heights["3"][1] == pytest.approx(heights["Titre"][1], abs=0.01)
    assert (heights["Côté"][0], heights["Texte"][0]) == pytest.approx((grid.LEFT, grid.LEFT + grid.INDENT))


def test_a_figure_goes_to_the_next_page_whole() -> None:
    sample = Sample()
    drawing = Drawing(100, 100)
    drawing.add(Rect(0, 0, 9, 9))
    unit = figure([sample.p("Légende")], drawing, "Carré", [sample.p("Lecture")])
    sample.story = [Spacer(1, grid.BODY_HEIGHT - 120), unit]
    found = lines(sample.render(first=BODY))
    assert _page_of(found, "Légende") + _page_of(found, "Lecture") == [2, 2]


@pytest.mark.parametrize(("room", "page"), [(60, 2), (90, 1)])
def test_the_title_of_a_table_asks_for_seventy_millimetres(room: float, page: int) -> None:
    sample = Sample()
    rows = [[sample.p("Tête")], *([sample.p(LONG)] for _ in range(40))]
    titled = titled_table(sample.styles, "Tableau 1", "Titre", table(rows, [200]))
    sample.story = [Spacer(1, grid.BODY_HEIGHT - room / 25.4 * 72), *titled]
    found = lines(sample.render(first=BODY))
    assert _page_of(found, "Titre") == [page]
    # Its heads on each page
    assert len(_page_of(found, "Tête")) == len({number for number, *_ in found if number >= page})


@pytest.mark.parametrize(("first", "headers"), [(FIRST, 1), (BODY, 2)])
def test_the_first_page_of_a_report_has_no_header(first: str, headers: int) -> None:
    sample = Sample()
    sample.story = [sample.p("début"), PageBreak(), sample.p("fin")]
    around = Furniture(header="En-tête", identity="Réf")
    found = lines(sample.render(first=first, furniture=around))
    assert len(_page_of(found, "En-tête")) == headers
    assert len(_page_of(found, "Réf")) == 2


def test_long_words_around_a_page_stay_in_their_place() -> None:
    sample = Sample()
    sample.story = [sample.p("a")]
    around = Furniture("e" * 400, "i" * 400, "m" * 400, "n" * 2000)
    found = lines(sample.render(first=BODY, furniture=around))
    assert [text[0] for *_, text in found if text.endswith("…")] == ["e", "i", "m", "n"]

"""Every word of a story is in the tree, in the order in which it was told, and nothing is left outside."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pikepdf import (
    Array,
    ContentStreamInstruction,
    Name,
    Operator,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)
from reportlab.platypus import Paragraph, Spacer

from care_desktop.report.pdf.flowables import side_block
from care_desktop.report.pdf.styles import styles
from care_desktop.report.pdf.table import table
from tests.report.pdf.reading import Reading, read
from tests.report.pdf.sample import LONG, Sample, attached, everything


@pytest.fixture(scope="module")
def told() -> tuple[list[str], Reading]:
    sample = everything()
    return sample.words, read(sample.render(attachments=attached()))


def test_every_word_is_read_in_the_order_it_was_told(told: tuple[list[str], Reading]) -> None:
    words, reading = told
    assert reading.words == words


def test_nothing_is_painted_outside_marks_and_no_mark_nests(told: tuple[list[str], Reading]) -> None:
    _, reading = told
    assert (reading.untagged, reading.nested) == ([], 0)


def test_each_run_of_content_leads_back_to_its_element(told: tuple[list[str], Reading]) -> None:
    _, reading = told
    assert reading.strays == []


def test_header_and_footer_are_artifacts_with_page_and_total(told: tuple[list[str], Reading]) -> None:
    _, reading = told
    lines = reading.artifacts.splitlines()
    assert [line for line in lines if " / " in line] == [f"{number} / 5" for number in range(1, 6)]
    # Not on the first page
    assert lines.count("Exercice · rapport") == 4


def test_a_header_names_the_section_in_force_at_the_top_of_its_page(told: tuple[list[str], Reading]) -> None:
    _, reading = told
    lines = reading.artifacts.splitlines()
    sections = [lines[place + 1] for place, line in enumerate(lines) if line == "Exercice · rapport"]
    assert sections == ["L’essentiel", "L’essentiel", "L’essentiel", "Les décisions"]


def test_a_link_says_what_it_covers(told: tuple[list[str], Reading]) -> None:
    _, reading = told
    assert ("la source citée", "https://example.org/a") in reading.links
    assert ("Aller aux décisions", "#") in reading.links


def test_a_repeated_head_is_read_once(told: tuple[list[str], Reading]) -> None:
    _, reading = told
    assert reading.words.count("Trouvée") == 1
    assert "Trouvée" in reading.artifacts


def test_a_table_is_one_however_many_pages_it_covers(told: tuple[list[str], Reading]) -> None:
    _, reading = told
    kinds = [kind for kind, _ in reading.kinds]
    assert kinds.count("Table") == 2
    assert kinds.count("TR") == 1 + 12 + 2


def test_a_row_that_no_page_could_hold_is_cut_and_stays_one_row() -> None:
    sample = Sample()
    s = styles()
    head = [sample.p("Fait", s.cell_head), sample.p("Motif", s.cell_head)]
    rows = [head, *([sample.p(f"D{n}", s.cell_name), sample.p(LONG * 90, s.cell)] for n in (1, 2))]
    sample.story = [table(rows, [60, 200])]
    reading = read(sample.render())
    assert reading.words == sample.words
    assert [kind for kind, _ in reading.kinds].count("TR") == 3


def test_a_word_cut_at_the_end_of_a_line_is_read_whole() -> None:
    sample = Sample()
    sample.story = [sample.p("x" * 900)]
    assert read(sample.render()).words == sample.words


def test_plain_text_outside_a_tag_is_refused() -> None:
    sample = Sample()
    sample.story = [Paragraph("perdu", styles().body)]
    with pytest.raises(ValueError, match="outside a tag"):
        sample.render()


def test_plain_text_in_a_cell_is_refused() -> None:
    sample = Sample()
    sample.story = [table([["perdu", ""]], [60, 60])]
    with pytest.raises(ValueError, match="outside a tag"):
        sample.render()


def test_a_story_of_one_empty_paragraph_is_a_document() -> None:
    sample = Sample()
    sample.story = [sample.p(""), Spacer(1, 20)]
    assert read(sample.render()).words == []


def test_a_text_for_the_main_column_longer_than_pages_goes_on_in_its_place() -> None:
    sample = Sample()
    sample.story = [side_block([sample.p("Côté")], [sample.p(LONG * 120), sample.p("fin")])]
    reading = read(sample.render())
    assert reading.words == sample.words
    assert [kind for kind, _ in reading.kinds].count("P") == 3


def test_a_side_head_longer_than_a_page_is_printed_whole() -> None:
    sample = Sample()
    sample.story = [side_block([sample.p(LONG * 60)], [sample.p("texte")])]
    assert read(sample.render()).words == sample.words


def test_this_reader_sees_text_that_lost_its_tag() -> None:
    with Pdf.open(BytesIO(everything().render())) as pdf:
        instructions: list[Any] = list(parse_content_stream(pdf.pages[1]))
        place = next(n for n, each in enumerate(instructions) if "MCID" in str(each))
        instructions[place] = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
        pdf.pages[1].Contents = pdf.make_stream(unparse_content_stream(instructions))
        written = BytesIO()
        pdf.save(written)
    # The tree asks for a run that the page has no more
    with pytest.raises(KeyError):
        read(written.getvalue())


def test_this_reader_sees_a_wrong_order() -> None:
    sample = everything()
    with Pdf.open(BytesIO(sample.render())) as pdf:
        document: Any = pdf.Root.StructTreeRoot.K[0]
        document.K = Array([*list(document.K)[1:], document.K[0]])
        written = BytesIO()
        pdf.save(written)
    reading = read(written.getvalue())
    assert sorted(reading.words) == sorted(sample.words)
    assert reading.words != sample.words

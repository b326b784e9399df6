"""The narrow no-break space keeps its line and its identity."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from reportlab.platypus import paragraph

from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.styles import styles
from tests.report.pdf.reading import to_unicode
from tests.report.pdf.sample import Sample


@pytest.mark.parametrize("space", ["\u202f", "\u00a0"])
@pytest.mark.parametrize("bold", ["", "<b>Mais</b> "])
def test_no_line_ends_at_a_space_that_does_not_break(space: str, bold: str) -> None:
    for width in range(60, 200, 7):
        made = TP(f"{bold}Combien de lits et de places{space}? Soixante{space}!", styles().body)
        made.wrap(width, 1000)
        lines = [
            " ".join(line[1]) if made.blPara.kind == 0 else "".join(word.text for word in line.words)
            for line in made.blPara.lines
        ]
        assert not [line for line in lines if line.lstrip().startswith(("?", "!"))]


def test_the_narrow_space_is_written_as_itself() -> None:
    sample = Sample()
    sample.story = [sample.p("places\u202f? et <b>12\u202f000</b>")]
    with pikepdf.Pdf.open(BytesIO(sample.render())) as pdf:
        maps = [to_unicode(font) for font in pdf.pages[0].Resources.Font.values()]
    assert any("\u202f" in known.values() for known in maps)


def test_words_are_parted_as_before_everywhere_else() -> None:
    assert paragraph.split("a  b\tc\nd\u2009e") == ["a", "b", "c", "d", "e"]
    assert paragraph.split("a,b", ",") == ["a", "b"]

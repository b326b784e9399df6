"""The typefaces of paper: Source Serif 4 by optical size and Source Sans 3, shipped unmodified."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from care_desktop import paths
from care_desktop.errors import UserError

SMALL = "SourceSerif4SmText-Regular"  # up to 11 pt
TEXT = "SourceSerif4-Regular"  # up to 15 pt
SUBHEAD = "SourceSerif4Subhead-Semibold"  # up to 25 pt
DISPLAY = "SourceSerif4Display-Regular"
DISPLAY_BOLD = "SourceSerif4Display-Semibold"
SANS = "SourceSans3-Regular"
SANS_SEMIBOLD = "SourceSans3-Semibold"
SANS_BOLD = "SourceSans3-Bold"

# Each optical size is a family: regular, bold, italic, bold italic; a neighbour for a face not shipped.
_FAMILIES = (
    (SMALL, "SourceSerif4SmText-Semibold", "SourceSerif4SmText-It", "SourceSerif4SmText-SemiboldIt"),
    (TEXT, "SourceSerif4-Semibold", "SourceSerif4-It", "SourceSerif4-Semibold"),
    (SUBHEAD, SUBHEAD, SUBHEAD, SUBHEAD),
    (DISPLAY, DISPLAY_BOLD, DISPLAY, DISPLAY_BOLD),
    (SANS, SANS_SEMIBOLD, "SourceSans3-It", SANS_SEMIBOLD),
    (SANS_SEMIBOLD, SANS_SEMIBOLD, "SourceSans3-It", SANS_SEMIBOLD),
)
_ALONE = (SANS_BOLD, DISPLAY_BOLD)


def files() -> tuple[str, ...]:
    """Name every face that is shipped, once and in order."""
    names = {face: None for family in _FAMILIES for face in family}
    return (*names, *(name for name in _ALONE if name not in names))


def _read(path: Path) -> TTFont:
    try:
        return TTFont(path.stem, BytesIO(path.read_bytes()))
    except (OSError, TTFError) as error:
        raise UserError("report.no_face", path=str(path)) from error


@cache
def register() -> frozenset[int]:
    """Make the faces known to reportlab, once, and return the characters that all of them have.

    Raises ``UserError`` if one is missing or cannot be read.
    """
    folder = paths.resources() / "fonts"
    common: set[int] = set()
    for number, name in enumerate(files()):
        font = _read(folder / f"{name}.ttf")
        registerFont(font)
        characters = font.face.charToGlyph.keys()
        common = common & characters if number else set(characters)
    for regular, bold, italic, bold_italic in _FAMILIES:
        registerFontFamily(regular, normal=regular, bold=bold, italic=italic, boldItalic=bold_italic)
    registerFontFamily(SANS_BOLD, normal=SANS_BOLD, bold=SANS_BOLD, italic=SANS_BOLD, boldItalic=SANS_BOLD)
    registerFontFamily(
        DISPLAY_BOLD, normal=DISPLAY_BOLD, bold=DISPLAY_BOLD, italic=DISPLAY_BOLD, boldItalic=DISPLAY_BOLD
    )
    return frozenset(common)

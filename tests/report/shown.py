"""All the text that pages show, in the order in which it is drawn, without header and footer.

Quicker than to read the tree, for tests that make many reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from tests.report.pdf.reading import to_unicode

Maps = dict[Any, dict[int, str]]


def shown(content: bytes) -> str:
    """The text of all pages."""
    maps: Maps = {}
    with pikepdf.Pdf.open(BytesIO(content)) as pdf:
        return "\n".join(piece for page in pdf.pages for piece in _of_page(page, maps))


def _of_page(page: Any, maps: Maps) -> Iterator[str]:  # noqa: ANN401 - an object of the file
    fonts: dict[str, Any] = dict(page.Resources.Font.items())
    characters: dict[int, str] = {}
    marks: list[bool] = []
    for instruction in pikepdf.parse_content_stream(page, "Tf Tj TJ BMC BDC EMC"):
        operands, what = instruction.operands, str(instruction.operator)
        if what in ("BMC", "BDC"):
            marks.append(str(operands[0]) == "/Artifact")
        elif what == "EMC":
            marks.pop()
        elif what == "Tf":
            font = fonts[str(operands[0])]
            characters = maps.setdefault(font.objgen, {}) or to_unicode(font)
            maps[font.objgen] = characters
        elif not any(marks):
            strings = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
            codes = (code for one in strings if isinstance(one, pikepdf.String) for code in bytes(one))
            yield "".join(characters[code] for code in codes)

"""Reads a finished PDF as a screen reader does, knowing nothing of how it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Pdf

# Objects of a PDF are what the file makes them.
# ruff: noqa: ANN401

_SHOWING = frozenset(["Tj", "TJ", "'", '"'])
_PAINTING = frozenset([*["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"], *_SHOWING])
_INLINE = frozenset(["Link", "Span", "Reference", "Lbl"])
_HEX = re.compile(r"<([0-9A-Fa-f]+)>")


@dataclass
class Reading:
    """What is in the file: text in the order of the tree, artifacts apart, and what is neither."""

    text: str = ""
    kinds: list[tuple[str, str]] = field(default_factory=list)
    artifacts: str = ""
    untagged: list[str] = field(default_factory=list)
    nested: int = 0
    links: list[tuple[str, str]] = field(default_factory=list)
    strays: list[tuple[int, int]] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The words that are read."""
        return self.text.split()


def read(content: bytes) -> Reading:
    """Read a file."""
    reading = Reading()
    with Pdf.open(BytesIO(content)) as pdf:
        runs: dict[tuple[int, int], str] = {}
        for number, page in enumerate(pdf.pages):
            _read_page(page, number, runs, reading)
        _Walk(pdf, runs, reading).element(pdf.Root.StructTreeRoot.K[0])
        reading.strays = sorted(key for key in runs if key not in _reached(pdf))
    return reading


def to_unicode(font: Any) -> dict[int, str]:
    """Read the map from a font's codes to characters."""
    lines = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", lines, re.DOTALL):
        codes = _HEX.findall(block)
        for code, character in zip(codes[::2], codes[1::2], strict=True):
            found[int(code, 16)] = bytes.fromhex(character).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", lines, re.DOTALL):
        for first, _, listed in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for place, character in enumerate(_HEX.findall(listed)):
                found[int(first, 16) + place] = bytes.fromhex(character).decode("utf-16-be")
        for first, last, start in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for place in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + place] = chr(int(start, 16) + place)
    return found


def _read_page(page: Any, number: int, runs: dict[tuple[int, int], str], reading: Reading) -> None:
    fonts = {name: to_unicode(font) for name, font in page.Resources.Font.items()}
    characters: dict[int, str] = {}
    stack: list[int | None] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, what = instruction.operands, str(instruction.operator)
        if what == "Tf":
            characters = fonts[str(operands[0])]
        elif what in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else None
            mark = (
                int(properties.MCID) if isinstance(properties, Dictionary) and "/MCID" in properties else None
            )
            reading.nested += mark is not None and bool(stack)
            stack.append(mark)
            if mark is not None:
                runs[number, mark] = ""
        elif what == "EMC":
            stack.pop()
        elif what in _PAINTING:
            shown = _shown(operands, characters) if what in _SHOWING else ""
            if not stack:
                reading.untagged.append(shown or what)
            elif stack[-1] is None:
                reading.artifacts += shown + ("\n" if shown else "")
            else:
                runs[number, stack[-1]] += shown
    assert not stack, "marked content left open"


def _shown(operands: Any, characters: dict[int, str]) -> str:
    pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
    return "".join(
        characters[code] for piece in pieces if isinstance(piece, pikepdf.String) for code in bytes(piece)
    )


class _Walk:
    """A walk over the tree, child by child."""

    def __init__(self, pdf: Pdf, runs: dict[tuple[int, int], str], reading: Reading) -> None:
        self._pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self._runs = runs
        self._reading = reading

    def element(self, element: Any) -> str:
        """Read an element and what is below it."""
        kind = str(element.S)[1:]
        place = len(self._reading.kinds)
        self._reading.kinds.append((kind, ""))
        if kind not in _INLINE:
            self._reading.text += " "
        before = len(self._reading.text)
        if "/ActualText" in element:
            self._reading.text += str(element.ActualText)
        else:
            for kid in _kids(element):
                self._kid(kid, element)
        text = " ".join(self._reading.text[before:].split())
        self._reading.kinds[place] = (kind, text)
        if kind not in _INLINE:
            self._reading.text += " "
        return text

    def _kid(self, kid: Any, element: Any) -> None:
        if isinstance(kid, int):
            self._reading.text += self._runs[self._pages[element.Pg.objgen], kid]
        elif kid.get("/Type") == Name.MCR:
            self._reading.text += self._runs[self._pages[kid.Pg.objgen], int(kid.MCID)]
        elif kid.get("/Type") == Name.OBJR:
            annotation = kid.Obj
            target = str(annotation.A.URI) if "/A" in annotation else "#"
            self._reading.links.append((str(annotation.Contents), target))
        else:
            self.element(kid)


def _kids(element: Any) -> Iterator[Any]:
    kids = element.get("/K", pikepdf.Array())
    yield from kids if isinstance(kids, pikepdf.Array) else [kids]


def _reached(pdf: Pdf) -> set[tuple[int, int]]:
    """Follow the way back: each run of a page to the element that has it as a child."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip((int(number) for number in numbers[::2]), numbers[1::2], strict=True))
    reached: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages):
        for run, parent in enumerate(parents[int(page.StructParents)]):
            if (number, run) in set(_runs_of(parent, pages)):
                reached.add((number, run))
    return reached


def _runs_of(element: Any, pages: dict[Any, int]) -> Iterator[tuple[int, int]]:
    for kid in _kids(element):
        if isinstance(kid, int):
            yield pages[element.Pg.objgen], kid
        elif kid.get("/Type") == Name.MCR:
            yield pages[kid.Pg.objgen], int(kid.MCID)

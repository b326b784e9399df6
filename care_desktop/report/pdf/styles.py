"""One style for each role of type, frozen: what a page changes in a style, it would change for all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from care_desktop.report.pdf import fonts

INK = HexColor(0x000000)
ACCENT = HexColor(0x0F3D4C)
GREY = HexColor(0x3F3F3F)
HATCH = HexColor(0x6A6A6A)
HAIRLINE = HexColor(0xA6A6A6)
FAINT = HexColor(0xCFCFCF)
ALLOWED = HexColor(0xDDDDDD)
WASH = HexColor(0xEEEEEE)


class Role(ParagraphStyle):
    """A paragraph style that can be derived from, and not changed."""

    _frozen = False

    def __init__(self, name: str, font: str, size: float, leading: float, **more: Any) -> None:  # noqa: ANN401
        given = {
            "fontName": font,
            "fontSize": size,
            "leading": leading,
            "textColor": INK,
            "bulletFontName": font,
            "bulletFontSize": size,
            "allowWidows": 0,
            "allowOrphans": 0,
            "splitLongWords": 1,
        }
        super().__init__(name, **{**given, **more})
        self._frozen = True

    def __setattr__(self, name: str, value: object) -> None:
        if self._frozen:
            raise AttributeError(f"style {self.name} is frozen: derive another with but()")
        super().__setattr__(name, value)

    def but(self, **changes: Any) -> Role:  # noqa: ANN401
        """Derive a style that differs in what is given, under reportlab's names."""
        own = {name: value for name, value in vars(self).items() if name not in {"name", "parent", "_frozen"}}
        merged = {**own, **changes}
        font, size, leading = (merged.pop(name) for name in ("fontName", "fontSize", "leading"))
        return Role(f"{self.name}*", font, size, leading, **merged)


@dataclass(frozen=True, slots=True)
class Styles:
    """Every role of type of the documents."""

    accent: Color
    cover_title: Role
    section: Role
    section_number: Role
    sheet_title: Role
    figure_title: Role
    figure_label: Role
    figure_subtitle: Role
    essential: Role
    body: Role
    side_head: Role
    side_title: Role
    cell: Role
    cell_right: Role
    cell_name: Role
    cell_head: Role
    cell_head_right: Role
    cell_second: Role
    motive: Role
    note: Role
    aloud: Role
    contents: Role


@cache
def styles(*, black: bool = False) -> Styles:
    """Give the roles of type; in black, the accent is ink and nothing else changes."""
    fonts.register()
    accent = INK if black else ACCENT
    cell = Role("cell", fonts.SANS, 8.9, 11.2)
    cell_head = Role("cell_head", fonts.SANS_SEMIBOLD, 8.1, 9.8, textColor=GREY)
    body = Role("body", fonts.SMALL, 10.2, 14.2, spaceAfter=5)
    return Styles(
        accent=accent,
        cover_title=Role("cover_title", fonts.DISPLAY_BOLD, 38, 43),
        section=Role("section", fonts.SUBHEAD, 19, 22.5),
        section_number=Role("section_number", fonts.DISPLAY, 23, 25, textColor=accent),
        sheet_title=Role("sheet_title", fonts.SUBHEAD, 22, 26),
        figure_title=Role("figure_title", fonts.SUBHEAD, 11.8, 14.4),
        figure_label=Role("figure_label", fonts.SANS_SEMIBOLD, 8.4, 10.6, textColor=accent),
        figure_subtitle=Role("figure_subtitle", fonts.SANS, 8.8, 11, textColor=GREY),
        essential=Role("essential", fonts.TEXT, 12, 16.6, spaceAfter=6),
        body=body,
        side_head=Role("side_head", fonts.SANS_SEMIBOLD, 9.8, 12.4, textColor=accent),
        side_title=Role("side_title", fonts.SUBHEAD, 11.8, 14.4),
        cell=cell,
        cell_right=cell.but(alignment=TA_RIGHT),
        cell_name=Role("cell_name", fonts.SANS_SEMIBOLD, 8.9, 11.2),
        cell_head=cell_head,
        cell_head_right=cell_head.but(alignment=TA_RIGHT),
        cell_second=Role("cell_second", fonts.SANS, 8, 10, textColor=GREY),
        motive=Role("motive", fonts.SMALL, 8.9, 11.3),
        note=Role("note", fonts.SANS, 8.1, 10.3, textColor=GREY, spaceBefore=2),
        aloud=Role("aloud", fonts.TEXT, 13.4, 19.6, spaceAfter=7),
        contents=body.but(spaceAfter=2),
    )

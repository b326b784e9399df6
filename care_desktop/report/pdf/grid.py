"""The grid of the page, in points from its lower left corner."""

from __future__ import annotations

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 22 * mm, 18 * mm, 27 * mm, 23 * mm
TOP_FIRST = 20 * mm
TEXT_WIDTH = WIDTH - LEFT - RIGHT
SIDE, GUTTER = 36 * mm, 6 * mm
INDENT = SIDE + GUTTER
MAIN = TEXT_WIDTH - INDENT
BODY_HEIGHT = HEIGHT - TOP - BOTTOM
HEADER_BASELINE = HEIGHT - 15 * mm
FOOTER_RULE, FOOTER_BASELINE, NOTE_BASELINE = 16 * mm, 12 * mm, 8.4 * mm

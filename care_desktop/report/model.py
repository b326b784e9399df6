"""The report as plain data: sections of blocks, made of words that a person reads. It knows no PDF.

A block holds finished text, in the language of the report. Every writer of documents reads this model.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.report.plots import Plot
from care_desktop.scenario.conditions import ServiceLevel


class Weight(StrEnum):
    """How words stand out within their paragraph."""

    PLAIN = "plain"
    STRONG = "strong"
    ITALIC = "italic"


class Run(Struct, frozen=True):
    """Words of one weight. The text is literal: markup in it means nothing."""

    text: str
    weight: Weight = Weight.PLAIN


Phrase = tuple[Run, ...]


def phrase(*parts: str | Run) -> Phrase:
    """Words in a row; plain where only a text is given."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(text, Weight.STRONG)


def italic(text: str) -> Run:
    """A label, or a warning that values are made up."""
    return Run(text, Weight.ITALIC)


class Role(StrEnum):
    """What a line of text is, in the hierarchy of the page."""

    BODY = "body"
    ESSENTIAL = "essential"
    CELL = "cell"
    NAME = "name"
    SECOND = "second"
    KEY = "key"
    ACT = "act"
    MOTIVE = "motive"


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """Running text."""

    words: Phrase
    role: Role = Role.BODY


class Blank(Struct, frozen=True, tag="blank"):
    """Ruled lines to be filled by hand; ``label`` is read with them (« à compléter »)."""

    label: str
    lines: int = 1


class Side(Struct, frozen=True, tag="side"):
    """Text with its heading beside it: the side column alone gives the plan of the page."""

    head: str
    body: tuple[Paragraph | Blank, ...]
    sub: str = ""


class Note(Struct, frozen=True):
    """A line under a figure or a table: *Lecture*, *Champ*, *Source*, and what it says."""

    label: str
    text: str


class Answer(StrEnum):
    """What a mark in a table says; each always has its word beside it or behind it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNSEEN = "unseen"
    SAME = "same"
    DIFFERENT = "different"
    NOTHING = "nothing"


class Line(Struct, frozen=True, tag="line"):
    """A line of text in a cell."""

    words: Phrase
    role: Role = Role.CELL


class Mark(Struct, frozen=True, tag="mark"):
    """A mark with its word; ``alone`` leaves the word to the alternative text."""

    answer: Answer
    word: str
    alone: bool = False
    small: bool = False


class Level(Struct, frozen=True, tag="level"):
    """The five answers to an objective: 3 to 0 filled steps, None is not observed."""

    steps: int | None
    word: str


class State(Struct, frozen=True, tag="state"):
    """The state of a service, drawn and said."""

    level: ServiceLevel
    word: str


class Tenure(Struct, frozen=True, tag="tenure"):
    """How long a degraded procedure holds beside its DMIA, in hours, drawn on a logarithmic scale."""

    hours: float
    target: float | None
    word: str


class Boxes(Struct, frozen=True, tag="boxes"):
    """Boxes to tick; the one at ``ticked`` is crossed."""

    words: tuple[str, ...]
    ticked: int | None = None


Piece = Line | Mark | Level | State | Tenure | Boxes
Cell = tuple[Piece, ...]


class Column(Struct, frozen=True):
    """A column: its head, its share of the width in points of 482, whether it holds numbers."""

    head: str
    width: float
    numbers: bool = False


class Table(Struct, frozen=True, tag="table"):
    """A table; ``key`` is how other parts name it, ``label`` its number as printed (« Tableau 3 »).

    Rows with ``tall`` are filled by hand. ``legend`` is a row of keys under the table.
    """

    key: str
    label: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    subtitle: str = ""
    legend: tuple[Mark | Level, ...] = ()
    notes: tuple[Note, ...] = ()
    tall: bool = False


class Figure(Struct, frozen=True, tag="figure"):
    """A figure: what it draws and the sentence that stands for it where it cannot be seen."""

    key: str
    label: str
    title: str
    plot: Plot
    alternative: str
    subtitle: str = ""
    notes: tuple[Note, ...] = ()


class Point(Struct, frozen=True):
    """A strength, an improvement or a decision asked for; an empty one is a line to fill."""

    key: str
    words: Phrase
    reference: str = ""
    boxes: Boxes | None = None
    blank: bool = False


class Points(Struct, frozen=True, tag="points"):
    """Numbered points beside their heading, on the page of the essential."""

    head: str
    sub: str
    items: tuple[Point, ...]


class Contents(Struct, frozen=True, tag="contents"):
    """The list of sections, with their pages."""

    title: str


class Entries(Struct, frozen=True, tag="entries"):
    """Keys and what they stand for, beside a heading: the sources."""

    head: str
    items: tuple[tuple[str, str], ...]
    sub: str = ""


Block = Paragraph | Side | Table | Figure | Points | Contents | Entries


class Section(Struct, frozen=True):
    """A part of the report. ``number`` is empty for the essential, a letter for an annex.

    ``fresh`` sections begin on a new page.
    """

    number: str
    title: str
    blocks: tuple[Block, ...]
    fresh: bool = False


class Fact(Struct, frozen=True):
    """A line of the box on page 1: a value, boxes to tick, or nothing yet."""

    label: str
    value: str = ""
    strong: bool = False
    boxes: Boxes | None = None


class Visa(Struct, frozen=True):
    """Who wrote, checked or approved: a function, a date, and room to sign."""

    act: str
    function: str
    date: str


class Cover(Struct, frozen=True):
    """Page 1: what this document is, who answers for it, who gets it."""

    facility: str
    structure: str
    genre: str
    title: str
    subject: str
    occasion: str
    document: tuple[Fact, ...]
    exercise: tuple[Fact, ...]
    heads: tuple[str, str, str]
    visas: tuple[Visa, ...]
    facts: tuple[Fact, ...]


class Report(Struct, frozen=True):
    """The whole: page 1, then sections. ``header``, ``footer`` and ``disclaimer`` stand on every page."""

    language: str
    title: str
    header: str
    footer: str
    marking: str
    disclaimer: str
    cover: Cover
    sections: tuple[Section, ...]

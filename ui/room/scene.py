"""What the wall can show. These hold words meant for players, in the language of the room, and nothing else.

Whatever an animator alone may read has no field here to be put in.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Strip(Struct, frozen=True):
    """The strip on top: « EXERCICE » at the left, the hour of the story or a word at the right."""

    left: str
    right: str = ""


class Scene(Struct, frozen=True):
    """One thing at a time. Every scene has the strip."""

    strip: Strip


class Welcome(Scene, frozen=True):
    """Before DEBEX: the neutral name."""

    title: str
    text: str


class Situation(Scene, frozen=True):
    """What time it is in the story, and what the room knows."""

    hour: str
    day: str
    facts: tuple[str, ...]


class Line(Struct, frozen=True):
    """A line of a letter's head, such as « De » and who."""

    label: str
    value: str


class Mail(Scene, frozen=True):
    """An e-mail."""

    subject: str
    head: tuple[Line, ...]
    body: str


class Document(Scene, frozen=True):
    """A sheet of paper that somebody hands over."""

    subject: str
    head: tuple[Line, ...]
    body: str


class Mouth(StrEnum):
    """By which way somebody is heard."""

    CALL = "call"
    IN_PERSON = "in_person"
    PRESS = "press"
    BROADCAST = "broadcast"


class Spoken(Scene, frozen=True):
    """Somebody speaks: on the telephone, at the door, on the radio."""

    mouth: Mouth
    label: str
    speaker: str
    to: str
    words: str


class Press(Scene, frozen=True):
    """A page of a newspaper that does not exist; ``note`` says so."""

    paper: str
    day: str
    headline: str
    body: str
    note: str


class Sheet(Scene, frozen=True):
    """What came out of a printer; ``foot`` says where and when."""

    heading: str
    body: str
    foot: str


class Phone(Scene, frozen=True):
    """Text messages on a telephone, a bubble each."""

    sender: str
    hour: str
    bubbles: tuple[str, ...]


class Post(Scene, frozen=True):
    """What people write on a social network; ``note`` says that it is made up."""

    account: str
    hour: str
    bubbles: tuple[str, ...]
    note: str


class Alert(Scene, frozen=True):
    """What a machine writes on a screen."""

    source: str
    hour: str
    body: str


class Notice(Scene, frozen=True):
    """The story itself speaks."""

    heading: str
    body: str


class Question(Scene, frozen=True):
    """What is asked, of whom: no option, no countdown."""

    cell: str
    question: str
    context: str


class Standing(StrEnum):
    """How a service does, as the wall shows it."""

    NOMINAL = "nominal"
    HELD = "held"
    DEGRADED = "degraded"
    DOWN = "down"
    RECOVERING = "recovering"
    TO_VALIDATE = "to_validate"
    VALIDATED = "validated"


class Tile(Struct, frozen=True):
    """A service of care as people name it, and how it does."""

    name: str
    standing: Standing
    word: str
    detail: str = ""


class Recovery(Scene, frozen=True):
    """The services of care, and IT in one line."""

    title: str
    tiles: tuple[Tile, ...]
    foot: str


class Suspended(Scene, frozen=True):
    """Time stands still."""

    title: str
    text: str


class RealIncident(Scene, frozen=True):
    """This is not an exercise: the only white card."""

    title: str
    text: str


class End(Scene, frozen=True):
    """After FINEX: thanks, no number."""

    title: str
    text: str
    next: str


class Black(Scene, frozen=True):
    """Nothing but « EXERCICE »."""

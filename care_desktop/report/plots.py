"""What figures draw, as plain data: positions in milliseconds or minutes, finished labels, no shapes."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.scenario.conditions import ServiceLevel


class Sign(StrEnum):
    """The mark of a decision in a figure."""

    ASKED = "asked"
    ANTICIPATED = "anticipated"
    SPONTANEOUS = "spontaneous"
    OPEN = "open"


class Tick(Struct, frozen=True):
    """A place on an axis; without a label it is a small one. ``short`` stands where the label has no room."""

    at: float
    label: str = ""
    short: str = ""


class Axis(Struct, frozen=True):
    """From where to where, and what is written along it."""

    begin: float
    end: float
    ticks: tuple[Tick, ...]
    name: str = ""


class Stretch(Struct, frozen=True):
    """From one place to another, with what is written there, if anything."""

    begin: float
    end: float
    label: str = ""


class PresenceRow(Struct, frozen=True):
    """A function and when it was there; ``note`` says why there is no bar."""

    name: str
    required: bool
    spans: tuple[Stretch, ...]
    note: str = ""


class PresencePlot(Struct, frozen=True, tag="presence"):
    """Who was there, in real time."""

    axis: Axis
    rows: tuple[PresenceRow, ...]
    pauses: tuple[Stretch, ...]
    required: str


class Labelled(Struct, frozen=True):
    """A decision on a lane; its label is whole or not there."""

    at: float
    sign: Sign
    key: str
    label: str


class Stimulus(Struct, frozen=True):
    """An inject on its lane; one that was planned and not played has another mark."""

    at: float
    label: str
    played: bool


class Lane(Struct, frozen=True):
    """A cell and what it decided."""

    name: str
    marks: tuple[Labelled, ...]


class Held(Struct, frozen=True):
    """A service at a level from one place to another."""

    begin: float
    end: float
    level: ServiceLevel


class ServiceRow(Struct, frozen=True):
    """A service over time; ``target`` is where its DMIA falls, if it was not nominal.

    ``by_default``: the scenario set that DMIA, not the facility, so its tick is another one.
    """

    name: str
    spans: tuple[Held, ...]
    target: float | None = None
    by_default: bool = False


class PhaseSpan(Struct, frozen=True):
    """A phase, its name, lines about its story time and pace, and its number for where these have no room."""

    begin: float
    end: float
    name: str
    lines: tuple[str, ...]
    number: str


class Signs(Struct, frozen=True):
    """The words of the key."""

    asked: str
    anticipated: str
    spontaneous: str
    open: str
    nominal: str
    degraded: str
    down: str


class TimelinePlot(Struct, frozen=True, tag="timeline"):
    """What reached the cells, what they decided, how services did: in real time."""

    axis: Axis
    phase_head: tuple[str, str]
    phases: tuple[PhaseSpan, ...]
    stimuli_head: tuple[str, str]
    stimuli: tuple[Stimulus, ...]
    lanes: tuple[Lane, ...]
    services_head: str
    services: tuple[ServiceRow, ...]
    pauses: tuple[Stretch, ...]
    key: Signs


class DelayRow(Struct, frozen=True):
    """A decision: what it was given, where its mark stands, what is written at the end (minutes)."""

    key: str
    label: str
    allowed: float | None
    at: float | None
    sign: Sign
    told: str


class DelaysPlot(Struct, frozen=True, tag="delays"):
    """How long decisions took, beside what they were given."""

    axis: Axis
    rows: tuple[DelayRow, ...]
    median: float | None
    median_label: str


class Passage(Struct, frozen=True):
    """A stretch of the story and how wide it is drawn: as long as it was played; a jump has no length.

    ``label`` says of a jump how long it was; the small ones, where there are many, have none.
    """

    begin: float
    end: float
    played: float
    jump: bool = False
    label: str = ""


class PublicMark(Struct, frozen=True):
    """What is published of the real hospital, at its place in the story."""

    at: float
    hour: str
    text: str


class RecoveryWords(Struct, frozen=True):
    """What is written in the recovery figure."""

    services: str
    count: str
    public: str
    public_name: str
    target: str
    target_by_default: str
    jump: str


class RecoveryPlot(Struct, frozen=True, tag="recovery"):
    """How many services were in which state, each service, and the public reference: in story time."""

    axis: Axis
    passages: tuple[Passage, ...]
    phases: tuple[Tick, ...]
    services: tuple[ServiceRow, ...]
    public: tuple[PublicMark, ...]
    words: RecoveryWords
    key: Signs


Plot = PresencePlot | TimelinePlot | DelaysPlot | RecoveryPlot

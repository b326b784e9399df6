"""A scenario as written, and the facility that plays it: what staging makes one script of."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.scenario.background import Milestone, Source, Variable
from care_desktop.scenario.choosing import FacilityKind, Fear, LegalForm
from care_desktop.scenario.conditions import Condition
from care_desktop.scenario.effects import Effect
from care_desktop.scenario.ids import FunctionId, ServiceId
from care_desktop.scenario.script import (
    Animator,
    Cell,
    Correspondent,
    Criterion,
    Decision,
    Duty,
    Function,
    Indicator,
    Inject,
    Objective,
    Phase,
    Service,
    Step,
    Team,
    Trigger,
)
from care_desktop.scenario.text import NO_TEXT, Text
from care_desktop.scenario.time import PlayMs, StoryMs

FORMAT = 1


class Accepted(Struct, frozen=True):
    """A warning or information of the checks that is meant so, and why.

    ``at`` is the path of keys that it is about, with all that is inside; empty for the whole file.
    """

    code: str
    why: str
    at: str = ""


class Gate(Struct, frozen=True):
    """What must hold before services are restored (trusted core, verified backup).

    Where work that restores begins before ``unless`` holds, ``effects`` come at once, and what it restores
    falls again: ``strikes`` after it is finished, for ``lasts`` or until it is restored otherwise.
    """

    name: Text
    unless: Condition
    strikes: StoryMs = StoryMs(0)
    lasts: StoryMs | None = None
    effects: tuple[Effect, ...] = ()


class Scenario(Struct, frozen=True):
    """A scenario as written.

    ``opening`` is one sentence that players may read before DEBEX, ``summary`` is for the animator.
    ``needs`` names, by part (``inject.samu``, ``option.divert.keep``), the services without which that part
    makes no sense. ``notes`` are the remarks of the file, by the path of the map they stand in.
    """

    id: str
    name: Text
    format: int = FORMAT
    attack: Text = NO_TEXT
    summary: Text = NO_TEXT
    opening: Text = NO_TEXT
    starts: StoryMs = StoryMs(0)
    lasts: PlayMs = PlayMs(0)
    facilities: tuple[FacilityKind, ...] = ()
    fears: tuple[Fear, ...] = ()
    sources: tuple[Source, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    variables: tuple[Variable, ...] = ()
    objectives: tuple[Objective, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    functions: tuple[Function, ...] = ()
    cells: tuple[Cell, ...] = ()
    phases: tuple[Phase, ...] = ()
    injects: tuple[Inject, ...] = ()
    decisions: tuple[Decision, ...] = ()
    services: tuple[Service, ...] = ()
    teams: tuple[Team, ...] = ()
    steps: tuple[Step, ...] = ()
    duties: tuple[Duty, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    correspondents: tuple[Correspondent, ...] = ()
    animators: tuple[Animator, ...] = ()
    gate: Gate | None = None
    accepted: tuple[Accepted, ...] = ()
    needs: dict[str, tuple[ServiceId, ...]] = {}
    notes: dict[str, str] = {}


class OwnService(Struct, frozen=True):
    """What a facility says of a service that scenarios know, or of one that only it has."""

    id: ServiceId
    has: bool = True
    name: Text | None = None
    target: StoryMs | None = None
    loss: StoryMs | None = None
    hold: StoryMs | None = None
    degraded: Text | None = None


class Facility(Struct, frozen=True):
    """The user's own structure. ``finess_ej`` and ``finess_et`` are printed in the report.

    ``notes`` are the remarks of the file, by the path of the map they stand in.
    """

    name: str
    kind: FacilityKind = FacilityKind.HOSPITAL
    legal_form: LegalForm = LegalForm.PUBLIC
    finess_ej: str = ""
    finess_et: str = ""
    group: str = ""
    services: tuple[OwnService, ...] = ()
    functions: dict[FunctionId, Text] = {}
    variables: dict[str, Text] = {}
    format: int = FORMAT
    notes: dict[str, str] = {}

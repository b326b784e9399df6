"""The script (*déroulé*): scenario and facility made one, frozen; what is played and kept.

Its parts are those that a scenario is written of; ``scenario.scenario`` has what only the written form has.

Every part has a stable ``id``; the order of the parts in their tuples is the document order, by which ties
in time are decided.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.scenario.background import (
    Judgement,
    Kind,
    Milestone,
    Reliability,
    Source,
    Stage,
    Track,
    Weight,
)
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.conditions import Condition
from care_desktop.scenario.effects import Effect
from care_desktop.scenario.ids import (
    AnimatorId,
    CellId,
    CorrespondentId,
    CriterionId,
    DecisionId,
    DutyId,
    FunctionId,
    IndicatorId,
    InjectId,
    MilestoneId,
    ObjectiveId,
    OptionId,
    PhaseId,
    PointId,
    ReactionId,
    RiskId,
    ServiceId,
    StepId,
    TeamId,
    TriggerId,
    VariantId,
)
from care_desktop.scenario.text import NO_TEXT, Text
from care_desktop.scenario.time import MINUTE, PlayMs, Span, StoryMs

SCRIPT_VERSION = 1
RULES_VERSION = 1


class Channel(StrEnum):
    """By which way an inject reaches the players."""

    CALL = "call"
    EMAIL = "email"
    SMS = "sms"
    IN_PERSON = "in_person"
    DOCUMENT = "document"
    PRESS = "press"
    BROADCAST = "broadcast"
    SOCIAL = "social"
    ALERT = "alert"
    RANSOM_NOTE = "ransom_note"
    NOTICE = "notice"


class Decides(StrEnum):
    """Which answer settles a decision that several cells are asked."""

    LEAD = "lead"
    FIRST = "first"
    MAJORITY = "majority"
    EACH = "each"


class Way(StrEnum):
    """How it is played: one room and its projector, a separate animation room, or nobody who facilitates."""

    TABLE = "table"
    SIMULATION = "simulation"
    UNAIDED = "unaided"


class Function(Struct, frozen=True):
    """A function of the facility (*direction*, *cadre de santé*…): a role, never a person."""

    id: FunctionId
    name: Text


class Cell(Struct, frozen=True):
    """A crisis cell and the functions expected in it."""

    id: CellId
    name: Text
    functions: tuple[FunctionId, ...] = ()


class Phase(Struct, frozen=True):
    """A stretch of the story from ``starts`` on, told at ``num/den`` story milliseconds per play one.

    ``functions`` are those who are there in the story; ``recap`` is read when a jump leads here.
    """

    id: PhaseId
    name: Text
    starts: StoryMs
    num: int = 1
    den: int = 1
    functions: tuple[FunctionId, ...] = ()
    recap: Text = NO_TEXT


class Variant(Struct, frozen=True):
    """One of several bodies of an inject, of which only one is sent."""

    id: VariantId
    body: Text


class Reaction(Struct, frozen=True):
    """What is expected of the players after an inject, within a time from its delivery."""

    id: ReactionId
    text: Text
    objective: ObjectiveId | None = None
    within: Span | None = None


class Animator(Struct, frozen=True):
    """Somebody who animates, by what they are called (*animateur 2*): a role, never a person."""

    id: AnimatorId
    name: Text


class OtherChannel(Struct, frozen=True):
    """Another way by which an inject reaches players, its words that way, and whom if not the same."""

    channel: Channel
    body: Text
    recipients: tuple[CellId, ...] = ()


class Inject(Struct, frozen=True):
    """One message or event that reaches players (*stimulus*).

    Planned when ``at`` is set; conditional when ``when`` is; otherwise in reserve, launched by hand or by a
    ``Send`` effect. ``auto`` overrides the script's option. Its effects apply when it is launched; the
    decision it ``asks`` opens when it has reached somebody. ``requires`` is what must hold for it to make
    sense (else « à adapter »). ``harm`` says in a sentence how a patient comes to harm in it, for the report,
    and is empty where none does. ``functions`` are those of whom it is meant for; staging adds the cells that
    expect one of them to ``recipients``. ``correspondent`` is the outsider who calls or writes by themselves,
    whose name staging takes where no ``sender`` is written, and whose answers where none are. ``animator``
    plays it. Staging makes of each of ``others`` an inject of its own, which goes out with this one.
    ``sender``, ``subject`` and ``body`` are for players; ``say``, ``answers`` and all that follows are for
    the animator only.
    """

    id: InjectId
    title: Text
    channel: Channel = Channel.CALL
    recipients: tuple[CellId, ...] = ()
    at: Span | None = None
    when: Condition | None = None
    auto: bool | None = None
    sender: Text = NO_TEXT
    subject: Text = NO_TEXT
    body: Text = NO_TEXT
    variants: tuple[Variant, ...] = ()
    effects: tuple[Effect, ...] = ()
    asks: DecisionId | None = None
    requires: Condition | None = None
    say: Text = NO_TEXT
    answers: Text = NO_TEXT
    reactions: tuple[Reaction, ...] = ()
    weight: Weight = Weight.STRUCTURING
    reliability: Reliability = Reliability.TRUE
    milestone: MilestoneId | None = None
    optional: bool = False
    harm: Text = NO_TEXT
    functions: tuple[FunctionId, ...] = ()
    correspondent: CorrespondentId | None = None
    animator: AnimatorId | None = None
    others: tuple[OtherChannel, ...] = ()


class Option(Struct, frozen=True):
    """A way to decide, and its price: who pays, when.

    ``judged`` and ``feedback``, what the scenario has to say of it, are shown in the debriefing only.
    """

    id: OptionId
    label: Text
    price: Text = NO_TEXT
    effects: tuple[Effect, ...] = ()
    judged: Judgement | None = None
    feedback: Text = NO_TEXT


class Decision(Struct, frozen=True):
    """What cells are asked to decide.

    ``limit`` counts from the opening, inclusive. ``default`` is the option whose effects apply without a
    decision, ``at_limit`` what the passing of the limit brings about by itself (« la régulation n'attend
    plus »).
    """

    id: DecisionId
    question: Text
    cells: tuple[CellId, ...]
    options: tuple[Option, ...] = ()
    decides: Decides = Decides.LEAD
    lead: CellId | None = None
    limit: Span | None = None
    default: OptionId | None = None
    at_limit: tuple[Effect, ...] = ()
    authority: FunctionId | None = None
    milestone: MilestoneId | None = None


class Dependency(Struct, frozen=True):
    """A service needed by another. Hard: as bad as the needed one. Soft: degraded when that is down."""

    service: ServiceId
    hard: bool = True


class Backlog(Struct, frozen=True):
    """What piles up on paper while a service is not nominal, to be keyed in later, per hour of the story."""

    indicator: IndicatorId
    per_hour: int


class Service(Struct, frozen=True):
    """What the facility needs.

    ``target`` is the DMIA, ``loss`` the PDMA. ``hold`` is how long its ``degraded`` procedure holds once it
    is not nominal; then ``at_hold`` happens. Injects by a channel that it ``carries`` make no sense while it
    is down. ``defaults`` names the fields that are a default value of the
    scenario, not the facility's own. Boards and tables put a service of more ``weight``, from 1, first.
    ``backlog`` grows while it is not nominal, and what has piled up stays. ``like`` names a usual service of
    the kind of facility, whose values staging takes where nothing else is written.
    """

    id: ServiceId
    name: Text
    needs: tuple[Dependency, ...] = ()
    target: StoryMs | None = None
    hold: StoryMs | None = None
    at_hold: tuple[Effect, ...] = ()
    kind: Kind = Kind.SOFTWARE
    loss: StoryMs | None = None
    degraded: Text = NO_TEXT
    defaults: tuple[str, ...] = ()
    carries: tuple[Channel, ...] = ()
    weight: int = 1
    backlog: Backlog | None = None
    like: str = ""


class Team(Struct, frozen=True):
    """People who do recovery work; ``capacity`` is how many units of crew can work at the same time."""

    id: TeamId
    name: Text
    capacity: int = 1


class Risk(Struct, frozen=True):
    """What strikes when a step begins while ``unless`` does not hold (work out of order).

    ``effects`` come at once, ``when_done`` when that same work is finished all the same.
    """

    id: RiskId
    name: Text
    unless: Condition
    effects: tuple[Effect, ...] = ()
    when_done: tuple[Effect, ...] = ()


class Step(Struct, frozen=True):
    """Work that brings services back: ``effort`` of story time by ``crew`` units of a team.

    ``island`` names the services that it puts on a network of their own (*mini-réseau provisoire*): once it
    is finished, what they need can no longer take them down, only degrade them. ``track`` says whether it is
    for the systems or for care that goes on without them.
    """

    id: StepId
    name: Text
    team: TeamId
    effort: StoryMs
    crew: int = 1
    needs: tuple[StepId, ...] = ()
    risks: tuple[Risk, ...] = ()
    effects: tuple[Effect, ...] = ()
    stage: Stage = Stage.RECONSTRUCTION
    validated_by: FunctionId | None = None
    island: tuple[ServiceId, ...] = ()
    track: Track = Track.RESTORATION


class Duty(Struct, frozen=True):
    """What must be told to whom (*signalement*). T0 is its own.

    ``delay`` is what the text of law says of when (*sans délai*, *dans les meilleurs délais*), ``deadline``
    the duration after which it is overdue, where that text gives one. ``article`` is the text and ``as_of``
    the date of the state of the law. ``law`` names a duty of the catalogue of laws, which staging takes all
    of that from, where nothing else is written, and by which it leaves out duties that do not bind.
    """

    id: DutyId
    name: Text = NO_TEXT
    starts: Condition | None = None
    deadline: Span | None = None
    delay: Text = NO_TEXT
    to: Text = NO_TEXT
    article: Text = NO_TEXT
    as_of: str = ""
    content: Text = NO_TEXT
    law: str = ""


class Indicator(Struct, frozen=True):
    """A made-up measure of care or trust, in whole units, kept within its bounds when it is read."""

    id: IndicatorId
    name: Text
    base: int = 0
    low: int | None = None
    high: int | None = None
    unit: Text = NO_TEXT


class Trigger(Struct, frozen=True):
    """Effects that follow when a condition begins to hold: once, or each time when ``repeat``."""

    id: TriggerId
    when: Condition
    effects: tuple[Effect, ...]
    repeat: bool = False


class Point(Struct, frozen=True):
    """A thing that players may say to a correspondent.

    ``plan_level``: it is the level of the facility's plan (*plan blanc*, *plan bleu*). ``if_any``: there may
    be nothing to say of it, so a simulated team that says all points has not said it.
    """

    id: PointId
    text: Text
    plan_level: bool = False
    if_any: bool = False


class Claim(Struct, frozen=True):
    """A duty that a call meets when all these points were said."""

    duty: DutyId
    points: tuple[PointId, ...] = ()


class Knowledge(Struct, frozen=True):
    """What a correspondent knows from a time of the story on."""

    text: Text
    since: StoryMs | None = None


class Outsider(StrEnum):
    """What sort of outsider a correspondent is: by it the one who plays them finds them in a list."""

    EMERGENCY = "emergency"
    AUTHORITY = "authority"
    CYBER = "cyber"
    POLICE = "police"
    CARE = "care"
    SUPPLIER = "supplier"
    FAMILY = "family"
    PRESS = "press"
    OTHER = "other"


class Correspondent(Struct, frozen=True):
    """A simulated outsider whom players may call; the card is for the animator who plays it."""

    id: CorrespondentId
    name: Text
    points: tuple[Point, ...] = ()
    claims: tuple[Claim, ...] = ()
    knows: tuple[Knowledge, ...] = ()
    answers: Text = NO_TEXT
    asks: Text = NO_TEXT
    refuses: Text = NO_TEXT
    tone: Text = NO_TEXT
    kind: Outsider = Outsider.OTHER


class Criterion(Struct, frozen=True):
    """What an observer can see, as evidence of an objective."""

    id: CriterionId
    name: Text
    objective: ObjectiveId | None = None


class Objective(Struct, frozen=True):
    """What is trained."""

    id: ObjectiveId
    name: Text


class Options(Struct, frozen=True):
    """How this exercise is run.

    ``auto``: due injects launch by themselves. ``grace``: play time after a limit before the default applies
    by itself; none means that it only applies when the facilitator says so. ``seed`` chooses variants.
    ``way`` is asked in preparation and sets the defaults of the window. ``time`` is how much play time there
    is; where the scenario lasts longer, staging puts what is ``optional`` in reserve.
    """

    auto: bool = False
    grace: PlayMs | None = PlayMs(MINUTE)
    seed: int = 0
    way: Way = Way.TABLE
    time: PlayMs | None = None


class Script(Struct, frozen=True):
    """The whole of what is played. ``rules`` is the version of the engine's rules it was staged for.

    ``name`` is neutral, for players; ``attack`` names the real one, for the animator and after FINEX.
    ``dropped`` names what the facility has no use for. ``written_for`` are the kinds of facility that the
    scenario is written for, where the one that plays is of another kind; else none.
    """

    id: str
    name: Text
    starts: StoryMs = StoryMs(0)
    version: int = SCRIPT_VERSION
    rules: int = RULES_VERSION
    options: Options = Options()
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
    criteria: tuple[Criterion, ...] = ()
    objectives: tuple[Objective, ...] = ()
    attack: Text = NO_TEXT
    summary: Text = NO_TEXT
    milestones: tuple[Milestone, ...] = ()
    sources: tuple[Source, ...] = ()
    source_digest: str = ""
    dropped: tuple[str, ...] = ()
    animators: tuple[Animator, ...] = ()
    written_for: tuple[FacilityKind, ...] = ()

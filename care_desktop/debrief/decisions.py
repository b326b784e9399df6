"""Decisions: what was decided by whom, when, and how long it took."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.debrief.comparison import Comparison
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import CellId, DecisionId, FunctionId, OptionId
from care_desktop.scenario.time import PlayMs, Span, StoryMs


class Way(StrEnum):
    """How a decision came about: the script asked, the cell was faster than the question, or nobody asked."""

    ASKED = "asked"
    ANTICIPATED = "anticipated"
    SPONTANEOUS = "spontaneous"


class Outcome(StrEnum):
    """What became of a question. ``DEFAULTED``: no decision at the deadline, its consequences came.

    ``UNDECIDED``: still open at FINEX, whether its deadline had passed or not.
    """

    DECIDED = "decided"
    DEFAULTED = "defaulted"
    WITHDRAWN = "withdrawn"
    UNDECIDED = "undecided"


class Answered(Struct, frozen=True):
    """A cell's answer; ``at`` is the time of the fact, ``entered`` the time at which it was written down.

    ``option`` is the one it amounts to once graded; ``counts`` tells the one that settled the question.
    """

    seq: Seq
    cell: CellId
    at: PlayMs
    entered: PlayMs
    option: OptionId | None
    late: bool
    counts: bool
    graded: bool = False
    by: FunctionId | None = None
    authority: FunctionId | None = None
    confidence: int | None = None
    text: Words | None = None


class Revised(Struct, frozen=True):
    """A change of mind: what had happened stays, what was pending of the first decision was cancelled."""

    seq: Seq
    at: PlayMs
    option: OptionId
    by: FunctionId | None = None
    authority: FunctionId | None = None
    text: Words | None = None


class Asked(Struct, frozen=True):
    """A cell wanted to know more before deciding: that is a decision too."""

    seq: Seq
    cell: CellId
    at: PlayMs
    text: Words
    by: FunctionId | None = None


class Decided(Struct, frozen=True):
    """One decision; where each cell decides for itself, one for each.

    ``since`` is when the question reached the cell: the delivery to it or the room's paint, whichever came
    first, by the time of the fact; where no inject brought the question, its opening. ``at`` is the time of
    the fact of the answer that counts (of the last voice where a majority decides, of the default where
    none came), never the time of typing.

    ``latency_ms = at - since`` in play time, pauses excluded: people are timed in play time. None unless
    asked and decided. ``margin_ms`` is what was left until the limit in force, on the limit's own line;
    negative is late. A default is *censored*: ``latency_ms`` is None and ``censored_ms`` is the time from
    ``since`` to the deadline, to be drawn and never left out, and never counted in the median.
    ``jumped_ms`` is story time that jumps passed over while the question waited for its answer.
    """

    way: Way
    outcome: Outcome
    cell: CellId | None
    decision: DecisionId | None = None
    opened: Seq | None = None
    opened_at: Instant | None = None
    since: PlayMs | None = None
    seq: Seq | None = None
    at: PlayMs | None = None
    story: StoryMs | None = None
    latency_ms: int | None = None
    jumped_ms: int = 0
    limit: Span | None = None
    allowed_ms: int | None = None
    margin_ms: int | None = None
    censored_ms: int | None = None
    late: bool = False
    option: OptionId | None = None
    by: FunctionId | None = None
    authority: FunctionId | None = None
    confidence: int | None = None
    text: Words | None = None
    answers: tuple[Answered, ...] = ()
    revisions: tuple[Revised, ...] = ()
    asked: tuple[Asked, ...] = ()
    extended: int = 0
    comparison: Comparison = Comparison()


class Decisions(Struct, frozen=True):
    """All decisions: those of the script in its order, then the spontaneous ones as they came.

    ``median_ms`` is the median latency over the ``n`` questions that were decided, None when n is 0 (of an
    even number, the mean of the middle two in whole milliseconds). ``jumped`` counts the decided ones that a
    jump of the story passed over, ``censored`` those left undecided: a median must swallow neither.
    """

    taken: tuple[Decided, ...]
    median_ms: int | None
    n: int
    jumped: int
    censored: int
    not_asked: tuple[DecisionId, ...]

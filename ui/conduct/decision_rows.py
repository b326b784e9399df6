"""The decisions pane: what was asked and is open, what was left to its limit, what was decided last."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.exercise import events as e
from care_desktop.exercise.conditions import past
from care_desktop.exercise.state import DecisionState
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import CellId, DecisionId, FunctionId
from care_desktop.scenario.script import Decides
from ui.conduct.names import cells_named, decision_code, function_named, joined, moment
from ui.conduct.seen import Seen


class Stage(StrEnum):
    """How far a decision is, as its chip says it."""

    TO_COME = "to_come"
    ASKED = "asked"
    SENT_BACK = "sent_back"
    UNDECIDED = "undecided"
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"


class How(StrEnum):
    """How a decision that was taken came about, where nobody asked for it."""

    ANTICIPATED = "anticipated"
    SPONTANEOUS = "spontaneous"


class Row(Struct, frozen=True):
    """A decision; ``decision`` is None for one that nobody asked, ``expired`` wants a gesture."""

    seq: Seq
    decision: DecisionId | None
    code: str
    stage: Stage
    how: How | None
    when: str
    title: str
    detail: str
    is_open: bool = False
    expired: bool = False


def rows(seen: Seen) -> list[Row]:
    """Open decisions first, the oldest on top; then those that are over, the last one on top."""
    asked = [_row(seen, decision) for decision, one in seen.view.decisions.items() if _began(one)]
    spontaneous = [
        _spontaneous(seen, event.seq, event.fact)
        for event in seen.events
        if isinstance(event.fact, e.SpontaneousDecisionTaken)
    ]
    every = [*asked, *spontaneous]
    waiting = sorted((row for row in every if row.is_open), key=lambda row: row.seq)
    over = sorted((row for row in every if not row.is_open), key=lambda row: row.seq, reverse=True)
    return [*waiting, *over]


def to_come(seen: Seen) -> list[DecisionId]:
    """The decisions of the script that nobody has asked or taken: they may be taken beforehand."""
    return [decision for decision in seen.index.decisions if not _began(seen.decision(decision))]


def open_cells(seen: Seen, decision: DecisionId) -> tuple[CellId, ...]:
    """The cells whose answer would still count."""
    described = seen.index.decisions[decision]
    one = seen.decision(decision)
    if one.withdrawn is not None or one.defaulted is not None:
        return ()
    if described.decides is not Decides.EACH:
        return () if one.settled else described.cells
    done = {settled.cell for settled in one.settled}
    return () if None in done else tuple(cell for cell in described.cells if cell not in done)


def left_of(seen: Seen, decision: DecisionId) -> int | None:
    """Milliseconds until the limit, on the limit's own line; None without one."""
    limit = seen.decision(decision).limit
    if limit is None:
        return None
    return limit.ms - (seen.now.story if limit.play is None else seen.now.play)


def _began(one: DecisionState) -> bool:
    return one.opened is not None or bool(one.answers) or one.withdrawn is not None


def _row(seen: Seen, decision: DecisionId) -> Row:
    one = seen.decision(decision)
    described = seen.index.decisions[decision]
    is_open = one.opened is not None and bool(open_cells(seen, decision))
    stage = _stage(seen, decision, is_open=is_open)
    settled = one.standing[-1] if one.standing else None
    title = described.question
    if settled is not None and settled.option is not None:
        title = seen.index.options[decision, settled.option].label
    return Row(
        seq=_seq(one),
        decision=decision,
        code=decision_code(seen, decision),
        stage=stage,
        how=How.ANTICIPATED if stage is Stage.TAKEN and _anticipated(seen, one) else None,
        when=_when(seen, one, stage),
        title=_typed(seen, one) or seen.speaker.text(title),
        detail=_detail(seen, decision, stage),
        is_open=is_open,
        expired=is_open and one.reached is not None,
    )


def _stage(seen: Seen, decision: DecisionId, *, is_open: bool) -> Stage:
    one = seen.decision(decision)
    if one.withdrawn is not None:
        return Stage.WITHDRAWN
    if one.defaulted is not None or (is_open and one.reached is not None):
        return Stage.UNDECIDED
    if not is_open:
        return Stage.TAKEN
    return Stage.SENT_BACK if _sent_back(seen, decision, one) else Stage.ASKED


def _seq(one: DecisionState) -> Seq:
    last = one.standing[-1].seq if one.standing else None
    answered = one.answers[-1].seq if one.answers else None
    return next(seq for seq in (one.withdrawn, last, one.opened, answered, Seq(0)) if seq is not None)


def _sent_back(seen: Seen, decision: DecisionId, one: DecisionState) -> bool:
    since = one.opened or Seq(1)
    return any(
        isinstance(event.fact, e.InformationAsked) and event.fact.decision == decision
        for event in seen.events[since - 1 :]
    )


def _anticipated(seen: Seen, one: DecisionState) -> bool:
    if not one.answers:
        return False
    fact = seen.event(one.answers[-1].seq).fact
    return isinstance(fact, e.AnswerGiven) and fact.anticipated


def _typed(seen: Seen, one: DecisionState) -> str:
    """What was decided in other words than an option."""
    settled = one.standing[-1] if one.standing else None
    if settled is None or settled.option is not None or settled.answer is None:
        return ""
    return _text(getattr(seen.event(settled.answer).fact, "text", None))


def _when(seen: Seen, one: DecisionState, stage: Stage) -> str:
    if stage is Stage.TAKEN:
        settled = one.standing[-1] if one.standing else None
        return _by_whom(seen, one.answers[-1].seq if settled is None else settled.answer or settled.seq)
    if stage is Stage.WITHDRAWN and one.withdrawn is not None:
        return moment(seen, seen.event(one.withdrawn).at.story)
    if one.opened_at is None:
        return ""
    ago = seen.speaker.duration(max(0, seen.now.play - one.opened_at.play))
    # Beside the chip of one that is asked the word would stand twice
    key = "conduct.at_since" if stage is Stage.ASKED else "conduct.asked_at"
    return seen.speaker.say(key, hour=moment(seen, one.opened_at.story), ago=ago)


def _by_whom(seen: Seen, answer: Seq) -> str:
    event = seen.event(answer)
    fact = event.fact
    at = seen.view.line.fact(getattr(fact, "fact_at", None), event.at)
    who: FunctionId | None = getattr(fact, "authority", None) or getattr(fact, "by", None)
    return joined(moment(seen, at.story), function_named(seen, who))


def _detail(seen: Seen, decision: DecisionId, stage: Stage) -> str:
    described, one = seen.index.decisions[decision], seen.decision(decision)
    say = seen.speaker.say
    if stage is Stage.UNDECIDED and one.defaulted is not None:
        return say("conduct.default_applied") if one.defaulted.option else say("conduct.nothing_applied")
    if stage in (Stage.TAKEN, Stage.WITHDRAWN):
        question = seen.speaker.text(described.question)
        return "" if stage is Stage.WITHDRAWN else question
    cells = cells_named(seen, open_cells(seen, decision))
    limit = one.limit
    if limit is None:
        return cells
    if past(limit, seen.now):
        return joined(cells, say("conduct.limit_passed"))
    at = limit.ms if limit.story is not None else seen.view.line.story_at(limit.ms)
    return joined(cells, say("conduct.awaited_before", hour=moment(seen, at)))


def _spontaneous(seen: Seen, seq: Seq, fact: e.SpontaneousDecisionTaken) -> Row:
    return Row(
        seq,
        None,
        "",
        Stage.TAKEN,
        How.SPONTANEOUS,
        _by_whom(seen, seq),
        _text(fact.text),
        cells_named(seen, (fact.cell,)),
    )


def _text(words: Words | None) -> str:
    return "" if words is None else (words.text or "")

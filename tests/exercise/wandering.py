"""A team that does what comes to its mind, if the engine takes it: long random plays from a seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from care_desktop.exercise import commands as c
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Entry, Gap, Mark, Pause
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.journal.records import Seq
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, Span, StoryMs
from tests.exercise.acts import Act, Play
from tests.exercise.liseron import LISERON
from tests.exercise.room import said

Whim = Callable[[Random, State], c.Command]


def _any(random: Random, parts: tuple[object, ...]) -> str:
    return str(getattr(random.choice(parts), "id", ""))


def _inject(random: Random, state: State) -> str:
    return random.choice([*(one.id for one in LISERON.injects), *state.injects])


def _launched(random: Random, state: State) -> str:
    launched = [name for name, one in state.injects.items() if one.launched is not None]
    return random.choice(launched or ["printers"])


def _decision(random: Random) -> tuple[str, str, str]:
    decision = random.choice(LISERON.decisions)
    return decision.id, random.choice(decision.cells), _any(random, decision.options)


def _answer(random: Random, state: State) -> c.Command:
    decision, cell, option = _decision(random)
    words = random.random() < 0.25
    fact_at = PlayMs(random.randint(0, state.now.play)) if random.random() < 0.2 else None
    text = said("autre chose") if words else None
    return c.Answer(decision, cell, None if words else option, text, "director", "director", fact_at=fact_at)


def _held(random: Random, state: State) -> str:
    held = [name for name, one in state.decisions.items() if one.held]
    return random.choice(held or ["divert"])


def _revise(random: Random, state: State) -> c.Command:
    decision, cell, option = _decision(random)
    each = decision == "night_staff"
    return c.Revise(decision, option, cell if each else None, by="director")


def _grade(random: Random, state: State) -> c.Command:
    given = [(d, a.seq) for d, one in state.decisions.items() for a in one.answers if a.option is None]
    if not given:
        return c.GradeAnswer(Seq(1), None)
    decision, answer = random.choice(given)
    options = [o.id for d in LISERON.decisions if d.id == decision for o in d.options]
    return c.GradeAnswer(answer, random.choice([*options, None]))


def _postpone(random: Random, state: State) -> c.Command:
    later = random.randint(0, HOUR)
    if random.random() < 0.5:
        return c.PostponeInject(_inject(random, state), Span(play=PlayMs(state.now.play + later)))
    return c.PostponeInject(_inject(random, state), Span(story=StoryMs(state.now.story + later)))


def _jump(random: Random, state: State) -> c.Command:
    to = StoryMs(state.now.story + random.choice([MINUTE, 20 * MINUTE, 3 * HOUR, 30 * HOUR]))
    return c.Jump(to, random.choice([None, *c.OpenDecisions]))


def _function(random: Random) -> str:
    return _any(random, LISERON.functions)


def _cell(random: Random) -> str:
    return _any(random, LISERON.cells)


WHIMS: tuple[Whim, ...] = (
    lambda r, s: c.Suspend(r.choice(list(Pause)), said("pause")),
    lambda r, s: c.Resume(),
    lambda r, s: c.Resume(),
    lambda r, s: c.Interrupt(r.choice(list(Gap)), r.choice([None, 90_000])),
    lambda r, s: c.NoteWallClock(r.randint(-HOUR, HOUR)),
    lambda r, s: c.ChangePace(r.randint(1, 7), r.randint(1, 5)),
    _jump,
    lambda r, s: c.Launch(_inject(r, s)),
    lambda r, s: c.Launch(_inject(r, s)),
    lambda r, s: c.Launch(_inject(r, s)),
    lambda r, s: c.ConfirmShown(_launched(r, s)),
    lambda r, s: c.ConfirmShown(_launched(r, s)),
    lambda r, s: c.MarkDelivered(_launched(r, s), _cell(r), r.choice(list(Channel))),
    lambda r, s: c.MarkNotReached(_launched(r, s), _cell(r), said("occupé")),
    lambda r, s: c.SkipInject(_inject(r, s)),
    _postpone,
    lambda r, s: c.ShiftTimeline(_inject(r, s), r.randint(0, 20 * MINUTE)),
    lambda r, s: c.ImproviseInject(r.choice(list(Channel)), (_cell(r),), said("un mot")),
    lambda r, s: c.CorrectInject(_inject(r, s), said("corrigé")),
    lambda r, s: c.Recall(_launched(r, s)),
    lambda r, s: c.Recall(_launched(r, s)),
    _answer,
    _answer,
    _answer,
    _revise,
    _revise,
    _grade,
    lambda r, s: c.AskInformation(*_decision(r)[:2], said("combien de lits")),
    lambda r, s: c.DecideSpontaneously(_cell(r), said("on coupe tout"), _function(r)),
    lambda r, s: c.ExtendLimit(_decision(r)[0], r.choice([None, 60_000, HOUR])),
    lambda r, s: c.HoldDefault(_decision(r)[0]),
    lambda r, s: c.ReleaseDefault(_held(r, s)),
    lambda r, s: c.ApplyDefault(_decision(r)[0]),
    lambda r, s: c.WithdrawDecision(_decision(r)[0]) if r.random() < 0.3 else c.MarkMoment(),
    lambda r, s: c.BeginStep(_any(r, LISERON.steps)),
    lambda r, s: c.BeginStep(_any(r, LISERON.steps)),
    lambda r, s: c.PauseStep(_any(r, LISERON.steps)),
    lambda r, s: c.AbandonStep(_any(r, LISERON.steps)),
    lambda r, s: c.ValidateCare(_any(r, LISERON.services)),
    lambda r, s: c.SetDutyStart(_any(r, LISERON.duties), r.choice([None, s.now.play])),
    lambda r, s: c.MeetDuty(_any(r, LISERON.duties), said("fait")) if r.random() < 0.3 else c.MarkMoment(),
    lambda r, s: c.RecordCall("cert_sante", (r.choice(["what", "since"]),), _cell(r), said("appel")),
    lambda r, s: c.NoteArrival(_function(r), _cell(r)),
    lambda r, s: c.NoteDeparture(_function(r), said("rappelé")),
    lambda r, s: c.HandOver(_cell(r), _function(r)),
    lambda r, s: c.WriteEntry(said("une ligne"), r.choice(list(Entry)), _cell(r)),
    lambda r, s: c.Amend(Seq(r.randint(1, max(1, s.seq))), said("plutôt")),
    lambda r, s: c.Observe(r.choice(list(Mark)), "log_kept"),
    lambda r, s: c.End() if r.random() < 0.05 else c.MarkMoment(),
    lambda r, s: c.NoteReview("hot", said("à revoir")),
)


def wandering(index: ScriptIndex, seed: int, acts: int = 40) -> Play:
    """A play of acts that the engine takes, each after a wait."""
    random = Random(seed)
    engine = Engine(index)
    engine.submit(c.Open("digest"), PlayMs(0))
    engine.submit(c.Begin(), PlayMs(0))
    play: Play = []
    at = 0
    for _ in range(acts):
        wait = random.choice(
            [0, 0, 700, 5_000, random.randint(0, 4 * MINUTE), random.randint(0, 15 * MINUTE)]
        )
        at += wait
        engine.advance(PlayMs(at))
        for _ in range(30):
            command = random.choice(WHIMS)(random, engine.state)
            if engine.refusal(command, PlayMs(at)) is None:
                engine.submit(command, PlayMs(at))
                play.append(Act(wait, command))
                break
    return play

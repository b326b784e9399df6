"""Teams with a temper: prompt, slow, absent-minded, contrary, silent. Each leaves the rest to its seed.

Made up like all habits. Their facilitator launches all that is due and, now and then, what the scenario
leaves to choice; what only a consequence should bring is not pulled out of the reserve.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from care_desktop.exercise.events import Mark
from care_desktop.exercise.simulated.habits import SECOND, Chance, Habits, by_judgement
from care_desktop.scenario.ids import OptionId, PointId, StepId
from care_desktop.scenario.script import Correspondent, Decision, Inject
from care_desktop.scenario.time import MINUTE

WITHOUT_LIMIT = 25 * MINUTE
"""The time in which a question without a limit is thought to want its answer."""


def _some_points(chance: Chance, correspondent: Correspondent, share: float) -> tuple[PointId, ...]:
    return tuple(point.id for point in correspondent.points if chance.random() < share)


def _pulls(chance: Chance) -> Callable[[Inject], int | None]:
    def pulls_at(inject: Inject) -> int | None:
        return chance.randint(MINUTE, 150 * MINUTE) if inject.optional and chance.random() < 0.7 else None

    return pulls_at


def _graded(chance: Chance, decision: Decision, keenness: float) -> OptionId:
    """The first of the options by judgement that the chance stops at."""
    ranked = by_judgement(decision)
    return next((one.id for one in ranked if chance.random() < keenness), ranked[-1].id)


def _answers(
    chance: Chance, least: Fraction, most: Fraction, keenness: float
) -> Callable[[Decision, int | None], tuple[int, OptionId] | None]:
    """Always answers, after a share of the time allowed between these two."""

    def answers(decision: Decision, allowed: int | None) -> tuple[int, OptionId] | None:
        if not decision.options:
            return None
        time = WITHOUT_LIMIT if allowed is None else allowed
        return chance.randint(int(time * least), int(time * most)), _graded(chance, decision, keenness)

    return answers


def prompt(chance: Chance) -> Habits:
    """Quick and complete, mostly with judgement: never late."""

    def calls(correspondent: Correspondent) -> tuple[int, tuple[PointId, ...]] | None:
        return chance.randint(MINUTE, 5 * MINUTE), _some_points(chance, correspondent, 1)

    return Habits(
        launches_after=lambda _inject: chance.randint(0, 15 * SECOND),
        pulls_at=_pulls(chance),
        delivers_after=lambda _inject: chance.randint(5 * SECOND, 30 * SECOND),
        answers=_answers(chance, Fraction(1, 20), Fraction(1, 3), 0.6),
        changes_mind=lambda _decision, _option: None,
        calls=calls,
        meets_after=lambda: chance.randint(2 * MINUTE, 8 * MINUTE),
        begins_after=lambda: chance.randint(0, 2 * MINUTE),
        picks=lambda safe, _risky: chance.choice(safe) if safe else None,
        confirms_after=lambda: chance.randint(2 * MINUTE, 10 * MINUTE),
        marks=lambda: chance.choice((Mark.SEEN, Mark.SEEN, Mark.PARTLY)),
        comes=lambda: True,
    )


def slow(chance: Chance) -> Habits:
    """Does everything, around the limit or after it."""

    def calls(correspondent: Correspondent) -> tuple[int, tuple[PointId, ...]] | None:
        return chance.randint(12 * MINUTE, 45 * MINUTE), _some_points(chance, correspondent, 0.9)

    return Habits(
        launches_after=lambda _inject: chance.randint(30 * SECOND, 3 * MINUTE),
        pulls_at=_pulls(chance),
        delivers_after=lambda _inject: chance.randint(MINUTE, 4 * MINUTE),
        answers=_answers(chance, Fraction(7, 10), Fraction(12, 10), 0.45),
        changes_mind=lambda _decision, _option: None,
        calls=calls,
        meets_after=lambda: chance.randint(20 * MINUTE, 60 * MINUTE),
        begins_after=lambda: chance.randint(8 * MINUTE, 20 * MINUTE),
        picks=lambda safe, _risky: chance.choice(safe) if safe else None,
        confirms_after=lambda: chance.randint(20 * MINUTE, 45 * MINUTE),
        marks=lambda: chance.choice((Mark.SEEN, Mark.PARTLY, Mark.NOT_SEEN)),
        comes=lambda: chance.random() < 0.9,
    )


def absent_minded(chance: Chance) -> Habits:
    """Means well and forgets: one answer, one call, one point in three."""

    def answers(decision: Decision, allowed: int | None) -> tuple[int, OptionId] | None:
        if not decision.options or chance.random() < 0.35:
            return None
        most = WITHOUT_LIMIT if allowed is None else allowed
        return chance.randint(most // 5, most), chance.choice(decision.options).id

    def calls(correspondent: Correspondent) -> tuple[int, tuple[PointId, ...]] | None:
        if chance.random() < 0.35:
            return None
        return chance.randint(3 * MINUTE, 30 * MINUTE), _some_points(chance, correspondent, 0.65)

    return Habits(
        launches_after=lambda _inject: chance.randint(0, 90 * SECOND),
        pulls_at=_pulls(chance),
        delivers_after=lambda _inject: chance.randint(10 * SECOND, 3 * MINUTE),
        answers=answers,
        changes_mind=lambda _decision, _option: None,
        calls=calls,
        meets_after=lambda: chance.randint(5 * MINUTE, 40 * MINUTE) if chance.random() < 0.5 else None,
        begins_after=lambda: chance.randint(2 * MINUTE, 15 * MINUTE),
        picks=lambda safe, risky: chance.choice((*safe, *risky)) if safe or risky else None,
        confirms_after=lambda: chance.randint(5 * MINUTE, 30 * MINUTE) if chance.random() < 0.5 else None,
        marks=lambda: chance.choice((Mark.SEEN, Mark.PARTLY, Mark.NOT_SEEN, None)),
        comes=lambda: chance.random() < 0.75,
    )


def contrary(chance: Chance) -> Habits:
    """Takes what a guide advises against, goes back on it, and works out of order."""

    def answers(decision: Decision, allowed: int | None) -> tuple[int, OptionId] | None:
        if not decision.options:
            return None
        most = WITHOUT_LIMIT if allowed is None else allowed
        ranked = by_judgement(decision)[::-1]
        chosen = next((one.id for one in ranked if chance.random() < 0.6), ranked[-1].id)
        return chance.randint(MINUTE, max(MINUTE, most)), chosen

    def changes_mind(decision: Decision, option: OptionId) -> tuple[int, OptionId] | None:
        others = [one.id for one in decision.options if one.id != option]
        if not others or chance.random() < 0.6:
            return None
        return chance.randint(2 * MINUTE, 25 * MINUTE), chance.choice(others)

    def picks(safe: Sequence[StepId], risky: Sequence[StepId]) -> StepId | None:
        first = risky or safe
        return chance.choice(first) if first else None

    def calls(correspondent: Correspondent) -> tuple[int, tuple[PointId, ...]] | None:
        if chance.random() < 0.5:
            return None
        return chance.randint(10 * MINUTE, 40 * MINUTE), _some_points(chance, correspondent, 0.5)

    return Habits(
        launches_after=lambda _inject: chance.randint(0, MINUTE),
        pulls_at=_pulls(chance),
        delivers_after=lambda _inject: chance.randint(10 * SECOND, 2 * MINUTE),
        answers=answers,
        changes_mind=changes_mind,
        calls=calls,
        meets_after=lambda: chance.randint(20 * MINUTE, 60 * MINUTE) if chance.random() < 0.4 else None,
        begins_after=lambda: chance.randint(0, 5 * MINUTE),
        picks=picks,
        confirms_after=lambda: None,
        marks=lambda: chance.choice((Mark.PARTLY, Mark.NOT_SEEN)),
        comes=lambda: chance.random() < 0.8,
    )


def silent(chance: Chance) -> Habits:
    """Decides nothing, calls nobody, begins nothing: what the scenario does by itself."""
    return Habits(
        launches_after=lambda _inject: chance.randint(0, MINUTE),
        pulls_at=_pulls(chance),
        delivers_after=lambda _inject: chance.randint(10 * SECOND, 2 * MINUTE),
        answers=lambda _decision, _allowed: None,
        changes_mind=lambda _decision, _option: None,
        calls=lambda _correspondent: None,
        meets_after=lambda: None,
        begins_after=lambda: None,
        picks=lambda _safe, _risky: None,
        confirms_after=lambda: None,
        marks=lambda: Mark.NOT_SEEN,
        comes=lambda: chance.random() < 0.5,
    )

"""A made-up script of the size of load L: 8 cells, 120 services in three layers, as many injects as asked."""

from __future__ import annotations

from care_desktop.scenario.conditions import DecisionTaken, IndicatorReaches, ServiceAtLeast, ServiceLevel
from care_desktop.scenario.effects import Effect, Flow, Impair, Move, Restore
from care_desktop.scenario.script import (
    Cell,
    Channel,
    Claim,
    Correspondent,
    Criterion,
    Decides,
    Decision,
    Dependency,
    Duty,
    Function,
    Indicator,
    Inject,
    Option,
    Options,
    Phase,
    Point,
    Script,
    Service,
    Step,
    Team,
    Trigger,
)
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, StoryMs, play, story

SERVICES = 120
EVERY = 5
"""One inject in so many asks for a decision."""

CELLS = tuple(Cell(f"cell-{n}", Text(f"Cellule {n}"), (f"function-{n}",)) for n in range(8))


def build(injects: int = 300, services: int = SERVICES) -> Script:
    decisions = max(1, injects // EVERY)
    return Script(
        "load",
        Text("Charge L"),
        options=Options(seed=7),
        functions=tuple(Function(f"function-{n}", Text(f"Fonction {n}")) for n in range(16)),
        cells=CELLS,
        phases=(
            Phase("night", Text("La nuit"), StoryMs(0)),
            Phase("day", Text("Le jour"), StoryMs(6 * HOUR)),
        ),
        injects=tuple(_inject(n) for n in range(injects)),
        decisions=tuple(_decision(n) for n in range(decisions)),
        services=tuple(_service(n) for n in range(services)),
        teams=(Team("team", Text("Informatique"), 4),),
        steps=tuple(_step(n) for n in range(20)),
        duties=tuple(_duty(n) for n in range(12)),
        indicators=tuple(Indicator(f"indicator-{n}", Text(f"Mesure {n}")) for n in range(8)),
        triggers=tuple(_trigger(n) for n in range(20)),
        correspondents=tuple(_correspondent(n) for n in range(4)),
        criteria=(Criterion("criterion-0", Text("La main courante est tenue")),),
    )


def _inject(n: int) -> Inject:
    effects: tuple[Effect, ...] = (Move(f"indicator-{n % 8}", 1 + n % 3),)
    if n % 3 == 0:
        level = ServiceLevel.DOWN if n % 2 else ServiceLevel.DEGRADED
        effects += (Impair(f"service-{n % SERVICES}", level, lasts=StoryMs((20 + n % 90) * MINUTE)),)
    return Inject(
        f"inject-{n:04d}",
        Text(f"Le service {n % SERVICES} appelle la cellule et demande ce qui marche encore"),
        Channel.CALL,
        tuple(CELLS[(n + k) % 8].id for k in range(1 + n % 3)),
        at=story(n * 96_000) if n % 12 else None,
        when=DecisionTaken(f"decision-{n // EVERY // 2}", "cut") if n and n % 60 == 0 else None,
        effects=effects,
        asks=f"decision-{n // EVERY}" if n % EVERY == 1 else None,
    )


def _decision(n: int) -> Decision:
    cells = tuple(CELLS[(n + k) % 8].id for k in range(4))
    cut = (Impair(f"service-{10 + n % 30}", ServiceLevel.DOWN, lasts=StoryMs(HOUR)), Move("indicator-0", 1))
    return Decision(
        f"decision-{n}",
        Text("Coupez-vous ?"),
        cells,
        (Option("cut", Text("Couper"), effects=cut), Option("wait", Text("Attendre"))),
        (Decides.FIRST, Decides.MAJORITY, Decides.LEAD)[n % 3],
        cells[0],
        limit=play(15 * MINUTE),
        default="wait",
        at_limit=(Move("indicator-1", 1),),
    )


def _service(n: int) -> Service:
    needs: tuple[Dependency, ...] = ()
    if n >= 40:
        needs = (
            Dependency(f"service-{10 + n % 30}"),
            Dependency(f"service-{10 + n * 7 % 30}", hard=False),
        )
    elif n >= 10:
        needs = (Dependency(f"service-{n % 10}"),)
    hold = StoryMs(2 * HOUR) if n % 4 == 0 else None
    return Service(
        f"service-{n}",
        Text(f"Service {n}"),
        needs,
        StoryMs(4 * HOUR),
        hold,
        (Move("indicator-2", 1),) if hold else (),
    )


def _step(n: int) -> Step:
    effects = (Restore(f"service-{n % 10}"), Restore(f"service-{10 + n}"))
    return Step(f"step-{n}", Text(f"Étape {n}"), "team", StoryMs((30 + n) * MINUTE), effects=effects)


def _duty(n: int) -> Duty:
    return Duty(f"duty-{n}", Text(f"Signalement {n}"), DecisionTaken(f"decision-{n}"), story(72 * HOUR))


def _trigger(n: int) -> Trigger:
    if n % 2:
        return Trigger(
            f"trigger-{n}",
            ServiceAtLeast(f"service-{40 + n}", ServiceLevel.DOWN),
            (Move("indicator-3", 1),),
            repeat=True,
        )
    return Trigger(
        f"trigger-{n}", IndicatorReaches(f"indicator-{n % 8}", at_least=5 * n + 5), (Flow("indicator-4", 2),)
    )


def _correspondent(n: int) -> Correspondent:
    points = (Point("point-0", Text("Ce qui est touché")), Point("point-1", Text("Depuis quand")))
    return Correspondent(f"outsider-{n}", Text(f"Autorité {n}"), points, (Claim(f"duty-{n}", ("point-0",)),))

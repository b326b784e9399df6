"""VERGLAS: a small script that is sound, and the same with a fault of each sort planted in it."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.scenario.conditions import All, DecisionTaken, IndicatorReaches, InjectSent, ServiceLevel
from care_desktop.scenario.effects import Ask, Impair, Move, Restore, Send
from care_desktop.scenario.script import (
    Cell,
    Claim,
    Correspondent,
    Criterion,
    Decision,
    Duty,
    Indicator,
    Inject,
    Objective,
    Option,
    Phase,
    Script,
    Service,
    Step,
    Team,
    Trigger,
)
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, StoryMs
from care_desktop.scenario.time import play as in_play

LASTS = PlayMs(2 * HOUR)


def t(text: str) -> Text:
    return Text(text)


CUT = Decision(
    "cut",
    t("Couper ?"),
    ("crisis",),
    (
        Option("yes", t("Oui"), effects=(Send("thanks"),)),
        Option("no", t("Non"), effects=(Send("spread", after=in_play(10 * MINUTE)),)),
    ),
    limit=in_play(15 * MINUTE),
)
SOUND = Script(
    "verglas",
    t("VERGLAS"),
    cells=(Cell("crisis", t("Cellule")),),
    phases=(Phase("night", t("Nuit"), StoryMs(0)),),
    injects=(
        Inject("alert", t("Alerte"), at=in_play(5 * MINUTE), asks="cut"),
        Inject("fall", t("Panne"), at=in_play(8 * MINUTE), effects=(Impair("lab", ServiceLevel.DOWN),)),
        Inject("thanks", t("Merci")),
        Inject("spread", t("Propagation")),
        Inject("calm", t("Accalmie"), when=DecisionTaken("cut", "yes")),
    ),
    decisions=(CUT,),
    services=(Service("lab", t("Laboratoire"), target=StoryMs(4 * HOUR)),),
    teams=(Team("it", t("Informatique")),),
    steps=(Step("mend", t("Réparer"), "it", StoryMs(30 * MINUTE), effects=(Restore("lab"),)),),
    duties=(Duty("cert", t("CERT"), starts=InjectSent("fall")),),
    indicators=(Indicator("risk", t("Risque"), low=0, high=20),),
    correspondents=(Correspondent("cert", t("CERT Santé"), claims=(Claim("cert"),)),),
    objectives=(Objective("decide", t("Décider")),),
    criteria=(Criterion("decided", t("Décidé"), "decide"),),
)

IMPOSSIBLE = All((DecisionTaken("cut", "yes"), DecisionTaken("cut", "no")))
UNREACHABLE_INJECT = replace(SOUND, injects=(*SOUND.injects, Inject("ghost", t("Fantôme"), when=IMPOSSIBLE)))
DEAD_OPTION = replace(
    SOUND,
    decisions=(CUT, Decision("sell", t("Vendre ?"), ("crisis",), (Option("all", t("Tout")),))),
    triggers=(Trigger("despair", IndicatorReaches("risk", at_least=10), (Ask("sell"),)),),
)
IMPOSSIBLE_TARGET = replace(SOUND, services=(Service("lab", t("Laboratoire"), target=StoryMs(10 * MINUTE)),))
ENDLESS_LOOP = replace(
    SOUND,
    triggers=(
        Trigger(
            "tick",
            IndicatorReaches("risk", at_most=0),
            (Move("risk", 1), Move("risk", -1, after=in_play(20_000))),
            repeat=True,
        ),
    ),
)
LOST_SERVICE = replace(SOUND, steps=(replace(SOUND.steps[0], effects=()),))
WALL = replace(
    SOUND,
    injects=(*SOUND.injects, Inject("riddle", t("Énigme"), at=in_play(20 * MINUTE), asks="riddle")),
    decisions=(CUT, Decision("riddle", t("Quoi ?"), ("crisis",))),
)
UNSHOWN = replace(SOUND, objectives=(*SOUND.objectives, Objective("speak", t("Parler"))))
AFTER_FINEX = replace(SOUND, injects=(*SOUND.injects, Inject("late", t("Tard"), at=in_play(5 * HOUR))))
UNBORN_DUTY = replace(SOUND, duties=(*SOUND.duties, Duty("cnil", t("CNIL"))))

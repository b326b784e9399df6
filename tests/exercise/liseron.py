"""LISERON: a small made-up script that uses every construct once, for tests to play."""

from __future__ import annotations

from care_desktop.scenario.conditions import (
    All,
    Any,
    DecisionTaken,
    DutyDone,
    IndicatorReaches,
    InjectSent,
    Not,
    NotDoneBy,
    ServiceAtLeast,
    ServiceLevel,
    StepDone,
    StoryReached,
)
from care_desktop.scenario.effects import Ask, Flow, Impair, Move, Restore, Send, StartDuty
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
    Risk,
    Script,
    Service,
    Step,
    Team,
    Trigger,
    Variant,
)
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, StoryMs, play, story

DOWN, DEGRADED = ServiceLevel.DOWN, ServiceLevel.DEGRADED


def t(text: str) -> Text:
    return Text(text)


def clock(text: str, day: int = 0) -> StoryMs:
    """Story milliseconds at an hour of a day: ``clock("02:05")``."""
    hours, minutes = text.split(":")
    return StoryMs(day * 24 * HOUR + int(hours) * HOUR + int(minutes) * MINUTE)


CELLS = (
    Cell("direction", t("Cellule décisionnelle"), ("director", "head_nurse")),
    Cell("it", t("Cellule technique"), ("it_lead",)),
    Cell("care", t("Cellule soins"), ("head_nurse", "physician")),
)

INJECTS = (
    Inject(
        "printers",
        t("Les imprimantes impriment une demande de rançon"),
        Channel.IN_PERSON,
        ("direction", "care"),
        at=story(clock("02:05")),
        effects=(
            Impair("files", DOWN),
            Flow("paper_hours", 4),
            StartDuty("cert"),
        ),
        asks="cut_network",
    ),
    Inject(
        "biologist",
        t("Le biologiste de garde appelle"),
        recipients=("care",),
        at=story(clock("02:10")),
        variants=(Variant("potassium", t("Kaliémie")), Variant("transfusion", t("Groupe"))),
        effects=(Move("anxiety", 2),),
    ),
    Inject(
        "samu",
        t("Le SAMU demande une place"),
        recipients=("direction",),
        at=play(20 * MINUTE),
        asks="divert",
    ),
    Inject(
        "samu_decides",
        t("La régulation réoriente"),
        when=NotDoneBy(
            Any((DecisionTaken("divert"), DecisionTaken("divert", "divert"))), play(8 * MINUTE), "samu"
        ),
        effects=(Move("anxiety", 3),),
    ),
    Inject("press", t("Un journaliste appelle"), Channel.PRESS, ("direction",), asks="press_line"),
    Inject("cook", t("La cuisine appelle"), recipients=("care",)),
    Inject("alert", t("Alerte de supervision"), Channel.ALERT, ("it",), at=story(clock("02:20")), auto=True),
    Inject("monday", t("La relève arrive"), at=story(clock("07:00", day=2)), recipients=("direction",)),
    Inject(
        "family",
        t("Une famille s'inquiète"),
        when=All((ServiceAtLeast("care_record", DOWN), StoryReached(clock("02:40")))),
        recipients=("care",),
    ),
)

DECISIONS = (
    Decision(
        "cut_network",
        t("Coupez-vous le réseau ?"),
        ("direction", "it"),
        (
            Option(
                "cut",
                t("Couper"),
                t("Téléphones perdus"),
                (Impair("network", DOWN), Send("cook", play(4 * MINUTE))),
            ),
            Option(
                "wait",
                t("Attendre"),
                t("Le chiffrement continue"),
                (Flow("encrypted", 30), Impair("record", DOWN, after=story(20 * MINUTE))),
            ),
        ),
        Decides.LEAD,
        "it",
        limit=play(10 * MINUTE),
        default="wait",
        at_limit=(Move("anxiety", 1),),
    ),
    Decision(
        "divert",
        t("Réorientez-vous les ambulances ?"),
        ("direction", "care", "it"),
        (
            Option("divert", t("Réorienter"), effects=(Flow("diverted", 2), Move("anxiety", 1))),
            Option("keep", t("Accueillir"), effects=(Move("anxiety", 2, after=story(HOUR)),)),
        ),
        Decides.MAJORITY,
        "direction",
        limit=story(30 * MINUTE),
        default="divert",
    ),
    Decision(
        "press_line",
        t("Que dites-vous ?"),
        ("direction", "care"),
        (
            Option("silence", t("Rien")),
            Option("facts", t("Les faits établis"), effects=(Move("anxiety", -1),)),
        ),
        Decides.FIRST,
    ),
    Decision(
        "night_staff",
        t("Qui rappelez-vous ?"),
        ("care", "it"),
        (Option("recall", t("Rappeler")), Option("hold_on", t("Tenir"), effects=(Move("anxiety", 1),))),
        Decides.EACH,
        limit=play(15 * MINUTE),
        default="hold_on",
    ),
)

SERVICES = (
    Service("network", t("Réseau")),
    Service("phones", t("Téléphonie"), (Dependency("network"),), target=StoryMs(2 * HOUR)),
    Service("files", t("Fichiers"), (Dependency("network"),)),
    Service("record", t("Dossier"), (Dependency("network"), Dependency("files", hard=False))),
    Service(
        "care_record",
        t("Soins avec dossier"),
        (Dependency("record"), Dependency("phones", hard=False)),
        target=StoryMs(4 * HOUR),
        hold=StoryMs(3 * HOUR),
        at_hold=(Move("anxiety", 5), Send("press")),
    ),
)

STEPS = (
    Step("contain", t("Endiguer"), "it_team", StoryMs(30 * MINUTE), effects=(Move("encrypted", -5),)),
    Step("core", t("Cœur de confiance"), "it_team", StoryMs(20 * HOUR), crew=2, needs=("contain",)),
    Step(
        "restore_record",
        t("Restaurer le dossier"),
        "it_team",
        StoryMs(6 * HOUR),
        risks=(
            Risk(
                "reinfection",
                t("Réinfection"),
                StepDone("core"),
                (Impair("record", DOWN, after=story(HOUR)),),
            ),
        ),
        effects=(Restore("record"), Restore("network"), Restore("files")),
    ),
    Step(
        "call_round", t("Rappeler les patients"), "desk", StoryMs(90 * MINUTE), effects=(Move("anxiety", -2),)
    ),
)

DUTIES = (
    Duty("cert", t("Signalement au CERT Santé")),
    Duty("cnil", t("Notification à la CNIL"), DecisionTaken("cut_network"), story(72 * HOUR)),
    Duty(
        "complaint",
        t("Plainte"),
        Any((InjectSent("press"), IndicatorReaches("encrypted", at_least=20))),
        play(25 * MINUTE),
    ),
)

TRIGGERS = (
    Trigger("tired", IndicatorReaches("anxiety", at_least=6), (Ask("night_staff"),)),
    Trigger("phones_out", ServiceAtLeast("phones", DEGRADED), (Move("anxiety", 1),), repeat=True),
    Trigger("too_much_paper", IndicatorReaches("paper_hours", at_least=10), (Send("press"),)),
    Trigger(
        "unreported",
        NotDoneBy(DutyDone("cert"), story(clock("03:30"))),
        (Move("anxiety", 1, after=play(2 * MINUTE)),),
    ),
    Trigger("calm", All((Not(InjectSent("printers")), StoryReached(clock("02:30")))), (Move("anxiety", -1),)),
)

CORRESPONDENTS = (
    Correspondent(
        "cert_sante",
        t("CERT Santé"),
        (Point("what", t("Ce qui est touché")), Point("since", t("Depuis quand"))),
        (Claim("cert", ("what", "since")),),
    ),
    Correspondent(
        "police",
        t("Gendarmerie"),
        (Point("ransom", t("La demande de rançon")),),
        (Claim("complaint", ("ransom",)),),
    ),
)

LISERON = Script(
    "liseron",
    t("LISERON"),
    starts=clock("02:00"),
    options=Options(seed=7),
    functions=(
        Function("director", t("Direction")),
        Function("head_nurse", t("Cadre de santé")),
        Function("physician", t("Médecin")),
        Function("it_lead", t("Responsable informatique")),
    ),
    cells=CELLS,
    phases=(
        Phase("night", t("La nuit"), clock("02:00")),
        Phase("dawn", t("L'aube"), clock("03:30"), num=4),
        Phase("week", t("La semaine"), clock("07:00", day=2), num=2, den=3),
    ),
    injects=INJECTS,
    decisions=DECISIONS,
    services=SERVICES,
    teams=(Team("it_team", t("Informatique"), 2), Team("desk", t("Accueil"))),
    steps=STEPS,
    duties=DUTIES,
    indicators=(
        Indicator("paper_hours", t("Heures sur papier")),
        Indicator("anxiety", t("Inquiétude"), base=1, low=0, high=12),
        Indicator("encrypted", t("Postes chiffrés"), low=0, high=100),
        Indicator("diverted", t("Ambulances réorientées")),
    ),
    triggers=TRIGGERS,
    correspondents=CORRESPONDENTS,
    criteria=(Criterion("log_kept", t("La main courante est tenue")),),
)

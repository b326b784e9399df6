"""TILLEUL: a made-up script with all that a report can tell; places, values and guides are invented."""

from __future__ import annotations

from care_desktop.scenario.background import Basis, Judgement, Quality
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Effect, Impair, Restore, StartDuty
from care_desktop.scenario.script import (
    Cell,
    Channel,
    Decision,
    Function,
    Inject,
    Option,
    Phase,
    Script,
    Team,
)
from care_desktop.scenario.time import HOUR, MINUTE, Span, StoryMs, play, story
from tests.exercise.liseron import clock
from tests.report.tilleul_world import (
    CORRESPONDENTS,
    CRITERIA,
    DUTIES,
    MILESTONES,
    OBJECTIVES,
    SERVICES,
    SOURCES,
    STEPS,
    t,
)

DOWN, DEGRADED = ServiceLevel.DOWN, ServiceLevel.DEGRADED


FUNCTIONS = tuple(
    Function(one, t(fr, en))
    for one, fr, en in (
        ("deputy", "Directrice adjointe de garde", "Deputy director on call"),
        ("emergency", "Médecin chef des urgences", "Head of the emergency department"),
        ("nurse", "Cadre supérieure de santé", "Senior head nurse"),
        ("ciso", "RSSI", "CISO"),
        ("production", "Responsable de la production informatique", "Head of IT operations"),
        ("pharmacist", "Pharmacien gérant", "Head pharmacist"),
        ("communication", "Chargée de communication", "Communication officer"),
        ("dpo", "Déléguée à la protection des données", "Data protection officer"),
        ("biologist", "Biologiste", "Biologist"),
    )
)
CELLS = (
    Cell("direction", t("Direction", "Direction"), ("deputy", "emergency")),
    Cell("it", t("Système d'information", "IT"), ("ciso", "production")),
    Cell("care", t("Soins", "Care"), ("nurse", "pharmacist")),
    Cell("communication", t("Communication", "Communication"), ("communication",)),
)
PHASES = (
    Phase("night", t("La nuit", "The night"), clock("02:00")),
    Phase("dawn", t("L'aube", "Dawn"), clock("05:30"), num=4),
    Phase("sunday", t("Le dimanche", "Sunday"), clock("14:00"), num=12),
    Phase("reopening", t("La réouverture", "Reopening"), clock("10:00", 2), num=12),
)
_FALLEN: tuple[Effect, ...] = tuple(
    Impair(one, DOWN) for one in ("directory", "network", "record", "admissions", "mail", "imaging", "lab")
)
CUT = (*_FALLEN, *(Impair(one, DEGRADED) for one in ("emergency", "pharmacy", "theatre", "maternity")))


def inject(
    name: str,
    title: str,
    at: Span | None = None,
    to: str = "direction",
    asks: str | None = None,
    channel: Channel = Channel.CALL,
    effects: tuple[Effect, ...] = (),
) -> Inject:
    return Inject(name, t(title), channel, (to,), at=at, asks=asks, effects=effects)


INJECTS = (
    inject(
        "printers",
        "Imprimantes en marche seules",
        story(clock("02:01")),
        "care",
        channel=Channel.IN_PERSON,
        effects=(StartDuty("cert"), StartDuty("complaint")),
    ),
    inject("night_nurse", "Appel du cadre de garde", story(clock("02:03")), "direction", "open_cell"),
    inject(
        "interphone", "Note interphonée des urgences", story(clock("02:06")), "care", channel=Channel.DOCUMENT
    ),
    inject(
        "telephone",
        "Le standard grésille",
        story(clock("02:09")),
        effects=(Impair("telephony", DEGRADED, lasts=StoryMs(4 * HOUR)),),
    ),
    inject("on_call", "Appel de l'astreinte informatique", story(clock("02:12")), "it", "cut"),
    inject("biologist", "Le biologiste demande un ordre écrit", story(clock("02:18")), "care"),
    inject("monitor", "Alerte de supervision", story(clock("02:22")), "it", channel=Channel.ALERT),
    inject("paper", "Les étages demandent les dossiers", story(clock("02:26")), "care", "print"),
    inject("samu", "Le SAMU demande combien de lits", story(clock("02:32")), "direction"),
    inject(
        "rumour",
        "Message d'un agent sur un réseau social",
        story(clock("02:38")),
        "communication",
        channel=Channel.SOCIAL,
    ),
    inject(
        "visitor", "Un visiteur cherche une chambre", play(43 * MINUTE), "care", channel=Channel.IN_PERSON
    ),
    inject("flow", "Afflux annoncé aux urgences", story(clock("06:00")), "direction", "divert"),
    inject("relief", "La relève arrive sans accès", story(clock("06:20")), "care"),
    inject(
        "press", "Un journaliste appelle", story(clock("06:40")), "communication", "message", Channel.PRESS
    ),
    inject("ars", "L'ARS veut un point toutes les douze heures", story(clock("07:00")), "direction"),
    inject("monday", "Le bloc de lundi", story(clock("14:20")), "direction", "postpone"),
    inject(
        "double", "Second appel du journaliste", story(clock("15:10")), "communication", channel=Channel.PRESS
    ),
    inject("vendor", "L'éditeur propose un ordre de reprise", story(clock("16:30")), "it", "order"),
    inject("tired", "Deux cadres n'ont pas dormi", story(clock("18:00")), "direction", "relay"),
    inject("family", "Une famille s'inquiète", story(clock("19:00")), "care"),
    inject("readable", "Le dossier patient se lit", story(clock("10:30", 2)), "care"),
    inject(
        "pharmacy",
        "La pharmacie attend une signature",
        story(clock("11:30", 2)),
        "care",
        channel=Channel.EMAIL,
    ),
    inject("reopen", "Le SAMU demande si vous rouvrez", story(clock("12:30", 2)), "direction", "reopen"),
    inject(
        "insurer",
        "L'assureur demande une pièce",
        story(clock("16:00", 2)),
        "direction",
        channel=Channel.EMAIL,
    ),
    inject("reserve_call", "Le maire veut comprendre"),
)


def option(name: str, label: str, quality: Quality, guide: str, effects: tuple[Effect, ...] = ()) -> Option:
    judged = Judgement(basis=Basis.GUIDE, according_to=t(guide), quality=quality, sources=("g1",))
    return Option(name, t(label), effects=effects, judged=judged)


def decision(
    name: str, question: str, cell: str, limit: int, options: tuple[Option, ...], milestone: str | None = None
) -> Decision:
    return Decision(
        name, t(question), (cell,), options, lead=cell, limit=play(limit * MINUTE), milestone=milestone
    )


DECISIONS = (
    decision(
        "open_cell",
        "Ouvrez-vous la cellule de crise ?",
        "direction",
        15,
        (
            option(
                "open",
                "Ouvrir la cellule de crise hospitalière",
                Quality.RECOMMENDED,
                "guide de crise G, fiche mobilisation",
            ),
        ),
        "cell",
    ),
    decision(
        "cut",
        "Coupez-vous les postes ?",
        "it",
        10,
        (
            option(
                "cut",
                "Couper tous les postes du réseau",
                Quality.RECOMMENDED,
                "guide de crise G, fiche endiguement",
                CUT,
            ),
            option("wait", "Attendre l'éditeur", Quality.TO_DISCUSS, "guide de crise G, fiche endiguement"),
        ),
        "cut",
    ),
    decision(
        "print",
        "Imprimez-vous les dossiers ?",
        "care",
        15,
        (
            option(
                "print",
                "Imprimer les dossiers des patients hospitalisés",
                Quality.RECOMMENDED,
                "guide continuité des soins",
            ),
        ),
        "paper",
    ),
    decision(
        "divert",
        "Réorientez-vous les urgences ?",
        "direction",
        15,
        (
            option(
                "divert",
                "Réorienter les urgences, en accord avec le SAMU et l'ARS",
                Quality.DEFENSIBLE,
                "guide continuité des soins",
                (Impair("emergency", DOWN),),
            ),
        ),
        "closed",
    ),
    decision(
        "message",
        "Que dites-vous au personnel ?",
        "communication",
        10,
        (
            option(
                "single",
                "Adresser un message unique au personnel",
                Quality.RECOMMENDED,
                "guide de crise G, fiche communication",
            ),
        ),
    ),
    decision(
        "postpone",
        "Que devient le programme du lundi ?",
        "direction",
        12,
        (
            option(
                "postpone",
                "Reporter les consultations et le bloc programmé",
                Quality.DEFENSIBLE,
                "guide continuité des soins",
            ),
        ),
    ),
    decision(
        "order",
        "Dans quel ordre rétablir ?",
        "it",
        12,
        (option("lab", "Rétablir le laboratoire avant l'imagerie", Quality.DEFENSIBLE, "guide remédiation"),),
    ),
    decision(
        "relay",
        "Qui prend la nuit prochaine ?",
        "direction",
        8,
        (
            option(
                "relay",
                "Organiser la relève de la cellule",
                Quality.RECOMMENDED,
                "guide de crise G, fiche rythme",
            ),
        ),
    ),
    decision(
        "reopen",
        "Rouvrez-vous les urgences ?",
        "direction",
        15,
        (
            option(
                "reopen",
                "Rouvrir les urgences",
                Quality.AT_RISK,
                "guide continuité des soins",
                (Restore("emergency"),),
            ),
        ),
        "reopened",
    ),
)
TILLEUL = Script(
    "tilleul",
    t("TILLEUL"),
    starts=clock("02:00"),
    functions=FUNCTIONS,
    cells=CELLS,
    phases=PHASES,
    injects=INJECTS,
    decisions=DECISIONS,
    services=SERVICES,
    teams=(Team("it", t("Informatique"), 4), Team("help", t("Prestataire de réponse"), 2)),
    steps=STEPS,
    duties=DUTIES,
    correspondents=CORRESPONDENTS,
    criteria=CRITERIA,
    objectives=OBJECTIVES,
    attack=t("CH d'exemple, 2024", "Example hospital, 2024"),
    summary=t(
        "Une nuit sans système d'information : soigner, décider, rétablir",
        "A night without computers: care, decide, restore",
    ),
    milestones=MILESTONES,
    sources=SOURCES,
)

"""TILLEUL: a made-up script with all that a report can tell; places, values and guides are invented."""

from __future__ import annotations

from care_desktop.scenario.background import Judgement, Kind, Milestone, Quality, Source, Stage
from care_desktop.scenario.conditions import ServiceLevel, StepDone
from care_desktop.scenario.effects import Effect, Impair, Restore, StartDuty
from care_desktop.scenario.script import (
    Cell,
    Channel,
    Claim,
    Correspondent,
    Criterion,
    Decision,
    Dependency,
    Duty,
    Function,
    Inject,
    Objective,
    Option,
    Phase,
    Point,
    Risk,
    Script,
    Service,
    Step,
    Team,
)
from care_desktop.scenario.text import NO_TEXT, Text
from care_desktop.scenario.time import HOUR, MINUTE, Span, StoryMs, play, story
from tests.exercise.liseron import clock

DOWN, DEGRADED = ServiceLevel.DOWN, ServiceLevel.DEGRADED


def t(fr: str, en: str | None = None) -> Text:
    return Text(fr, en)


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
    return Option(name, t(label), effects=effects, judged=Judgement(quality, t(guide), ("g1",)))


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
_HOLD = {"emergency": 18, "lab": 48, "imaging": 24, "pharmacy": 8, "maternity": 36, "theatre": 12}
_DEGRADED = {
    "emergency": "PD-URG-02, v4, classeur",
    "lab": "PD-LAB-01, v3, classeur",
    "imaging": "PD-IMG-03, v1, classeur",
    "pharmacy": "PD-PUI-02, intranet seul",
    "maternity": "PD-MAT-01, v2, classeur",
    "theatre": "PD-BLO-04, v1, intranet",
}


def service(
    name: str, label: str, target: int, needs: tuple[str, ...] = (), kind: Kind = Kind.SOFTWARE
) -> Service:
    hold = _HOLD.get(name)
    return Service(
        name,
        t(label),
        tuple(Dependency(one, hard=False) for one in needs),
        StoryMs(target * HOUR),
        None if hold is None else StoryMs(hold * HOUR),
        kind=kind,
        degraded=t(_DEGRADED[name]) if name in _DEGRADED else NO_TEXT,
        defaults=("target",) if name == "mail" else (),
    )


SERVICES = (
    service("telephony", "Téléphonie", 1, kind=Kind.INFRASTRUCTURE),
    service("directory", "Annuaire", 24, kind=Kind.INFRASTRUCTURE),
    service("network", "Réseau", 24, ("directory",), Kind.INFRASTRUCTURE),
    service("admissions", "Admissions", 6, ("network",)),
    service("record", "Dossier patient", 6, ("network", "admissions")),
    service("emergency", "Urgences", 2, (), Kind.CARE),
    service("lab", "Laboratoire", 4, ("network",), Kind.CARE),
    service("imaging", "Imagerie", 6, ("network",), Kind.CARE),
    service("pharmacy", "Pharmacie", 12, ("record",), Kind.CARE),
    service("theatre", "Bloc programmé", 24, ("lab",), Kind.CARE),
    service("maternity", "Maternité", 2, (), Kind.CARE),
    service("mail", "Messagerie", 48, ("directory",), Kind.SUPPORT),
)


def step(
    name: str,
    label: str,
    team: str,
    hours: float,
    stage: Stage,
    *restores: str,
    needs: tuple[str, ...] = (),
    risks: tuple[Risk, ...] = (),
) -> Step:
    return Step(
        name,
        t(label),
        team,
        StoryMs(round(hours * HOUR)),
        needs=needs,
        risks=risks,
        stage=stage,
        effects=tuple(Restore(one) for one in restores),
    )


STEPS = (
    step("isolate", "Isoler les segments touchés", "it", 1, Stage.CONTAINMENT),
    step("analyse", "Relever les traces", "help", 3, Stage.CONTAINMENT),
    step(
        "core",
        "Reconstruire le socle informatique sain",
        "help",
        20,
        Stage.ERADICATION,
        "directory",
        "network",
    ),
    step("lab_island", "Remettre le laboratoire sur un îlot", "it", 2, Stage.RECONSTRUCTION, "lab"),
    step(
        "record",
        "Restaurer le dossier patient",
        "it",
        24,
        Stage.RECONSTRUCTION,
        "record",
        "admissions",
        risks=(Risk("reinfection", t("Réinfection d'un serveur"), StepDone("core")),),
    ),
    step("imaging", "Raccorder l'imagerie", "it", 4, Stage.RECONSTRUCTION, "imaging", needs=("record",)),
    step("maternity", "Rendre ses postes à la maternité", "it", 2, Stage.RETURN, "maternity", "theatre"),
    step("mail", "Rouvrir la messagerie", "it", 30, Stage.RETURN, "mail"),
)
DUTIES = (
    Duty(
        "cert",
        t("Signalement au CERT Santé"),
        to=t("CERT Santé"),
        article=t("CSP, L. 1111-8-2"),
        as_of="1er novembre 2026",
        content=t("nature, effet sur les soins, mesures prises"),
    ),
    Duty(
        "cnil",
        t("Notification à la CNIL"),
        None,
        story(72 * HOUR),
        t("CNIL"),
        t("RGPD, art. 33"),
        "1er novembre 2026",
    ),
    Duty(
        "complaint",
        t("Dépôt de plainte"),
        None,
        story(72 * HOUR),
        t("gendarmerie"),
        t("C. assur., L. 12-10-1"),
        "1er novembre 2026",
    ),
    Duty(
        "people",
        t("Information des personnes"),
        None,
        None,
        t("patients et agents"),
        t("RGPD, art. 34"),
        "1er novembre 2026",
    ),
)
CORRESPONDENTS = (
    Correspondent(
        "cert",
        t("CERT Santé"),
        (Point("what", t("ce qui est touché")), Point("since", t("depuis quand"))),
        (Claim("cert", ("what", "since")),),
    ),
    Correspondent("samu", t("SAMU"), (Point("beds", t("lits ouverts")),)),
    Correspondent(
        "police",
        t("Gendarmerie"),
        (Point("ransom", t("demande de rançon")), Point("kept", t("pièces conservées"))),
        (Claim("complaint", ("ransom", "kept")),),
    ),
)
OBJECTIVES = (
    Objective("gather", t("Reconnaître la crise et réunir les bonnes fonctions")),
    Objective("care", t("Continuer de soigner sans système d'information")),
    Objective("decide", t("Décider et tenir dans la durée")),
    Objective("inform", t("Informer les familles et la presse d'une seule voix")),
)
CRITERIA = tuple(
    Criterion(f"{objective}{number}", t(name), objective)
    for objective, names in {
        "gather": (
            "la cellule est ouverte en moins de 15 min",
            "les rôles sont écrits au tableau",
            "un secrétaire est désigné",
        ),
        "care": (
            "les patients à risque sont listés",
            "les procédures dégradées sont trouvées",
            "l'identité est vérifiée à chaque prélèvement",
            "les prescriptions sont relues",
        ),
        "decide": (
            "chaque décision porte un motif",
            "un point de situation toutes les heures",
            "la relève est organisée",
        ),
        "inform": ("une seule version des faits", "un porte-parole désigné"),
    }.items()
    for number, name in enumerate(names, 1)
)
SOURCES = (
    Source(
        "quotidien",
        "L'hôpital visé par une cyberattaque",
        "Le Quotidien d'exemple",
        "11 févr. 2024",
        "https://exemple.invalid/quotidien",
    ),
    Source(
        "regional",
        "Les urgences rouvriront mardi après-midi",
        "Télévision régionale d'exemple",
        "12 févr. 2024",
    ),
    Source("specialist", "Fermeture provisoire des urgences", "Revue d'exemple", "févr. 2024"),
    Source("g1", "Guide de crise G : mobilisation, endiguement, rythme", "Éditeur d'exemple", "2021"),
)
MILESTONES = (
    Milestone("printed", clock("02:00"), t("premières impressions"), ("quotidien",)),
    Milestone("cut", clock("03:00"), t("postes coupés du réseau"), ("quotidien",)),
    Milestone("cell", clock("05:40"), t("cellule de crise réunie"), ("quotidien", "specialist")),
    Milestone("closed", clock("07:00"), t("urgences fermées, cas vitaux reçus sur place"), ("specialist",)),
    Milestone("paper", clock("08:00"), t("dossiers d'environ 130 patients imprimés"), ("specialist",)),
    Milestone("reopened", clock("16:00", 2), t("urgences rouvertes"), ("regional",)),
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

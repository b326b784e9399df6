"""The world of TILLEUL: its services and the work on them, duties, objectives, what is published."""

from __future__ import annotations

from care_desktop.scenario.background import Kind, Milestone, Source, Stage
from care_desktop.scenario.conditions import StepDone
from care_desktop.scenario.effects import Restore
from care_desktop.scenario.script import (
    Claim,
    Correspondent,
    Criterion,
    Dependency,
    Duty,
    Objective,
    Point,
    Risk,
    Service,
    Step,
)
from care_desktop.scenario.text import NO_TEXT, Text
from care_desktop.scenario.time import HOUR, StoryMs, story
from tests.exercise.liseron import clock


def t(fr: str, en: str | None = None) -> Text:
    return Text(fr, en)


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
        delay=t("sans délai", "without delay"),
        to=t("CERT Santé"),
        article=t("CSP, L. 1111-8-2"),
        as_of="1er novembre 2026",
        content=t("nature, effet sur les soins, mesures prises"),
    ),
    Duty(
        "cnil",
        t("Notification à la CNIL"),
        deadline=story(72 * HOUR),
        to=t("CNIL"),
        article=t("RGPD, art. 33"),
        as_of="1er novembre 2026",
    ),
    Duty(
        "complaint",
        t("Dépôt de plainte"),
        deadline=story(72 * HOUR),
        to=t("gendarmerie"),
        article=t("C. assur., L. 12-10-1"),
        as_of="1er novembre 2026",
    ),
    Duty(
        "people",
        t("Information des personnes"),
        delay=t("dans les meilleurs délais", "without undue delay"),
        to=t("patients et agents"),
        article=t("RGPD, art. 34"),
        as_of="1er novembre 2026",
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

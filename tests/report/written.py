"""What people of a made-up hospital wrote for the report of TILLEUL."""

from __future__ import annotations

from datetime import date

from care_desktop.report.dossier import (
    Action,
    Assessment,
    Box,
    CareFinding,
    Finding,
    Mastery,
    Presented,
    Remark,
    Request,
    Signatory,
    Standing,
    Texts,
    Told,
)
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Way


def on(day: int, month: int, year: int = 2026) -> date:
    return date(year, month, day)


VAL = Facility(
    "Centre hospitalier du Val",
    finess_ej="00 000 000 0",
    finess_et="00 000 000 0",
    group="GHT des Deux Rives",
)
BOX = Box(
    reference="RETEX-2026-03",
    version=1,
    label="0.9",
    dated=on(30, 11),
    standing=Standing.CHECKED,
    replaces="version 0.5 du 24 novembre 2026",
    marking="Usage interne",
    author=Signatory("Responsable de la sécurité des systèmes d'information", on(24, 11)),
    checker=Signatory("Responsable qualité et gestion des risques", on(30, 11)),
    approver=Signatory("Directeur"),
    distribution=(
        "Directoire",
        "présidence de la CME",
        "direction des soins",
        "COPIL SSI",
        "RSSI du GHT",
        "cellule de crise hospitalière",
    ),
    variants=("transmissible, 4 pages, sans détail technique", "attestation, 1 page"),
    conduct=Way.TABLE,
    setting="une salle, quatre cellules",
    director="Directrice adjointe",
    scenario_version="1.2",
)
TEXTS = Texts(
    summary=(
        "Privé de son système d'information à 02:17 (temps fictif), l'hôpital a continué de "
        "soigner. Les postes ont été coupés et les dossiers imprimés dans les trois premiers "
        "quarts d'heure ; le laboratoire a rendu ses résultats urgents sur papier. La pharmacie "
        "n'a pas de procédure dégradée connue des équipes, et la relève de nuit n'a pas été "
        "décidée."
    ),
    strengths=(
        Remark(
            "La cellule de crise s'est ouverte en onze minutes,",
            "rôles écrits au tableau dès l'ouverture.",
            "Décision D1",
        ),
        Remark(
            "Les dossiers des patients hospitalisés ont été imprimés et distribués",
            "avant la coupure de l'onduleur du poste de secours.",
            "Décision D3 · observateur soins",
        ),
        Remark(
            "Le laboratoire a basculé sur papier sans délai,",
            "procédure trouvée, connue et appliquée par les trois techniciens interrogés.",
            "Section 4",
        ),
    ),
    improvements=(
        Remark(
            "Pharmacie : la procédure dégradée n'a pas été trouvée.",
            "Elle est rangée sur le serveur rendu indisponible.",
            "Section 4 · actions 1 et 2",
        ),
        Remark(
            "La relève de la cellule de crise n'est prévue par aucun document.",
            "Sans décision à l'échéance.",
            "Décision D8 · action 3",
        ),
        Remark(
            "Le signalement au CERT Santé n'a pas été réalisé pendant l'exercice ;",
            "la fonction habilitée n'était pas désignée la nuit.",
            "Section 5 · action 4",
        ),
    ),
    requests=(
        Request(
            "Déposer hors réseau, dans chaque service, un classeur de continuité daté et signé.",
            "Charge estimée par l'établissement : 12 jours",
        ),
        Request(
            "Désigner par écrit la fonction qui signale un incident, de jour comme de nuit.", "Sans coût"
        ),
        Request("Inscrire la relève de la cellule de crise au plan de mobilisation interne.", "Sans coût"),
    ),
    requests_by=on(31, 1, 2027),
    tested=(
        "La continuité des soins en mode dégradé ; la décision de couper ; la régulation des "
        "urgences avec le SAMU et l'ARS ; l'ordre de reprise des services."
    ),
    untested=(
        "La restauration technique réelle des sauvegardes, la paie, la stérilisation, le plan "
        "blanc. Aucun système réel n'a été touché."
    ),
    observers="Trois, un par cellule hors communication ; deux fiches remplies par cellule.",
    artifices="Correspondants joués par deux animateurs.",
    story=(
        Told(
            "night",
            (
                "À 02:01, les imprimantes de trois services se mettent en marche seules. Le cadre de "
                "garde appelle ; la direction ouvre la cellule à 02:14 et fait couper les postes à 02:17. "
                "Les dossiers des patients hospitalisés sont imprimés depuis le poste de secours."
            ),
        ),
        Told(
            "dawn",
            (
                "L'afflux attendu conduit à réorienter les urgences, en accord avec le SAMU et l'ARS ; "
                "les cas vitaux restent reçus. Un message unique part au personnel. L'interruption réelle "
                "survient à ce moment."
            ),
        ),
        Told(
            "sunday",
            (
                "Les consultations et le bloc programmé du lundi sont reportés. Le laboratoire est "
                "désigné premier service à rétablir. La question de la relève de nuit reste sans décision "
                "à l'échéance."
            ),
        ),
    ),
    certainty=(
        "À 16:10, la cellule tenait les sauvegardes de samedi pour saines. Aucun fait du déroulé "
        "ne l'établissait."
    ),
    care=(
        CareFinding("emergency", Finding.YES, Finding.YES, Finding.YES, source="O1"),
        CareFinding("lab", Finding.YES, Finding.YES, Finding.YES, source="O2"),
        CareFinding(
            "imaging",
            Finding.YES,
            Finding.PARTLY,
            Finding.YES,
            train="manipulateurs : gravure et transport",
            source="O4",
        ),
        CareFinding(
            "pharmacy",
            Finding.NO,
            Finding.NO,
            Finding.UNSEEN,
            train="tous : procédure à écrire et à éprouver",
            source="O7",
        ),
        CareFinding("maternity", Finding.YES, Finding.YES, Finding.YES, source="O5"),
        CareFinding(
            "theatre",
            Finding.PARTLY,
            Finding.PARTLY,
            Finding.UNSEEN,
            train="copie papier à déposer",
            source="O6",
        ),
    ),
    plan_reading=(
        "L'ordre joué (laboratoire, puis dossier patient) diffère de l'ordre écrit au plan, qui "
        "place le dossier patient en premier. Les équipes de soins ont défendu l'ordre joué ; le "
        "plan est à revoir avec elles (action 6)."
    ),
    assessments=(
        Assessment(
            "gather", Mastery.MASTERED, "Cellule ouverte en 11 min, rôles écrits au tableau.", "aucun."
        ),
        Assessment(
            "care",
            Mastery.RESERVES,
            "Urgences, laboratoire, maternité : procédures appliquées (O1, O2, O5).",
            "PD-PUI-02 n'existe que sur l'intranet.",
        ),
        Assessment(
            "decide",
            Mastery.DIFFICULTIES,
            "Décisions motivées et tracées (D1 à D7).",
            "relève non prévue au plan ; D8 sans décision à l'échéance.",
        ),
    ),
    hot="À chaud le 23 novembre 2026 à 16:45, en salle, dix-neuf participants.",
    cold="À froid le 30 novembre, avec les cadres des sept services.",
    written_and_played=(
        "Le plan de continuité place la pharmacie en service autonome ; les pharmaciens ne "
        "connaissaient pas cette disposition. L'annuaire de crise imprimé date de 2024 : trois "
        "numéros sur onze étaient faux."
    ),
    actions=(
        Action(
            "Procédure de la pharmacie introuvable hors réseau",
            "Déposer un classeur daté dans chaque service",
            "Direction des soins",
            on(31, 1, 2027),
            "O7",
            "copie unique sur l'intranet",
            "bordereau signé par service",
            "PAQSS 4.2",
        ),
        Action(
            "Procédure PD-PUI-02 inconnue des pharmaciens",
            "Réécrire, former, éprouver sur une demi-journée",
            "Pharmacien chef",
            on(28, 2, 2027),
            "O7",
            "jamais éprouvée",
            "compte rendu d'essai",
            "PAQSS 4.3",
        ),
        Action(
            "Relève de la cellule non décidée",
            "Inscrire relève et rythme au plan de mobilisation interne",
            "Directrice adjointe",
            on(31, 1, 2027),
            "D8",
            "absente du plan",
            "plan révisé, signé",
            "PAQSS 1.7",
        ),
        Action(
            "CERT Santé non signalé pendant l'exercice",
            "Désigner la fonction ; carte réflexe au classeur de garde",
            "Directeur",
            on(15, 12),
            "section 5",
            "fonction non désignée la nuit",
            "décision signée",
        ),
        Action(
            "Annuaire de crise périmé",
            "Revue trimestrielle, édition papier",
            "RSSI",
            on(31, 12),
            "",
            "pas de revue",
            "édition datée",
            "PAQSS 1.9",
        ),
        Action(
            "Ordre de reprise joué différent du plan",
            "Revoir l'ordre avec les chefs de service",
            "RSSI",
            on(31, 3, 2027),
            "D7",
            "plan écrit sans les soins",
            "PCRA, version 3",
            "PAQSS 4.1",
        ),
        Action(
            "Plan de soins imprimé mal lu la nuit",
            "Refaire la maquette avec deux équipes de nuit",
            "Cadre supérieure de santé",
            on(28, 2, 2027),
            "O3",
            "format dense",
            "maquette validée",
        ),
        Action(
            "Cellule communication non observée",
            "Prévoir deux observateurs au prochain exercice",
            "Responsable qualité",
            on(30, 6, 2027),
            "O6",
            "un observateur manquant",
            "fiche d'observation",
        ),
    ),
    follow_up="registre des actions de l'établissement ; point au COPIL SSI du 14 janvier 2027.",
    presented=(
        Presented("Directoire", on(14, 12)),
        Presented("Commission médicale d'établissement"),
        Presented("Comité social d'établissement"),
        Presented("Commission des usagers"),
        Presented("COPIL SSI", on(14, 1, 2027)),
        Presented("Conseil de surveillance"),
    ),
)

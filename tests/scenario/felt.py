"""Mistakes that only a room would feel: the example written otherwise, and the code of its finding."""

from __future__ import annotations

from tests.scenario.written import EXAMPLE, changed

FOLLOW_UP = "    when: {undone: {decision: cut-network}, by: {play: 8 min}, after: printers}\n"


def rewritten(*changes: tuple[str, str]) -> bytes:
    """The example with each first text written otherwise."""
    text = EXAMPLE
    for old, new in changes:
        text = changed(old, new, text).decode()
    return text.encode()


REQUIRES = "    requires: {not: {service: phones, level: down}}\n"
PHONES = "    name: {fr: Téléphonie, en: Telephones}\n"
CUT = "label: {fr: Isoler maintenant, en: Isolate now}"
WHOLE = "label: {fr: Isoler tout le réseau sans attendre personne, en: Isolate the network}"


def thrice(text: str = EXAMPLE) -> bytes:
    """The example with its decision three times, asked by three injects."""
    start, end = text.index("  cut-network:"), text.index("\nservices:")
    block = text[start:end]
    for name, question in (("stop", "Arrêtez-vous les machines"), ("tell", "Prévenez-vous les services")):
        again = block.replace("  cut-network:", f"  {name}:", 1).replace("Isolez-vous le réseau", question, 1)
        text = text.replace("\nservices:", again + "\nservices:", 1)
    text = text.replace("    needs: [laboratory]\n", "    asks: stop\n    needs: [laboratory]\n", 1)
    return text.replace("    weight: saturating\n", "    asks: tell\n    weight: saturating\n", 1).encode()


FELT: dict[str, tuple[bytes, str]] = {
    "a cell that waits for twenty-one minutes": (rewritten(("at: T+0:12", "at: T+0:26")), "CX-CELL-IDLE"),
    "three stimuli in four minutes": (
        rewritten((FOLLOW_UP, "    at: T+0:07\n"), ("    optional: true\n", "    at: T+0:09\n")),
        "CX-CROWDED",
    ),
    "two calls for one cell": (
        rewritten(
            ("in_person\n    recipients: [direction]", "call\n    recipients: [it]"),
            (FOLLOW_UP, "    at: T+0:14\n"),
        ),
        "CX-TWO-CALLS",
    ),
    "more than fits": (
        rewritten(("at: T+0:12", "at: J+0 03:50"), ("lasts: 1 h 30", "lasts: 17 min")),
        "CX-TOO-LONG",
    ),
    "an authority who sleeps": (
        rewritten(
            ("functions: [on-call-director, night-manager, it-on-call]\n  m", "functions: [it-on-call]\n  m")
        ),
        "CX-FUNCTION-ABSENT",
    ),
    "an inject for somebody who sleeps": (
        rewritten(
            ("recipients: [it]", "functions: [it-on-call]"),
            ("night-manager, it-on-call]\n  m", "night-manager]\n  m"),
        ),
        "CX-FUNCTION-ABSENT",
    ),
    "a delay that cannot be compared": (
        rewritten(
            (
                "    authority: on-call-director\n",
                "    authority: on-call-director\n    milestone: first-signs\n",
            ),
            ("    starts: J+0 02:00\n    f", "    starts: J+0 02:00\n    num: 2\n    f"),
        ),
        "CX-COMPARED-AT-PACE",
    ),
    "a right option that is always the longest": (
        thrice(rewritten((CUT, WHOLE)).decode()),
        "CX-LONGEST-IS-RIGHT",
    ),
    "a ransom to pay or not": (
        rewritten(("Isolez-vous le réseau", "Payez-vous la rançon")),
        "CX-RANSOM-OFFERED",
    ),
    "the name of a nurse": (rewritten(("Personne n’a dormi.", "Mme Dupont a dormi.")), "CX-PERSON"),
    "the name of an English physician": (
        rewritten(("Nobody has slept.", "Dr Smith has slept.")),
        "CX-PERSON",
    ),
    "an emergency department that a hospital closes alone": (
        rewritten(("Isolez-vous le réseau", "Fermez-vous les urgences")),
        "CX-WORD",
    ),
    "a word of the IT department in the room": (
        rewritten(("Personne n’a dormi.", "Le cœur de confiance est fait.")),
        "CX-WORD",
    ),
    "what another hospital failed to do": (
        rewritten(("Un hôpital a attendu une heure", "Un hôpital a tardé")),
        "CX-WORD",
    ),
    "patients in a nursing home": (
        rewritten(
            ("[hospital, clinic]", "[nursing_home]"), ("Personne n’a dormi.", "Les patients ont dormi.")
        ),
        "CX-WORD",
    ),
    "thirteen lines on the wall": (
        rewritten(("        Vos fichiers sont chiffrés.\n", "        Vos fichiers sont chiffrés.\n" * 12)),
        "CX-BEYOND-A-PAGE",
    ),
    "a call when the network may be cut": (
        rewritten((PHONES, PHONES + "    carries: [call]\n"), (REQUIRES, "")),
        "CX-CHANNEL-CUT",
    ),
    "work that takes longer than its target": (
        rewritten(("effort: 1 h 30", "effort: 9 h")),
        "CX-TARGET-IMPOSSIBLE",
    ),
    "a target before that of what is needed": (
        rewritten(("target: 8 h\n    loss", "target: 4 h\n    loss")),
        "CX-TARGET-BEFORE-NEED",
    ),
}

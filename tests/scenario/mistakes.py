"""One mistake of each kind, and the code of its finding."""

from __future__ import annotations

from tests.scenario.written import EXAMPLE, changed

PRICE = """        price:
          fr: Le standard perd les téléphones jusqu’au matin.
          en: The switchboard loses the telephones until the morning.
"""
BY_TWO_WAYS = """    others:
      - {channel: sms, body: {fr: Lisez les feuilles., en: Read the sheets.}, recipients: [it]}
"""
HEAD = "format: 1\nid: a\nname: A\n"


def head(rest: str) -> bytes:
    return (HEAD + rest).encode()


def nested(depth: int) -> str:
    return (
        "triggers:\n  a:\n    when: " + "{not: " * depth + "{step: b}" + "}" * depth + "\n    effects: []\n"
    )


IN_THE_TEXT: dict[str, tuple[bytes, str]] = {
    "an alias": (head("summary: *a\n"), "CX-ALIAS"),
    "an anchor": (head("summary: &a b\n"), "CX-ANCHOR"),
    "an alias bomb": (head("summary: &a [x, x]\nattack: [*a, *a]\n"), "CX-ALIAS"),
    "a tag": (head("summary: !!str b\n"), "CX-TAG"),
    "a tag of Python": (head("summary: !!python/object/apply:os.system [ls]\n"), "CX-TAG"),
    "a directive": (b"%YAML 1.1\n---\n" + HEAD.encode(), "CX-DIRECTIVE"),
    "two documents": (head("---\nid: b\n"), "CX-DOCUMENTS"),
    "a key twice": (head("id: b\n"), "CX-DUPLICATE-KEY"),
    "a part twice": (changed("  night:\n", "  morning:\n"), "CX-DUPLICATE-KEY"),
    "a list as a key": (head("[a]: b\n"), "CX-KEY-NOT-TEXT"),
    "a tabulation": (head("summary:\n\tfr: a\n"), "CX-TAB"),
    "a colon in a text": (head("summary: Objet : le réseau\n"), "CX-COLON"),
    "a colon behind a no-break space": (head("summary: Objet\u00a0: le réseau\n"), "CX-COLON"),
    "a quote that stays open": (head('summary: "Objet\n'), "CX-QUOTE-OPEN"),
    "a reserved sign": (head("summary: @objet\n"), "CX-RESERVED-CHARACTER"),
    "a text that begins with a variable": (head("summary: {beds} lits\n"), "CX-BEGINS-WITH-VARIABLE"),
    "a variable alone": (head("summary: {beds}\n"), "CX-BEGINS-WITH-VARIABLE"),
    "a variable alone in a language": (head("summary:\n  fr: {beds}\n"), "CX-BEGINS-WITH-VARIABLE"),
    "a bracket that stays open": (head("facilities: [hospital\n"), "CX-YAML"),
    "a wrong indentation": (head("cells:\n  a:\n     name: A\n   b: c\n"), "CX-YAML"),
    "a control character": (head("summary: a\x07b\n"), "CX-CHARACTER"),
    "a control character as an escape": (head('summary: "a\\x07b"\n'), "CX-CHARACTER"),
    "a change of direction": (head("summary: a\u202eb\n"), "CX-CHARACTER"),
    "twenty-five levels": (head(nested(25)), "CX-TOO-DEEP"),
    "a quarter of a million values": (head("facilities: [" + "a," * 250_000 + "]\n"), "CX-TOO-MANY-VALUES"),
    "three hundred unknown keys": (head("".join(f"key{n}: a\n" for n in range(300))), "CX-TOO-MANY"),
    "nothing": (b"", "CX-EMPTY"),
    "blanks": (b" \n\n", "CX-EMPTY"),
    "a comment alone": (b"# nothing\n", "CX-EMPTY"),
    "six megabytes": (b"a" * 6_000_000, "CX-TOO-BIG"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "CX-NOT-TEXT"),
    "another encoding": ("name: réseau\n".encode("latin-1"), "CX-NOT-TEXT"),
    "UTF-16": (EXAMPLE.encode("utf-16"), "CX-NOT-TEXT"),
}

IN_THE_VALUES: dict[str, tuple[bytes, str]] = {
    "a list for a file": (b"- a\n", "CX-MAP-EXPECTED"),
    "a text for a file": (b"a\n", "CX-MAP-EXPECTED"),
    "no identifier": (b"format: 1\nname: A\n", "CX-MISSING-KEY"),
    "no format": (b"id: a\nname: A\n", "CX-MISSING-KEY"),
    "a part without its title": (head("injects:\n  a: {}\n"), "CX-MISSING-KEY"),
    "English alone": (head("summary: {en: a}\n"), "CX-MISSING-KEY"),
    "a format to come": (b"format: 2\nid: a\nname: A\nnews: b\n", "CX-NEWER-FORMAT"),
    "an unknown key": (changed("    channel: ransom_note\n", "    chanel: ransom_note\n"), "CX-UNKNOWN-KEY"),
    "an unknown language": (head("summary: {fr: a, de: b}\n"), "CX-UNKNOWN-KEY"),
    "needs of a reaction": (
        changed("        objective: isolate\n", "        needs: [x]\n"),
        "CX-UNKNOWN-KEY",
    ),
    "an unknown channel that is carried": (
        changed("    target: 8 h\n", "    target: 8 h\n    carries: [telephone]\n"),
        "CX-CHOICE",
    ),
    "another channel without words": (
        changed("    asks: cut-network\n", "    asks: cut-network\n    others:\n      - {channel: sms}\n"),
        "CX-MISSING-KEY",
    ),
    "a track that is none": (
        changed("stage: containment", "track: paper"),
        "CX-CHOICE",
    ),
    "an unknown channel": (changed("channel: ransom_note", "channel: ransom"), "CX-CHOICE"),
    "capitals in an identifier": (
        head("id2: a\n").replace(b"id: a\nname: A\nid2: a", b"id: A\nname: A"),
        "CX-IDENTIFIER",
    ),
    "a part called note": (changed("  laboratory:\n", "  note:\n"), "CX-IDENTIFIER"),
    "an accent in an identifier": (changed("  laboratory:\n", "  labo-état:\n"), "CX-IDENTIFIER"),
    "a text for a list": (
        changed("recipients: [direction, it]", "recipients: direction"),
        "CX-LIST-EXPECTED",
    ),
    "a list for a map": (head("injects: [a]\n"), "CX-MAP-EXPECTED"),
    "a list for a text": (head("summary: [a]\n"), "CX-VALUE-EXPECTED"),
    "a map for a number": (changed("delta: 1}", "delta: {a: 1}}"), "CX-VALUE-EXPECTED"),
    "a half": (changed("per_hour: 4", "per_hour: 4.5"), "CX-WHOLE-NUMBER"),
    "a word for a number": (changed("capacity: 2", "capacity: deux"), "CX-WHOLE-NUMBER"),
    "yes for true": (changed("optional: true", "optional: yes"), "CX-TRUTH"),
    "hours without minutes": (changed("at: T+0:12", "at: T+2"), "CX-MOMENT"),
    "an hour that is none": (changed("at: J+0 02:05", "at: J+0 25:00"), "CX-MOMENT"),
    "an hour alone": (changed("at: J+0 02:05", "at: 02:05"), "CX-MOMENT"),
    "a negative moment": (changed("at: T+0:12", "at: T-0:12"), "CX-MOMENT"),
    "a play moment in the story": (changed("starts: J+0 02:00", "starts: T+0:12"), "CX-STORY-MOMENT"),
    "minutes that are none": (changed("starts: J+0 02:00", "starts: J+0 02:60"), "CX-STORY-MOMENT"),
    "a number for a duration": (changed("target: 8 h", "target: 8"), "CX-DURATION"),
    "a negative duration": (changed("target: 8 h", "target: -8 h"), "CX-DURATION"),
    "a duration in neither time": (changed("limit: {play: 10 min}", "limit: 10 min"), "CX-STRETCH"),
    "a duration in both times": (
        changed("limit: {play: 10 min}", "limit: {play: 10 min, story: 1 h}"),
        "CX-STRETCH",
    ),
    "no condition": (changed("{not: {service: phones, level: down}}", "{down: phones}"), "CX-CONDITION-KIND"),
    "no effect": (changed("{impair: files, level: down}", "{break: files}"), "CX-EFFECT-KIND"),
    "two effects in one": (
        changed("{impair: files, level: down}", "{impair: files, level: down, restore: files}"),
        "CX-TWO-KINDS",
    ),
    "a gate that nothing opens": (head("gate:\n  name: a\n"), "CX-MISSING-KEY"),
    "what is accepted without a word of why": (
        head("accepted:\n  - {code: CX-SAME-NAME}\n"),
        "CX-MISSING-KEY",
    ),
    "no bound": (changed("{indicator: anxiety, at_least: 3}", "{indicator: anxiety}"), "CX-ONE-BOUND"),
    "two bounds": (changed("at_least: 3}", "at_least: 3, at_most: 4}"), "CX-ONE-BOUND"),
    "a moment counted from an inject": (changed("by: {play: 8 min}", "by: T+0:08"), "CX-COUNTED-FROM"),
    "a duration counted from nothing": (changed(", after: printers}", "}"), "CX-COUNTED-FROM-NOTHING"),
}

IN_THE_SCENARIO: dict[str, tuple[bytes, str]] = {
    "a crew that the team has not": (changed("crew: 2", "crew: 3"), "CX-CREW"),
    "a crew of nobody": (changed("crew: 2", "crew: 0"), "CX-CREW"),
    "an inject by one channel twice": (
        changed(
            "    asks: cut-network\n", "    asks: cut-network\n" + BY_TWO_WAYS.replace("sms", "ransom_note")
        ),
        "CX-CHANNEL-TWICE",
    ),
    "an animator who is not there": (
        changed("    asks: cut-network\n", "    asks: cut-network\n    animator: first\n"),
        "CX-DANGLING",
    ),
    "another channel to a cell that is not there": (
        changed(
            "    asks: cut-network\n", "    asks: cut-network\n" + BY_TWO_WAYS.replace("[it]", "[technical]")
        ),
        "CX-DANGLING",
    ),
    "a backlog that does not grow": (
        changed("target: 8 h\n", "target: 8 h\n    backlog: {indicator: anxiety, per_hour: 0}\n"),
        "CX-BACKLOG",
    ),
    "a backlog counted by nothing": (
        changed("target: 8 h\n", "target: 8 h\n    backlog: {indicator: sheets, per_hour: 6}\n"),
        "CX-DANGLING",
    ),
    "a service like none that is usual": (
        changed("target: 8 h\n", "target: 8 h\n    like: planning\n"),
        "CX-UNKNOWN-USUAL",
    ),
    "a service that weighs nothing": (changed("target: 8 h\n", "target: 8 h\n    weight: 0\n"), "CX-WEIGHT"),
    "a pace that stands still": (changed("num: 4", "num: 0"), "CX-PACE"),
    "bounds the wrong way round": (changed("low: 0\n    high: 12", "low: 12\n    high: 3"), "CX-BOUNDS"),
    "a decision of nobody": (
        changed("    cells: [direction, it]\n    lead: direction", "    cells: []"),
        "CX-DECISION-TO-NOBODY",
    ),
    "a lead that is not asked": (changed("cells: [direction, it]", "cells: [it]"), "CX-LEAD-NOT-ASKED"),
    "an inject sent that is not there": (changed("- {send: press}", "- {send: presse}"), "CX-DANGLING"),
    "an option that is not there": (changed("default: wait", "default: later"), "CX-DANGLING"),
    "a point that is not there": (changed("points: [what, since]", "points: [what, who]"), "CX-DANGLING"),
    "a service needed that is not there": (changed("needs: [laboratory]", "needs: [lab]"), "CX-DANGLING"),
    "a source that is not there": (changed("sources: [example-report]", "sources: [report]"), "CX-DANGLING"),
    "services in a circle": (
        changed(
            "    name: {fr: Réseau, en: Network}\n",
            "    name: {fr: Réseau, en: Network}\n    needs: [phones]\n",
        ),
        "CX-NEEDED-IN-A-CIRCLE",
    ),
    "a step that waits for itself": (
        changed("needs: [contain]", "needs: [restore]"),
        "CX-NEEDED-IN-A-CIRCLE",
    ),
    "an empty title": (changed("{fr: Le biologiste de garde appelle, en: ", '{fr: "", en: '), "CX-BLANK"),
    "a limit without a way on": (
        changed("    default: wait\n    at_limit:\n      - {move: anxiety, delta: 1}\n", ""),
        "CX-LIMIT-WITHOUT-WAY-ON",
    ),
    "an option without price": (
        EXAMPLE.replace(PRICE, "").encode(),
        "CX-OPTION-WITHOUT-PRICE",
    ),
    "one defensible option": (changed("quality: defensible", "quality: at_risk"), "CX-ONE-DEFENSIBLE"),
    "a judgement of nobody": (
        changed("according_to: {fr: Guide de l’exemple", 'according_to: {fr: ""'),
        "CX-JUDGEMENT-WITHOUT-AUTHOR",
    ),
    "a quality that rests on nothing": (
        changed("          basis: guide\n", ""),
        "CX-JUDGEMENT-WITHOUT-BASIS",
    ),
    "a duty that says not when": (
        changed("    delay: {fr: Sans délai, en: Without delay}\n", ""),
        "CX-DUTY-WITHOUT-DELAY",
    ),
    "a fact without source": (
        changed("    sources: [example-report]", "    sources: []"),
        "CX-FACT-WITHOUT-SOURCE",
    ),
    "phases in disorder": (changed("starts: J+0 03:00", "starts: J+0 02:00"), "CX-PHASE-ORDER"),
    "a first phase that is late": (
        changed("    starts: J+0 02:00", "    starts: J+0 02:10"),
        "CX-PHASE-TOO-LATE",
    ),
    "an inject that nothing sends": (
        changed("    optional: true\n", "", EXAMPLE.replace("{send: press", "{send: laboratory")),
        "CX-IN-RESERVE",
    ),
    "an island of what needs nothing": (
        changed(
            "    validated_by: night-manager\n", "    validated_by: night-manager\n    island: [network]\n"
        ),
        "CX-ISLAND-OF-NOTHING",
    ),
    "an island of what is not there": (
        changed("    validated_by: night-manager\n", "    validated_by: night-manager\n    island: [lab]\n"),
        "CX-DANGLING",
    ),
    "a duty without a name": (
        changed("    name: {fr: Signalement au CERT Santé, en: Report to CERT Santé}\n", ""),
        "CX-DUTY-WITHOUT-NAME",
    ),
    "a law that the catalogue has not": (
        changed("    delay: {fr: Sans délai", "    law: cnill\n    delay: {fr: Sans délai"),
        "CX-UNKNOWN-LAW",
    ),
    "a law that is off": (
        changed("    delay: {fr: Sans délai", "    law: nis2\n    delay: {fr: Sans délai"),
        "CX-LAW-OFF",
    ),
    "a gate before nothing": (
        changed("\nduties:", "\ngate:\n  name: {fr: Porte, en: Gate}\n  unless: {step: restore}\n\nduties:"),
        "CX-GATE-BEFORE-NOTHING",
    ),
    "a gate at a step that is not there": (
        changed("\nduties:", "\ngate:\n  name: {fr: Porte, en: Gate}\n  unless: {step: core}\n\nduties:"),
        "CX-DANGLING",
    ),
    "what is accepted for nothing": (
        changed("\nduties:", "\naccepted:\n  - {code: CX-SAME-NAME, why: Ainsi voulu}\n\nduties:"),
        "CX-ACCEPTED-IN-VAIN",
    ),
    "what is accepted without a motive": (
        changed("\nduties:", '\naccepted:\n  - {code: CX-SAME-NAME, why: " "}\n\nduties:'),
        "CX-ACCEPTED-WITHOUT-MOTIVE",
    ),
    "less time than it takes to read": (
        changed("limit: {play: 10 min}", "limit: {play: 5 s}"),
        "CX-LIMIT-UNREADABLE",
    ),
    "an inject after the end": (
        changed("at: T+0:12", "at: T+0:22", changed("lasts: 1 h 30", "lasts: 20 min").decode()),
        "CX-AFTER-THE-END",
    ),
    "an authority whom no cell expects": (
        changed("authority: on-call-director", "authority: it-on-call").replace(
            b"functions: [it-on-call]\n\nphases", b"functions: []\n\nphases"
        ),
        "CX-AUTHORITY-IN-NO-CELL",
    ),
    "a service that nothing restores": (
        changed("      - {restore: network}\n", ""),
        "CX-NOBODY-RESTORES",
    ),
    "a step that waits for a later stage": (
        changed("stage: containment", "stage: return"),
        "CX-STAGE-ORDER",
    ),
    "an objective of which nothing is evidence": (
        changed("\ncriteria:", "  calm:\n    name: {fr: Rester calme, en: Stay calm}\n\ncriteria:"),
        "CX-OBJECTIVE-WITHOUT-EVIDENCE",
    ),
    "a reaction for nothing": (
        changed("        objective: isolate\n        within", "        within"),
        "CX-REACTION-WITHOUT-OBJECTIVE",
    ),
    "an inject for a function that no cell expects": (
        changed(
            "functions: [it-on-call]",
            "functions: []",
            changed("recipients: [it]", "functions: [it-on-call]").decode(),
        ),
        "CX-FUNCTION-IN-NO-CELL",
    ),
    "a caller who is not there": (
        changed("    sender: {fr: Biologiste de garde, en: Biologist on duty}", "    correspondent: samu"),
        "CX-DANGLING",
    ),
    "an inject for a function that is not there": (
        changed("recipients: [it]", "functions: [cook]"),
        "CX-DANGLING",
    ),
    "an inject to nobody": (changed("    recipients: [it]\n", ""), "CX-INJECT-TO-NOBODY"),
    "a decision that nothing asks": (changed("    asks: cut-network\n", ""), "CX-DECISION-UNASKED"),
    "a duty that nothing starts": (changed("      - {start_duty: cert}\n", ""), "CX-DUTY-UNSTARTED"),
    "a step without use": (
        changed(
            "needs: [contain]",
            "needs: []",
            EXAMPLE.replace("unless: {step: contain}", "unless: {duty: cert}"),
        ),
        "CX-STEP-WITHOUT-USE",
    ),
    "an indicator beyond its bound": (
        changed("{any: [{indicator: anxiety, at_least: 3}, ", "{all: [{indicator: anxiety, at_least: 13}, "),
        "CX-NEVER-HOLDS",
    ),
    "an empty any": (
        changed("requires: {not: {service: phones, level: down}}", "requires: {any: []}"),
        "CX-NEVER-HOLDS",
    ),
    "a single option": (
        EXAMPLE[: EXAMPLE.index("      wait:\n")].replace("default: wait", "default: cut").encode()
        + EXAMPLE[EXAMPLE.index("\nservices:") :].encode(),
        "CX-SINGLE-OPTION",
    ),
    "two services of one name": (
        changed("{fr: Téléphonie, en: Telephones}", "{fr: Réseau, en: Network}"),
        "CX-SAME-NAME",
    ),
    "a variable that is not there": (changed("{beds}", "{bed}"), "CX-UNKNOWN-VARIABLE"),
    "a variable that is not used": (
        changed("{beds}", "vingt", EXAMPLE.replace("for {beds} beds", "for twenty beds")),
        "CX-UNUSED-VARIABLE",
    ),
    "no English": (changed("{fr: Le matin, en: The morning}", "Le matin"), "CX-MISSING-ENGLISH"),
    "a real number": (changed("J’appelle qui", "J’appelle le 01 42 00 00 00 ou qui"), "CX-REAL-ADDRESS"),
    "a real international number": (
        changed("Whom do I call?", "Call +33 (0)1 42 00 00 00"),
        "CX-REAL-ADDRESS",
    ),
    "a real address": (
        changed("N’éteignez rien", "Écrivez à garde@hopital.fr, n’éteignez rien"),
        "CX-REAL-ADDRESS",
    ),
    "a real site": (
        changed("N’éteignez rien", "Voyez https://www.hopital.fr/x et n’éteignez rien"),
        "CX-REAL-ADDRESS",
    ),
    "a plain space before a question mark": (changed("réseau\u202f?", "réseau ?"), "CX-TYPOGRAPHY"),
    "no space before a question mark": (changed("réseau\u202f?", "réseau?"), "CX-TYPOGRAPHY"),
    "a straight apostrophe": (changed("L’équipe", "L'équipe"), "CX-TYPOGRAPHY"),
    "plain spaces inside quotation marks": (
        changed("Personne n’a dormi.", "« Personne » n’a dormi."),
        "CX-TYPOGRAPHY",
    ),
    "three dots": (changed("Personne n’a dormi.", "Personne n’a dormi..."), "CX-TYPOGRAPHY"),
}

"""How it speaks: nobody's name, the words of the people of the house, no more than a wall can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from care_desktop.scenario.background import Judgement, Milestone
from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.script import (
    Correspondent,
    Decision,
    Inject,
    Knowledge,
    Option,
    Phase,
    Point,
    Variant,
)
from care_desktop.scenario.text import Text
from care_desktop.scenario.walking import Seen, texts

LINES, LINE = 12, 42
"""What a page of the wall holds and is still read from the back of the room; beyond, it is turned."""

_PERSON = re.compile(
    r"\b(?:M\.|MM\.|Mmes?|Mlles?|Dre?|Docteure?|Pre?|Professeure?|Monsieur|Madame|Mr|Mrs|Ms|Doctor)"
    r"[ \u00a0\u202f](?:de |d’|[Ll]e )?[A-ZÀ-Þ][A-Za-zÀ-ÿ’-]+"
)


class _Word(NamedTuple):
    """A word that is better said otherwise, in French."""

    found: re.Pattern[str]
    put: str


def _word(pattern: str, put: str) -> _Word:
    return _Word(re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), put)


_OUR_VOICE = (
    _word(
        "(?:fermer|fermez|fermons|fermeture d(?:es|’))(?:-vous)?(?: les)? ?urgences",
        "réguler ou réorienter, en accord avec le SAMU et l’ARS",
    ),
    _word("hack(?:eu)?rs?|pirates?", "attaquants"),
    _word("cellules? muettes?", "sans trace depuis…"),
    _word("décisions? (?:échues?|manquées?)", "sans décision à l’échéance"),
    _word("obligations? manquées?", "non réalisée pendant l’exercice"),
    _word("certificats? d’exercice", "attestation de réalisation"),
    _word("sûrs? et faux", "certitude à réexaminer"),
    _word("jouer une partie", "suivre un déroulé"),
    _word("scores?|classements?", "ce qui a été vu et décidé"),
)
_IN_THE_ROOM = (
    _word("cœur de confiance|E3R", "socle informatique sain"),
    _word("DMIA|PDMA", "durée sans laquelle on ne peut plus soigner en sécurité"),
)
_OF_OTHERS = (
    _word(
        "a (?:échoué|tardé)|ont (?:échoué|tardé)", "Référence publique : ce qui fut fait, et à quelle heure"
    ),
)
_WHERE_NOBODY_IS_A_PATIENT = (
    _word("patients", "résidents, ou {patients}"),
    _word("plan blanc", "plan bleu"),
)

_SPOKEN_BY_OTHERS = (Inject, Variant, Correspondent, Knowledge, Point)
_ROOM = {
    (Inject, "subject"),
    (Inject, "body"),
    (Variant, "body"),
    (Phase, "recap"),
    (Decision, "question"),
    (Option, "label"),
}
_ON_THE_WALL = {(Inject, "body"), (Variant, "body")}
_FOR_THE_SICK = {FacilityKind.HOSPITAL, FacilityKind.CLINIC}


def check(subject: Subject) -> Iterator[Finding]:
    """Names of people, words that hurt or are not theirs, texts beyond a page."""
    kinds = set(subject.scenario.facilities)
    homes = bool(kinds) and not kinds & _FOR_THE_SICK
    for seen, text in texts(subject.seen):
        for found in dict.fromkeys(_PERSON.findall(text.fr) + _PERSON.findall(text.en or "")):
            yield at(seen.path, "finding.person", {"found": found})
        for word in _words(seen, homes=homes):
            if (said := word.found.search(text.fr)) is not None:
                yield at(seen.path, "finding.word", {"word": said.group(), "put": word.put})
        if (type(seen.holder), seen.field.name) in _ON_THE_WALL and (lines := _lines(text)) > LINES:
            yield at(seen.path, "finding.beyond_a_page", {"lines": lines, "most": LINES})


def _words(seen: Seen, *, homes: bool) -> tuple[_Word, ...]:
    """The words that do not belong into a text: what somebody says in it is theirs."""
    words: tuple[_Word, ...] = (
        () if isinstance(seen.holder, _SPOKEN_BY_OTHERS) and seen.field.name != "title" else _OUR_VOICE
    )
    if (type(seen.holder), seen.field.name) in _ROOM:
        words += _IN_THE_ROOM
    if isinstance(seen.holder, (Milestone, Judgement)):
        words += _OF_OTHERS
    return words + _WHERE_NOBODY_IS_A_PATIENT if homes else words


def _lines(text: Text) -> int:
    """How many lines it takes in the longer of its languages."""
    said = (text.fr, text.en or "")
    return max(sum(_wrapped(line) for line in one.rstrip().split("\n")) for one in said)


def _wrapped(line: str) -> int:
    lines, taken = 1, 0
    for word in line.split():
        if taken and taken + 1 + len(word) > LINE:
            lines, taken = lines + 1, 0
        taken += len(word) + (1 if taken else 0)
    return lines

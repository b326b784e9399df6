"""Texts: both languages, variables that exist, nobody's real address, French as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.scenario import Scenario
from care_desktop.scenario.script import Decision, Inject, Option, Phase, Variant
from care_desktop.scenario.text import Text
from care_desktop.scenario.walking import Seen, texts, variables_in
from care_desktop.scenario.wording import OF_THE_FACILITY

# What players see or hear, by struct
_FOR_PLAYERS = {
    (Inject, "sender"),
    (Inject, "subject"),
    (Inject, "body"),
    (Variant, "body"),
    (Decision, "question"),
    (Option, "label"),
    (Phase, "recap"),
    (Scenario, "name"),
}

_GAP = "[ .\u00a0\u202f\u2011-]?"
_NUMBER = re.compile(rf"(?<![\d+])(?:(?:\+|00)33{_GAP}(?:\(0\))?|0)[1-9](?:{_GAP}\d\d){{4}}(?!\d)")
# From the start of a word on, lest a long one without a sign @ is looked through from each of its letters
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_URL = re.compile(r"(?:https?://|www\.)(?P<host>[^\s/»”\"]+)\S*")
# Numbers that the French regulator keeps for fiction, and names that lead nowhere
_MADE_UP_NUMBER = re.compile(r"(?:\+33|0033|0)(?:19900|26191|35301|46571|53649|63998)\d{4}")
_MADE_UP_HOST = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|org|net))?|invalid|test|localhost)\.?")

_TYPOGRAPHY = re.compile(
    "(?<=[^\\s;!?\u202f(«])[;!?](?![\\w/])|[ \u00a0][;!?]"  # a narrow no-break space before ; ! ?
    "|[^\\s\\d\u00a0]:(?=\\s|$)|[ \u202f]:"  # a no-break space before :
    "|«[^\u00a0]|[^\u00a0]»"  # and inside « »
    "|'|\"|“|”|\\.\\.\\.|(?<=\\S)  +"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Everything about how it is said."""
    variables = {variable.id for variable in subject.scenario.variables}
    used: set[str] = set()
    for seen, text in texts(subject.seen):
        named = {name for said in (text.fr, text.en or "") for name in variables_in(said)}
        used |= named
        for name in sorted(named - variables - OF_THE_FACILITY):
            yield at(seen.path, "finding.unknown_variable", {"name": name})
        yield from _said(seen, text)
    for name in sorted(variables - used):
        yield at(("variables", name), "finding.unused_variable", {"name": name})


def _said(seen: Seen, text: Text) -> Iterator[Finding]:
    # A judgement of nobody is told as what it is
    if seen.field.required and not text.fr.strip() and seen.field.name != "according_to":
        yield at(seen.path, "finding.blank", {"key": seen.field.key})
    # A number, or the name that a scenario goes by, is the same in both
    says_words = any(letter.isalpha() for letter in text.fr) and seen.path != ("name",)
    if text.en is None and says_words:
        yield at(seen.path, "finding.missing_english")
    if (type(seen.holder), seen.field.name) in _FOR_PLAYERS:
        for found in dict.fromkeys(_real(text.fr) + _real(text.en or "")):
            yield at(seen.path, "finding.real_address", {"found": found})
    if (fault := _TYPOGRAPHY.search(text.fr)) is not None:
        around = text.fr[max(0, fault.start() - 12) : fault.end() + 8].replace("\n", " ")
        yield at(seen.path, "finding.typography", {"around": around})


def _real(text: str) -> list[str]:
    """Telephone numbers and addresses that somebody may answer."""
    numbers = [one.group() for one in _NUMBER.finditer(text)]
    real = [one for one in numbers if not _MADE_UP_NUMBER.fullmatch(re.sub(r"[^\d+]|\(0\)", "", one))]
    for pattern in (_MAIL, _URL):
        hosts = pattern.finditer(text)
        real += [one.group() for one in hosts if not _MADE_UP_HOST.fullmatch(one["host"].lower())]
    return real

"""Whatever people typed, in every text of scenario, facility and report at once: shown letter for letter."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from care_desktop.debrief.debrief import debrief
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.words import Words
from care_desktop.report.dossier import Dossier, assemble
from care_desktop.report.pdf.typography import printable, typeset
from care_desktop.scenario.background import Source
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Duty
from care_desktop.scenario.text import Text
from tests.report.afternoon import played
from tests.report.dossiers import made
from tests.report.pdf.hostile import PAYLOADS
from tests.report.shown import shown
from tests.report.written import BOX, TEXTS, VAL

MORE = {
    "latin": "naïve Œuvre çà et là, ÀÉÎÕÜ ß ø å",
    "sql": "'); DROP TABLE events;--",
    "path": "../../etc/passwd C:\\Windows\\System32",
    "template": "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "format": "{0.__class__} {name!r:>{width}}",
    "percent": "100 % de 50% et %n%s",
    "url": "https://exemple.invalid/?q=<b>&x=%22#ancre",
    "mail": "prenom.nom@exemple.invalid",
    "arrows": "→ ≤ ≥ − × ≠ œ Œ",
    "punctuation": "Quoi ? Non ! Oui ; « si » : 10 000 %",
    "dots": "... …. . ..",
    "nbsp": "a\u00a0b\u202fc\u2009d\u200be",
    "tabs": "un\tdeux\tdeux et demi",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "numbers": "+33 1 00 00 00 00 / 00 000 000 0",
    "wide": "W" * 300,
}
ALL = PAYLOADS | MORE
LEAST = 60
"""How often a report says a short text that stands in every field, at least."""
_IDS = frozenset({"objective", "phase", "service", "cell"})


def in_all_texts(value: Any, payload: str) -> Any:  # noqa: ANN401 - any part of script, facility or texts
    """The same with the payload for every text that a person wrote; ids stay what they are."""
    if isinstance(value, Text):
        return Text(payload, payload)
    if isinstance(value, Words):
        return Words.seal(payload.encode(errors="replace").decode(), b"salt" * 4)
    if isinstance(value, tuple):
        return tuple(in_all_texts(one, payload) for one in value)
    if not isinstance(value, Struct):
        return value
    written = type(value).__module__ == "care_desktop.report.dossier" or isinstance(value, Source | Facility)
    changed = {}
    for name in value.__struct_fields__:
        part = getattr(value, name)
        if type(part) is not str:
            changed[name] = in_all_texts(part, payload)
        elif (written and name not in _IDS | {"id"}) or (isinstance(value, Duty) and name == "as_of"):
            changed[name] = payload
    return replace(value, **changed)


def hostile(payload: str) -> Dossier:
    afternoon = played()
    script = in_all_texts(afternoon.index.script, payload)
    events = [in_all_texts(event, payload) for event in afternoon.events]
    box = in_all_texts(BOX, payload)
    return assemble(
        script,
        events,
        debrief(ScriptIndex(script), events),
        facility=in_all_texts(VAL, payload),
        stamps=afternoon.stamps,
        box=replace(box, distribution=(payload,) * 3, variants=(payload,)),
        texts=in_all_texts(TEXTS, payload),
    )


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_there_are_forty_texts() -> None:
    assert len(ALL) == 40


@pytest.mark.parametrize("payload", ALL.values(), ids=ALL)
def test_a_text_in_every_field_is_shown_as_typed(payload: str) -> None:
    content = made(hostile(payload))
    expected = squeezed(printable(typeset(" ".join(payload.split()), "fr")))
    found = squeezed(shown(content)).count(expected) if expected else LEAST
    assert found >= (1 if len(payload) > 150 else LEAST)


def test_a_text_too_long_for_its_place_is_whole_in_the_annex() -> None:
    long = "Le cadre de garde a relu chaque prescription avec la pharmacie. " * 30
    text = squeezed(shown(made(hostile(long))))
    assert "(annexe,T1)" in text
    assert squeezed(long) in text


def test_erased_words_are_said_to_be_erased() -> None:
    afternoon = played()
    erased = [_erased(event) for event in afternoon.events]
    dossier = assemble(
        afternoon.index.script,
        erased,
        debrief(afternoon.index, erased),
        facility=VAL,
        stamps=afternoon.stamps,
    )
    text = squeezed(shown(made(dossier)))
    assert "texteeffacéàlademande" in text
    assert "Troisservicestouchés" not in text


def _erased(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Words):
        return Words(value.digest)
    if isinstance(value, Struct):
        return replace(value, **{name: _erased(getattr(value, name)) for name in value.__struct_fields__})
    return value

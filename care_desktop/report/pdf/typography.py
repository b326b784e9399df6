"""Plain text made ready for print: its typography, what the typefaces lack, markup shown as typed."""

from __future__ import annotations

import html
import re
import unicodedata

from care_desktop.report.pdf import fonts

MISSING = "◊"
"""Stands where the typefaces have no letter: never a blank."""

_NARROW = "\u202f"
_FIXED = "\u00a0"
_SPACES = "[ \u00a0\u202f\u2009]"

_UNITS = "h|min|s|j|jours?|heures?|minutes?|secondes?|km|m|kg|g|ko|Mo|Go|To|lits?|€|°C|pt|mm|cm"
_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|janv\\.|févr\\.|avr\\.|juill\\.|sept\\.|oct\\.|nov\\.|déc\\."
)
_NUMBERED = (
    "[Ff]igures?|[Tt]ableaux?|[Ss]ections?|[Aa]nnexes?|[Pp]ages?|[Aa]ctions?|[Jj]ournal|[Dd]écisions?"
    "|[Aa]rticles?|art\\.|[Aa]llure|[Éé]tapes?|[Pp]hases?|n°|[Ss]ources?"
)
_COMMON: tuple[tuple[str, str], ...] = (
    (r"(?<=\w)'(?=\w)", "’"),
    (r"\.\.\.", "…"),
    (r"(?<=\s)[-—](?=\s)", "–"),
    (rf"(?<=\d) (?=(?:{_UNITS})(?!\w))", _FIXED),
    (r"(?<=\d\u00a0h) (?=\d)", _FIXED),
    (r"(?<!\w)(art\.|[Aa]rticles?) (?=[LRD]\.[ \u00a0]\d)", rf"\1{_FIXED}"),
    (r"(?<!\w)([LRD]\.) (?=\d)", rf"\1{_FIXED}"),
)
# In this order: what one rule puts in, a later one may need to see
_FRENCH: tuple[tuple[str, str], ...] = (
    (r"(?<!\w)nº", "n°"),
    (rf"«{_SPACES}*(?=\S)", f"«{_FIXED}"),
    (rf"(?<=[^\s«]){_SPACES}*»", f"{_FIXED}»"),
    (rf"(?<=\S){_SPACES}+(?=[;!?])", _NARROW),
    (r"(?<=[\w)»\]])(?=[;!?](?:[\s»)]|$))", _NARROW),
    (rf"(?<=\S){_SPACES}+(?=:(?:\s|$))", _FIXED),
    (r"(?<=[\w)»\]])(?=:(?:\s|$))", _FIXED),
    (rf"(?<=\d){_SPACES}*%", f"{_NARROW}%"),
    (r"(?<=\d) (?=\d{3}(?:[ \u202f]\d{3})*(?!\d))", _NARROW),
    (rf"(?<=\d) (?=(?:{_MONTHS})(?!\w))", _FIXED),
    (rf"(?<=1er) (?=(?:{_MONTHS})(?!\w))", _FIXED),
    (rf"(?<!\w)({_NUMBERED}) (?=\d|[A-Z]\d)", rf"\1{_FIXED}"),
    (r"(?<!\w)(M\.|MM\.|Mmes?|Drs?|Pr|Me) (?=[^\W\d_a-zà-ÿ])", rf"\1{_FIXED}"),
    (r"(?<=[A-Z]\d),? (?=[A-Z]\d[^\[]*\])", f",{_FIXED}"),
)
_RULES = {
    language: tuple((re.compile(pattern), replacement) for pattern, replacement in rules)
    for language, rules in (("fr", _COMMON + _FRENCH), ("en", _COMMON))
}
# Marks of direction, joiners and other marks without a shape: what is left reads in the order it was stored
_SHAPELESS = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
_ORDINAL = re.compile(r"(?<![\w#])1(er|re)(?!\w)")
_RAISED = r'1<super rise="33%" size="70%">\1</super>'


def typeset(text: str, language: str) -> str:
    """Apply the typography of a language to plain text; applied again, it changes nothing."""
    for pattern, replacement in _RULES["fr" if language.startswith("fr") else "en"]:
        text = pattern.sub(replacement, text)
    return text


def printable(text: str) -> str:
    """Keep what the typefaces can show, on one line: controls go, an unknown letter leaves a visible mark."""
    known = fonts.register()
    text = _SHAPELESS.sub("", unicodedata.normalize("NFC", text))
    return "".join(_shown(letter, known) for letter in text)


def _shown(letter: str, known: frozenset[int]) -> str:
    if letter.isspace():
        return letter if letter in (_NARROW, _FIXED) else " "
    if unicodedata.category(letter) == "Cc":
        return ""
    return letter if ord(letter) in known else MISSING


def escape(text: str) -> str:
    """Make any text safe inside a paragraph's markup, shown letter for letter; line ends become breaks."""
    lines = text.strip("\r\n").splitlines()
    return "<br/>".join(html.escape(printable(line)) for line in lines)


def markup(text: str, language: str) -> str:
    """Typeset and escape plain text for a paragraph; French ordinals are raised."""
    made = escape(typeset(text, language))
    return _ORDINAL.sub(_RAISED, made) if language.startswith("fr") else made


def plain(text: str, language: str) -> str:
    """Typeset plain text for what is not markup: outline, alternative text, drawings, header and footer."""
    return typeset(printable(text), language)

"""Words are made at the edge: the core returns messages, a catalogue turns them into text."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct

from care_desktop import paths

Language = Literal["fr", "en"]

_LINE = re.compile(r'(?:(msg\w+(?:\[\d\])?) )?"(.*)"')
_SIMPLE = re.compile(r'msgid "([^"\\\n]+)"\nmsgstr "([^"\\\n]+)"')
_PLURAL = re.compile(r"plural=([^;\n]+)")
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


class Message(Struct, frozen=True):
    """Something to tell a person, without a language: an identifier and its parameters.

    ``id`` is a dotted key of the catalogue (``refusal.not_running``); ``params`` fill the
    ``{name}`` places of its text.
    """

    id: str
    params: Mapping[str, int | str] = {}


class _Entry(NamedTuple):
    """The text of one message: one form, or one for each plural form of its language."""

    forms: tuple[str, ...]
    form: Callable[[int], int]


class Catalogue:
    """The texts of one language. What it lacks is said in French; what French lacks is a bug."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._entries = _read("fr")
        if language != "fr":
            self._entries |= _read(language)

    def text(self, message: Message) -> str:
        """Say ``message``. The parameter ``n`` chooses among plural forms."""
        entry = self._entries.get(message.id)
        if entry is None:
            raise KeyError(f"no text for the message {message.id!r} in any catalogue")
        if len(entry.forms) == 1:
            return entry.forms[0].format_map(message.params)
        return entry.forms[entry.form(int(message.params["n"]))].format_map(message.params)


def _read(language: Language) -> dict[str, _Entry]:
    """Read the gettext file of ``language``; entries without a text do not count.

    Babel reads it too, ten times slower than a window may take to start; a test holds the two against
    each other. What is read here is what our files hold: no contexts, no obsolete entries.
    """
    text = (paths.resources() / "locale" / language / "care.po").read_text(encoding="utf-8")
    form: Callable[[int], int] = gettext.c2py("0")
    entries = {}
    for block in text.split("\n\n"):
        simple = _SIMPLE.fullmatch(block)  # nearly all are, and a window waits for them
        if simple is not None:
            entries[simple[1]] = _Entry((simple[2],), form)
            continue
        said = _keywords(block)
        key = said.pop("msgid", "")
        said.pop("msgid_plural", None)
        forms = tuple(said.values())
        if key and forms and all(forms):
            entries[key] = _Entry(forms, form)
        elif not key and (rule := _PLURAL.search(said.get("msgstr", ""))):
            form = gettext.c2py(rule[1])
    return entries


def _keywords(block: str) -> dict[str, str]:
    """The strings of one entry by their keyword; those on several lines are joined."""
    said: dict[str, str] = {}
    keyword = ""
    for line in block.split("\n"):
        found = _LINE.fullmatch(line)
        if found is not None:
            keyword = found[1] or keyword
            said[keyword] = said.get(keyword, "") + _ESCAPED.sub(_unescaped, found[2])
    return said


def _unescaped(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[1], found[1])

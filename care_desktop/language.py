"""Words are made at the edge: the core returns messages, a catalogue turns them into text."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct

from care_desktop import paths

Language = Literal["fr", "en"]


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
    """Read the gettext file of ``language``; entries without a text do not count."""
    from babel.messages.pofile import read_po  # only whoever speaks pays for it

    with (paths.resources() / "locale" / language / "care.po").open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    form = gettext.c2py(catalogue.plural_expr)
    entries = {}
    for message in catalogue:
        key = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if key and forms and all(forms):
            entries[key] = _Entry(forms, form)
    return entries

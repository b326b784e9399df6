"""Finding an action by a few letters of what it is called."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from care_desktop.language import Message
from ui.actions import Action, Actions
from ui.voice import Voice


class Found(NamedTuple):
    """An action of the palette: its words, the stretch of them that was asked for, its key, why not now."""

    id: str
    icon: str
    text: str
    matched: tuple[int, int]
    hint: str
    key: str
    possible: bool


def find(actions: Actions, voice: Voice, asked: str) -> list[Found]:
    """The actions at hand that answer to ``asked``: those that begin with it, then those that hold it.

    Accents and capitals make no difference. What cannot be done now stays, with its reason, after the others.
    """
    wanted = folded(asked.strip())
    found = [one for one in _told(actions, voice, wanted) if one is not None]
    return sorted(found, key=lambda one: (not one.possible, one.matched[0] if wanted else 0))


def folded(text: str) -> str:
    """A text without capitals and accents, as long as it was."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text).lower()


def _told(actions: Actions, voice: Voice, wanted: str) -> Iterable[Found | None]:
    for action in actions.at_hand():
        if action.in_palette:
            yield _row(action, actions, voice, wanted)


def _row(action: Action, actions: Actions, voice: Voice, wanted: str) -> Found | None:
    text = actions.text(action.id)
    place = folded(text).find(wanted)
    if place < 0:
        return None
    refusal = action.refusal()
    return Found(
        action.id,
        action.icon,
        text,
        (place, place + len(wanted)),
        _reason(voice, refusal),
        actions.key(action.id),
        refusal is None,
    )


def _reason(voice: Voice, refusal: Message | None) -> str:
    return "" if refusal is None else voice.message(refusal)

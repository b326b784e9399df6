"""The scene of an inject, by the way on which it reached the players."""

from __future__ import annotations

import re

from care_desktop.scenario.ids import InjectId
from care_desktop.scenario.script import Channel
from ui.room.outlook import Outlook
from ui.room.scene import (
    Alert,
    Document,
    Line,
    Mail,
    Mouth,
    Notice,
    Phone,
    Post,
    Press,
    Scene,
    Sheet,
    Spoken,
)
from ui.room.told import LABELS, Told, quoted, told

_LINK = re.compile(r"\b(?:https?://|www\.)\S+|\b\w+\.onion\S*", re.IGNORECASE)
_MOUTHS = {
    Channel.CALL: Mouth.CALL,
    Channel.IN_PERSON: Mouth.IN_PERSON,
    Channel.PRESS: Mouth.PRESS,
    Channel.BROADCAST: Mouth.BROADCAST,
}


def heard(outlook: Outlook, inject: InjectId) -> Scene | None:
    """What an inject looks like; None where it has not been launched."""
    one = told(outlook, inject)
    return None if one is None else _scene(outlook, one)


def _scene(outlook: Outlook, one: Told) -> Scene:
    match one.channel:
        case Channel.PRESS if one.subject or not one.sender:
            return _press(outlook, one)
        case Channel.CALL | Channel.IN_PERSON | Channel.PRESS | Channel.BROADCAST:
            return _spoken(outlook, one)
        case Channel.EMAIL:
            return Mail(outlook.strip(), _subject(outlook, one), _head(outlook, one), one.body)
        case Channel.DOCUMENT:
            return Document(outlook.strip(), _subject(outlook, one), _head(outlook, one), one.body)
        case Channel.SMS:
            return Phone(outlook.strip(), _who(outlook, one), _hour(outlook, one), _bubbles(one))
        case Channel.SOCIAL:
            note = outlook.voice.say("room.post_note")
            return Post(outlook.strip(), _who(outlook, one), _hour(outlook, one), _bubbles(one), note)
        case Channel.ALERT:
            return Alert(outlook.strip(), _who(outlook, one), _hour(outlook, one), _whole(one))
        case Channel.RANSOM_NOTE:
            return _sheet(outlook, one)
        case Channel.NOTICE:
            return Notice(outlook.strip(), one.subject, one.body)


def _spoken(outlook: Outlook, one: Told) -> Spoken:
    label = outlook.voice.say(LABELS[one.channel])
    everybody = set(one.recipients) >= set(outlook.index.cells)
    to = outlook.voice.say("room.to_all") if everybody else _to(outlook, one)
    words = "\n".join(part for part in (one.subject, quoted(one.body, outlook.voice)) if part)
    return Spoken(outlook.strip(), _MOUTHS[one.channel], label, one.sender or label, to, words)


def _press(outlook: Outlook, one: Told) -> Press:
    voice = outlook.voice
    headline, _, rest = (one.body if not one.subject else f"{one.subject}\n{one.body}").partition("\n")
    paper = one.sender or voice.say("room.newspaper")
    return Press(outlook.strip(), paper, _hour(outlook, one), headline, rest, voice.say("room.press_note"))


def _sheet(outlook: Outlook, one: Told) -> Sheet:
    voice = outlook.voice
    hour = _hour(outlook, one)
    foot = (
        voice.say("room.printed_by", who=one.sender, hour=hour)
        if one.sender
        else voice.say("room.printed", hour=hour)
    )
    body = _LINK.sub(voice.say("room.link_removed"), one.body)
    return Sheet(outlook.strip(), one.subject, body, foot)


def _head(outlook: Outlook, one: Told) -> tuple[Line, ...]:
    lines = (
        Line(outlook.voice.say("room.from"), one.sender),
        Line(outlook.voice.say("room.to"), outlook.cells(one.recipients)),
    )
    return tuple(line for line in lines if line.value)


def _to(outlook: Outlook, one: Told) -> str:
    cells = outlook.cells(one.recipients)
    return outlook.voice.say("room.to_cells", cells=cells) if cells else ""


def _subject(outlook: Outlook, one: Told) -> str:
    return one.subject or outlook.voice.say(LABELS[one.channel])


def _who(outlook: Outlook, one: Told) -> str:
    return one.sender or outlook.voice.say(LABELS[one.channel])


def _hour(outlook: Outlook, one: Told) -> str:
    return outlook.voice.hour(one.since)


def _bubbles(one: Told) -> tuple[str, ...]:
    return tuple(line for line in _whole(one).split("\n") if line.strip())


def _whole(one: Told) -> str:
    return f"{one.subject}\n{one.body}" if one.subject else one.body

"""What players were told by an inject: the words that reached them, and nothing of what stands beside."""

from __future__ import annotations

import re
from typing import NamedTuple

from care_desktop.exercise.state import InjectState
from care_desktop.scenario.ids import CellId, InjectId
from care_desktop.scenario.script import Channel, Inject, Way
from care_desktop.scenario.time import StoryMs
from ui.room.outlook import Outlook
from ui.voice import Voice

LABELS = {
    Channel.CALL: "room.call",
    Channel.EMAIL: "room.email",
    Channel.SMS: "room.sms",
    Channel.IN_PERSON: "room.in_person",
    Channel.DOCUMENT: "room.document",
    Channel.PRESS: "room.press",
    Channel.BROADCAST: "room.broadcast",
    Channel.SOCIAL: "room.social",
    Channel.ALERT: "room.alert",
    Channel.RANSOM_NOTE: "room.ransom_note",
    Channel.NOTICE: "room.notice",
}
_FOR_ALL_TO_SEE = frozenset(
    {Channel.BROADCAST, Channel.SOCIAL, Channel.ALERT, Channel.NOTICE, Channel.RANSOM_NOTE}
)
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_SHORTEST, _LONGEST = 25, 80


class Told(NamedTuple):
    """What an inject that was launched says."""

    channel: Channel
    recipients: tuple[CellId, ...]
    sender: str
    subject: str
    body: str
    since: StoryMs


def told(outlook: Outlook, inject: InjectId) -> Told | None:
    """What an inject told; None as long as it is not launched, or was recalled."""
    state = outlook.view.injects.get(inject)
    if state is None or state.launched_at is None:
        return None
    since = state.launched_at.story
    written = outlook.index.injects.get(inject)
    if written is not None:
        say = outlook.voice.text
        body = _body(written, state, outlook.voice)
        return Told(
            written.channel, written.recipients, say(written.sender), say(written.subject), body, since
        )
    if state.improvised is None:
        return None
    improvised = state.improvised
    words = state.corrected or improvised.text
    return Told(improvised.channel, improvised.recipients, "", "", words.text or "", since)


def goes_up_by_itself(outlook: Outlook, one: Told) -> bool:
    """Whether what was told goes on the wall without being asked.

    Where cells sit apart, only what all the world can see: a journalist who asks somebody is not read by
    all, an article is; a letter to all cells is, one to a single cell is not.
    """
    if outlook.index.script.options.way is not Way.SIMULATION:
        return True
    if one.channel is Channel.PRESS:
        return bool(one.subject) or not one.sender
    if one.channel is Channel.EMAIL:
        return set(one.recipients) >= set(outlook.index.cells)
    return one.channel in _FOR_ALL_TO_SEE


def gist(one: Told, voice: Voice) -> str:
    """Who said what, in a line: the subject, or the first sentence that says something."""
    hour = voice.hour(one.since)
    who = one.sender or voice.say(LABELS[one.channel])
    return voice.say("room.fact", hour=hour, who=who, what=one.subject or quoted(_sentence(one.body), voice))


def quoted(words: str, voice: Voice) -> str:
    """Words in quotation marks, unless they have marks of their own."""
    plain = words.strip()
    if not plain or "«" in plain or "“" in plain or plain.startswith(("—", "(")):
        return plain
    return voice.say("room.quoted", words=plain)


def _body(written: Inject, state: InjectState, voice: Voice) -> str:
    if state.corrected is not None:
        return state.corrected.text or ""
    for variant in written.variants:
        if variant.id == state.variant:
            return voice.text(variant.body)
    return voice.text(written.body)


def _sentence(body: str) -> str:
    sentences = [one for one in _SENTENCES.split(body.replace("\n", " ")) if one]
    first = next((one for one in sentences if len(one) >= _SHORTEST), "".join(sentences[:1]))
    if len(first) <= _LONGEST:
        return first
    return first[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:\u00a0\u202f ") + "…"

"""A call with somebody outside: what the outsider who is called knows now, says and will not say."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.exercise.state import Status
from care_desktop.scenario.ids import CorrespondentId, PointId
from care_desktop.scenario.script import Claim
from ui.conduct.seen import Seen


class Card(Struct, frozen=True):
    """What the animator who plays an outsider has before them."""

    correspondent: CorrespondentId
    name: str
    tone: str
    knows: tuple[str, ...]
    answers: str
    asks: str
    refuses: str
    points: tuple[tuple[PointId, str], ...]
    said: frozenset[PointId]


def names(seen: Seen, typed: str = "") -> list[tuple[CorrespondentId, str]]:
    """The outsiders whose name has what was typed in it."""
    wanted = typed.strip().casefold()
    every = [(one.id, seen.speaker.text(one.name)) for one in seen.index.script.correspondents]
    return [(of, name) for of, name in every if wanted in name.casefold()]


def card(seen: Seen, of: CorrespondentId) -> Card:
    """The card of an outsider, as of now."""
    one = seen.index.correspondents[of]
    text = seen.speaker.text
    known = tuple(text(each.text) for each in one.knows if each.since is None or each.since <= seen.now.story)
    return Card(
        of,
        text(one.name),
        text(one.tone),
        known,
        text(one.answers),
        text(one.asks),
        text(one.refuses),
        tuple((point.id, text(point.text)) for point in one.points),
        seen.view.said.get(of, frozenset()),
    )


def what_it_records(seen: Seen, of: CorrespondentId, ticked: frozenset[PointId]) -> list[str]:
    """What noting the call will bring for the duties of this outsider, said before it is noted."""
    said = ticked | seen.view.said.get(of, frozenset())
    return [line for claim in seen.index.correspondents[of].claims if (line := _claim(seen, of, claim, said))]


def _claim(seen: Seen, of: CorrespondentId, claim: Claim, said: frozenset[PointId]) -> str:
    if seen.duty(claim.duty).met is not None or seen.view.status is Status.PREPARED:
        return ""
    name = seen.speaker.text(seen.index.duties[claim.duty].name)
    texts = {point.id: point.text for point in seen.index.correspondents[of].points}
    left = [seen.speaker.text(texts[point]) for point in claim.points if point not in said]
    if not left:
        return seen.speaker.say("conduct.call_records", duty=name)
    return seen.speaker.say("conduct.call_would_record", points=" ; ".join(left), duty=name)

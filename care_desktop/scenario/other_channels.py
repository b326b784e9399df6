"""An inject that reaches players by other channels as well, each with words of its own."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from care_desktop.scenario.conditions import InjectSent
from care_desktop.scenario.ids import InjectId
from care_desktop.scenario.script import Channel, Inject


def by_each_channel(inject: Inject) -> Iterator[Inject]:
    """The inject, then one for each of its other channels, which launches by itself when it does.

    What follows from it follows once: the others have no effects, no question and nothing expected of them.
    """
    yield replace(inject, others=())
    for other in inject.others:
        yield Inject(
            named(inject.id, other.channel),
            inject.title,
            other.channel,
            other.recipients or inject.recipients,
            when=InjectSent(inject.id),
            auto=True,
            sender=inject.sender,
            subject=inject.subject,
            body=other.body,
            weight=inject.weight,
            reliability=inject.reliability,
            functions=() if other.recipients else inject.functions,
            correspondent=inject.correspondent,
            animator=inject.animator,
        )


def named(inject: InjectId, channel: Channel) -> InjectId:
    """What the same inject is called by another channel: ``press-sms``."""
    return f"{inject}-{channel.value}"

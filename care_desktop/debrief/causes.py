"""What an event is about, to say by what another came."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.exercise import events as e


class About(Struct, frozen=True):
    """A part of the script: its sort (``inject``, ``decision``, ``trigger``…) and its id."""

    sort: str
    id: str


_SORTS = ("inject", "decision", "duty", "service", "step", "trigger", "correspondent", "indicator", "phase")


def about(fact: e.Fact) -> About | None:
    """The part of the script that a fact is about; None where it is about none."""
    for sort in _SORTS:
        if sort in fact.__struct_fields__:
            return About(sort, str(getattr(fact, sort)))
    return None

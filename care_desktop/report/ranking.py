"""Sources by what they are cited for: texts of law, guides, then what is published of other hospitals."""

from __future__ import annotations

from collections.abc import Collection

from care_desktop.scenario.background import Basis, Source
from care_desktop.scenario.script import Script

_RANKS = {Basis.LAW: 0, Basis.GUIDE: 1}
_PUBLIC = 2


def in_order(script: Script, among: Collection[str] | None = None) -> tuple[Source, ...]:
    """The sources among those named, all if none are; each at the best of what it is cited for."""
    ranks: dict[str, int] = {}
    judged = (option.judged for decision in script.decisions for option in decision.options)
    for judgement in judged:
        if judgement is None or judgement.basis is None:
            continue
        rank = _RANKS.get(judgement.basis, _PUBLIC)
        for source in judgement.sources:
            ranks[source] = min(rank, ranks.get(source, _PUBLIC))
    shown = [one for one in script.sources if among is None or one.id in among]
    return tuple(sorted(shown, key=lambda one: ranks.get(one.id, _PUBLIC)))

"""Time at the table: enough to read what is asked, and nothing planned after the end."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.script import Decision
from care_desktop.scenario.time import MINUTE
from care_desktop.scenario.written_time import write_duration

WORDS_A_MINUTE = 200
"""How fast somebody reads aloud to a table, who then still has to talk: a proposal, not a norm."""


def check(subject: Subject) -> Iterator[Finding]:
    """Limits shorter than the reading, injects that come after FINEX, authorities whom no cell expects."""
    scenario = subject.scenario
    expected = {function for cell in scenario.cells for function in cell.functions}
    for decision in scenario.decisions:
        path = ("decisions", decision.id)
        limit = None if decision.limit is None else subject.plan.at_most(decision.limit)
        if limit is not None and limit < reading(decision):
            params = {"name": decision.id, "reading": write_duration(reading(decision))}
            yield at((*path, "limit"), "finding.limit_unreadable", params)
        authority = decision.authority
        if authority and authority not in expected and ("function", authority) in subject.parts:
            yield at((*path, "authority"), "finding.authority_in_no_cell", {"name": authority})
    for inject in scenario.injects:
        planned = None if inject.at is None else inject.at.play
        if planned is not None and 0 < scenario.lasts <= planned:
            params = {"name": inject.id, "lasts": write_duration(scenario.lasts)}
            yield at(("injects", inject.id, "at"), "finding.after_the_end", params)


def reading(decision: Decision) -> int:
    """The milliseconds that it takes to read the question, the options and their prices, in whole seconds."""
    said = [decision.question, *(text for one in decision.options for text in (one.label, one.price))]
    words = max(sum(len(text.in_language(language).split()) for text in said) for language in ("fr", "en"))
    return words * MINUTE // WORDS_A_MINUTE // 1000 * 1000

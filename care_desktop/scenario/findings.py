"""What is found wrong with a file or a scenario: a stable code, how bad, where, what, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from care_desktop.language import Message
from care_desktop.scenario.characters import shown

Params = Mapping[str, int | str]
NONE: Params = {}


class Severity(StrEnum):
    """How bad it is: an error cannot be played, a warning will be felt in the room."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(Struct, frozen=True):
    """Where it is: the file, its line and column from 1 on (None when unknown), the path of keys."""

    file: str = ""
    line: int | None = None
    column: int | None = None
    path: str = ""


class Finding(Struct, frozen=True):
    """One thing to say about a scenario; ``code`` never changes its meaning."""

    code: str
    severity: Severity
    place: Place
    message: Message
    remedy: Message


_ERRORS = (
    "finding.alias",
    "finding.anchor",
    "finding.begins_with_variable",
    "finding.character",
    "finding.choice",
    "finding.colon",
    "finding.condition_kind",
    "finding.counted_from",
    "finding.counted_from_nothing",
    "finding.directive",
    "finding.documents",
    "finding.duplicate_key",
    "finding.duration",
    "finding.effect_kind",
    "finding.empty",
    "finding.identifier",
    "finding.key_not_text",
    "finding.list_expected",
    "finding.map_expected",
    "finding.missing_key",
    "finding.moment",
    "finding.newer_format",
    "finding.not_a_file",
    "finding.not_text",
    "finding.one_bound",
    "finding.quote_open",
    "finding.reserved_character",
    "finding.story_moment",
    "finding.stretch",
    "finding.tab",
    "finding.tag",
    "finding.too_big",
    "finding.too_deep",
    "finding.too_many",
    "finding.too_many_values",
    "finding.truth",
    "finding.two_kinds",
    "finding.unknown_key",
    "finding.unreadable",
    "finding.value_expected",
    "finding.whole_number",
    "finding.yaml",
)
_ERRORS_OF_CHECKS = (
    "finding.accepted_without_motive",
    "finding.backlog",
    "finding.blank",
    "finding.bounds",
    "finding.channel_twice",
    "finding.crew",
    "finding.dangling",
    "finding.decision_to_nobody",
    "finding.duty_without_name",
    "finding.fact_without_source",
    "finding.judgement_without_author",
    "finding.judgement_without_basis",
    "finding.lead_not_asked",
    "finding.limit_without_way_on",
    "finding.needed_in_a_circle",
    "finding.never_holds",
    "finding.pace",
    "finding.phase_order",
    "finding.phase_too_late",
    "finding.real_address",
    "finding.same_identifier",
    "finding.single_option",
    "finding.unknown_law",
    "finding.unknown_usual",
    "finding.unknown_variable",
    "finding.weight",
)
_WARNINGS = (
    "finding.after_the_end",
    "finding.authority_in_no_cell",
    "finding.beyond_a_page",
    "finding.cell_idle",
    "finding.crowded",
    "finding.decision_unasked",
    "finding.duty_unstarted",
    "finding.facility_kind",
    "finding.function_absent",
    "finding.function_in_no_cell",
    "finding.gate_before_nothing",
    "finding.inject_to_nobody",
    "finding.island_of_nothing",
    "finding.law_off",
    "finding.limit_unreadable",
    "finding.longest_is_right",
    "finding.one_defensible",
    "finding.option_without_price",
    "finding.person",
    "finding.ransom_offered",
    "finding.same_name",
    "finding.stage_order",
    "finding.step_without_use",
    "finding.too_long",
    "finding.two_calls",
    "finding.typography",
    "finding.word",
)
_INFORMATION = (
    "finding.accepted_in_vain",
    "finding.channel_cut",
    "finding.compared_at_pace",
    "finding.duty_without_delay",
    "finding.facility_function",
    "finding.facility_variable",
    "finding.in_reserve",
    "finding.missing_english",
    "finding.nobody_restores",
    "finding.objective_without_evidence",
    "finding.reaction_without_objective",
    "finding.target_before_need",
    "finding.target_impossible",
    "finding.unused_variable",
)

SEVERITIES: dict[str, Severity] = (
    dict.fromkeys(_ERRORS + _ERRORS_OF_CHECKS, Severity.ERROR)
    | dict.fromkeys(_WARNINGS, Severity.WARNING)
    | dict.fromkeys(_INFORMATION, Severity.INFO)
)


# What a remedy shows of the language itself: no catalogue says it differently
_EXAMPLES: dict[str, Params] = {
    "finding.counted_from": {"play": "{play: 8 min}", "story": "{story: 8 min}"},
    "finding.counted_from_nothing": {"moment": "J+0 03:30"},
    "finding.map_expected": {"pair": "name: MUGUET"},
    "finding.moment": {"story": "J+0 02:05", "play": "T+0:45"},
    "finding.story_moment": {"first": "J+0 02:05", "second": "J+1 07:30"},
    "finding.stretch": {"play": "{play: 10 min}", "story": "{story: 30 min}"},
}


def code_of(what: str) -> str:
    """The code of a kind of finding: ``CX-UNKNOWN-KEY``."""
    return "CX-" + what.removeprefix("finding.").replace("_", "-").upper()


def finding(what: str, place: Place, params: Params = NONE, remedy: Message | None = None) -> Finding:
    """A finding; ``what`` names two texts of the catalogue, ``.happened`` and ``.remedy``.

    ``remedy`` says it better than the second one where more is known.
    """
    # Keys that this program knows are told whole; what stands in a file may be long, or not fit to print
    told = {
        name: shown(one) if isinstance(one, str) and name != "known" else one for name, one in params.items()
    }
    params = {**told, **_EXAMPLES.get(what, NONE)}
    return Finding(
        code_of(what),
        SEVERITIES[what],
        place,
        Message(f"{what}.happened", params),
        remedy or Message(f"{what}.remedy", params),
    )

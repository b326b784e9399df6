"""Identifiers of the things a script names. Journals hold these, never the authored texts.

They are words that an author chose, so their types are names for ``str``, to read signatures by; what each
points at stands beside it, for those who read, write and check files by the annotations of the structs.
"""

from __future__ import annotations

from typing import Annotated, NamedTuple, TypeAlias


class Refers(NamedTuple):
    """What an identifier names: the class of the part, in lower case."""

    part: str


AnimatorId: TypeAlias = Annotated[str, Refers("animator")]
CellId: TypeAlias = Annotated[str, Refers("cell")]
CorrespondentId: TypeAlias = Annotated[str, Refers("correspondent")]
CriterionId: TypeAlias = Annotated[str, Refers("criterion")]
DecisionId: TypeAlias = Annotated[str, Refers("decision")]
DutyId: TypeAlias = Annotated[str, Refers("duty")]
FunctionId: TypeAlias = Annotated[str, Refers("function")]
IndicatorId: TypeAlias = Annotated[str, Refers("indicator")]
InjectId: TypeAlias = Annotated[str, Refers("inject")]
MilestoneId: TypeAlias = Annotated[str, Refers("milestone")]
ObjectiveId: TypeAlias = Annotated[str, Refers("objective")]
OptionId: TypeAlias = Annotated[str, Refers("option")]
PhaseId: TypeAlias = Annotated[str, Refers("phase")]
PointId: TypeAlias = Annotated[str, Refers("point")]
ReactionId: TypeAlias = Annotated[str, Refers("reaction")]
RiskId: TypeAlias = Annotated[str, Refers("risk")]
ServiceId: TypeAlias = Annotated[str, Refers("service")]
SourceId: TypeAlias = Annotated[str, Refers("source")]
StepId: TypeAlias = Annotated[str, Refers("step")]
TeamId: TypeAlias = Annotated[str, Refers("team")]
TriggerId: TypeAlias = Annotated[str, Refers("trigger")]
VariantId: TypeAlias = Annotated[str, Refers("variant")]

"""Identifiers of the things a script names. Journals hold these, never the authored texts.

They are words that an author chose, so their types are names for ``str``, to read signatures by.
"""

from __future__ import annotations

from typing import TypeAlias

CellId: TypeAlias = str
CorrespondentId: TypeAlias = str
CriterionId: TypeAlias = str
DecisionId: TypeAlias = str
DutyId: TypeAlias = str
FunctionId: TypeAlias = str
IndicatorId: TypeAlias = str
InjectId: TypeAlias = str
MilestoneId: TypeAlias = str
ObjectiveId: TypeAlias = str
OptionId: TypeAlias = str
PhaseId: TypeAlias = str
PointId: TypeAlias = str
ReactionId: TypeAlias = str
RiskId: TypeAlias = str
ServiceId: TypeAlias = str
SourceId: TypeAlias = str
StepId: TypeAlias = str
TeamId: TypeAlias = str
TriggerId: TypeAlias = str
VariantId: TypeAlias = str

"""Identifiers of the things a script names. Journals hold these, never the authored texts."""

from __future__ import annotations

from typing import NewType

CellId = NewType("CellId", str)
CorrespondentId = NewType("CorrespondentId", str)
CriterionId = NewType("CriterionId", str)
DecisionId = NewType("DecisionId", str)
DutyId = NewType("DutyId", str)
FunctionId = NewType("FunctionId", str)
IndicatorId = NewType("IndicatorId", str)
InjectId = NewType("InjectId", str)
OptionId = NewType("OptionId", str)
PhaseId = NewType("PhaseId", str)
PointId = NewType("PointId", str)
RiskId = NewType("RiskId", str)
ServiceId = NewType("ServiceId", str)
StepId = NewType("StepId", str)
TeamId = NewType("TeamId", str)
TriggerId = NewType("TriggerId", str)
VariantId = NewType("VariantId", str)

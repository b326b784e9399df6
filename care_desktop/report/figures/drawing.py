"""The drawing of any figure of the report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from reportlab.graphics.shapes import Drawing

from care_desktop.report.figures.delays import delays
from care_desktop.report.figures.presence import presence
from care_desktop.report.figures.recovery import recovery
from care_desktop.report.figures.timeline import timeline
from care_desktop.report.plots import DelaysPlot, Plot, PresencePlot, RecoveryPlot


def drawn(plot: Plot, plain: Callable[[str], str], *, low: bool = False) -> Drawing:
    """Draw what a figure shows, ``low`` if it can be; every word of it goes through ``plain`` first."""
    ready = _typeset(plot, plain)
    if isinstance(ready, PresencePlot):
        return presence(ready)
    if isinstance(ready, DelaysPlot):
        return delays(ready)
    if isinstance(ready, RecoveryPlot):
        return recovery(ready, low=low)
    return timeline(ready)


def _typeset(value: Any, plain: Callable[[str], str]) -> Any:  # noqa: ANN401 - any part of a plot
    if type(value) is str:
        return plain(value)
    if isinstance(value, tuple):
        return tuple(_typeset(one, plain) for one in value)
    if isinstance(value, Struct):
        return replace(
            value, **{name: _typeset(getattr(value, name), plain) for name in value.__struct_fields__}
        )
    return value

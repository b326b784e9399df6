"""How the panes stand: three columns, two with tabs, or tabs alone, by the room there is."""

from __future__ import annotations

from enum import IntEnum

HYSTERESIS = 24
_TWO_BELOW, _TABS_BELOW = 1180, 900
_TWO_ABOVE, _TABS_ABOVE = 17, 21


class Arrangement(IntEnum):
    """From wide to narrow."""

    COLUMNS = 0
    TWO = 1
    TABS = 2


def arrange(width: int, base: float, before: Arrangement | None = None) -> Arrangement:
    """The arrangement for a window and a size of text; a few pixels past a limit change nothing back."""
    by_text = _by(base > _TABS_ABOVE, base > _TWO_ABOVE)
    narrow = max(by_text, _by(width < _TABS_BELOW, width < _TWO_BELOW))
    if before is None or before <= narrow:
        return narrow
    # Growing again: only once there is room to spare
    width -= HYSTERESIS
    return min(before, max(by_text, _by(width < _TABS_BELOW, width < _TWO_BELOW)))


def _by(tabs: bool, two: bool) -> Arrangement:
    if tabs:
        return Arrangement.TABS
    return Arrangement.TWO if two else Arrangement.COLUMNS

"""The sign of each state: tone, icon, word."""

from __future__ import annotations

from care_desktop.scenario.background import Quality
from ui.review.standing import Condition

SIGNS: dict[Condition, tuple[str, str, str]] = {
    Condition.NOMINAL: ("ok", "circle-check", "review.state_nominal"),
    Condition.DEGRADED: ("warn", "file-text", "review.state_degraded"),
    Condition.GIVEN_OUT: ("warn", "triangle-alert", "review.state_given_out"),
    Condition.DOWN: ("stop", "octagon-x", "review.state_down"),
}
GRADES: dict[Quality, tuple[str, str]] = {
    Quality.RECOMMENDED: ("ok", "check-check"),
    Quality.DEFENSIBLE: ("ok", "check"),
    Quality.TO_DISCUSS: ("work", "messages-square"),
    Quality.AT_RISK: ("warn", "triangle-alert"),
}

"""Icons of the console, by what they stand for; their words are in the rows."""

from __future__ import annotations

from typing import NamedTuple

from care_desktop.scenario.script import Channel, Outsider
from ui.conduct.decision_rows import How, Stage
from ui.conduct.running_order import Standing
from ui.conduct.service_rows import Health
from ui.conduct.step_rows import Place

CHANNEL_ICONS = {
    Channel.CALL: "phone",
    Channel.EMAIL: "mail",
    Channel.SMS: "message-square",
    Channel.IN_PERSON: "user",
    Channel.DOCUMENT: "file-text",
    Channel.PRESS: "newspaper",
    Channel.BROADCAST: "presentation",
    Channel.SOCIAL: "message-square-text",
    Channel.ALERT: "siren",
    Channel.RANSOM_NOTE: "printer",
    Channel.NOTICE: "scroll-text",
}


OUTSIDER_ICONS = {
    Outsider.EMERGENCY: "ambulance",
    Outsider.AUTHORITY: "landmark",
    Outsider.CYBER: "shield",
    Outsider.POLICE: "siren",
    Outsider.CARE: "bed",
    Outsider.SUPPLIER: "life-buoy",
    Outsider.FAMILY: "users",
    Outsider.PRESS: "newspaper",
    Outsider.OTHER: "phone",
}


class Sign(NamedTuple):
    """How a state is shown: a tone of the look, an icon, and the key of its word."""

    tone: str
    icon: str
    word: str = ""


MARKS = {
    Standing.PLANNED: Sign("ink3", "circle"),
    Standing.TO_ADAPT: Sign("warn", "flag"),
    Standing.POSTPONED: Sign("ink3", "clock"),
    Standing.RESERVE: Sign("ink3", "archive"),
    Standing.UNDER_WAY: Sign("work", "circle-dot"),
    Standing.NOT_REACHED: Sign("warn", "triangle-alert"),
    Standing.DELIVERED: Sign("ok", "check"),
    Standing.SKIPPED: Sign("ink3", "skip-forward"),
    Standing.RECALLED: Sign("ink3", "undo-2"),
}
"""The mark at the left of a row of the running order."""

CHIPS = {
    Standing.TO_ADAPT: Sign("warn", ""),
    Standing.POSTPONED: Sign("idle", ""),
    Standing.RESERVE: Sign("idle", "archive"),
    Standing.UNDER_WAY: Sign("work", ""),
    Standing.NOT_REACHED: Sign("warn", "phone-missed"),
    Standing.RECALLED: Sign("idle", ""),
}
"""The chip at the right of a row; the other states are said in plain text."""

STAGES = {
    Stage.TO_COME: Sign("idle", "circle", "conduct.stage_to_come"),
    Stage.ASKED: Sign("work", "circle-dot", "conduct.stage_asked"),
    Stage.SENT_BACK: Sign("work", "circle-help", "conduct.stage_sent_back"),
    Stage.UNDECIDED: Sign("warn", "hourglass", "conduct.stage_undecided"),
    Stage.TAKEN: Sign("ok", "check", "conduct.stage_taken"),
    Stage.WITHDRAWN: Sign("idle", "x", "conduct.stage_withdrawn"),
}

HOWS = {
    How.ANTICIPATED: Sign("idle", "arrow-up-left", "conduct.how_anticipated"),
    How.SPONTANEOUS: Sign("idle", "sparkle", "conduct.how_spontaneous"),
}

HEALTHS = {
    Health.NOMINAL: Sign("ok", "circle-check", "conduct.health_nominal"),
    Health.ON_PAPER: Sign("warn", "file-text", "conduct.health_degraded"),
    Health.DEGRADED: Sign("warn", "triangle-alert", "conduct.health_degraded"),
    Health.DOWN: Sign("stop", "octagon-x", "conduct.health_down"),
    Health.CUT: Sign("stop", "unplug", "conduct.health_cut"),
    Health.RECOVERING: Sign("work", "wrench", "conduct.health_recovering"),
    Health.TO_VALIDATE: Sign("work", "circle-dashed", "conduct.health_to_validate"),
    Health.VALIDATED: Sign("ok", "badge-check", "conduct.health_validated"),
}

PLACES = {
    Place.READY: Sign("idle", "circle", "conduct.step_ready"),
    Place.WAITING: Sign("idle", "hourglass", "conduct.step_waiting"),
    Place.UNDER_WAY: Sign("work", "wrench", "conduct.step_under_way"),
    Place.PAUSED: Sign("idle", "pause", "conduct.step_paused"),
    Place.DONE: Sign("ok", "check", "conduct.step_done"),
    Place.ABANDONED: Sign("idle", "x", "conduct.step_abandoned"),
}

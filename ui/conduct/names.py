"""How things are called at the console: S12, D4, by their titles and their hours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from care_desktop.scenario.ids import CellId, DecisionId, FunctionId, InjectId, ServiceId
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import DAY
from ui.conduct.seen import Seen

_TITLE = 80
_BREAKS = re.compile(r"[ \t\r\n]+")


def inject_code(seen: Seen, inject: InjectId) -> str:
    """S12: its place in the script; what was improvised counts on from there."""
    place = seen.index.place.get(("injects", inject))
    if place is None:
        place = len(seen.index.script.injects) + improvised(seen).index(inject)
    return f"S{place + 1:02d}"


def improvised(seen: Seen) -> list[InjectId]:
    """The injects that were written during the exercise, in order."""
    return [inject for inject in seen.view.injects if inject not in seen.index.injects]


def decision_code(seen: Seen, decision: DecisionId) -> str:
    """D4: its place in the script."""
    return f"D{seen.index.place['decisions', decision] + 1}"


def inject_title(seen: Seen, inject: InjectId) -> str:
    """The title of an inject; the first line of what was improvised."""
    written = seen.index.injects.get(inject)
    if written is not None:
        return seen.speaker.text(written.title)
    one = seen.inject(inject).improvised
    line = "" if one is None else (one.text.text or "").strip().partition("\n")[0]
    return line[:_TITLE] or seen.speaker.say("conduct.improvised")


def inject_named(seen: Seen, inject: InjectId) -> str:
    """S12, Le SAMU demande si vous recevez."""
    return f"{inject_code(seen, inject)}, {inject_title(seen, inject)}"


def channel_of(seen: Seen, inject: InjectId) -> Channel:
    """By which way an inject reaches the players."""
    written = seen.index.injects.get(inject)
    if written is not None:
        return written.channel
    one = seen.inject(inject).improvised
    return Channel.CALL if one is None else one.channel


def recipients_of(seen: Seen, inject: InjectId) -> tuple[CellId, ...]:
    """Whom an inject is for."""
    written = seen.index.injects.get(inject)
    if written is not None:
        return written.recipients
    one = seen.inject(inject).improvised
    return () if one is None else one.recipients


def cells_named(seen: Seen, cells: Iterable[CellId]) -> str:
    """The names of some cells in a row; all of them in a word."""
    known = [cell for cell in cells if cell in seen.index.cells]
    if len(known) == len(seen.index.cells) > 1:
        return seen.speaker.say("conduct.all_cells")
    return ", ".join(cell_named(seen, cell) for cell in known)


def cell_named(seen: Seen, cell: CellId | None) -> str:
    """The name of a cell; nothing for none."""
    return "" if cell is None else seen.speaker.text(seen.index.cells[cell].name)


def function_named(seen: Seen, function: FunctionId | None) -> str:
    """The name of a function; nothing for none."""
    return "" if function is None else seen.speaker.text(seen.index.functions[function].name)


def service_named(seen: Seen, service: ServiceId) -> str:
    """The name of a service."""
    return seen.speaker.text(seen.index.services[service].name)


def day_of(seen: Seen, story_ms: int) -> str:
    """J+1, or nothing on the first day."""
    day = story_ms // DAY
    return seen.speaker.say("conduct.day", day=day) if day else ""


def moment(seen: Seen, story_ms: int) -> str:
    """14:20, with its day where that is not today."""
    today = story_ms // DAY == seen.now.story // DAY
    return seen.speaker.hour(story_ms) if today else dated(seen, story_ms)


def dated(seen: Seen, story_ms: int) -> str:
    """J+1 14:20; J 14:20 for the first day, as the clocks say it."""
    day = day_of(seen, story_ms) or seen.speaker.say("window.story_first_day")
    return f"{day} {seen.speaker.hour(story_ms)}"


def hour_after_day(seen: Seen, story_ms: int) -> str:
    """14:20 on the first day, J+1 14:20 later: for lines of several days that stand together."""
    return dated(seen, story_ms) if day_of(seen, story_ms) else seen.speaker.hour(story_ms)


def animator_of(seen: Seen, inject: InjectId) -> str:
    """Who plays an inject, where the scenario says so."""
    written = seen.index.injects.get(inject)
    name = None if written is None else written.animator
    return next((seen.speaker.text(one.name) for one in seen.index.script.animators if one.id == name), "")


def one_line(text: str) -> str:
    """A text without its line ends; the spaces of its typography stay."""
    return _BREAKS.sub(" ", text).strip()


def joined(*parts: str) -> str:
    """Parts side by side, those that are empty left out."""
    return " · ".join(part for part in parts if part)

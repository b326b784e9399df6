"""The values of the scenario as they went: made up, and shown as that."""

from __future__ import annotations

from care_desktop.report.author import NAME, Author, cell, name_cell, second
from care_desktop.report.model import Cell, Column, Table


def indicators(author: Author) -> Table:
    """The made-up values of the scenario: they are shown, or they would not be worth a word."""
    say, voice = author.say, author.voice
    described = {one.id: one for one in author.script.indicators}
    rows: list[tuple[Cell, ...]] = []
    for one in author.debrief.indicators:
        indicator = described[one.indicator]
        unit = author.cut(voice.text(indicator.unit), 40)
        numbers = (one.points[0].value, one.last, one.lowest, one.highest)
        rows.append(
            (
                name_cell(author.cut(voice.text(indicator.name), NAME)),
                *(cell(str(number)) for number in numbers),
                second(unit or "–"),
            )
        )
    return author.table(
        "indicators",
        say("report.indicators_title"),
        (
            Column(say("report.column_indicator"), 170),
            Column(say("report.column_at_start"), 52, numbers=True),
            Column(say("report.column_at_end"), 48, numbers=True),
            Column(say("report.column_lowest"), 48, numbers=True),
            Column(say("report.column_highest"), 52, numbers=True),
            Column(say("report.column_unit"), 112),
        ),
        rows,
        subtitle=say("report.indicators_sub"),
    )

"""Section 8: at most ten actions, each carried by one function, closed by its proof."""

from __future__ import annotations

from care_desktop.report.author import Author, cell, second
from care_desktop.report.dossier import Action, Remark
from care_desktop.report.model import (
    Block,
    Cell,
    Column,
    Line,
    Paragraph,
    Piece,
    Role,
    Section,
    phrase,
    strong,
)
from care_desktop.report.sections.proposed import improvements

_MOST = 10
_ROWS = 3
_CELL = 140
_ENDS = " :;.,\u00a0\u202f"
"""A finding of the essential goes on after a colon, which here nothing follows."""


def actions(author: Author) -> Section:
    """Who does what by when, and what will prove it."""
    say, listed = author.say, author.texts.actions[:_MOST]
    opening = say(
        "report.actions_opening",
        n=len(listed),
        count=author.voice.spelled(len(listed), feminine=True, capital=True),
    )
    rows = [_row(author, n, one) for n, one in enumerate(listed, 1)]
    seeded = [] if listed else _proposed(author)
    if seeded:
        opening = say("report.actions_seeded")
        rows = [_seeded(author, n, one) for n, one in enumerate(seeded, 1)]
    elif not listed:
        opening = say("report.actions_none")
        rows = [_empty(author, n) for n in range(1, _ROWS + 1)]
    follow = author.cut(author.texts.follow_up, _CELL)
    blocks: list[Block] = [
        Paragraph(phrase(opening)),
        author.table(
            "actions",
            say("report.actions_title"),
            (
                Column(say("report.column_number"), 24),
                Column(say("report.column_finding"), 150),
                Column(say("report.column_action"), 96),
                Column(say("report.column_in_charge"), 62),
                Column(say("report.column_due"), 54),
                Column(say("report.column_proof"), 52),
                Column(say("report.column_retested"), 44),
            ),
            rows,
            notes=(
                author.note(
                    say("report.follow_up"), " ".join(filter(None, (follow, say("report.retested"))))
                ),
            ),
            tall=not (listed or seeded),
        ),
    ]
    return Section("8", say("report.section_actions"), tuple(blocks))


def _proposed(author: Author) -> list[Remark]:
    """What the essential gives to begin with; the action itself is for people to settle."""
    given = author.texts.improvements or improvements(author)
    return [one for one in given if one.text.strip()][:_ROWS]


def _seeded(author: Author, number: int, remark: Remark) -> tuple[Cell, ...]:
    return (
        (Line(phrase(str(number)), Role.KEY),),
        cell(author.cut(remark.text.rstrip(_ENDS), _CELL), author.cut(remark.reference, 60)),
        second(author.say("report.action_to_settle")),
        *(cell(""),) * 4,
    )


def _row(author: Author, number: int, action: Action) -> tuple[Cell, ...]:
    finding: list[Piece] = [Line(phrase(author.cut(action.finding, _CELL)))]
    cause = author.say("report.cause", cause=author.cut(action.cause, _CELL)) if action.cause else ""
    details = " · ".join(part for part in (author.cut(action.reference, 60), cause) if part)
    if details:
        finding.append(Line(phrase(details), Role.SECOND))
    return (
        (Line(phrase(str(number)), Role.KEY),),
        tuple(finding),
        (Line(phrase(strong(author.cut(action.action, _CELL)))),),
        cell(author.cut(action.function, 60)),
        cell(author.voice.short_day(action.due)),
        cell(author.cut(action.proof, 80), author.cut(action.quality_plan, 30)),
        cell(""),
    )


def _empty(author: Author, number: int) -> tuple[Cell, ...]:
    return ((Line(phrase(str(number)), Role.KEY),), second(author.say("report.to_fill")), *(cell(""),) * 5)

"""Section 9: to whom the report was shown, its limits; the sources, which stand in the annex."""

from __future__ import annotations

from care_desktop.report.author import Author, cell, name_cell
from care_desktop.report.dossier import Presented
from care_desktop.report.model import Block, Cell, Column, Entries, Section, Table
from care_desktop.scenario.choosing import FacilityKind, LegalForm

_HOSPITAL = (
    "report.body_directoire",
    "report.body_cme",
    "report.body_cse",
    "report.body_cdu",
    "report.body_copil",
    "report.body_supervisory",
)
_CLINIC = ("report.body_codir", "report.body_cme", "report.body_cse", "report.body_cdu", "report.body_copil")
_HOME = ("report.body_codir", "report.body_cvs", "report.body_board", "report.body_cse")


def closing(author: Author) -> Section:
    """What comes last, and is looked for first by an auditor."""
    say = author.say
    blocks: list[Block] = [
        author.side(
            say("report.limits"),
            *(
                (say("report.limits_simulated"),)
                if author.dossier.simulated
                else (say("report.limits_official"), say("report.limits_measure"))
            ),
        ),
        _presented(author),
    ]
    return Section("9", say("report.section_closing"), tuple(blocks))


def _presented(author: Author) -> Table:
    say = author.say
    shown = author.texts.presented or tuple(Presented(say(key)) for key in _bodies(author))
    rows: list[tuple[Cell, ...]] = [
        (
            name_cell(author.cut(one.body, 80)),
            cell(author.voice.short_day(one.on)),
            cell(author.cut(one.outcome, 120)),
            cell(""),
        )
        for one in shown
    ]
    rows.append((cell(""),) * 4)
    return author.table(
        "presented",
        say("report.presented_title"),
        (
            Column(say("report.column_body"), 164),
            Column(say("report.head_date"), 80),
            Column(say("report.column_outcome"), 158),
            Column(say("report.head_visa"), 80),
        ),
        rows,
        notes=(author.note(say("report.usage"), say("report.presented_usage")),),
        tall=not author.dossier.simulated,
    )


def _bodies(author: Author) -> tuple[str, ...]:
    facility = author.dossier.facility
    if facility.kind in {FacilityKind.NURSING_HOME, FacilityKind.MEDICO_SOCIAL}:
        return _HOME
    if facility.kind is FacilityKind.CLINIC or facility.legal_form is not LegalForm.PUBLIC:
        return _CLINIC
    return _HOSPITAL


def sources(author: Author) -> Entries | None:
    """Every source that the report cites, those of law first; an address is never a link."""
    items = tuple(
        (
            author.source_key(one.id),
            ", ".join(
                part
                for part in (
                    author.cut(one.publisher, 80),
                    author.say("report.quoted", text=author.cut(one.title, 160)),
                    author.cut(one.date, 30),
                    one.url,
                )
                if part
            ),
        )
        for one in author.sources_in_order
        if one.id in author.cited
    )
    if not items:
        return None
    attack = author.cut(author.voice.text(author.script.attack), 80)
    return Entries(author.say("report.sources"), items, attack)

"""Annex A: who was there, the chronogramme, works, public reference, journal, sources, long texts, seal."""

from __future__ import annotations

from care_desktop.debrief.injects import Fate, InjectCourse
from care_desktop.exercise.events import Skip
from care_desktop.report.author import Author, cell, name_cell, second
from care_desktop.report.model import Block, Cell, Column, Entries, Paragraph, Section, Table, phrase
from care_desktop.report.sections.closing import sources
from care_desktop.report.sections.cover import launched
from care_desktop.report.sections.indicators import indicators
from care_desktop.report.sections.journal import journal
from care_desktop.report.sections.recovery import public, works
from care_desktop.report.sections.returns import written
from care_desktop.scenario.time import Span

_TITLE = 110


def annex(author: Author) -> Section:
    """Where every number can be found again."""
    say = author.say
    author.annexed = True
    blocks: list[Block] = [Paragraph(phrase(say("report.annex_opening"))), _seal(author)]
    if author.debrief.presence.noted:
        blocks.append(_presence(author))
    if author.debrief.injects.courses:
        blocks.append(_injects(author))
    if author.debrief.recovery.order:
        blocks.append(works(author))
    if author.script.services:
        blocks.append(written(author))
    if author.debrief.indicators:
        blocks.append(indicators(author))
    if author.script.milestones:
        blocks.append(public(author))
    blocks.append(journal(author))
    cited = sources(author)
    if cited is not None:
        blocks.append(cited)
    if author.whole:
        entries = tuple((key, text) for text, key in author.whole.items())
        blocks.append(Entries(say("report.whole_texts"), entries, say("report.whole_texts_sub")))
    return Section("A", say("report.section_annex"), tuple(blocks), fresh=True)


def _presence(author: Author) -> Table:
    say = author.say
    rows: list[tuple[Cell, ...]] = []
    for one in author.debrief.presence.functions:
        required = say("report.yes") if one.required else say("report.no")
        for stay in one.stays:
            left = author.real(stay.end) if stay.left is not None else say("report.until_end")
            numbers = ", ".join(f"{seq:04d}" for seq in (stay.arrived, stay.left) if seq is not None)
            rows.append(
                (
                    name_cell(author.name("function", one.function)),
                    cell(required),
                    cell(author.name("cell", stay.cell)),
                    cell(author.real(stay.start)),
                    cell(left),
                    second(numbers),
                    second(author.typed(stay.text, 80)),
                )
            )
        if not one.stays and one.required:
            rows.append(
                (
                    name_cell(author.name("function", one.function)),
                    cell(required),
                    cell(say("report.absent")),
                    *(cell(""),) * 4,
                )
            )
    return author.table(
        "presence",
        say("report.presence_table"),
        (
            Column(say("report.head_function"), 126),
            Column(say("report.column_required"), 48),
            Column(say("report.column_cell"), 108),
            Column(say("report.column_from"), 38),
            Column(say("report.column_until"), 46),
            Column(say("report.column_journal"), 54),
            Column(say("report.column_why"), 62),
        ),
        rows,
    )


def _injects(author: Author) -> Table:
    say, injects = author.say, author.debrief.injects
    return author.table(
        "injects",
        say("report.injects_title", told=launched(author)),
        (
            Column(say("report.column_number"), 26),
            Column(say("report.column_inject"), 186),
            Column(say("report.column_planned"), 60),
            Column(say("report.column_launched"), 44),
            Column(say("report.axis_story"), 60),
            Column(say("report.column_delivered"), 46),
            Column(say("report.column_remark"), 60),
        ),
        [_inject(author, one) for one in injects.courses],
        subtitle=say("report.injects_sub"),
        notes=(
            author.note(
                say("report.scope"),
                say(
                    "report.injects_scope",
                    reserve=injects.from_reserve,
                    improvised=injects.improvised,
                    recalled=injects.recalled,
                ),
            ),
        ),
    )


def _inject(author: Author, one: InjectCourse) -> tuple[Cell, ...]:
    inject = author.inject(one.inject)
    title = (
        author.cut(author.voice.text(inject.title), _TITLE)
        if inject
        else author.typed(one.improvised, _TITLE)
    )
    launched: tuple[Cell, Cell] = (second("–"), second(""))
    if one.launched_at is not None:
        real = author.real(one.launched_at.play, one.launched)
        launched = (cell(real), second(author.story(one.launched_at.story)))
    reached = [author.real(each.at) for each in one.reached if each.at is not None]
    missed = sum(each.at is None for each in one.reached)
    shown = author.real(one.shown.play) if one.shown is not None else ""
    delivered = ", ".join(dict.fromkeys([*reached, *([shown] if shown else [])]))
    missing = author.say("report.not_reached", n=missed) if missed else ""
    return (
        second(author.inject_key(one.inject)),
        cell(title),
        second(_planned(author, one.written)),
        *launched,
        cell(delivered or "–", missing),
        second(_remark(author, one)),
    )


def _planned(author: Author, written: Span | None) -> str:
    if written is None:
        return "–"
    if written.play is not None:
        return author.say("report.planned_play", duration=author.voice.duration(written.play))
    return author.story(written.ms)


_FATES = {
    Fate.NOT_LAUNCHED: "report.fate_not_launched",
    Fate.NOT_DUE: "report.fate_not_due",
    Fate.RECALLED: "report.fate_recalled",
}


def _remark(author: Author, one: InjectCourse) -> str:
    if one.fate is Fate.LAUNCHED:
        return author.say("report.recalled_before", n=one.recalls) if one.recalls else ""
    if one.fate is Fate.SKIPPED:
        key = "report.fate_jump" if one.skipped is Skip.JUMP else "report.fate_skipped"
        why = author.typed(one.why, 80)
        return author.say("report.fate_why", fate=author.say(key), why=why) if why else author.say(key)
    return author.say(_FATES[one.fate])


def _seal(author: Author) -> Entries:
    say, seal = author.say, author.dossier.seal
    if seal is None:
        items: tuple[tuple[str, str], ...] = (("", say("report.seal_none")),)
    else:
        groups = [seal.hash[at : at + 4] for at in range(0, len(seal.hash), 4)]
        items = (
            ("", say("report.seal_events", n=seal.events)),
            ("", " ".join(groups)),
            ("", say("report.seal_meaning")),
        )
    return Entries(say("report.seal"), items)

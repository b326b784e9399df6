"""Section 3: how long decisions took; each with its author and reasons, a guide, and the public reference."""

from __future__ import annotations

from collections.abc import Iterable

from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.report.author import BODY, Author
from care_desktop.report.model import Block, Column, Figure, Paragraph, Section, Table, phrase
from care_desktop.report.plots import Axis, DelayRow, DelaysPlot, Sign, Tick
from care_desktop.report.sections.decided import (
    allowed_of,
    jumped,
    label,
    never_asked,
    option_of,
    reasoned,
    scripted,
    story_delay,
    undecided_of,
    undecided_sentence,
)
from care_desktop.report.sections.decision_row import decided_row
from care_desktop.scenario.time import MINUTE

_LEAST_FOR_MEDIAN = 3
_NAMED = 8
_MOST_ROWS = 30
"""What a page holds of the figure beside its notes."""

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120)


def decisions(author: Author) -> Section:
    """What was decided, by whom, why."""
    say = author.say
    taken = author.debrief.decisions.taken
    blocks: list[Block] = [Paragraph(phrase(_opening(author)))]
    figure = _delays(author)
    if figure is not None:
        blocks.append(figure)
    if any(one.decision is not None for one in taken):
        blocks.append(_table(author, scripted(author)))
    blocks.extend(
        author.side(say("report.spontaneous"), _spontaneous(author, one))
        for one in taken
        if one.way is Way.SPONTANEOUS
    )
    revisions = _revisions(author)
    if revisions:
        blocks.append(author.side(say("report.revised"), *revisions))
    if author.texts.certainty:
        blocks.append(author.side(say("report.certainty"), author.cut(author.texts.certainty, BODY)))
    blocks.append(author.side(say("report.calls"), _calls(author)))
    return Section("3", say("report.section_decisions"), tuple(blocks))


def _opening(author: Author) -> str:
    say = author.say
    asked = [one for one in author.debrief.decisions.taken if one.way is not Way.SPONTANEOUS]
    if not asked:
        return say("report.decisions_none")
    sentences = [taken_of(author, asked), undecided_sentence(author, asked)]
    anticipated = sum(one.way is Way.ANTICIPATED for one in asked)
    if anticipated:
        count = author.voice.spelled(anticipated, feminine=True, capital=True)
        sentences.append(say("report.decisions_anticipated", n=anticipated, count=count))
    not_asked = author.debrief.decisions.not_asked
    if not_asked:
        keys = [author.key_of_decision(one) for one in not_asked]
        sentences.append(
            say("report.decisions_not_asked", n=len(keys), keys=author.voice.listed(keys, _NAMED))
        )
    sentences.append(say("report.decisions_principle"))
    return " ".join(filter(None, sentences))


def taken_of(author: Author, came_up: list[Decided]) -> str:
    """How many decisions were taken of those that came up, in a sentence."""
    decided = sum(one.outcome is Outcome.DECIDED for one in came_up)
    if len(came_up) == 1:
        return author.say("report.decisions_one_taken" if decided else "report.decisions_one_open")
    asked = author.voice.spelled(len(came_up), feminine=True)
    if decided == len(came_up):
        return author.say("report.decisions_all_taken", asked=asked)
    if not decided:
        return author.say("report.decisions_none_taken", asked=asked)
    taken = author.voice.spelled(decided, feminine=True)
    return author.say("report.decisions_taken", n=decided, taken=taken, asked=asked)


def _delays(author: Author) -> Figure | None:
    say, measured = author.say, author.debrief.decisions
    shown = [
        one for one in measured.taken if one.decision is not None and one.outcome is not Outcome.WITHDRAWN
    ]
    if not shown:
        return None
    standing = [one for one in scripted(author) if one.outcome is not Outcome.WITHDRAWN]
    drawn = _drawn(author, standing)
    rows = tuple(_row(author, one) for one in drawn)
    most = max([1.0, *(value for row in rows for value in (row.allowed, row.at) if value is not None)])
    step = next((step for step in _STEPS if most / step <= 5), _STEPS[-1])
    end = -(-most // step) * step
    ticks = tuple(
        Tick(at, say("report.minutes", n=at) if at + step > end else str(at))
        for at in range(0, int(end) + 1, step)
    )
    median = measured.median_ms
    has_median = median is not None and measured.n >= _LEAST_FOR_MEDIAN
    minutes = author.delay(median or 0)
    plot = DelaysPlot(
        Axis(0, end, ticks, say("report.delays_axis")),
        rows,
        (median or 0) / MINUTE if has_median else None,
        say("report.median", minutes=minutes, n=measured.n),
    )
    title = (
        say("report.delays_median", minutes=minutes, n=measured.n)
        if has_median
        else say("report.delays_title")
    )
    scope = [say("report.delays_scope", n=measured.n)]
    undecided = undecided_of(author, shown)
    if undecided:
        scope.append(say("report.delays_censored", told=undecided))
    if measured.jumped:
        scope.append(say("report.delays_jumped", n=measured.jumped))
    if len(drawn) < len(standing):
        scope.append(say("report.delays_longest", n=len(drawn), total=len(standing)))
    return author.figure(
        "delays",
        title,
        plot,
        subtitle=say("report.delays_sub" if _limited(rows) else "report.delays_sub_unlimited"),
        notes=(
            author.note(say("report.reading"), _reading(author, drawn)),
            *((author.note(say("report.limit"), say("report.unaided_unlimited")),) if author.unaided else ()),
            author.note(say("report.scope"), " ".join(scope)),
        ),
        table="decisions",
    )


def _drawn(author: Author, standing: list[Decided]) -> list[Decided]:
    """All, or of very many those left undecided, then those that took longest; in the order of the script."""
    if len(standing) <= _MOST_ROWS:
        return standing

    def rank(place: int) -> tuple[bool, bool, int]:
        one = standing[place]
        decided = one.outcome is Outcome.DECIDED
        return never_asked(author, one), decided, -(one.latency_ms or 0)

    kept = sorted(range(len(standing)), key=rank)[:_MOST_ROWS]
    return [standing[place] for place in sorted(kept)]


def _limited(rows: Iterable[DelayRow]) -> bool:
    return any(row.allowed is not None for row in rows)


def _reading(author: Author, shown: list[Decided]) -> str:
    for one in shown:
        if one.latency_ms is not None and not jumped(author, one):
            return author.say(
                "report.delays_reading",
                key=author.decision_key(one),
                latency=author.delay(one.latency_ms),
            )
    return author.say("report.delays_reading_none")


def _row(author: Author, one: Decided) -> DelayRow:
    allowed_ms = allowed_of(author, one)
    allowed = None if allowed_ms is None else max(allowed_ms, 0) / MINUTE
    key = author.decision_key(one)
    name = label(author, one)
    if never_asked(author, one):
        return DelayRow(key, name, None, None, Sign.OPEN, author.say("report.told_not_asked"))
    if one.outcome is not Outcome.DECIDED:
        at = (one.censored_ms or 0) / MINUTE
        told = "report.told_default_jump" if jumped(author, one) else "report.told_default"
        told = "report.told_open" if one.outcome is Outcome.UNDECIDED else told
        return DelayRow(key, name, allowed, at, Sign.OPEN, author.say(told))
    if one.way is Way.ANTICIPATED or one.latency_ms is None:
        return DelayRow(key, name, allowed, 0, Sign.ANTICIPATED, author.say("report.told_anticipated"))
    told = story_delay(author, one) if jumped(author, one) else author.delay(one.latency_ms)
    return DelayRow(key, name, allowed, one.latency_ms / MINUTE, Sign.ASKED, told)


def _table(author: Author, shown: list[Decided]) -> Table:
    say, reasons = author.say, reasoned(author)
    dashes = say("report.decisions_dashes")
    if not reasons:
        dashes += " " + say("report.decisions_unreasoned")
    if author.unaided:
        dashes += " " + say("report.unaided_who")
    return author.table(
        "decisions",
        say("report.decisions_title" if reasons else "report.decisions_title_bare"),
        (
            Column(say("report.column_fact"), 70),
            Column(say("report.column_decision" if reasons else "report.column_decision_bare"), 202),
            Column(say("report.column_according"), 210),
        ),
        [decided_row(author, one) for one in shown],
        notes=(
            author.note(say("report.scale"), say("report.scale_text")),
            author.note(say("report.comparable"), say("report.comparable_text")),
            author.note(say("report.reading"), dashes),
        ),
    )


def _spontaneous(author: Author, one: Decided) -> str:
    by = author.name("function", one.by) or author.name("cell", one.cell)
    return author.say(
        "report.spontaneous_text",
        key=author.decision_key(one),
        hour=author.real(one.at or 0),
        story=author.story(one.story or 0),
        by=by,
        text=author.typed(one.text),
        journal=author.journal(one.seq),
    )


def _revisions(author: Author) -> tuple[str, ...]:
    told = []
    for one in author.debrief.decisions.taken:
        for revised in one.revisions:
            option = option_of(author, one.decision, revised.option)
            told.append(
                author.say(
                    "report.revised_text",
                    key=author.decision_key(one),
                    hour=author.real(revised.at),
                    option=author.cut(author.voice.text(option.label), 80) if option else revised.option,
                    by=author.name("function", revised.by) or author.name("cell", one.cell),
                    journal=author.journal(revised.seq),
                )
            )
    return tuple(told)


def _calls(author: Author) -> str:
    calls = author.debrief.log.calls
    if not calls:
        return author.say("report.calls_unaided" if author.unaided else "report.calls_none")
    counted: dict[str, int] = {}
    for call in calls:
        counted[call.correspondent] = counted.get(call.correspondent, 0) + 1
    each = [
        author.say("report.calls_each", name=author.name("correspondent", name), n=n)
        for name, n in counted.items()
    ]
    return author.say("report.calls_text", n=len(calls), each=author.voice.listed(each, _NAMED))

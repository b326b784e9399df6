"""What the sections write with: the dossier, the voice, names of things, numbers of tables and figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from care_desktop.debrief.decisions import Decided
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.report.dossier import Dossier
from care_desktop.report.hours import RoomTime
from care_desktop.report.model import (
    Blank,
    Cell,
    Column,
    Figure,
    Level,
    Line,
    Mark,
    Note,
    Paragraph,
    Role,
    Side,
    Table,
    phrase,
    strong,
)
from care_desktop.report.plots import Plot
from care_desktop.report.ranking import in_order
from care_desktop.report.voice import Voice
from care_desktop.scenario.script import Decision, Inject, Service, Way
from care_desktop.scenario.time import DAY, MINUTE

Numbers = Mapping[str, str]
"""The printed number of each table, as a first writing of the report found it."""

NAME, CELL, POINT, SUMMARY, BODY = 90, 240, 150, 420, 900
"""How many characters of what people wrote stand where; the whole of what is longer is in the annex."""
_LABEL = 90
_FAR = 3 * DAY
_SECOND = 1000
_PRECISE = 15 * MINUTE


class Author:
    """Writes one report: counts tables and figures, and keeps long texts for the annex.

    ``sources`` are those that a first writing cited: only they are numbered.
    """

    def __init__(
        self,
        dossier: Dossier,
        voice: Voice,
        numbers: Numbers,
        *,
        attached: bool,
        sources: Collection[str] | None = None,
    ) -> None:
        self.dossier = dossier
        self.voice = voice
        self.attached = attached
        self.script = dossier.script
        self.debrief = dossier.debrief
        self.texts = dossier.texts
        times = dossier.debrief.times
        self.room = RoomTime(dossier.anchors, times.begun)
        self.annexed = False
        self.numbers: dict[str, str] = {}
        self.whole: dict[str, str] = {}
        self.cited: set[str] = set()
        self._known = numbers
        self._counts = {"table": 0, "figure": 0, "annexed": 0}
        self._days = max(times.end.story, self.script.starts) // DAY > 0
        self._names: dict[tuple[str, str], str] = {
            (sort, one.id): voice.text(one.name)
            for sort, parts in (
                ("function", self.script.functions),
                ("cell", self.script.cells),
                ("phase", self.script.phases),
                ("service", self.script.services),
                ("team", self.script.teams),
                ("step", self.script.steps),
                ("duty", self.script.duties),
                ("correspondent", self.script.correspondents),
                ("criterion", self.script.criteria),
                ("objective", self.script.objectives),
            )
            for one in parts
        }
        self._decisions = {one.id: one for one in self.script.decisions}
        self._injects = {one.id: one for one in self.script.injects}
        self._services = {one.id: one for one in self.script.services}
        self._decision_keys = {one.id: f"D{n}" for n, one in enumerate(self.script.decisions, 1)}
        self._inject_keys = {one.id: str(n) for n, one in enumerate(self.script.injects, 1)}
        self.sources_in_order = in_order(self.script, sources)
        self._source_keys = {one.id: f"S{n}" for n, one in enumerate(self.sources_in_order, 1)}

    def say(self, key: str, /, **params: int | str) -> str:
        """A text of the catalogue."""
        return self.voice.say(key, **params)

    # Names

    def name(self, sort: str, of: str | None, limit: int = NAME) -> str:
        """The name of a part of the script, its id where it has none."""
        if of is None:
            return ""
        return self.cut(self._names.get((sort, of), of), limit)

    def label(self, sort: str, of: str) -> str:
        """The name of a part of the script for a figure; one that no figure can hold is whole in a table."""
        name = " ".join(self._names.get((sort, of), of)[: 2 * _LABEL].split())
        return name if len(name) <= _LABEL else f"{name[:_LABEL].rstrip()}…"

    def decision(self, of: str) -> Decision | None:
        """A decision of the script."""
        return self._decisions.get(of)

    def inject(self, of: str) -> Inject | None:
        """An inject of the script; an improvised one is in none."""
        return self._injects.get(of)

    def service(self, of: str) -> Service | None:
        """A service of the script."""
        return self._services.get(of)

    def decision_key(self, one: Decided) -> str:
        """D3, or Sp1 for one that nobody asked."""
        if one.decision is not None:
            return self._decision_keys.get(one.decision, one.decision)
        spontaneous = [each for each in self.debrief.decisions.taken if each.decision is None]
        return f"Sp{spontaneous.index(one) + 1}"

    def key_of_decision(self, of: str) -> str:
        """D3."""
        return self._decision_keys.get(of, of)

    def inject_key(self, of: str) -> str:
        """The number of an inject in the script; an improvised one is marked."""
        return self._inject_keys.get(of, self.say("report.improvised_key"))

    def sources(self, of: tuple[str, ...]) -> str:
        """[S1, S3], or nothing."""
        known = [one for one in of if one in self._source_keys]
        self.cited.update(known)
        keys = [self._source_keys[one] for one in known]
        return "[" + ",\u00a0".join(keys) + "]" if keys else ""

    def source_key(self, of: str) -> str:
        """S1."""
        return self._source_keys[of]

    # Times

    def real(self, play: int, seq: Seq | None = None) -> str:
        """The hour in the room."""
        return self.voice.clock(self.room.of(seq, play) if seq is not None else self.room.at(play))

    def story(self, ms: int) -> str:
        """A time of the story."""
        return self.voice.story(ms, days=self._days)

    def since(self, ms: int) -> str:
        """A time of the story, counted from its beginning."""
        return self.voice.since(ms - self.script.starts)

    def delay(self, ms: int) -> str:
        """How long a decision took."""
        return delay(self.voice, ms)

    def published(self, ms: int) -> str:
        """When something is said to have happened at the real hospital: far from H, by its day alone."""
        away = ms - self.script.starts
        if abs(away) <= _FAR:
            return self.since(ms)
        return self.say("report.day_before" if ms < 0 else "report.day_after", n=abs(ms // DAY))

    def journal(self, seq: Seq | int | None) -> str:
        """Journal 0142."""
        return "" if seq is None else self.say("report.journal_number", number=f"{seq:04d}")

    @property
    def unaided(self) -> bool:
        """Whether nobody facilitated, so that nobody could tick a call or a notification, or set a limit."""
        return self.script.options.way is Way.UNAIDED

    @property
    def day(self) -> date | None:
        """The day of DEBEX."""
        times = self.debrief.times
        moment = self.room.date() if times.begun is not None else None
        return None if moment is None else moment.date()

    # What people typed

    def cut(self, text: str, limit: int) -> str:
        """A text, or its beginning with the key under which the annex has the whole of it."""
        text = " ".join(text.split()) if len(text) <= limit else text.strip()
        if len(text) <= limit:
            return text
        key = self.whole.setdefault(text, f"T{len(self.whole) + 1}")
        whole, space, _ = text[: limit + 1].rpartition(" ")
        shown = whole if space and len(whole) > limit // 2 else text[:limit]
        return self.say("report.cut", text=" ".join(shown.split()), key=key)

    def typed(self, words: Words | None, limit: int = CELL) -> str:
        """What a person typed; erased words are said to be so."""
        if words is None:
            return ""
        return self.say("report.erased") if words.text is None else self.cut(words.text, limit)

    def quoted(self, words: Words | None, limit: int = CELL) -> str:
        """The same between quotation marks; nothing where nothing was typed."""
        said = self.typed(words, limit)
        return self.say("report.quoted", text=said) if said else ""

    def or_blank(self, text: str, lines: int = 1, limit: int = BODY) -> tuple[Paragraph | Blank, ...]:
        """A paragraph of what people wrote, or lines to be filled by hand."""
        if text.strip():
            return (Paragraph(phrase(self.cut(text, limit))),)
        if self.dossier.simulated:
            return (Paragraph(phrase(self.say("report.standing_simulated")), Role.SECOND),)
        return (Blank(self.say("report.to_fill"), lines),)

    def side(self, head: str, *texts: str, sub: str = "") -> Side:
        """A heading with paragraphs beside it."""
        return Side(head, tuple(Paragraph(phrase(text)) for text in texts if text), sub)

    # Tables and figures

    def number(self, key: str) -> str:
        """What a table is called in the text: « tableau 3 »."""
        return self.say("report.table_in_text", number=self._known.get(key, "?"))

    def table(  # noqa: PLR0913 - all but the first four are named
        self,
        key: str,
        title: str,
        columns: tuple[Column, ...],
        rows: list[tuple[Cell, ...]],
        *,
        subtitle: str = "",
        legend: tuple[Mark | Level, ...] = (),
        notes: tuple[Note, ...] = (),
        tall: bool = False,
    ) -> Table:
        """A table with its number."""
        counted = "annexed" if self.annexed else "table"
        self._counts[counted] += 1
        number = f"A{self._counts[counted]}" if self.annexed else str(self._counts[counted])
        self.numbers[key] = number
        label = self.say("report.table", number=number)
        return Table(key, label, title, columns, tuple(rows), subtitle, legend, notes, tall)

    def figure(
        self,
        key: str,
        title: str,
        plot: Plot,
        *,
        subtitle: str = "",
        notes: tuple[Note, ...] = (),
        table: str,
    ) -> Figure:
        """A figure with its number; its title, its *Lecture* and where its data are stand for it."""
        self._counts["figure"] += 1
        label = self.say("report.figure", number=self._counts["figure"])
        reading = " ".join(note.text for note in notes[:1])
        alternative = self.say("report.alternative", title=title, reading=reading, table=self.number(table))
        return Figure(key, label, title, plot, alternative, subtitle, notes)

    def note(self, label: str, text: str) -> Note:
        """A line of the apparatus."""
        return Note(label, text)


def delay(voice: Voice, ms: int) -> str:
    """14 min 30; seconds below a quarter of an hour, and never less than it was: what is late looks late."""
    seconds = -(-ms // _SECOND)
    if not MINUTE <= seconds * _SECOND < _PRECISE or seconds % 60 == 0:
        return voice.duration(-(-ms // MINUTE) * MINUTE if seconds >= 60 else seconds * _SECOND)
    return f"{voice.duration(seconds // 60 * MINUTE)}\u00a0{seconds % 60:02d}"


def name_cell(name: str, second: str = "") -> Cell:
    """A row's name, and a second line in grey."""
    lines = (Line(phrase(name), Role.NAME),)
    return (*lines, Line(phrase(second), Role.SECOND)) if second else lines


def cell(text: str, second: str = "") -> Cell:
    """A text, and a second line in grey."""
    lines = (Line(phrase(text)),)
    return (*lines, Line(phrase(second), Role.SECOND)) if second else lines


def second(text: str) -> Cell:
    """A text in grey."""
    return (Line(phrase(text), Role.SECOND),)


def bold(text: str) -> Line:
    """A line that stands out."""
    return Line(phrase(strong(text)))

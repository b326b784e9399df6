"""From dossier to report: every section, written twice so that the text can name later tables."""

from __future__ import annotations

from care_desktop.report.author import Author, Numbers
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Report
from care_desktop.report.sections.actions import actions
from care_desktop.report.sections.annex import annex
from care_desktop.report.sections.care import care
from care_desktop.report.sections.closing import closing
from care_desktop.report.sections.cover import STANDINGS, cover, exercise_name, version
from care_desktop.report.sections.decisions import decisions
from care_desktop.report.sections.essential import essential
from care_desktop.report.sections.exercised import exercised
from care_desktop.report.sections.notifications import notifications
from care_desktop.report.sections.objectives import objectives
from care_desktop.report.sections.recovery import recovery
from care_desktop.report.sections.story import story
from care_desktop.report.voice import Voice

SECTIONS = (
    essential,
    exercised,
    story,
    decisions,
    care,
    notifications,
    recovery,
    objectives,
    actions,
    closing,
    annex,
)


def compose(dossier: Dossier, *, attached: bool = False) -> Report:
    """The whole report in the dossier's language; ``attached`` says that the file will hold the journal."""
    voice = Voice(dossier.language)
    first, _ = _written(dossier, voice, {}, attached=attached)
    sources = frozenset(first.cited)
    _, report = _written(dossier, voice, first.numbers, attached=attached, sources=sources)
    return report


def _written(
    dossier: Dossier,
    voice: Voice,
    numbers: Numbers,
    *,
    attached: bool,
    sources: frozenset[str] | None = None,
) -> tuple[Author, Report]:
    author = Author(dossier, voice, numbers, attached=attached, sources=sources)
    say, box = author.say, dossier.box
    front = cover(author)
    name = exercise_name(author)
    footer = [author.cut(box.reference, 40), say("report.version_in_footer", version=version(author))]
    footer.append(say(STANDINGS[box.standing]))
    if dossier.simulated:
        footer = [say("report.simulated_short")]
    elif dossier.rehearsal:
        footer.insert(0, say("report.rehearsal"))
    report = Report(
        language=dossier.language,
        title=say("report.file_title_simulated" if dossier.simulated else "report.file_title", name=name),
        header=say("report.header_simulated" if dossier.simulated else "report.header", name=name),
        footer=" · ".join(part for part in footer if part),
        marking=author.cut(box.marking, 60),
        disclaimer=say("report.disclaimer_simulated" if dossier.simulated else "report.disclaimer"),
        cover=front,
        sections=tuple(section(author) for section in SECTIONS),
    )
    return author, report

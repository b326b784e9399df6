"""Page 1: what this document is, who answers for it, what exercise it tells of."""

from __future__ import annotations

from care_desktop.report.author import Author
from care_desktop.report.dossier import Signatory, Standing
from care_desktop.report.model import Boxes, Cover, Fact, Visa
from care_desktop.scenario.choosing import FacilityKind, LegalForm
from care_desktop.scenario.script import Way

_KINDS = {
    FacilityKind.HOSPITAL: "report.kind_hospital",
    FacilityKind.CLINIC: "report.kind_clinic",
    FacilityKind.NURSING_HOME: "report.kind_nursing_home",
    FacilityKind.MEDICO_SOCIAL: "report.kind_medico_social",
}
_FORMS = {
    LegalForm.PUBLIC: "report.form_public",
    LegalForm.RUN_BY_HOSPITAL: "report.form_run_by_hospital",
    LegalForm.CCAS: "report.form_ccas",
    LegalForm.ASSOCIATION: "report.form_association",
    LegalForm.GROUP: "report.form_group",
}
_WAYS = {
    Way.TABLE: "report.conduct_table",
    Way.SIMULATION: "report.conduct_simulation",
    Way.UNAIDED: "report.conduct_alone",
}
STANDINGS = {
    Standing.DRAFT: "report.standing_draft",
    Standing.CHECKED: "report.standing_checked",
    Standing.APPROVED: "report.standing_approved",
}
_LONG, _LIST = 110, 240


def cover(author: Author) -> Cover:
    """The box."""
    say, box, facility = author.say, author.dossier.box, author.dossier.facility
    structure = [say(_KINDS[facility.kind]), say(_FORMS[facility.legal_form])]
    if facility.group:
        structure.append(author.cut(facility.group, 60))
    if box.sites:
        structure.append(author.cut(box.sites, 60))
    return Cover(
        facility=author.cut(facility.name, 80) or say("report.to_fill"),
        structure=" · ".join(structure),
        genre=say("report.genre_simulated" if author.dossier.simulated else "report.genre"),
        title=say("report.exercise", name=exercise_name(author)),
        subject=_subject(author),
        occasion=_occasion(author),
        document=_document(author),
        exercise=_exercise(author),
        heads=(say("report.head_function"), say("report.head_date"), say("report.head_visa")),
        visas=()
        if author.dossier.simulated
        else (
            _visa(author, say("report.author"), box.author),
            _visa(author, say("report.checker"), box.checker),
            _visa(author, say("report.approver"), box.approver),
        ),
        facts=(
            Fact(say("report.distribution"), _or_none(author, " · ".join(box.distribution), _LIST)),
            *(
                (Fact(say("report.variants"), author.cut(" · ".join(box.variants), _LIST)),)
                if box.variants
                else ()
            ),
        ),
    )


def exercise_name(author: Author) -> str:
    """The neutral name, short enough for a title."""
    return author.cut(author.voice.text(author.script.name), 40)


def version(author: Author) -> str:
    """How the version is written."""
    box = author.dossier.box
    return author.cut(box.label, 30) or str(box.version)


def _subject(author: Author) -> str:
    """What the exercise was about; the scenario's own words tell the plot, so they wait for FINEX."""
    subject = author.dossier.box.subject
    if not subject and author.debrief.times.ended is not None:
        subject = author.voice.text(author.script.summary)
    return author.say("report.subject", subject=author.cut(subject, _LONG)) if subject else ""


def _occasion(author: Author) -> str:
    say, day = author.say, author.day
    if author.dossier.simulated:
        return say("report.simulated")
    if author.dossier.rehearsal:
        told = "report.rehearsal_once" if day is None else "report.rehearsal_on"
        return say(told, day="" if day is None else author.voice.day(day))
    return say("report.occasion") if day is None else say("report.occasion_on", day=author.voice.day(day))


def _or_blank(author: Author, text: str, limit: int) -> str:
    return author.cut(text, limit) if text.strip() else author.say("report.to_fill")


def _or_none(author: Author, text: str, limit: int) -> str:
    """The same, but a demonstration has no such thing."""
    if author.dossier.simulated and not text.strip():
        return author.say("report.not_here")
    return _or_blank(author, text, limit)


def _visa(author: Author, act: str, who: Signatory) -> Visa:
    return Visa(act, author.cut(who.function, 90), author.voice.short_day(who.on))


def _document(author: Author) -> tuple[Fact, ...]:
    say, box, facility = author.say, author.dossier.box, author.dossier.facility
    standings = tuple(say(key) for key in STANDINGS.values())
    dated = version(author)
    if box.dated is not None:
        dated = say("report.version_of", version=dated, day=author.voice.day(box.dated))
    return (
        Fact(say("report.reference"), _or_none(author, box.reference, 40), strong=bool(box.reference)),
        Fact(say("report.version"), dated),
        Fact(say("report.standing"), say("report.standing_simulated"))
        if author.dossier.simulated
        else Fact(say("report.standing"), boxes=Boxes(standings, list(STANDINGS).index(box.standing))),
        Fact(say("report.marking"), _or_none(author, box.marking, 60)),
        Fact(say("report.replaces"), author.cut(box.replaces, 60) or say("report.replaces_none")),
        Fact(say("report.finess_ej"), _number(author, facility.finess_ej)),
        Fact(say("report.finess_et"), _number(author, facility.finess_et)),
    )


def _number(author: Author, number: str) -> str:
    return _or_none(author, number, 20).replace(" ", "\u00a0")


def _exercise(author: Author) -> tuple[Fact, ...]:
    say, box = author.say, author.dossier.box
    facts = [
        Fact(say("report.exercise_type"), _kind(author)),
        _conduct(author),
        _level(author),
        Fact(say("report.from_to"), from_to(author)),
        Fact(say("report.scenario"), _scenario(author)),
        Fact(say("report.chronogramme"), launched(author)),
        Fact(say("report.direx"), _or_none(author, box.director, 60)),
    ]
    if box.provider:
        facts.append(Fact(say("report.provider"), author.cut(box.provider, 60)))
    return tuple(facts)


def _kind(author: Author) -> str:
    """What sort of exercise it was: what the facility wrote, else what any exercise played here is."""
    if author.dossier.box.kind:
        return author.cut(author.dossier.box.kind, 60)
    if author.dossier.simulated:
        return author.say("report.kind_demonstration")
    return author.say("report.kind_rehearsal" if author.dossier.rehearsal else "report.kind_default")


def _conduct(author: Author) -> Fact:
    """How it was conducted; where nobody said otherwise, the way in which it was played is ticked."""
    say, box = author.say, author.dossier.box
    label = say("report.exercise_kind")
    setting = author.cut(box.setting, 60)
    if author.dossier.simulated:
        return Fact(label, ", ".join(filter(None, (say("report.conduct_simulated"), setting))))
    played = author.script.options.way
    if box.conduct or setting:
        return Fact(label, ", ".join(filter(None, (say(_WAYS[box.conduct or played]), setting))))
    ways = tuple(say("report.conduct_boxes").split("|"))
    return Fact(label, boxes=Boxes(ways, list(_WAYS).index(played)))


def _level(author: Author) -> Fact:
    """How hard it was meant to be; the three levels of the national kits, to be ticked, where nobody said."""
    say, level = author.say, author.dossier.box.level
    if level or author.dossier.simulated:
        return Fact(say("report.exercise_level"), _or_none(author, level, 60))
    return Fact(say("report.exercise_level"), boxes=Boxes(tuple(say("report.level_boxes").split("|"))))


def from_to(author: Author) -> str:
    """14:02 – 16:38, pause réelle de 10 min."""
    times = author.debrief.times
    if times.begun is None:
        return author.say("report.not_begun")
    begun, ended = author.room.of(times.begun, 0), author.room.of(times.ended, times.end.play)
    if not author.room.known:
        return author.say("report.played_for", duration=author.voice.duration(times.end.play))
    if times.ended is None:
        return author.say("report.from_not_ended", begun=author.voice.clock(begun))
    still = ended - begun - (times.end.play - times.start.play)
    key = "report.from_to_stopped" if still >= 60_000 else "report.from_to_value"
    return author.say(
        key,
        begun=author.voice.clock(begun),
        ended=author.voice.clock(ended),
        still=author.voice.duration(max(still, 0)),
    )


def _scenario(author: Author) -> str:
    """Which scenario, in which version: the one that the facility gave, else what its file is known by."""
    name, script = exercise_name(author), author.script
    given = author.dossier.box.scenario_version
    if given:
        version = author.cut(given, 20)
        return author.say("report.scenario_version", name=name, version=version)
    if script.source_digest:
        digest = script.source_digest[:8]
        return author.say("report.scenario_digest", name=name, digest=digest)
    blank = author.say("report.to_fill_within")
    return author.say("report.scenario_version", name=name, version=blank)


def launched(author: Author) -> str:
    """How many stimuli were launched of those planned, as everywhere; beside them those that were added."""
    injects, say = author.debrief.injects, author.say
    told = [say("report.stimuli_of", n=injects.launched, planned=injects.planned)]
    others = injects.from_reserve + injects.improvised
    if others:
        told.append(say("report.stimuli_added", n=others))
    return " ".join(told)

"""Page 1: what this document is, who answers for it, what exercise it tells of."""

from __future__ import annotations

from care_desktop.report.author import Author
from care_desktop.report.dossier import Conduct, Signatory, Standing
from care_desktop.report.model import Boxes, Cover, Fact, Visa
from care_desktop.scenario.scenario import FacilityKind, LegalForm

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
_CONDUCTS = {
    Conduct.TABLE: "report.conduct_table",
    Conduct.SIMULATION: "report.conduct_simulation",
    Conduct.ALONE: "report.conduct_alone",
}
STANDINGS = {
    Standing.DRAFT: "report.standing_draft",
    Standing.CHECKED: "report.standing_checked",
    Standing.APPROVED: "report.standing_approved",
}
_LONG = 110


def cover(author: Author) -> Cover:
    """The box."""
    say, box, facility = author.say, author.dossier.box, author.dossier.facility
    structure = [say(_KINDS[facility.kind]), say(_FORMS[facility.legal_form])]
    if facility.group:
        structure.append(author.cut(facility.group, 60))
    if box.sites:
        structure.append(author.cut(box.sites, 60))
    day = author.day
    summary = author.voice.text(author.script.summary)
    return Cover(
        facility=author.cut(facility.name, 80) or say("report.to_fill"),
        structure=" · ".join(structure),
        genre=say("report.genre"),
        title=say("report.exercise", name=exercise_name(author)),
        subject=author.cut(box.subject or summary, _LONG),
        occasion=say("report.occasion")
        if day is None
        else say("report.occasion_on", day=author.voice.day(day)),
        document=_document(author),
        exercise=_exercise(author),
        heads=(say("report.head_function"), say("report.head_date"), say("report.head_visa")),
        visas=(
            _visa(author, say("report.author"), box.author),
            _visa(author, say("report.checker"), box.checker),
            _visa(author, say("report.approver"), box.approver),
        ),
        facts=(
            Fact(say("report.distribution"), author.cut(" · ".join(box.distribution), CELLS)),
            *(
                (Fact(say("report.variants"), author.cut(" · ".join(box.variants), CELLS)),)
                if box.variants
                else ()
            ),
        ),
    )


CELLS = 240


def exercise_name(author: Author) -> str:
    """The neutral name, short enough for a title."""
    return author.cut(author.voice.text(author.script.name), 40)


def version(author: Author) -> str:
    """How the version is written."""
    box = author.dossier.box
    return author.cut(box.label, 30) or str(box.version)


def _visa(author: Author, act: str, who: Signatory) -> Visa:
    return Visa(act, author.cut(who.function, 90), author.voice.short_day(who.on))


def _document(author: Author) -> tuple[Fact, ...]:
    say, box = author.say, author.dossier.box
    standings = tuple(say(key) for key in STANDINGS.values())
    dated = version(author)
    if box.dated is not None:
        dated = say("report.version_of", version=dated, day=author.voice.day(box.dated))
    return (
        Fact(say("report.reference"), author.cut(box.reference, 40), strong=True),
        Fact(say("report.version"), dated),
        Fact(say("report.standing"), boxes=Boxes(standings, list(STANDINGS).index(box.standing))),
        Fact(say("report.marking"), author.cut(box.marking, 60)),
        Fact(say("report.replaces"), author.cut(box.replaces, 60)),
    )


def _exercise(author: Author) -> tuple[Fact, ...]:
    say, box, facility = author.say, author.dossier.box, author.dossier.facility
    conduct = [say(_CONDUCTS[box.conduct])] if box.conduct else []
    if box.setting:
        conduct.append(author.cut(box.setting, 60))
    finess = [
        say(key, number=author.cut(number, 20).replace(" ", "\u00a0"))
        for key, number in (
            ("report.finess_ej", facility.finess_ej),
            ("report.finess_et", facility.finess_et),
        )
        if number
    ]
    facts = [
        Fact(say("report.exercise_kind"), ", ".join(conduct)),
        Fact(say("report.from_to"), from_to(author)),
        Fact(say("report.scenario"), _scenario(author)),
        Fact(say("report.direx"), author.cut(box.director, 60)),
        Fact(say("report.finess"), " · ".join(finess)),
    ]
    if box.provider:
        facts.append(Fact(say("report.provider"), author.cut(box.provider, 60)))
    return tuple(facts)


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
    injects = author.debrief.injects
    name = exercise_name(author)
    if author.dossier.box.scenario_version:
        name = author.say(
            "report.scenario_version", name=name, version=author.cut(author.dossier.box.scenario_version, 20)
        )
    if not injects.planned:
        return name
    share = round(100 * injects.launched / injects.planned)
    return author.say(
        "report.scenario_played", name=name, launched=injects.launched, planned=injects.planned, share=share
    )

"""The report of a dossier as a finished file, and what that file is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from msgspec.structs import replace
from reportlab.platypus.flowables import Flowable

from care_desktop.language import Language
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.hours import RoomTime
from care_desktop.report.model import Report
from care_desktop.report.pdf.document import build
from care_desktop.report.pdf.finish import Attachment, Identity
from care_desktop.report.pdf.template import Furniture
from care_desktop.report.printing.blocks import section
from care_desktop.report.printing.front import front
from care_desktop.report.printing.typing import Type
from care_desktop.report.voice import Voice

_JOURNAL = "journal.json"


class Phase(Enum):
    """What the making of a report goes through, in this order."""

    MEASURING = auto()
    COMPOSING = auto()
    DRAWING = auto()
    WRITING = auto()


Progress = Callable[[Phase], None]
"""Told of each phase when it begins."""


def unheard(_phase: Phase) -> None:
    """Nobody wants to know how far the report is."""


def write(
    dossier: Dossier,
    path: Path,
    *,
    language: Language,
    data: bytes | None,
    when: datetime,
    progress: Progress = unheard,
) -> None:
    """Write the report as PDF; ``data`` is the exercise's journal as JSON, attached to it.

    The same dossier, data and moment give the same bytes. Raises ``OSError``: then ``path`` is as it was.
    """
    progress(Phase.COMPOSING)
    report = compose(_in(dossier, language), attached=data is not None)
    kind = Type(report.language)
    attachments = [Attachment(_JOURNAL, data, kind.plain(report.title))] if data is not None else []
    furniture = Furniture(*map(kind.plain, (report.header, report.footer, report.marking, report.disclaimer)))
    identity = Identity(kind.plain(report.title), report.language, when)
    progress(Phase.DRAWING)
    build(
        story_of(report),
        path,
        identity,
        furniture=furniture,
        attachments=attachments,
        drawn=lambda: progress(Phase.WRITING),
    )


def story_of(report: Report) -> list[Flowable]:
    """All pages of a report, to be drawn once."""
    kind = Type(report.language)
    story = front(kind, report.cover)
    for number, one in enumerate(report.sections):
        story += section(kind, report, one, number)
    return story


def file_name(dossier: Dossier, language: Language) -> str:
    """2026-11-23_exercice-TILLEUL_RETEX_v1.pdf: the day of DEBEX, the neutral name, the version."""
    voice = Voice(language)
    begun = dossier.debrief.times.begun
    moment = RoomTime(dossier.anchors, begun).date() if begun is not None else None
    name = _plain(voice.text(dossier.script.name)) or _plain(dossier.script.id) or "x"
    parts = [f"{voice.say('report.file_exercise')}-{name}", "RETEX", f"v{dossier.box.version}"]
    if moment is not None:
        parts.insert(0, f"{moment:%Y-%m-%d}")
    return "_".join(parts) + ".pdf"


def _plain(text: str) -> str:
    """Letters and digits that any disk takes; all the rest is a hyphen."""
    bare = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", bare).strip("-")[:40].strip("-")


def _in(dossier: Dossier, language: Language) -> Dossier:
    return replace(dossier, language=language)

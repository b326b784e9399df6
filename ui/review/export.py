"""The report of an exercise: what its file is called, and how our own program is asked for it. No Qt."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.review.past import Past
    from ui.voice import Voice

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def default_name(voice: Voice, past: Past) -> str:
    """RETEX TILLEUL 2026-11-24.pdf: the neutral name, and the day of DEBEX where it is known.

    Of a rehearsal: Répétition TILLEUL 2026-11-24.pdf.
    """
    name = " ".join(_NOT_IN_NAMES.sub(" ", voice.text(past.index.script.name)).split())[:60].strip(". ")
    begun = past.wall(past.measured.times.begun)
    parts = [voice.say("review.rehearsal_file") if past.rehearsal else "RETEX", name or past.index.script.id]
    if begun is not None:
        parts.append(begun.date().isoformat())
    return " ".join(parts) + ".pdf"


def arguments(
    database: Path, exercise: str, output: Path, language: str, facility: Path | None = None
) -> list[str]:
    """What the command line is given; whoever chose the file has agreed that it is replaced."""
    given = ["report", "--database", str(database), "--exercise", exercise, "--output", str(output)]
    given += ["--lang", language, "--progress", "--force"]
    if facility is not None and facility.is_file():
        given += ["--facility", str(facility)]
    return given


def with_suffix(chosen: str) -> Path:
    """The file that a person named, a PDF whatever they typed."""
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")

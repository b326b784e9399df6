"""The report of a big exercise beside bare reportlab: the same texts, tables and figures, untagged.

Each runs in a process of its own, as the program does it; the time of the process counts, that of making the
dossier does not. ``python -m bench.reporting ours|bare`` is such a process: it prints how long it prepared.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bench.measuring import Line

EVENTS = 600
SIZE = (90, 36)
RUNS = 5
WHEN = datetime(2026, 11, 24, tzinfo=UTC)


def dossier(size: tuple[int, int] = SIZE) -> Any:  # noqa: ANN401 - nothing of the report is imported before its time is taken
    """A made-up afternoon of so many injects and services: as many as make a report of some 30 pages."""
    from bench.load import played
    from bench.script import build
    from care_desktop.debrief.debrief import debrief
    from care_desktop.report.dossier import assemble
    from care_desktop.scenario.scenario import Facility

    index, batches = played(EVENTS, build(*size))
    events = [event for batch in batches for event in batch.events]
    return assemble(
        index.script, events, debrief(index, events), facility=Facility("Hôpital"), stamps={}, language="fr"
    )


def ours(path: Path, prepared: Any) -> None:  # noqa: ANN401
    from care_desktop.report.document import write

    write(prepared, path, language="fr", data=b"{}", when=WHEN)


def bare(path: Path, prepared: Any) -> None:  # noqa: ANN401
    """What reportlab makes of the same model by itself."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    from care_desktop.report.compose import compose
    from care_desktop.report.figures.drawing import drawn
    from care_desktop.report.model import Figure
    from care_desktop.report.model import Table as Tabled

    style = getSampleStyleSheet()["Normal"]
    story: list[Any] = []
    for section in compose(prepared, attached=True).sections:
        for block in section.blocks:
            if isinstance(block, Tabled):
                scale = 482 / sum(column.width for column in block.columns)
                rows = [
                    [[Paragraph(escape(text), style) for text in texts(cell)] for cell in row]
                    for row in block.rows
                ]
                story.append(Table(rows, [column.width * scale for column in block.columns]))
            elif isinstance(block, Figure):
                story.append(drawn(block.plot, str))
            else:
                story += [Paragraph(escape(text), style) for text in texts(block)]
    made = BytesIO()
    SimpleDocTemplate(made).build(story)
    path.write_bytes(made.getvalue())


def texts(value: object) -> Iterator[str]:
    """Every text in a part of the model."""
    if isinstance(value, str):
        if value and type(value) is str:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))


def pages(path: Path) -> int:
    from pikepdf import Pdf

    with Pdf.open(path) as pdf:
        return len(pdf.pages)


def _process(what: str, path: Path) -> float:
    """Milliseconds of a process, without what it needed to make its dossier."""
    begun = perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "bench.reporting", what, str(path)], capture_output=True, text=True, check=True
    )
    return (perf_counter() - begun) * 1000 - float(told.stdout)


def measure() -> list[Line]:
    with TemporaryDirectory() as folder:
        found = {what: Path(folder) / f"{what}.pdf" for what in ("ours", "bare")}
        times: dict[str, list[float]] = {what: [] for what in found}
        for _ in range(RUNS):
            for what, path in found.items():
                times[what].append(_process(what, path))
        count = pages(found["ours"])
    mine, theirs = min(times["ours"]), min(times["bare"])
    return [
        Line(f"report of {count} pages, process start", mine, theirs, RUNS, "best", 1_500),
        Line("the same, times bare reportlab", mine / theirs, None, RUNS, "best", 2.5, ""),
    ]


if __name__ == "__main__":
    start = perf_counter()
    ready = dossier()
    prepared_ms = (perf_counter() - start) * 1000
    {"ours": ours, "bare": bare}[sys.argv[1]](Path(sys.argv[2]), ready)
    print(prepared_ms)

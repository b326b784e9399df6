"""From a story to a finished file: drawn once, tagged, completed, and put in place whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from reportlab.platypus.flowables import Flowable

from care_desktop.report.pdf import fonts
from care_desktop.report.pdf.canvas import TaggedCanvas
from care_desktop.report.pdf.finish import Attachment, Identity, finish
from care_desktop.report.pdf.template import FIRST, Furniture, Pages
from care_desktop.report.pdf.typography import printable
from care_desktop.workspace.durable import write_durably

_BARE = Furniture()


def build(
    story: Sequence[Flowable],
    path: Path,
    identity: Identity,
    *,
    furniture: Furniture = _BARE,
    attachments: Sequence[Attachment] = (),
    drawn: Callable[[], None] | None = None,
) -> None:
    """Write a story as a tagged PDF; the same story, words and date give the same bytes.

    The story is used up: it cannot be drawn twice. ``drawn`` is called when only the writing is left.
    Raises ``OSError``: then ``path`` is as it was.
    """
    content = render(story, identity, furniture=furniture, attachments=attachments)
    if drawn is not None:
        drawn()
    write_durably(path, content)


def render(
    story: Sequence[Flowable],
    identity: Identity,
    *,
    furniture: Furniture = _BARE,
    attachments: Sequence[Attachment] = (),
    first: str = FIRST,
) -> bytes:
    """Make the bytes of the file; ``first`` is the template of its first page."""
    fonts.register()
    drawn = BytesIO()
    canvases: list[TaggedCanvas] = []

    def make_canvas(*given: object, **options: object) -> TaggedCanvas:
        canvas = TaggedCanvas(*given, **options)
        canvas.furnish = furniture.draw
        canvases.append(canvas)
        return canvas

    said = replace(identity, title=printable(identity.title))
    Pages(drawn, said.title, said.language, first).build(list(story), canvasmaker=make_canvas)
    return finish(drawn.getvalue(), canvases[-1].tree, said, attachments)

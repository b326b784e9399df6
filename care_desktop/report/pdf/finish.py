"""What reportlab does not write: tree, metadata, colour profile, attachments (PDF/UA-1 and PDF/A-3a)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import ImageCms

from care_desktop.report.pdf import metadata
from care_desktop.report.pdf.structure import write_tree
from care_desktop.report.pdf.tagging import Tree


@dataclass(frozen=True, slots=True)
class Identity:
    """What the file says of itself."""

    title: str
    language: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within the file: the data that the document was made from."""

    name: str
    content: bytes
    description: str
    media_type: str = "application/json"


def finish(drawn: bytes, tree: Tree, identity: Identity, attachments: Sequence[Attachment]) -> bytes:
    """Complete a drawn file; what is not embedded in it is refused."""
    with Pdf.open(BytesIO(drawn)) as pdf:
        _refuse_foreign_fonts(pdf)
        write_tree(pdf, tree)
        root = pdf.Root
        root.Lang = String(identity.language)
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.OutputIntents = Array([_intent(pdf)])
        if attachments:
            _attach(pdf, attachments, identity.when)
        _say(pdf, identity)
        written = BytesIO()
        pdf.save(
            written,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return written.getvalue()


def _say(pdf: Pdf, identity: Identity) -> None:
    """Keep the title and the date: no name of a person, of a machine or of a program version."""
    # In the trailer and in the metadata alike, else they contradict each other
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(identity.title)))
    packet = pdf.make_stream(metadata.packet(identity.title, identity.language, identity.when))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = packet
    for page in pdf.pages:
        if Name.Trans in page:
            del page[Name.Trans]


def _refuse_foreign_fonts(pdf: Pdf) -> None:
    # reportlab gives all the pages the same dictionary of fonts
    for font in pdf.pages[0].Resources.get(Name.Font, Dictionary()).values():
        descriptor = font.get(Name.FontDescriptor)
        if descriptor is None or Name.FontFile2 not in descriptor:
            raise ValueError(f"font not embedded: {font.BaseFont}")


def _intent(pdf: Pdf) -> Dictionary:
    """Say that colours are sRGB."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07e600010001000000000000")  # its date of making: today, else
    stream = pdf.make_stream(bytes(profile))
    stream.N = 3
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB"),
            DestOutputProfile=stream,
        )
    )


def _attach(pdf: Pdf, attachments: Sequence[Attachment], when: datetime) -> None:
    date = String(when.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ"))
    files: list[Dictionary] = []
    for attachment in sorted(attachments, key=lambda each: each.name):
        stream = pdf.make_stream(attachment.content)
        stream.Type = Name.EmbeddedFile
        stream.Subtype = Name(f"/{attachment.media_type}")
        stream.Params = Dictionary(Size=len(attachment.content), ModDate=date)
        specification = Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name.Data,
            EF=Dictionary(F=stream, UF=stream),
        )
        files.append(pdf.make_indirect(specification))
    names = [item for file in files for item in (file.UF, file)]
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))
    pdf.Root.AF = Array(files)

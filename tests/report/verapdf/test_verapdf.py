"""The documents pass veraPDF for PDF/UA-1 and PDF/A-3a, and files that are spoiled on purpose do not."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Dictionary, Name, Object, Pdf

from care_desktop.report.pdf.template import BODY
from tests.report.pdf.hostile import PAYLOADS, hostile
from tests.report.pdf.sample import Sample, attached, everything
from tests.report.verapdf.fetch import FOLDER, JARS, Unavailable, complete, fetch

UA, A = "PDFUA-1", "PDFA-3A"
_MAIN = Path(__file__).parent / "Check.java"
_SECONDS = 120

Verdicts = dict[tuple[str, str], tuple[int, int, str]]


def _elements(pdf: Pdf, kind: str) -> Iterator[Any]:
    for made in pdf.objects:
        if (
            isinstance(made, Dictionary)
            and made.get("/Type") == Name.StructElem
            and Name(f"/{kind}") == made.S
        ):
            yield made


def _no_alternative(pdf: Pdf) -> None:
    for element in _elements(pdf, "Figure"):
        del element["/Alt"]


def _no_scope(pdf: Pdf) -> None:
    for element in _elements(pdf, "TH"):
        del element["/A"]


def _skipped_level(pdf: Pdf) -> None:
    for element in _elements(pdf, "H2"):
        element.S = Name.H4


def _untagged(pdf: Pdf) -> None:
    content = pdf.pages[1].Contents
    lines = content.read_bytes().replace(b"/P <</MCID", b"/P <</Lost", 1)
    content.write(lines)


def _no_parent_of_a_link(pdf: Pdf) -> None:
    del pdf.pages[0].Annots[0]["/StructParent"]


def _no_font(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.FontDescriptor["/FontFile2"]


def _no_relationship(pdf: Pdf) -> None:
    file: Object = pdf.Root.AF[0]
    del file["/AFRelationship"]


SPOILED: dict[str, tuple[Callable[[Pdf], None], tuple[str, ...]]] = {
    "no alternative text": (_no_alternative, (UA,)),
    "no scope": (_no_scope, (UA,)),
    "skipped level": (_skipped_level, (UA,)),
    "untagged text": (_untagged, (UA,)),
    "no parent of a link": (_no_parent_of_a_link, (UA,)),
    "no font": (_no_font, (UA, A)),
    "no language": (lambda pdf: pdf.Root.__delitem__("/Lang"), (UA,)),
    "no marking": (lambda pdf: pdf.Root.__delitem__("/MarkInfo"), (UA, A)),
    "no title shown": (lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"), (UA,)),
    "no colours": (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), (A,)),
    "no relationship": (_no_relationship, (A,)),
    "no metadata": (lambda pdf: pdf.Root.__delitem__("/Metadata"), (UA, A)),
}

# Not those that are merely long: sixty pages of one word teach nothing here
ODD = {name: payload for name, payload in PAYLOADS.items() if len(payload) < 1000}
SOUND = ("whole", "bare", "sheet", *(f"text {name}" for name in ODD))


@pytest.fixture(scope="module")
def jars() -> str:
    """Find what validates; without it, or without Java, say why this gate stays shut."""
    if not (shutil.which("java") and shutil.which("javac")):
        pytest.skip("veraPDF needs a JDK: no java or no javac")
    if not complete(FOLDER):
        try:
            fetch(FOLDER)
        except (Unavailable, OSError) as reason:
            pytest.skip(f"veraPDF is not in {FOLDER}, and could not be fetched: {reason}")
    return ":".join(str(FOLDER / jar) for jar in JARS)


@pytest.fixture(scope="module")
def verdicts(jars: str, tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """Check all the files in one run of the machine."""
    folder = tmp_path_factory.mktemp("verapdf")
    whole = everything().render(attachments=attached())
    (folder / "whole").write_bytes(whole)
    (folder / "bare").write_bytes(everything().render())
    sheet = Sample()
    sheet.story = [sheet.p("Une seule feuille", sheet.styles.sheet_title, tag="H1"), sheet.p("a\u202f? 🚨")]
    (folder / "sheet").write_bytes(sheet.render(first=BODY))
    for name, payload in ODD.items():
        (folder / f"text {name}").write_bytes(hostile(payload))
    for name, (spoil, _) in SPOILED.items():
        with Pdf.open(BytesIO(whole)) as pdf:
            spoil(pdf)
            pdf.save(folder / name)
    return _check(jars, folder, [*SOUND, *SPOILED])


def _check(jars: str, folder: Path, names: list[str]) -> Verdicts:
    compiled = folder / "classes"
    subprocess.run(["javac", "-cp", jars, "-d", compiled, _MAIN], check=True, timeout=_SECONDS)
    command = [
        "java",
        "-cp",
        f"{compiled}:{jars}",
        "Check",
        f"{UA},{A}",
        *(str(folder / name) for name in names),
    ]
    answer = subprocess.run(command, check=True, timeout=_SECONDS, capture_output=True, text=True)
    verdicts: Verdicts = {}
    for line in answer.stdout.splitlines():
        name, profile, rules, checks, failed = line.split("\t")
        verdicts[name, profile] = int(rules), int(checks), failed
    return verdicts


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("profile", [UA, A])
def test_a_document_breaks_no_rule(verdicts: Verdicts, name: str, profile: str) -> None:
    rules, checks, failed = verdicts[name, profile]
    assert failed == ""
    # An engine that checks nothing finds nothing
    assert (rules, checks) > (100, 500)


@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_document_is_caught(verdicts: Verdicts, name: str) -> None:
    assert [profile for profile in SPOILED[name][1] if not verdicts[name, profile][2]] == []

"""What the finished file says of itself, what it holds, and that it is the same each time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Name, Pdf
from reportlab.platypus import Flowable

from care_desktop.report.pdf import fonts
from care_desktop.report.pdf.document import build
from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.styles import Role
from tests.report.pdf.sample import FURNITURE, IDENTITY, Sample, attached, everything

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def content() -> bytes:
    return everything().render(attachments=attached())


@pytest.fixture
def pdf(content: bytes) -> Iterator[Pdf]:
    with Pdf.open(BytesIO(content)) as opened:
        yield opened


def test_the_same_story_gives_the_same_bytes(content: bytes) -> None:
    assert everything().render(attachments=attached()) == content


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_gives_the_same_bytes(content: bytes, seed: str) -> None:
    code = (
        "import hashlib; from tests.report.pdf.sample import attached, everything;"
        "print(hashlib.sha256(everything().render(attachments=attached())).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland"}
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    assert answer.stdout.strip() == hashlib.sha256(content).hexdigest()


def test_every_font_of_every_page_is_in_the_file_with_its_characters(pdf: Pdf) -> None:
    used = [font for page in pdf.pages for font in page.Resources.Font.values()]
    assert used
    assert all(Name.FontFile2 in font.FontDescriptor and Name.ToUnicode in font for font in used)


def test_the_file_is_tagged_and_shows_its_title_and_language(pdf: Pdf) -> None:
    root = pdf.Root
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert (str(root.Lang), str(pdf.docinfo.Title)) == ("fr-FR", IDENTITY.title)


def test_the_file_names_no_one_and_no_program(pdf: Pdf) -> None:
    assert list(pdf.docinfo.keys()) == ["/Title"]
    said = pdf.Root.Metadata.read_bytes().lower()
    assert not [word for word in (b"author", b"creator>", b"producer", b"reportlab") if word in said]


def test_the_data_is_attached_and_said_to_be_the_documents_data(pdf: Pdf) -> None:
    (file,) = list(pdf.Root.AF)
    assert file.AFRelationship == Name.Data
    assert bytes(file.EF.F.read_bytes()) == b'{"a": 1}'


def test_headings_are_in_the_outline_at_their_level(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        lines = [(entry.title, [child.title for child in entry.children]) for entry in outline.root]
    assert lines == [("L’essentiel", ["Phase 1"]), ("Les décisions", [])]


def test_a_font_that_is_not_shipped_is_refused() -> None:
    sample = Sample()
    sample.story = [TP("a", Role("foreign", "Helvetica", 10, 12))]
    with pytest.raises(ValueError, match="font not embedded: /Helvetica"):
        sample.render()


def test_every_typeface_is_shipped_with_its_licence() -> None:
    folder = ROOT / "resources" / "fonts"
    on_screen_only = {"SourceSerif4-Bold"}
    assert {path.stem for path in folder.glob("Source*.ttf")} - on_screen_only == set(fonts.files())
    for name in ("OFL-SourceSans3.txt", "OFL-SourceSerif4.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / name).read_text(encoding="utf-8")


def test_the_file_is_put_in_place_whole(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"before")
    sample = everything()

    build(sample.story, path, IDENTITY, attachments=attached(), furniture=FURNITURE)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_story_that_cannot_be_drawn_leaves_the_file_before(tmp_path: Path) -> None:
    class Broken(Flowable):  # type: ignore[misc]
        def draw(self) -> None:
            raise ZeroDivisionError

    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError):
        build([Broken()], path, IDENTITY)
    assert path.read_bytes() == b"before"

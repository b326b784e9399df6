"""The user's own facility: kept as written, never lost, and said in words when it cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from care_desktop import paths
from care_desktop.errors import UserError
from care_desktop.language import Catalogue
from care_desktop.scenario.choosing import FacilityKind, LegalForm
from care_desktop.scenario.reading import read_facility
from care_desktop.scenario.scenario import Facility, OwnService
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, StoryMs
from care_desktop.workspace import own_facility
from care_desktop.workspace.place import Workspace

OURS = Facility(
    "EHPAD « Les Tilleuls »",
    FacilityKind.NURSING_HOME,
    LegalForm.ASSOCIATION,
    services=(OwnService("record", target=StoryMs(4 * HOUR)), OwnService("icu", has=False)),
    variables={"beds": Text("80")},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "facility.yaml"


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as failure:
        own_facility.read(path)
    return failure.value


def test_there_is_none_before_it_was_given(path: Path) -> None:
    assert own_facility.read(path) is None


def test_what_is_written_is_read(path: Path) -> None:
    own_facility.write(path, Facility("Before"))
    own_facility.write(path, OURS)
    assert own_facility.read(path) == OURS


def test_it_is_for_its_owner_alone(path: Path) -> None:
    own_facility.write(path, OURS)
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


def test_all_that_a_person_wrote_in_it_outlasts_a_change_in_the_window(path: Path) -> None:
    path.write_bytes((paths.scenarios() / "facilities" / "hopital-du-val.yaml").read_bytes())
    first = own_facility.read(path)
    assert first is not None
    own_facility.write(path, first)
    assert read_facility(path) == (first, ())


DAMAGED = {
    "empty": b"",
    "cut": b'format: 1\nname: "H',
    "zeros": b"\0" * 300,
    "other": b"format: 1\nname: A\nnmae: B\n",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_one_is_told_of_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    error = refusal(path)
    assert error.code == "workspace.facility_damaged"
    assert str(path) in Catalogue("fr").text(error.messages[0])
    assert path.read_bytes() == content


def test_the_line_that_is_wrong_is_named(path: Path) -> None:
    path.write_bytes(DAMAGED["other"])
    assert refusal(path).params["line"] == 3


def test_one_that_was_damaged_is_kept_beside_the_new_one(path: Path) -> None:
    for content in (b"first", b"second"):
        path.write_bytes(content)
        own_facility.write(path, OURS)
    kept = {file.name: file.read_bytes() for file in path.parent.iterdir() if file != path}
    assert kept == {"facility.yaml.damaged-1": b"first", "facility.yaml.damaged-2": b"second"}
    assert own_facility.read(path) == OURS


def test_one_of_a_newer_version_is_never_replaced(path: Path) -> None:
    path.write_bytes(b"format: 999\nname: A\n")
    assert refusal(path).code == "workspace.facility_newer"
    with pytest.raises(UserError):
        own_facility.write(path, OURS)
    assert path.read_bytes() == b"format: 999\nname: A\n"


def test_a_folder_in_its_place_is_not_read(path: Path) -> None:
    path.mkdir()
    assert refusal(path).code == "workspace.facility_not_read"


def test_where_nothing_can_be_written_the_one_before_stays(path: Path) -> None:
    with pytest.raises(UserError) as failure:
        own_facility.write(path.parent / "missing" / "facility.yaml", OURS)
    assert failure.value.code == "workspace.facility_not_written"


def test_it_lies_in_the_workspace(tmp_path: Path) -> None:
    assert Workspace.open(tmp_path).facility == tmp_path / "facility.yaml"

"""Packages from strangers: each is opened whole or refused with a reason, soon, and nothing is written."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from care_desktop.exchange.container import MOST_ENTRIES
from care_desktop.exchange.names import fault_of
from care_desktop.exchange.package import files_of, packed
from care_desktop.exchange.refusing import BadPackage
from care_desktop.language import Catalogue
from tests.cli.terminal import well_set
from tests.exchange.zips import SCENARIO, Entry, zipped

GOOD = Entry()
TEXT = Entry(b"a.txt", b"words")
SPACES = b" " * 1_000_000


def refused(content: bytes) -> str:
    """The code of the refusal; on the way, it is said in both languages."""
    with pytest.raises(BadPackage) as caught:
        files_of(content)
    error = caught.value.about("x.care")
    french = [Catalogue("fr").text(one) for one in error.messages]
    assert all(french)
    assert well_set("\n".join(french))
    assert all(Catalogue("en").text(one) for one in error.messages)
    return error.code.removeprefix("package.")


def test_an_ordinary_zip_of_any_tool_is_opened() -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pictures/", b"")
        archive.writestr("scenario.yaml", SCENARIO)
        archive.writestr("pictures/note.png", b"")
    assert files_of(whole.getvalue()) == {"scenario.yaml": SCENARIO, "pictures/note.png": b""}
    assert files_of(zipped(GOOD, TEXT, comment=b"made by hand")) == {
        "scenario.yaml": SCENARIO,
        "a.txt": b"words",
    }
    assert files_of(zipped(GOOD, between=b"d" * 16)) == {"scenario.yaml": SCENARIO}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (b"../a.txt", "name"),
        (b"/a.txt", "name"),
        (b"a/../b.txt", "name"),
        (b"./a.txt", "name"),
        (b"a//b.txt", "name"),
        (b"a\\b.txt", "name"),
        (b"c:a.txt", "name"),
        (b"A.txt", "name"),
        (b"a b.txt", "name"),
        (b".hidden.txt", "name"),
        (b"a/.git/x.txt", "name"),
        (b"a.txt.", "name"),
        (b"a./b.txt", "name"),
        (b"", "name"),
        (b"a\0.txt", "name"),
        (b"a\n.txt", "name"),
        ("\u202etxt.exe".encode(), "name"),
        ("e\u0301.txt".encode(), "name"),
        (b"\xff.txt", "name"),
        (b"a" * 200 + b".txt", "name"),
        (b"con.txt", "reserved_name"),
        (b"a/nul", "reserved_name"),
        (b"com1.d/a.txt", "reserved_name"),
        (b"lpt9.txt", "reserved_name"),
        (b"a.exe", "kind"),
        (b"a.txt.lnk", "kind"),
        (b"a.svg", "kind"),
        (b"a", "kind"),
        (b"../", "name"),
        (b"aux/", "reserved_name"),
    ],
)
def test_names_that_lead_elsewhere_or_mean_something_else(name: bytes, why: str) -> None:
    assert refused(zipped(GOOD, TEXT._replace(name=name))) == why


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not_one"),
        (SCENARIO, "not_one"),
        (b"MZ" + zipped(GOOD), "not_one"),
        (zipped(), "no_scenario"),
        (zipped(TEXT), "no_scenario"),
        (zipped(GOOD._replace(flags=1)), "encrypted"),
        (zipped(GOOD._replace(flags=0x40)), "encrypted"),
        (zipped(GOOD._replace(mode=0o120777)), "link"),
        (zipped(GOOD._replace(mode=0o020666)), "link"),
        (zipped(GOOD._replace(mode=0o040755)), "link"),
        (zipped(GOOD._replace(method=14)), "method"),
        (zipped(GOOD._replace(method=99)), "method"),
        (zipped(GOOD, GOOD), "twice"),
        (zipped(GOOD, TEXT, TEXT._replace(name=b"a.txt/b.txt")), "twice"),
        (zipped(GOOD._replace(crc=1)), "damaged"),
        (zipped(GOOD._replace(size=3)), "damaged"),
        (zipped(GOOD._replace(size=90)), "damaged"),
        (zipped(GOOD._replace(local_name=b"scenario.exe.")), "damaged"),
        (zipped(GOOD, TEXT, count=1), "damaged"),
        (zipped(GOOD, count=2), "damaged"),
        (zipped(GOOD, TEXT._replace(start=9_999)), "damaged"),
        (zipped(GOOD) + b"tail", "damaged"),
        (zipped(GOOD, between=b"x" * 200), "overlap"),
        (zipped(GOOD, comment=b"PK\5\6" + b"\0" * 18), "damaged"),
        (zipped(GOOD, *(TEXT._replace(name=b"%d.txt" % n) for n in range(MOST_ENTRIES))), "too_many"),
        (zipped(GOOD, TEXT._replace(content=SPACES)), "bomb"),
        (zipped(GOOD, TEXT._replace(content=b"x" * 5_000_001, method=0)), "file_too_big"),
        (zipped(GOOD, *(Entry(b"%d.txt" % n, b"x" * 5_000_000, 0) for n in range(5))), "too_big"),
    ],
)
def test_what_is_refused_and_why(content: bytes, why: str) -> None:
    assert refused(content) == why


def test_what_unpacks_to_too_much_in_all_is_refused_however_small_it_is_packed() -> None:
    dense = random.Random(1).randbytes(100_000) + b"\0" * 4_900_000
    content = zipped(GOOD, *(Entry(b"%d.txt" % n, dense) for n in range(5)))
    assert len(content) < 1_000_000
    assert refused(content) == "too_big"


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    assert refused(zipped(GOOD, TEXT._replace(content=SPACES, size=50_000))) == "damaged"


def test_entries_that_share_their_bytes_are_refused() -> None:
    # The form of the bombs that need no nesting: many names for one packed content
    again = TEXT._replace(start=0, name=b"scenario.yam", content=SCENARIO)
    assert refused(zipped(GOOD, again)) == "kind"
    inner = zipped(TEXT)[: -22 - 46 - 5]
    outer = Entry(b"scenario.yaml", inner + b"PK", 0)
    shared = TEXT._replace(start=30 + len(outer.name))
    assert refused(zipped(outer, shared)) == "overlap"


@pytest.mark.parametrize("cut", range(0, 400, 7))
def test_a_package_cut_anywhere_is_refused(cut: int) -> None:
    whole = packed({"scenario.yaml": SCENARIO, "a.txt": b"words" * 10})
    if cut < len(whole):
        assert refused(whole[:cut]) in ("not_one", "damaged")


@pytest.mark.parametrize("seed", range(400))
def test_a_package_spoiled_at_random_is_opened_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    whole = bytearray(zipped(GOOD, TEXT, Entry(b"pictures/x.png", bytes(range(256)), 0)))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(whole))
        match chance.randrange(4):
            case 0:
                whole[at] = chance.randrange(256)
            case 1:
                del whole[at : at + chance.randint(1, 40)]
            case 2:
                whole[at:at] = whole[: chance.randint(1, 60)]
            case _:
                whole[at : at + 4] = chance.choice((b"\xff" * 4, b"\0" * 4, b"PK\5\6", b"PK\1\2"))
    try:
        files = files_of(bytes(whole))
    except BadPackage:
        return
    assert all(fault_of(name) is None for name in files)

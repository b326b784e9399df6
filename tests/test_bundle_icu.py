"""The data of ICU without other languages: a library that loads, and knows how French is sorted."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import bundle_icu
import PySide6
import pytest

LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt has no ICU of its own elsewhere")
SORTS = """
import ctypes, sys
from ctypes import byref, c_int, c_void_p
from pathlib import Path
folder, version = Path(sys.argv[1]), sys.argv[2]
for name in ("data", "uc", "i18n"):
    library = ctypes.CDLL(str(folder / f"libicu{name}.so.{version}"), ctypes.RTLD_GLOBAL)
opens, order = getattr(library, f"ucol_open_{version}"), getattr(library, f"ucol_strcollUTF8_{version}")
opens.restype = c_void_p
for language in ("fr", "en", "de"):
    status = c_int(0)
    sorts = opens(language.encode(), byref(status))
    def after(one, other):
        first, second = one.encode(), other.encode()
        return order(c_void_p(sorts), first, len(first), second, len(second), byref(c_int(0)))
    print(language, status.value <= 0, after("été", "eux"), after("cote", "coté"), after("Zoé", "abri"))
"""


@pytest.fixture(scope="module")
def whole() -> Path:
    return next(LIBRARIES.glob("libicudata.so.??"))


@linux
def test_a_sixth_of_it_still_sorts_french_and_english_and_other_languages_somehow(
    whole: Path, tmp_path: Path
) -> None:
    small = bundle_icu.shrunk(whole.read_bytes())
    assert small is not None
    assert len(small) < whole.stat().st_size / 6
    version = whole.suffix[1:]
    for name in ("uc", "i18n"):
        shutil.copy(LIBRARIES / f"libicu{name}.so.{version}", tmp_path)
    (tmp_path / whole.name).write_bytes(small)
    told = subprocess.run(
        [sys.executable, "-c", SORTS, str(tmp_path), version], capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines() == [f"{language} True -1 -1 1" for language in ("fr", "en", "de")]


@pytest.mark.parametrize(
    "name", ["fr_CA.res", "coll/en.res", "root.res", "res_index.res", "nfkc.nrm", "units.res"]
)
def test_what_serves_our_languages_or_all_of_them_stays(name: str) -> None:
    assert bundle_icu.is_needed(f"icudt73l/{name}")


@pytest.mark.parametrize("name", ["zu_ZA.res", "coll/zh.res", "brkitr/cjdict.dict", "translit/root.res"])
def test_what_serves_others_goes(name: str) -> None:
    assert not bundle_icu.is_needed(f"icudt73l/{name}")


@linux
def test_what_is_not_laid_out_as_expected_is_left_whole(whole: Path, tmp_path: Path) -> None:
    odd = tmp_path / "libicudata.so.99"
    odd.write_bytes(b"\x7fELF\x02\x01" + bytes(9000))
    listed = [("PySide6/Qt/lib/libicudata.so.99", str(odd), "BINARY"), ("a.so", str(whole), "BINARY")]
    assert bundle_icu.trimmed(listed, tmp_path / "made") == listed

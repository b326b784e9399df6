"""What is left out of the bundle, by its name, and by what links to it."""

from __future__ import annotations

from pathlib import Path

import bundle_contents
import bundle_version
import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/plugins/tls/qschannelbackend.dll",
        r"PySide6\plugins\tls\qschannelbackend.dll",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "babel/locale-data/de.dat",
    ],
)
def test_what_nobody_needs_is_left_out(place: str) -> None:
    assert not bundle_contents.is_needed(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "babel/locale-data/fr_FR.dat",
    ],
)
def test_what_is_needed_stays(place: str) -> None:
    assert bundle_contents.is_needed(place)


def test_a_library_of_the_system_stays_only_if_something_leads_to_it() -> None:
    linked = {"/q/plugin.so": ["liba.so"], "/s/liba.so": ["libb.so"], "/s/libc.so": ["libd.so"]}
    libraries = [(name, f"/s/{name}", "BINARY") for name in ("liba.so", "libb.so", "libc.so", "libd.so")]
    plugin = ("q/plugin.so", "/q/plugin.so", "BINARY")
    kept = bundle_contents.reached(
        [plugin, *libraries], lambda path: [(name, None) for name in linked.get(path, [])]
    )
    assert [place for place, _, _ in kept] == ["q/plugin.so", "liba.so", "libb.so"]


def test_every_module_is_named_once_but_the_first() -> None:
    names = bundle_contents.own_modules(ROOT)
    assert {"care_desktop", "care_desktop.cli_play", "ui.review.workspace"} <= set(names)
    assert (len(names), "care_desktop.__main__" in names) == (len(set(names)), False)


@pytest.mark.parametrize(("text", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("1.2.3rc4", (1, 2, 3, 4))])
def test_a_version_is_four_numbers_for_windows(text: str, numbers: tuple[int, ...]) -> None:
    assert bundle_version.numbers(text) == numbers

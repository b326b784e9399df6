"""Make the faces of the window from their published files: give U+202F to those that lack it.

    python scripts/fonts.py FOLDER

FOLDER holds the unpacked npm packages @expo-google-fonts/atkinson-hyperlegible-next 0.4.1 and
@expo-google-fonts/courier-prime 0.4.1, in whatever folders. Needs fontTools, which the program does not.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

DESTINATION = Path(__file__).resolve().parent.parent / "resources" / "fonts"

FACES = {
    "AtkinsonHyperlegibleNext_400Regular.ttf": "AtkinsonHyperlegibleNext-Regular.ttf",
    "AtkinsonHyperlegibleNext_400Regular_Italic.ttf": "AtkinsonHyperlegibleNext-Italic.ttf",
    "AtkinsonHyperlegibleNext_500Medium.ttf": "AtkinsonHyperlegibleNext-Medium.ttf",
    "AtkinsonHyperlegibleNext_600SemiBold.ttf": "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "AtkinsonHyperlegibleNext_700Bold.ttf": "AtkinsonHyperlegibleNext-Bold.ttf",
    "CourierPrime_400Regular.ttf": "CourierPrime-Regular.ttf",
    "CourierPrime_700Bold.ttf": "CourierPrime-Bold.ttf",
}
NARROW_SPACE = 0x202F
NARROW_NAME = "uni202F"
SHARE_OF_THE_SPACE = 0.62


def main(source: Path) -> None:
    for published, shipped in FACES.items():
        found = next(source.rglob(published))
        give_narrow_space(found, DESTINATION / shipped)
        family = shipped.partition("-")[0]
        # A face lies in a folder of its own, beside the licence of its package
        shutil.copyfile(found.parent.parent / "LICENSE_FONT", DESTINATION / f"OFL-{family}.txt")


def give_narrow_space(source: Path, destination: Path) -> None:
    """Write ``source`` with an empty glyph for U+202F, as wide as a share of its space."""
    font = TTFont(source, recalcTimestamp=False)
    if NARROW_SPACE not in font.getBestCmap():
        advance, _ = font["hmtx"][font.getBestCmap()[0x20]]
        is_monospaced = bool(font["post"].isFixedPitch)
        width = advance if is_monospaced else round(advance * SHARE_OF_THE_SPACE)
        font["glyf"][NARROW_NAME] = type(font["glyf"][".notdef"])()
        font["hmtx"][NARROW_NAME] = (width, 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[NARROW_SPACE] = NARROW_NAME
    font.save(destination)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

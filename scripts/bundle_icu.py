"""The data of ICU, which Qt is linked to on Linux, without the languages that nobody chooses here.

There it is one library that holds nothing but a table of files ("CmnD"). Files are taken out of the table;
the addresses in the library stay as they are. Whatever does not look as expected is left whole.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

Entry = tuple[str, str, str]

_LIBRARY = re.compile(r"/libicudata\.so\.\d+$")
_PAGE = 0x1000
_ALIGNED = 16
_LOAD, _DYNAMIC, _RELRO = 1, 2, 0x6474E552
_HEADER, _SEGMENT = 64, 56
_COMMON = re.compile(rb"\xda\x27.{8}CmnD", re.DOTALL)
_OURS = re.compile(r"(?:fr|en)(?:_|\.|$)")
_LANGUAGE = re.compile(r"(?!res_)[a-z]{2,3}(?:_\w+)?\.res$")
# Names of characters, transliteration, where words end in scripts without spaces, converters of East Asia
_UNUSED = re.compile(r"unames\.icu$|translit/|\.dict$|brkitr/\w+_graphclust|brkitr/\w+codepoints")
_LARGE_CONVERTER = 20_000


def trimmed(entries: list[Entry], folder: Path) -> list[Entry]:
    """Put a smaller copy, made in ``folder``, in the place of the library of data."""
    made = []
    for place, source, sort in entries:
        small = shrunk(Path(source).read_bytes()) if _LIBRARY.search(place) and sort != "SYMLINK" else None
        if small is None:
            made.append((place, source, sort))
            continue
        copy = folder / place
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(small)
        copy.chmod(0o755)
        made.append((place, str(copy), sort))
    return made


def shrunk(library: bytes) -> bytes | None:
    """Make the library smaller; None if it is not laid out as it should be."""
    found = _COMMON.search(library, _PAGE)
    if library[:6] != b"\x7fELF\x02\x01" or found is None or found.start() != _PAGE + 2:
        return None
    (size,) = struct.unpack_from("<H", library, _PAGE)
    table = _PAGE + size
    kept = {
        name: data
        for name, data in files(library, table).items()
        if is_needed(name) and not (name.endswith(".cnv") and len(data) > _LARGE_CONVERTER)
    }
    return _laid_out(library, library[_PAGE:table] + _written(kept))


def files(library: bytes, table: int) -> dict[str, bytes]:
    """Read the files of the table that begins at ``table``: each ends where the next begins."""
    (count,) = struct.unpack_from("<I", library, table)
    listed = list(struct.iter_unpack("<II", library[table + 4 : table + 4 + 8 * count]))
    names = [library[table + at : library.index(b"\0", table + at)].decode("ascii") for at, _ in listed]
    begins = [table + at for _, at in listed]
    # What follows the last is no longer the table's: a file says nothing of its length, so all of it is taken
    ends = [*begins[1:], _segments(library)[0][4]]
    return {name: library[a:b] for name, a, b in zip(names, begins, ends, strict=True)}


def is_needed(name: str) -> bool:
    """Tell whether a file serves French, English, or every language."""
    inside = name.partition("/")[2]
    if _UNUSED.search(inside):
        return False
    last = inside.rpartition("/")[2]
    return not _LANGUAGE.match(last) or bool(_OURS.match(last))


def _written(kept: dict[str, bytes]) -> bytes:
    names = b"".join(name.encode("ascii") + b"\0" for name in kept)
    begins = 4 + 8 * len(kept)
    first = -(-(begins + len(names)) // _ALIGNED) * _ALIGNED
    table, body, name_at = [struct.pack("<I", len(kept))], b"", begins
    for name, data in kept.items():
        body += b"\xaa" * (-len(body) % _ALIGNED)
        table.append(struct.pack("<II", name_at, first + len(body)))
        name_at += len(name) + 1
        body += data
    return b"".join([*table, names]).ljust(first, b"\xaa") + body


def _segments(library: bytes) -> list[tuple[int, ...]]:
    (at,) = struct.unpack_from("<Q", library, 32)
    (count,) = struct.unpack_from("<H", library, 56)
    return [struct.unpack_from("<IIQQQQQQ", library, at + _SEGMENT * n) for n in range(count)]


def _laid_out(library: bytes, data: bytes) -> bytes | None:
    """Write the library anew around ``data``: what followed it goes up in the file, not in memory."""
    segments = _segments(library)
    loads = [one for one in segments if one[0] == _LOAD]
    if len(loads) != 2 or loads[0][2] != 0 or _PAGE + len(data) > loads[0][5]:
        return None
    _, _, offset, address, _, length, *_ = loads[1]
    end = _PAGE + len(data)
    moved = end + (address - end) % _PAGE
    new = bytearray(library[:_PAGE] + data).ljust(moved, b"\0") + library[offset : offset + length]
    (at,) = struct.unpack_from("<Q", library, 32)
    for n, (kind, flags, begins, virtual, physical, in_file, in_memory, align) in enumerate(segments):
        first = kind == _LOAD and begins == 0
        follows = not first and kind in {_LOAD, _DYNAMIC, _RELRO}
        place = begins + moved - offset if follows else begins
        sizes = (end, end) if first else (in_file, in_memory)
        packed = struct.pack("<IIQQQQQQ", kind, flags, place, virtual, physical, *sizes, align)
        new[at + _SEGMENT * n : at + _SEGMENT * (n + 1)] = packed
    struct.pack_into("<Q", new, 40, 0)  # no table of sections: nothing that loads reads it
    struct.pack_into("<HHH", new, 58, _HEADER, 0, 0)
    return bytes(new)

"""Scenario files and packages spoiled at random: bytes, lines, branches of the tree, parts of the zip."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

MARKS = (
    b"&a ",
    b"*a",
    b"!t ",
    b"{",
    b"}",
    b"[",
    b"]",
    b": ",
    b"#",
    b"|",
    b">",
    b"\t",
    b"\n",
    b"---\n",
    b"%",
    b"- ",
    b'"',
)
"""What means something in YAML."""
_PIECES = (
    *MARKS,
    *(b"'", b"\0", b"\xff", "\u2028".encode(), "\ufeff".encode(), b"9" * 400, b"-1", b"1e9", b"{" * 60),
)
_VALUES = (
    *(
        "0",
        "-1",
        "99999999999999999999",
        "J+99999 23:59",
        "J-3 00:00",
        "T+9999:59",
        "99999 d",
        "0 min",
        "true",
    ),
    *(
        "~",
        "''",
        "[]",
        "{}",
        "{play: 0 min}",
        "{story: 99999 h}",
        "{not: {step: contain}}",
        "{a: b}",
        "nominal",
    ),
)
_KEY = re.compile(r"^(\s*(?:- )?[\w-]+: ?)(.+)$")


def spoiled(content: bytes, random: Random) -> bytes:
    """A scenario file that differs from this one in one to four places."""
    for _ in range(random.choice((1, 1, 2, 4))):
        content = random.choice(_WAYS)(content, random)
    return content


def spoiled_package(files: dict[str, bytes], random: Random) -> bytes:
    """A package of these files, one of them spoiled, or the zip around them, or both."""
    name = random.choice(sorted(files))
    inside = {**files, name: spoiled(files[name], random)} if random.random() < 0.5 else dict(files)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for inner, content in inside.items():
            archive.writestr(inner if random.random() < 0.9 else random.choice(_NAMES), content)
    made = whole.getvalue()
    if random.random() < 0.3:
        bomb = zlib.compress(bytes(1_000_000))
        place = random.randrange(len(made))
        made = made[:place] + bomb + made[place:]
    for _ in range(random.randint(0, 4)):
        # The directory at the end and the head of each entry are what a zip is read by
        near = random.choice((random.randrange(len(made)), max(0, len(made) - random.randint(1, 120))))
        made = made[:near] + random.randbytes(random.randint(0, 4)) + made[near + random.randint(0, 4) :]
    return made


_NAMES = (
    "../scenario.yaml",
    "/etc/passwd",
    "C:\\a",
    "con",
    "a/" * 200 + "b",
    "scenario.yaml",
    "é\u0301",
    ".",
)


def _bytes(content: bytes, random: Random) -> bytes:
    start = random.randint(0, len(content))
    piece = random.choice(_PIECES) if random.random() < 0.7 else random.randbytes(random.randint(0, 3))
    return content[:start] + piece + content[start + random.choice((0, 0, 1, len(piece), 40)) :]


def _lines(content: bytes, random: Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            del lines[one]
        case 1:
            lines[one], lines[other] = lines[other], lines[one]
        case 2:
            lines.insert(one, lines[other])
        case _:
            lines[one] = b" " * random.randint(0, 9) + lines[one].lstrip()
    return b"".join(lines)


def _branches(content: bytes, random: Random) -> bytes:
    """Take a branch out, or put a copy of it elsewhere, indented as what stands there."""
    lines = content.decode("utf-8", "replace").splitlines()
    if not lines:
        return content
    one = random.randrange(len(lines))
    depth = _depth(lines[one])
    end = one + 1
    while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > depth):
        end += 1
    branch = lines[one:end]
    if random.random() < 0.6:
        del lines[one:end]
    place = random.randint(0, len(lines))
    if random.random() < 0.8 and place < len(lines):
        by = _depth(lines[place]) - depth
        lines[place:place] = [" " * max(0, _depth(line) + by) + line.lstrip() for line in branch]
    return ("\n".join(lines) + "\n").encode()


def _values(content: bytes, random: Random) -> bytes:
    """Give a key the value of another one, or one at the edge of what is allowed."""
    lines = content.decode("utf-8", "replace").splitlines()
    said = [number for number, line in enumerate(lines) if _KEY.match(line)]
    if not said:
        return content
    here, there = random.choice(said), random.choice(said)
    value = random.choice(_VALUES) if random.random() < 0.5 else _KEY.sub(r"\2", lines[there])
    lines[here] = _KEY.sub(r"\1", lines[here]) + value
    return ("\n".join(lines) + "\n").encode()


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (_bytes, _lines, _branches, _branches, _values, _values)

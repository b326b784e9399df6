"""What every fact has."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Fact(Struct, frozen=True):
    """What every fact has: the name and version of its stored form."""

    kind: ClassVar[str]
    v: ClassVar[int] = 1

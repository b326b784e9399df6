"""Which variant of an inject is sent, when nobody chose: the same for the same seed."""

from __future__ import annotations

from hashlib import sha256

from care_desktop.exercise.index import ScriptIndex
from care_desktop.scenario.ids import InjectId, VariantId


def chosen_variant(index: ScriptIndex, seed: int, inject: InjectId) -> VariantId | None:
    """The variant that the seed chooses; None where the inject has a single body."""
    written = index.injects.get(inject)
    if written is None or not written.variants:
        return None
    number = int.from_bytes(sha256(f"{seed}:{inject}".encode()).digest()[:8])
    return written.variants[number % len(written.variants)].id

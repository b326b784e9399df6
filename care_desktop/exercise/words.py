"""Words that a person typed. Events and commands hold their commitment, the words stay erasable."""

from __future__ import annotations

from care_desktop.journal.chain import commitment


class Words:
    """What a person typed, behind a salted commitment.

    ``digest`` is all that enters the chain. ``text`` is None once erased or while it is not looked up.
    Two are equal when their digests are: words and their erased trace are the same fact.
    """

    __slots__ = ("digest", "salt", "text")

    def __init__(self, digest: str, text: str | None = None, salt: bytes | None = None) -> None:
        self.digest = digest
        self.text = text
        self.salt = salt

    @classmethod
    def seal(cls, text: str, salt: bytes) -> Words:
        """Commit to a text. The salt comes from outside (16 random bytes), for nothing here is random."""
        return cls(commitment(salt, text), text, salt)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"Words({self.digest[:8]}…)"

"""Why a package is not opened, or not made."""

from __future__ import annotations

from typing import Final, NoReturn

from care_desktop.errors import UserError
from care_desktop.language import Message
from care_desktop.scenario.characters import shown

ASK_AGAIN: Final = "package.ask_again"
PACK_AGAIN: Final = "package.pack_again"
_OPENED_NOTHING, _MADE_NOTHING, _TAKE_OUT = "package.safe", "package.not_made", "package.take_out"


class BadPackage(UserError):
    """A package that is not opened, or not made: ``code``, ``safe`` and ``remedy`` name the three texts."""

    def __init__(self, code: str, remedy: str, safe: str = _OPENED_NOTHING, **params: int | str) -> None:
        super().__init__(code, **params)
        self.remedy, self.safe = remedy, safe

    @property
    def messages(self) -> tuple[Message, Message, Message]:
        """What happened, what is safe, what to do."""
        return Message(self.code, self.params), Message(self.safe), Message(self.remedy)

    def about(self, path: str) -> BadPackage:
        """The same of the file at a path."""
        return BadPackage(self.code, self.remedy, self.safe, **{**self.params, "path": path})

    def unmade(self, path: str) -> BadPackage:
        """The same, told to whoever is making a package of what lies at a path."""
        return BadPackage(self.code, _TAKE_OUT, _MADE_NOTHING, **{**self.params, "path": path})


def reject(code: str, remedy: str = PACK_AGAIN, *, name: str = "", most: int = 0) -> NoReturn:
    """Raise ``BadPackage`` for the text ``code``; ``name`` is what an entry calls itself."""
    raise BadPackage(code, remedy, path="", name=shown(name), most=most)

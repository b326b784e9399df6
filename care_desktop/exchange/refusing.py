"""Why a package is not opened, or not made."""

from __future__ import annotations

from typing import Final, NoReturn

from care_desktop.errors import UserError
from care_desktop.language import Message
from care_desktop.scenario.characters import shown

ASK_AGAIN: Final = "package.ask_again"
PACK_AGAIN: Final = "package.pack_again"


class BadPackage(UserError):
    """A package that is not opened: ``code`` names the one text of what happened, ``remedy`` what to do."""

    def __init__(self, code: str, remedy: str, **params: int | str) -> None:
        super().__init__(code, **params)
        self.remedy = remedy

    @property
    def messages(self) -> tuple[Message, Message, Message]:
        """What happened, what is safe, what to do."""
        return Message(self.code, self.params), Message("package.safe"), Message(self.remedy)

    def about(self, path: str) -> BadPackage:
        """The same of the file at a path."""
        return BadPackage(self.code, self.remedy, **{**self.params, "path": path})


def reject(code: str, remedy: str = PACK_AGAIN, *, name: str = "", most: int = 0) -> NoReturn:
    """Raise ``BadPackage`` for the text ``code``; ``name`` is what an entry calls itself."""
    raise BadPackage(code, remedy, path="", name=shown(name), most=most)

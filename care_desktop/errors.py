"""The two kinds of failure.

``CareError``
    ``UserError``   the input or the environment is at fault: fit to show
    ``Refused``     the engine declined a command; the exercise is unchanged by it
Everything else that is raised is a bug: it propagates to the one handler of last resort.
"""

from __future__ import annotations

from care_desktop.language import Message


class CareError(Exception):
    """Root of the errors that this program raises on purpose."""


class UserError(CareError):
    """An error to show: what happened, what is safe, what to do.

    ``code`` names three texts of the catalogue: ``<code>.happened``, ``<code>.safe`` and
    ``<code>.remedy``; ``params`` fill all three.
    """

    def __init__(self, code: str, **params: int | str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    @property
    def messages(self) -> tuple[Message, Message, Message]:
        """What happened, what is safe, what to do, in this order."""
        happened, safe, remedy = (
            Message(f"{self.code}.{part}", self.params) for part in ("happened", "safe", "remedy")
        )
        return happened, safe, remedy


class Refused(CareError):
    """A command that the engine declined: it left no trace, and ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

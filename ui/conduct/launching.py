"""The guard of LANCER: one press, one launch; what is refused is said."""

from __future__ import annotations

from collections.abc import Callable

DEAD_MS = 1_000
"""Milliseconds after a launch in which no other is taken."""


class LaunchGuard:
    """Lets a launch through only when the last one is over: a second has passed, and the key came up.

    ``clock`` tells milliseconds that never go back.
    """

    def __init__(self, clock: Callable[[], int], dead_ms: int = DEAD_MS) -> None:
        self._clock = clock
        self._dead_ms = dead_ms
        self._launched_at: int | None = None
        self._held = False

    def press(self, *, repeated: bool = False) -> bool:
        """Whether a press launches; a key that repeats itself, or that never came up, does not."""
        if repeated or self._held or self.locked_ms() > 0:
            return False
        self._held = True
        self._launched_at = self._clock()
        return True

    def release(self) -> None:
        """The key or the button came up."""
        self._held = False

    def locked_ms(self) -> int:
        """How long no launch is taken."""
        if self._launched_at is None:
            return 0
        return max(0, self._launched_at + self._dead_ms - self._clock())

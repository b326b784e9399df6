"""Mistakes that only a room would feel: the example written otherwise, and the code of its finding."""

from __future__ import annotations

from tests.scenario.written import EXAMPLE, changed

FOLLOW_UP = "    when: {undone: {decision: cut-network}, by: {play: 8 min}, after: printers}\n"


def rewritten(*changes: tuple[str, str]) -> bytes:
    """The example with each first text written otherwise."""
    text = EXAMPLE
    for old, new in changes:
        text = changed(old, new, text).decode()
    return text.encode()


FELT: dict[str, tuple[bytes, str]] = {
    "a cell that waits for twenty-one minutes": (rewritten(("at: T+0:12", "at: T+0:26")), "CX-CELL-IDLE"),
    "three stimuli in four minutes": (
        rewritten((FOLLOW_UP, "    at: T+0:07\n"), ("    optional: true\n", "    at: T+0:09\n")),
        "CX-CROWDED",
    ),
    "two calls for one cell": (
        rewritten(
            ("in_person\n    recipients: [direction]", "call\n    recipients: [it]"),
            (FOLLOW_UP, "    at: T+0:14\n"),
        ),
        "CX-TWO-CALLS",
    ),
    "more than fits": (
        rewritten(("at: T+0:12", "at: J+0 03:50"), ("lasts: 1 h 30", "lasts: 17 min")),
        "CX-TOO-LONG",
    ),
    "an authority who sleeps": (
        rewritten(
            ("functions: [on-call-director, night-manager, it-on-call]\n  m", "functions: [it-on-call]\n  m")
        ),
        "CX-FUNCTION-ABSENT",
    ),
    "an inject for somebody who sleeps": (
        rewritten(
            ("recipients: [it]", "functions: [it-on-call]"),
            ("night-manager, it-on-call]\n  m", "night-manager]\n  m"),
        ),
        "CX-FUNCTION-ABSENT",
    ),
    "a delay that cannot be compared": (
        rewritten(
            (
                "    authority: on-call-director\n",
                "    authority: on-call-director\n    milestone: first-signs\n",
            ),
            ("    starts: J+0 02:00\n    f", "    starts: J+0 02:00\n    num: 2\n    f"),
        ),
        "CX-COMPARED-AT-PACE",
    ),
}

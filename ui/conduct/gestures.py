"""Everything that can be done while an exercise runs, once: words, keys, why it cannot be done now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from care_desktop.exercise import commands as c
from care_desktop.exercise.state import Status
from care_desktop.language import Message
from care_desktop.scenario.time import MINUTE, StoryMs
from ui.actions import Action
from ui.conduct.call_card import names
from ui.conduct.console import Console

if TYPE_CHECKING:
    from ui.conduct.desk import Desk

SCOPE, DESK = "conduct", "conduct.desk"
"""What can be done whoever plays, and what a facilitator alone can do."""


def for_everybody(
    console: Console, go_on: Callable[[], None], write: Callable[[], None]
) -> tuple[Action, ...]:
    """What a team that plays by itself can do as well, in the order in which it is read."""
    return (
        *_in_group("time", *_time(console)),
        *_in_group("next", _action("launch", "play", _LAUNCH, go_on)._replace(in_palette=False)),
        *_in_group(
            "note",
            _action("write", "notebook-pen", ("Ctrl+J",), write, lambda: _no_exercise(console)),
            _action(
                "mark",
                "flag",
                ("Ctrl+M",),
                lambda: console.send(c.MarkMoment()),
                lambda: _no_exercise(console),
            ),
        ),
    )


def at_the_desk(console: Console, desk: Desk) -> tuple[Action, ...]:
    """What a facilitator can do besides."""
    jump = _action("jump", "redo-2", (), lambda: console.open("jump"), lambda: _jump_refusal(console))
    groups = (
        *_in_group("time", jump),
        *_in_group("next", *_next(console, desk)),
        *_in_group("room", *_room(console)),
        *_in_group("note", *_taking_down(console, desk)),
        *_in_group("move", *_moves(desk)),
    )
    return tuple(action._replace(scope=DESK) for action in groups)


def _time(console: Console) -> tuple[Action, ...]:
    refusal = console.refusal
    return (
        _action("suspend", "pause", ("F8",), console.suspend_or_resume, console.suspend_refusal),
        _action(
            "real_incident",
            "octagon-alert",
            ("Shift+F8",),
            lambda: console.open("real_incident"),
            lambda: refusal(c.Suspend()),
        ),
        _action("end", "circle-check", (), lambda: console.open("end"), lambda: refusal(c.End())),
    )


def _next(console: Console, desk: Desk) -> tuple[Action, ...]:
    return (
        _action("skip", "skip-forward", ("Ctrl+Shift+Return",), console.skip, lambda: _skip_refusal(console)),
        _action(
            "postpone",
            "clock",
            (),
            desk.offer_postponing,
            lambda: _skip_refusal(console),
        ),
        _action(
            "correct",
            "pencil",
            (),
            lambda: console.open("correct", console.following),
            lambda: _skip_refusal(console),
        ),
        _action(
            "reserve", "archive", ("Ctrl+B",), lambda: console.open("reserve"), lambda: _no_exercise(console)
        ),
        _action("improvise", "plus", (), lambda: console.open("improvise"), lambda: _over(console)),
        _action("recall", "undo-2", ("Ctrl+Z",), console.recall, console.recall_refusal),
        _action("next_down", "chevron-down", ("Alt+Down",), lambda: console.step(1), lambda: _over(console)),
        _action("next_up", "chevron-left", ("Alt+Up",), lambda: console.step(-1), lambda: _over(console)),
        _action("search", "search", ("Ctrl+F",), desk.search, lambda: _no_exercise(console)),
        _action("centre", "chevron-right", (), desk.centre, lambda: _no_exercise(console)),
    )


def _room(console: Console) -> tuple[Action, ...]:
    room = console.context.room
    return (
        _action("black", "monitor-off", ("F7",), lambda: room.set_black(not room.is_black)),
        _action("freeze", "pause", ("Shift+F7",), lambda: room.set_frozen(not room.is_frozen)),
        _action(
            "next_page",
            "chevron-right",
            ("Alt+PgDown",),
            room.next_page,
            lambda: None if room.page + 1 < room.pages else Message("conduct.no_more_pages"),
        ),
        _action(
            "previous_page",
            "chevron-left",
            ("Alt+PgUp",),
            room.previous_page,
            lambda: None if room.page else Message("conduct.no_more_pages"),
        ),
        _action("light_room", "eye", (), lambda: room.set_light(not room.is_light)),
    )


def _taking_down(console: Console, desk: Desk) -> tuple[Action, ...]:
    return (
        _action(
            "call",
            "phone-call",
            ("Ctrl+I",),
            lambda: console.open("call"),
            lambda: _call_refusal(console),
        ),
        _action("decide", "gavel", ("Ctrl+D",), lambda: console.open("decision"), lambda: _not_live(console)),
        _action(
            "delivered",
            "check",
            ("Ctrl+L",),
            lambda: desk.mark(reached=True),
            lambda: _mark_refusal(console, desk),
        ),
        _action(
            "not_reached",
            "phone-missed",
            ("Ctrl+Shift+L",),
            lambda: desk.mark(reached=False),
            lambda: _mark_refusal(console, desk),
        ),
        _action("presence", "users", (), lambda: console.open("presence"), lambda: _over(console)),
        _action("recovery", "activity", (), lambda: console.open("recovery"), lambda: _no_exercise(console)),
    )


def _moves(desk: Desk) -> tuple[Action, ...]:
    return (
        _action("next_pane", "layers", ("F6",), lambda: desk.next_pane(1)),
        _action("previous_pane", "layers", ("Shift+F6",), lambda: desk.next_pane(-1)),
    )


_LAUNCH = ("Ctrl+Return", "F9", "Ctrl+Enter")


def _action(
    name: str,
    icon: str,
    keys: tuple[str, ...],
    run: Callable[[], None],
    refusal: Callable[[], Message | None] = lambda: None,
) -> Action:
    return Action(f"{SCOPE}.{name}", icon, keys, run, refusal, SCOPE)


def _in_group(group: str, *made: Action) -> tuple[Action, ...]:
    return tuple(action._replace(group=group) for action in made)


def _no_exercise(console: Console) -> Message | None:
    return Message("window.no_exercise") if console.seen is None else None


def _not_live(console: Console) -> Message | None:
    return console.refusal(c.Advance())


def _over(console: Console) -> Message | None:
    seen = console.seen
    if seen is None:
        return Message("window.no_exercise")
    return Message("refusal.status_ended") if seen.view.status is Status.ENDED else None


def _skip_refusal(console: Console) -> Message | None:
    inject = console.following
    return Message("conduct.nothing_left") if inject is None else console.refusal(c.SkipInject(inject))


def _jump_refusal(console: Console) -> Message | None:
    seen = console.seen
    if seen is None:
        return Message("window.no_exercise")
    return console.refusal(c.Jump(StoryMs(seen.now.story + MINUTE), c.OpenDecisions.KEEP))


def _call_refusal(console: Console) -> Message | None:
    seen = console.seen
    if seen is None:
        return Message("window.no_exercise")
    first = next(iter(names(seen)), None)
    return Message("conduct.no_correspondent") if first is None else console.refusal(c.RecordCall(first[0]))


def _mark_refusal(console: Console, desk: Desk) -> Message | None:
    return _no_exercise(console) or (None if desk.to_mark() else Message("conduct.nothing_to_mark"))

"""An exercise that a team played by itself: nobody facilitated, each thing came when the last was done."""

from __future__ import annotations

from functools import cache

from care_desktop.exercise import commands as c
from care_desktop.exercise.tally import open_cells
from care_desktop.report.dossier import Dossier, assemble
from care_desktop.scenario.ids import DecisionId
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Channel, Options, Script, Way
from care_desktop.scenario.staging import stage
from care_desktop.scenario.time import MINUTE, PlayMs, StoryMs
from tests.report.afternoon import Afternoon
from tests.report.shipped import written

FACILITY = Facility("Établissement non précisé")


class Team:
    """A team and its script: it reads what came, answers what is asked, and lets the story lead on."""

    def __init__(self, script: Script) -> None:
        self.room = Afternoon(script)
        self._minute = 0.0
        self.room.does(c.Begin())

    def later(self) -> Afternoon:
        """They talk for half a minute; no countdown is shown to them, so the limits are lifted."""
        for decision in self.asked():
            if self.room.engine.state.decision(decision).limit is not None:
                self.room.does(c.ExtendLimit(decision, None))
        self._minute += 0.5
        return self.room.at(self._minute)

    def plays(self) -> Afternoon:
        """All that the script holds, to FINEX."""
        while self._reads() or self._answers() or self._goes_on():
            pass
        return self.later().does(c.End())

    def reads_until_asked(self) -> None:
        """To the first question."""
        while not self.asked() and (self._reads() or self._goes_on()):
            pass

    def asked(self) -> list[DecisionId]:
        """What waits for an answer."""
        state, index = self.room.engine.state, self.room.index
        return [
            name for name, one in state.decisions.items() if one.opened and open_cells(index, state, name)
        ]

    def answer(self, decision: DecisionId, nth: int = 0) -> None:
        """One answer is noted for each cell."""
        described = self.room.index.decisions[decision]
        self.later()
        option = described.options[nth].id if described.options else None
        for cell in described.cells:
            if decision in self.asked():
                self.room.does(c.Answer(decision, cell, option))

    def _reads(self) -> bool:
        for name, one in self.room.engine.state.injects.items():
            recipients = self.room.index.injects[name].recipients
            if one.launched is not None and not one.deliveries and recipients:
                self.later().does(*(c.MarkDelivered(name, cell, Channel.CALL) for cell in recipients))
                return True
        return False

    def _answers(self) -> bool:
        for decision in self.asked():
            self.answer(decision)
            return True
        return False

    def _goes_on(self) -> bool:
        """To what comes next: an inject, or the next phase."""
        state, script = self.room.engine.state, self.room.index.script
        due = [one.due for one in state.injects.values() if one.launched is None and one.due is not None]
        hours = [one.starts for one in script.phases] + [one.ms for one in due if one.play is None]
        now = state.line.story_at(PlayMs(round(self._minute * MINUTE)))
        ahead = min((hour for hour in hours if hour > now), default=None)
        if ahead is not None:
            self.room.does(c.Jump(StoryMs(ahead), c.OpenDecisions.KEEP))
        return ahead is not None


def unaided_script() -> Script:
    """The shipped scenario, staged for a team without a facilitator."""
    return stage(written(), FACILITY, Options(way=Way.UNAIDED))


def dossier_of(room: Afternoon) -> Dossier:
    """What a play makes of it; they have written nothing."""
    return assemble(room.index.script, room.events, room.debrief(), facility=FACILITY, stamps=room.stamps)


@cache
def unaided() -> Dossier:
    """A play to its end."""
    return dossier_of(Team(unaided_script()).plays())

"""What stands behind a scenario: the attack that really happened, its sources, what is judged by whom."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.scenario.ids import MilestoneId, SourceId
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import StoryMs


class Basis(StrEnum):
    """On what an option is judged: a guide, a law, or merely what is publicly known of another facility."""

    GUIDE = "guide"
    LAW = "law"
    PUBLIC_REFERENCE = "public_reference"


class Quality(StrEnum):
    """How an option is judged, always with « selon … »; never a verdict on a person."""

    RECOMMENDED = "recommended"
    DEFENSIBLE = "defensible"
    TO_DISCUSS = "to_discuss"
    AT_RISK = "at_risk"


class Reliability(StrEnum):
    """What an inject tells, for the animator's eyes only."""

    TRUE = "true"
    FALSE = "false"
    OUTDATED = "outdated"


class Weight(StrEnum):
    """What an inject is there for: it carries the exercise, or it keeps people busy."""

    STRUCTURING = "structuring"
    SATURATING = "saturating"


class Stage(StrEnum):
    """E3R, the stages of remediation (ANSSI, *Cyberattaques et remédiation*, 2024), and what follows it."""

    CONTAINMENT = "containment"
    EVICTION = "eviction"
    ERADICATION = "eradication"
    RECONSTRUCTION = "reconstruction"
    RETURN = "return"


class Track(StrEnum):
    """The two tracks of a recovery: systems are restored, or care goes on meanwhile."""

    RESTORATION = "restoration"
    CONTINUITY = "continuity"


class Kind(StrEnum):
    """What sort of thing a service is."""

    INFRASTRUCTURE = "infrastructure"
    SOFTWARE = "software"
    CARE = "care"
    SUPPORT = "support"


class Source(Struct, frozen=True):
    """A public text that a fact comes from. ``url`` is printed, never opened."""

    id: SourceId
    title: str
    publisher: str
    date: str
    url: str = ""


class Milestone(Struct, frozen=True):
    """What really happened at the hospital of the attack, at its place in the story; sourced, or not told."""

    id: MilestoneId
    at: StoryMs
    text: Text
    sources: tuple[SourceId, ...]


class Judgement(Struct, frozen=True, kw_only=True):
    """What is said of an option: ``according_to`` names the guide or law, or tells the public reference.

    ``quality`` is what simulated teams go by; people are shown ``grade`` alone.
    """

    basis: Basis | None = None
    according_to: Text
    quality: Quality | None = None
    sources: tuple[SourceId, ...] = ()

    @property
    def grade(self) -> Quality | None:
        """The quality, where a guide or a law says it: what others did makes nothing right or wrong."""
        return self.quality if self.basis in (Basis.GUIDE, Basis.LAW) else None


class Variable(Struct, frozen=True):
    """Something that belongs to the user's own facility and stands in texts as ``{id}``.

    ``default`` is shown as a default value until the facility gives its own.
    """

    id: str
    label: Text
    default: Text

"""Duties that the law imposes, as the catalogue of ``resources/duties.yaml`` has them."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.text import NO_TEXT, Text
from care_desktop.scenario.time import Span


class LegalDuty(Struct, frozen=True):
    """A duty of the law: what sets its T0 (``trigger``), and whom it ``binds``.

    ``off`` says why it is not to be used; a duty that is off binds nobody.
    """

    id: str
    name: Text
    trigger: Text
    deadline: Span | None = None
    delay: Text = NO_TEXT
    to: Text = NO_TEXT
    article: Text = NO_TEXT
    content: Text = NO_TEXT
    binds: tuple[FacilityKind, ...] = ()
    off: Text = NO_TEXT


class DutyCatalogue(Struct, frozen=True):
    """Legal duties, in the state of the law ``as_of`` a date."""

    format: int
    as_of: str
    duties: tuple[LegalDuty, ...] = ()

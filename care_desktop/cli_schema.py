"""``care-desktop schema``: the JSON Schema of a scenario or a facility, for editors."""

from __future__ import annotations

import argparse
import json

from care_desktop.language import Catalogue, Message
from care_desktop.scenario.json_schema import schema
from care_desktop.scenario.scenario import Facility, Scenario


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``schema`` takes."""
    about = catalogue.text(Message("command_line.schema_facility"))
    parser.add_argument("--facility", action="store_true", help=about)


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:  # noqa: ARG001 - it has no words of its own
    """Print the schema."""
    print(json.dumps(schema(Facility if options.facility else Scenario), ensure_ascii=False, indent=1))
    return 0

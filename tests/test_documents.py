"""What the documents promise exists."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_that_a_document_names_can_be_run(document: str) -> None:
    named = set(re.findall(r"scripts/\w+", (ROOT / document).read_text(encoding="utf-8")))
    assert {"scripts/run", "scripts/test"} <= named
    assert [name for name in sorted(named) if not os.access(ROOT / name, os.X_OK)] == []


def test_every_relative_link_of_a_document_leads_somewhere() -> None:
    dead = [
        f"{document.name}: {target}"
        for document in sorted(ROOT.glob("*.md"))
        for target in re.findall(r"\]\((?!\w+:|#)([^)#]+)", document.read_text(encoding="utf-8"))
        if not (ROOT / target).exists()
    ]
    assert dead == []

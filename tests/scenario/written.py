"""The example of the format, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from care_desktop.language import Catalogue
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.reading import read
from care_desktop.scenario.scenario import Scenario

FILE = Path(__file__).with_name("example.yaml")
EXAMPLE = FILE.read_text("utf-8")
CATALOGUES = (Catalogue("fr"), Catalogue("en"))


def changed(old: str, new: str, text: str = EXAMPLE) -> bytes:
    """The example with its first ``old`` written otherwise."""
    assert old in text
    return text.replace(old, new, 1).encode()


def scenario(content: bytes | str = EXAMPLE) -> Scenario:
    """What is read, where nothing is wrong with it."""
    found, findings = read(content.encode() if isinstance(content, str) else content)
    assert findings == ()
    assert found is not None
    return found


def codes(findings: Iterable[Finding]) -> list[str]:
    """The codes; on the way, each finding is said in both languages."""
    found = []
    for one in findings:
        for catalogue in CATALOGUES:
            assert catalogue.text(one.message)
            assert catalogue.text(one.remedy)
        found.append(one.code)
    return found

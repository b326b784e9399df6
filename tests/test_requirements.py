"""The pinned packages: hashed, without the address of any host, and as the project file asks."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_no_line_holds_an_address() -> None:
    assert not re.search(r"://|--\S*(index|find-links)|^\s*(-f|-i)\b| @ ", REQUIREMENTS, re.MULTILINE)


def test_every_package_is_pinned_and_hashed() -> None:
    entries = REQUIREMENTS.replace("\\\n", " ").splitlines()
    unpinned = [
        line
        for line in entries
        if not re.fullmatch(r"[\w.-]+==\S+( ; [^#]+?)?( +--hash=sha256:\w{64})+", line)
    ]
    assert unpinned == []


def test_everything_the_project_asks_for_is_pinned() -> None:
    asked = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=~! ]", requirement)[0] for requirement in asked}
    assert names <= set(re.findall(r"^([\w.-]+)==", REQUIREMENTS, re.MULTILINE))

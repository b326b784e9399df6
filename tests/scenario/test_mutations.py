"""Files and packages spoiled at random: findings or a scenario that can be played, never an exception.

``scripts/fuzz`` tries more of them, and longer; what fails there is kept in ``corpus``.
"""

from __future__ import annotations

import pytest
from fuzzing import CORPUS, made, tried
from hypothesis import given, settings
from hypothesis import strategies as st
from spoiling import MARKS

from care_desktop.scenario.checking import check
from care_desktop.scenario.reading import located, read
from care_desktop.scenario.scenario import Facility, OwnService
from care_desktop.scenario.staging import stage
from care_desktop.scenario.writing import write
from tests.scenario.written import EXAMPLE, codes

WHOLE = EXAMPLE.encode()
_PIECES = st.binary(max_size=3) | st.sampled_from([b"", *MARKS])
_CUTS = st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 40), _PIECES)


def spoiled(cuts: list[tuple[int, int, bytes]]) -> bytes:
    content = WHOLE
    for start, length, piece in cuts:
        content = content[:start] + piece + content[start + length :]
    return content


@settings(max_examples=2000)
@given(st.lists(_CUTS, min_size=1, max_size=3).map(spoiled))
def test_a_spoiled_file_is_read_or_told(content: bytes) -> None:
    found, findings = read(content)
    assert (found is None) == bool(findings)
    codes(findings)
    if found is not None:
        codes(located(content, check(found)))
        stage(found, Facility("A", services=(OwnService("laboratory", has=False),)))
        assert read(write(found))[0] == found


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_three_thousand_spoiled_files_and_packages_are_read_or_told_and_played() -> None:
    playable = sum(tried(content, is_package=is_package) for content, is_package in map(made, range(3000)))
    assert playable > 100


@pytest.mark.parametrize("name", sorted(one.name for one in CORPUS.iterdir()))
def test_what_is_kept_in_the_corpus_is_read_or_told(name: str) -> None:
    tried((CORPUS / name).read_bytes(), is_package=name.endswith(".care"))

"""Files spoiled at random: findings or a scenario, never an exception."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from care_desktop.scenario.checking import check
from care_desktop.scenario.reading import located, read
from care_desktop.scenario.scenario import Facility, OwnService
from care_desktop.scenario.staging import stage
from care_desktop.scenario.writing import write
from tests.scenario.written import EXAMPLE, codes

WHOLE = EXAMPLE.encode()
_PIECES = st.binary(max_size=3) | st.sampled_from(
    [
        b"",
        b"&a ",
        b"*a",
        b"!t ",
        b"{",
        b"}",
        b"[",
        b"]",
        b": ",
        b"#",
        b"|",
        b">",
        b"\t",
        b"\n",
        b"---\n",
        b"%",
        b"- ",
        b'"',
    ]
)
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

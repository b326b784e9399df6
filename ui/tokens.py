"""The colours of the window, by what they are for: one table a scheme."""

from __future__ import annotations

from typing import Literal, NamedTuple

Scheme = Literal["light", "dark", "contrast"]


class Tokens(NamedTuple):
    """What each colour is for; the values are those of one scheme."""

    bg: str
    rail: str
    panel: str
    sunk: str
    hover: str
    line: str  # decoration: never the only sign of a control
    ctl: str
    ink: str
    ink2: str
    ink3: str
    acc: str
    accH: str  # noqa: N815 - tokens keep the names that the look gives them
    accS: str  # noqa: N815
    onacc: str
    focus: str
    ok: str
    okS: str  # noqa: N815
    warn: str
    warnS: str  # noqa: N815
    stop: str  # a service or a field, never a person's result
    stopS: str  # noqa: N815
    work: str
    workS: str  # noqa: N815
    idle: str
    idleS: str  # noqa: N815
    stage: str
    stage2: str
    stageL: str  # noqa: N815
    stageCtl: str  # noqa: N815
    sink: str
    sink2: str
    stageWarn: str  # noqa: N815
    go: str
    goInk: str  # noqa: N815


LIGHT = Tokens(
    bg="#EDF1EF",
    rail="#E2E8E5",
    panel="#FFFFFF",
    sunk="#F5F8F6",
    hover="#E7EDEA",
    line="#D2DAD6",
    ctl="#74837E",
    ink="#15211E",
    ink2="#42504B",
    ink3="#586661",
    acc="#0B5D63",
    accH="#084A4F",
    accS="#D9EDEA",
    onacc="#FFFFFF",
    focus="#0B5D63",
    ok="#1B6838",
    okS="#E0F2E6",
    warn="#855000",
    warnS="#FBEDD2",
    stop="#A0261E",
    stopS="#FAE5E2",
    work="#1C579B",
    workS="#E2EDFA",
    idle="#586661",
    idleS="#E9EEEC",
    stage="#10221F",
    stage2="#1C3530",
    stageL="#33514A",
    stageCtl="#6F9188",
    sink="#F3F8F6",
    sink2="#B3C6C0",
    stageWarn="#F2BC63",
    go="#86E3C8",
    goInk="#06231C",
)

DARK = LIGHT._replace(
    bg="#0E1413",
    rail="#0A0F0E",
    panel="#171F1D",
    sunk="#1E2825",
    hover="#222C29",
    line="#2D3936",
    ctl="#7A8B86",
    ink="#E8EFEC",
    ink2="#B7C4BF",
    ink3="#98A7A2",
    acc="#74D6C8",
    accH="#9AE6DB",
    accS="#15393A",
    onacc="#06231C",
    focus="#74D6C8",
    ok="#74D393",
    okS="#14301E",
    warn="#F2BC63",
    warnS="#382A10",
    stop="#FFA196",
    stopS="#401C18",
    work="#90C2FF",
    workS="#14293F",
    idle="#98A7A2",
    idleS="#232D2A",
    stage="#050A09",
    stage2="#13211E",
)

CONTRAST = Tokens(
    bg="#000000",
    rail="#000000",
    panel="#000000",
    sunk="#000000",
    hover="#1A1A1A",
    line="#FFFFFF",
    ctl="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#FFFFFF",
    acc="#6FF2DE",
    accH="#FFFFFF",
    accS="#00332E",
    onacc="#000000",
    focus="#FFE600",
    ok="#7CFFA0",
    okS="#000000",
    warn="#FFD166",
    warnS="#000000",
    stop="#FFB3AB",
    stopS="#000000",
    work="#A9D3FF",
    workS="#000000",
    idle="#FFFFFF",
    idleS="#000000",
    stage="#000000",
    stage2="#000000",
    stageL="#FFFFFF",
    stageCtl="#FFFFFF",
    sink="#FFFFFF",
    sink2="#FFFFFF",
    stageWarn="#FFD166",
    go="#6FF2DE",
    goInk="#000000",
)

TABLES: dict[Scheme, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

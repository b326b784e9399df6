"""The colours of the room's screen: dark by default, light for rooms without blinds."""

from __future__ import annotations

from msgspec import Struct


class Ground(Struct, frozen=True):
    """What changes between a dark room and a light one."""

    ground: str
    strip: str
    text: str
    second: str
    third: str
    accent: str
    on_accent: str
    ring: str
    rule: str
    divider: str
    alert: str
    ok: str
    warn: str
    stop: str
    work: str
    on_state: str
    edge: str | None
    """The outline of things that are white: none is needed on a dark ground."""
    frame: str
    mark: str
    mark_ring: str
    mark_dot: str


DARK = Ground(
    ground="#0C1A17",
    strip="#23443D",
    text="#F3F8F6",
    second="#C9D7D2",
    third="#B3C6C0",
    accent="#86E3C8",
    on_accent="#08231C",
    ring="#4E8C7E",
    rule="#345049",
    divider="#2A443E",
    alert="#13211E",
    ok="#74D393",
    warn="#F2BC63",
    stop="#FFA196",
    work="#90C2FF",
    on_state="#0C1A17",
    edge=None,
    frame="#4E6A63",
    mark="#10221F",
    mark_ring="#F3F8F6",
    mark_dot="#86E3C8",
)

LIGHT = Ground(
    ground="#FFFFFF",
    strip="#DCE6E2",
    text="#15211E",
    second="#42504B",
    third="#42504B",
    accent="#0B5D63",
    on_accent="#FFFFFF",
    ring="#7BA9A6",
    rule="#BAC5C1",
    divider="#D2DAD6",
    alert="#F5F8F6",
    ok="#165A30",
    warn="#774700",
    stop="#A0261E",
    work="#1C579B",
    on_state="#FFFFFF",
    edge="#BAC5C1",
    frame="#74837E",
    mark="#10221F",
    mark_ring="#F3F8F6",
    mark_dot="#86E3C8",
)


class Paper(Struct, frozen=True):
    """Things that exist in the world look alike on both grounds."""

    white: str = "#FBFCFB"
    head: str = "#E7EDEA"
    ink: str = "#15211E"
    label: str = "#424F4B"
    icon: str = "#0B4A4F"
    news: str = "#F6F3EA"
    news_ink: str = "#1B1A17"
    news_rule: str = "#888780"
    news_note: str = "#4A4841"
    listing: str = "#FCFCFA"
    listing_ink: str = "#111111"
    listing_note: str = "#4B5350"
    listing_cut: str = "#BABCBA"
    phone: str = "#F1F4F3"
    bubble: str = "#FFFFFF"
    bubble_edge: str = "#CBD4D0"
    face: str = "#D0E3DE"
    black: str = "#000000"
    on_black: str = "#B3C6C0"
    real: str = "#FFFFFF"
    real_ink: str = "#15211E"


PAPER = Paper()

"""The colours of both themes by name, and which of them may stand on which.

Data only. `READ_ON` is the promise that each pair reaches a contrast of 4.5 : 1; a test computes it.
"""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """Colours as ``#RRGGBB``. A name with ``_text`` is what is written on the ground of the same name."""

    name: str
    # grounds: window, panes, pills, rows under the pointer, chosen rows
    canvas: str
    surface: str
    sunken: str
    hover: str
    selected: str
    # separators, and outlines of fields and buttons
    line: str
    edge: str
    # body, secondary, counts
    text: str
    text2: str
    text3: str
    # links and marks; the one primary button of a page
    accent: str
    accent_fill: str
    on_accent: str
    # bubbles
    customer: str
    staff: str
    # always with an icon or a word
    ok: str
    warn: str
    bad: str
    ok_soft: str
    warn_soft: str
    bad_soft: str
    # insertions are underlined, deletions struck
    inserted: str
    inserted_text: str
    deleted: str
    deleted_text: str
    slot: str
    slot_text: str
    hit: str
    hit_text: str
    toast: str
    toast_text: str
    toast_accent: str


LIGHT = Tokens(
    name="light",
    canvas="#F6F7F8",
    surface="#FFFFFF",
    sunken="#F0F1F4",
    hover="#F1F2F5",
    selected="#E9EDFC",
    line="#E5E7EB",
    edge="#CFD3DA",
    text="#1A1E26",
    text2="#4E5563",
    text3="#636977",
    accent="#3350CC",
    accent_fill="#3350CC",
    on_accent="#FFFFFF",
    customer="#F0F1F4",
    staff="#EDF0FC",
    ok="#17734A",
    warn="#8A5200",
    bad="#B3302A",
    ok_soft="#DFF3E8",
    warn_soft="#FBEFD9",
    bad_soft="#FBE6E4",
    inserted="#DDF2E5",
    inserted_text="#0F5B38",
    deleted="#FBE4E2",
    deleted_text="#97231D",
    slot="#E9EDFC",
    slot_text="#2C45B5",
    hit="#FFEFC0",
    hit_text="#1A1E26",
    toast="#22262F",
    toast_text="#F4F5F7",
    toast_accent="#9DB0FF",
)

DARK = Tokens(
    name="dark",
    canvas="#131519",
    surface="#191C21",
    sunken="#252930",
    hover="#20242A",
    selected="#242D4A",
    line="#282C33",
    edge="#3B414B",
    text="#E8EAEE",
    text2="#B3B9C4",
    text3="#98A0AD",
    accent="#9DB0FF",
    accent_fill="#4660D6",
    on_accent="#FFFFFF",
    customer="#252930",
    staff="#202740",
    ok="#5ECB93",
    warn="#E2AE58",
    bad="#F28B82",
    ok_soft="#173527",
    warn_soft="#38290F",
    bad_soft="#42201D",
    inserted="#173A29",
    inserted_text="#8FE0B4",
    deleted="#46211F",
    deleted_text="#F7ABA5",
    slot="#242D4A",
    slot_text="#B5C2FF",
    hit="#5A4710",
    hit_text="#FFF3CF",
    toast="#E8EAEE",
    toast_text="#16181C",
    toast_accent="#3350CC",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

_PANES = ("canvas", "surface", "sunken", "hover", "selected", "customer", "staff")
_ROWS = ("canvas", "surface", "hover", "selected")

READ_ON: dict[str, tuple[str, ...]] = {
    "text": (*_PANES, "ok_soft", "warn_soft", "bad_soft", "slot"),
    "text2": (*_PANES, "warn_soft"),
    "text3": _PANES,
    "accent": _PANES,
    "on_accent": ("accent_fill",),
    "ok": (*_ROWS, "ok_soft"),
    "warn": (*_ROWS, "warn_soft"),
    "bad": (*_ROWS, "bad_soft"),
    "inserted_text": ("inserted",),
    "deleted_text": ("deleted",),
    "slot_text": ("slot",),
    "hit_text": ("hit",),
    "toast_text": ("toast",),
    "toast_accent": ("toast",),
}
"""Name of a text's colour -> the grounds on which it is used."""

"""The look of a list of offers that stands over others: under a field, with an edge and room around its rows."""

from __future__ import annotations

from qtapp.kit.theme import tokens


def offers_sheet(name: str, padding: int = 4) -> str:
    """The style of the list of this name; `padding` are pixels around all of its rows."""
    colours = tokens()
    return (
        f"#{name} {{ background: {colours.surface}; border: 1px solid {colours.edge};"
        f" border-radius: 6px; padding: {padding}px; }}"
        f"#{name}::item {{ color: {colours.text}; padding: 4px 6px; border-radius: 4px; }}"
        f"#{name}::item:hover {{ background: {colours.hover}; }}"
        f"#{name}::item:selected {{ background: {colours.selected}; color: {colours.text}; }}"
    )

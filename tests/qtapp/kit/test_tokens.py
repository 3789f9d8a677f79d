"""Text can be read on every ground on which it stands, in both themes: a contrast of 4.5 : 1 (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

import pytest

from qtapp.kit.tokens import READ_ON, THEMES, Tokens

PAIRS = [(text, ground) for text, grounds in READ_ON.items() for ground in grounds]


def luminance(colour: str) -> float:
    """The relative luminance of ``#RRGGBB`` as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda one: one.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(theme: Tokens, text: str, ground: str) -> None:
    found = contrast(getattr(theme, text), getattr(theme, ground))
    assert found >= 4.5, f"{text} on {ground} of {theme.name}: {found:.2f}"


def test_every_colour_of_a_text_is_promised_to_be_readable() -> None:
    texts = {name for name in Tokens._fields if "text" in name} | {"accent", "ok", "warn", "bad"}
    assert texts - READ_ON.keys() == set()

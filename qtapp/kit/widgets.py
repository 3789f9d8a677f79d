"""The small widgets by one name: buttons, chips, key hints, bars."""

from __future__ import annotations

from qtapp.kit.bar import Bar
from qtapp.kit.buttons import ActionButton, Button
from qtapp.kit.chip import Chip
from qtapp.kit.keys import KeyHint, key_text

__all__ = ["ActionButton", "Bar", "Button", "Chip", "KeyHint", "key_text"]

"""A review that is damaged: `repair` puts one right that opens, `recover` makes a new one of what can be read."""

from __future__ import annotations

from db.mending.recover import Recovered, recover
from db.mending.repair import repair
from db.soundness import check, quick_check

__all__ = ["Recovered", "check", "quick_check", "recover", "repair"]

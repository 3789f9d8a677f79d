"""The program with its window: what is set up before the first window, and what outlives every window.

`run` is what `qtapp.__main__` calls. Knows all rooms of the screen; nothing knows this package.
"""

from __future__ import annotations

from qtapp.app.program import Program, run

__all__ = ["Program", "run"]

"""numpy, loaded when it is first used: a window that shows no list yet, or ``winnow --help``, does not pay for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.late import Late

__all__ = ["np"]

if TYPE_CHECKING:
    import numpy as np
else:
    np = Late("numpy")

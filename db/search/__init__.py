"""Finding tickets: query text -> `Query` -> ordered ids; the text index behind it.

The screen and the rooms above use what is named here, and `db.search.index` to keep the index.
"""

from __future__ import annotations

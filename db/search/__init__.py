"""Finding tickets: query text -> `Query` -> ordered ids; the text index behind it.

The screen and the rooms above use what is named here; importing and edits keep `db.search.index` up to date.
"""

from __future__ import annotations

from db.search.facets import Facets
from db.search.fields import FIELDS, HAS, IS
from db.search.finder import Finder, Sort
from db.search.parser import parse
from db.search.query import Clause, Query, quoted
from db.search.tokens import normalise
from db.search.words import describe, describe_clause

__all__ = [
    "FIELDS",
    "HAS",
    "IS",
    "Clause",
    "Facets",
    "Finder",
    "Query",
    "Sort",
    "describe",
    "describe_clause",
    "normalise",
    "parse",
    "quoted",
]

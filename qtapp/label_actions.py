"""The actions of the page of labels: rows of the one table. Nothing here does anything.

Those of one mode have keys of the others too: two modes are never on at the same time.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtapp.action_row import LABELS, REVIEW, Row
from qtapp.doubt_actions import DOUBT_ROWS
from qtapp.spread_actions import SPREAD_ROWS
from qtapp.taxonomy_actions import TAXONOMY_ROWS
from qtapp.variant_actions import VARIANT_ROWS

LABEL_ROWS: tuple[Row, ...] = (
    Row("labels_variants", QT_TRANSLATE_NOOP("Actions", "Variants of labels"), "labels", ("G, V",), "near", REVIEW),
    Row("labels_spread", QT_TRANSLATE_NOOP("Actions", "Spread of labels"), "labels", ("G, M",), "panes", REVIEW),
    Row("labels_taxonomy", QT_TRANSLATE_NOOP("Actions", "Taxonomy of labels"), "labels", ("G, X",), "tag", REVIEW),
    Row("labels_doubtful", QT_TRANSLATE_NOOP("Actions", "Doubtful labels"), "labels", ("G, D",), "question", REVIEW),
    Row(
        "labels_field",
        QT_TRANSLATE_NOOP("Actions", "Categories or root causes"),
        "labels",
        ("F",),
        "tag",
        LABELS,
    ),
    *VARIANT_ROWS,
    *TAXONOMY_ROWS,
    *DOUBT_ROWS,
    *SPREAD_ROWS,
)
"""What can be done with labels."""

LABEL_MODES = {
    "labels_variants": "variants",
    "labels_doubtful": "doubtful",
    "labels_taxonomy": "taxonomy",
    "labels_spread": "spread",
}
"""Actions that lead to a mode of the page."""

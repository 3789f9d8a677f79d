"""Labels that say nothing: a category that nobody has sorted into, a root cause that puts off. Knows no tickets."""

from __future__ import annotations

from db.labels.counted import Field
from db.labels.phrases import phrases
from db.values import PATH_SEPARATOR

UNSORTED = ("未分类", "未归类", "待分类", "无分类", "uncategorized", "uncategorised")
"""First names of categories that say that nobody has sorted the ticket yet."""


def says_nothing(field: Field, label: str) -> bool:
    """Whether a label is as good as none."""
    if field == "category":
        return label.split(PATH_SEPARATOR)[0].strip().lower() in UNSORTED
    plain = label.strip().strip("。.")
    return plain in phrases().nothing or phrases().hollow.fullmatch(plain) is not None

"""The words of the search language: fields, what their values may be, their Chinese names; and look-ups in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from db.search.tokens import normalise
from db.values import Status

Facet = Literal["status", "category", "cause", "source", "edited"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "cat": ("category", "分类", "类别"),
    "cause": ("root", "根因", "根本原因", "原因"),
    "is": ("status", "状态", "是"),
    "has": ("有", "含"),
    "source": ("file", "来源", "源文件", "文件"),
    "replies": ("turns", "回复", "回复数"),
    "len": ("length", "字数", "长度"),
    "by": ("reviewer", "审核人", "修改人"),
    "finding": ("发现",),
    "id": ("编号",),
    "family": ("套话", "家族"),
    "re": ("regex", "正则"),
}
"""Field -> its other names."""

IS: Mapping[str, tuple[str, ...]] = {
    Status.UNREVIEWED.word: ("未审核", "未审"),
    Status.REVIEWED.word: ("已审核", "已审"),
    Status.FLAGGED.word: ("已标记", "标记", "存疑"),
    Status.EXCLUDED.word: ("已排除", "排除"),
    "edited": ("已修改", "修改", "已编辑"),
    "parked": ("已搁置", "搁置"),
    "canned": ("套话", "套话回复"),
    "duplicate": ("duplicates", "重复", "重复工单"),
    "finding": ("findings", "有发现", "发现"),
    "outside": ("体系外", "标签不符"),
}
"""Values of ``is:`` and their other names."""

HAS: Mapping[str, tuple[str, ...]] = {
    "note": ("notes", "备注", "笔记"),
    "conversation": ("对话", "对话记录"),
    "cause": ("causes", "根因", "根本原因"),
    "category": ("cat", "分类", "类别"),
    "replies": ("reply", "回复"),
}
"""Values of ``has:`` and their other names."""

CHOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {"is": IS, "has": HAS}
NUMBERS = frozenset({"replies", "len"})

EXACT = "="
"""Before a value of ``cat``, ``cause`` or ``source``: this one alone, as it is written."""

_FACETS: Mapping[tuple[str, str], Facet] = {
    **{("is", status.word): "status" for status in Status},
    ("is", "edited"): "edited",
    ("has", "category"): "category",
    ("has", "cause"): "cause",
}
_FACET_FIELDS: Mapping[str, Facet] = {"cat": "category", "cause": "cause", "source": "source"}


def facet_of(field: str, value: str) -> Facet | None:
    """The facet that a clause belongs to, if one."""
    return _FACET_FIELDS.get(field) or _FACETS.get((field, value))


def known(name: str, among: Mapping[str, tuple[str, ...]]) -> str | None:
    """The word that a name or one of its other names stands for."""
    wanted = normalise(name)
    return next((word for word, others in among.items() if wanted == word or wanted in others), None)


def nearest(name: str, among: Mapping[str, tuple[str, ...]]) -> str:
    """The word that was probably meant, as it would be typed in the script of `name`; '' where nothing is near."""
    from rapidfuzz import fuzz, process

    names = [each for word, others in among.items() for each in (word, *others)]
    # most Chinese names have two characters: one of them right is near
    cutoff = 60 if name.isascii() else 50
    best = process.extractOne(normalise(name), names, scorer=fuzz.ratio, score_cutoff=cutoff)
    return best[0] if best else ""

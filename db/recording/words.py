"""The words of a record in each language that it is written in: data of ``resources/report.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from resources import path

Language = Literal["en", "zh_CN"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@cache
def words(language: Language) -> Mapping[str, str]:
    """Code -> words; ``{name}`` in them is filled by who uses them."""
    found: Mapping[str, Mapping[str, str]] = json.loads(path("report.json").read_text(encoding="utf-8"))
    return found[language]

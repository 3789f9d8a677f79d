"""All sentences of the library: what errors, findings, actions and stages are in words.

A template has ``{name}`` fields, filled from the data of its code, and is marked for Qt's lupdate, so that the screen
shows the same template in its own language. Knows values and errors; computes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from db.deeds import DEEDS
from db.errors import UserError
from db.misread import MISREAD
from db.mistakes import MISTAKES
from db.remedies import REMEDIES
from db.values import Finding, StoredFinding, Summary
from db.wording import WORDING

__all__ = [
    "TEMPLATES",
    "Translate",
    "column",
    "dialect",
    "error",
    "finding",
    "identity",
    "sentence",
    "summary",
]

Translate = Callable[[str], str]
SHOWN = 20
"""Columns of one role that are named."""

TEMPLATES: Mapping[str, str] = {**DEEDS, **MISREAD, **MISTAKES, **REMEDIES, **WORDING}
"""Code -> English template. A code with an ending of `ONES` behind it is for the one of that number."""
ONES: Mapping[str, str] = {
    "n": ".one",
    "values": ".one_value",
    "places": ".one_place",
    "labels": ".one_label",
    "replies": ".one_reply",
}
"""Number -> what a code has at its end where it is 1, in this order."""


def identity(text: str) -> str:
    """English as it is."""
    return text


def sentence(code: str, data: Mapping[str, object], translate: Translate = identity) -> str:
    """The sentence of a code; KeyError for a code that has none.

    Besides its data a template may say ``{field_words}`` and ``{status_words}``: what `field` and `status` are called;
    ``{kinds}``, what the kinds of personal data in `value` are; and ``{of}``, another code with its data, becomes the
    sentence of that.
    """
    return translate(_template(code, data)).format_map({**data, **_words(data, translate)})


def _template(code: str, data: Mapping[str, object]) -> str:
    """That of the code, or of the variant for as many numbers as are one."""
    for name, ending in ONES.items():
        if data.get(name) == 1 and f"{code}{ending}" in TEMPLATES:
            code += ending
    return TEMPLATES[code]


def _words(data: Mapping[str, object], translate: Translate) -> dict[str, str]:
    words = {}
    for name in ("field", "status"):
        code = f"{name}.{data.get(name)}"
        words[f"{name}_words"] = translate(TEMPLATES[code]) if code in TEMPLATES else str(data.get(name, ""))
    kinds = [f"privacy.kind.{one}" for one in str(data.get("value", "")).split(", ")]
    words["kinds"] = ", ".join(translate(TEMPLATES[one]) for one in kinds if one in TEMPLATES)
    of = data.get("of")
    if isinstance(of, Mapping):
        words["of"] = sentence(str(of["code"]), of["data"], translate)
    return words


def error(exc: UserError, translate: Translate = identity) -> str:
    """What went wrong, and what to do."""
    return sentence(exc.code, exc.data, translate)


def summary(action: Summary, translate: Translate = identity) -> str:
    """What an action did, or what a check found."""
    return sentence(action.code, action.data, translate)


def finding(found: Finding | StoredFinding, translate: Translate = identity) -> str:
    """What import had to say, without file and line."""
    return sentence(
        f"finding.{found.code}" if f"finding.{found.code}" in TEMPLATES else found.code, found.data, translate
    )


def column(role: str, translate: Translate = identity) -> str:
    """What the role of a column is called; the role itself where it is one of our own exports alone."""
    code = f"column.{role}"
    return translate(TEMPLATES[code]) if code in TEMPLATES else role


def _columns(listed: Sequence[Sequence[str]], translate: Translate) -> str:
    by_role: dict[str, list[str]] = {}
    for name, role, _ in listed:
        by_role.setdefault(role, []).append(name)
    return "; ".join(f"{column(role, translate)}: {', '.join(names[:SHOWN])}" for role, names in by_role.items())


def dialect(known: Mapping[str, object], translate: Translate = identity) -> str:
    """A dialect in words: those of its marks that have words, in the order of their templates, as one sentence."""
    table = known.get("table")
    if isinstance(table, Mapping):
        return translate(TEMPLATES["dialect.columns"]).format(parts=_columns(table["columns"], translate))
    said = []
    for code, template in TEMPLATES.items():
        _, _, mark = code.partition("dialect.")
        name, _, value = mark.partition(".")
        if name in known and (not value or value == str(known[name]).lower()):
            said.append(translate(template).format_map({"value": known[name]}))
    return translate(TEMPLATES["dialect"]).format(parts=translate(TEMPLATES["dialect.and"]).join(said)) if said else ""

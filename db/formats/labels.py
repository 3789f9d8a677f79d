"""Categories and root causes as text and as what they mean, in the form that a file gives them.

`Style` is the one door for whoever edits them; pure functions of text, no lines or files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from db.formats.dialect import Dialect
from db.formats.lines import LABEL, heading, label, rule_sign
from db.values import CATEGORY

PATHS = ("｜", " > ", " | ")
"""What joins the names of a category; the last one joins labels of a set. A slash belongs to a name."""
_LOOSE = ("|", "＞", ">", "→", "»")

_ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.、)）])[ \t]+")
_LABEL = re.compile(r"\*\*[^*\n]{1,20}\*\*[ \t]?[:：][ \t]*|\*\*[^*\n]{1,19}[:：]\*\*[ \t]*")
_TAGS = "；"
_KIND = "问题"


def find_separator(raws: Sequence[str]) -> str:
    """What joins the names of categories in a file."""
    for separator in PATHS:
        if any(separator in raw for raw in raws):
            return separator
    counts = Counter(separator for raw in raws for separator in _LOOSE if separator in raw.strip(separator))
    common = counts.most_common(1)
    return common[0][0] if common and common[0][1] >= 0.5 * len(raws) else PATHS[0]


def category_path(raw: str, separator: str) -> tuple[str, ...]:
    """The names of a category as written."""
    for one in (separator, *PATHS):
        if one in raw:
            return tuple(name for piece in raw.split(one) if (name := piece.strip()))
    name = raw.strip()
    return (name,) if name else ()


def _items(text: str) -> list[str] | None:
    """The items of a text that is a list from its first line to its last, None for any other."""
    if _ITEM.match(text) is None and not text[:1].isspace():
        return None
    items = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        match = _ITEM.match(line)
        if match is None or not line[match.end() :].strip():
            return None
        items.append(line[match.end() :].strip())
    return items or None


def causes(raw: str) -> tuple[str, ...]:
    """The tags that a root cause section holds; its prose is one."""
    text = raw.strip()
    items = _items(text)
    if items is None:
        start, end = _said(text)
        items = _pieces(text[start:end].strip())
    return tuple(dict.fromkeys(items))


def _said(text: str) -> tuple[int, int]:
    """Where the root cause stands in a text: its first line behind a label, or all where there is none."""
    match = _LABEL.match(text)
    if match is None:
        return 0, len(text)
    start = len(text) - len(text[match.end() :].lstrip())
    if start == len(text):
        return 0, len(text)
    end = text.find("\n", start)
    return start, end if end >= 0 else len(text)


def _pieces(text: str) -> list[str]:
    if _TAGS in text:
        return [piece for one in text.split(_TAGS) if (piece := one.strip())]
    kinds = [one.strip() for one in text.split("、")]
    if len(kinds) > 1 and all(one.endswith(_KIND) for one in kinds):
        return kinds
    return [text] if text else []


def find_root_form(raws: Sequence[str]) -> str:
    """How most root causes of a file are written: bullets, label, tags or text."""
    counts: Counter[str] = Counter()
    for raw, times in Counter(raws).items():  # tags recur from ticket to ticket
        counts[_root_form(raw)] += times
    if not counts:
        return "text"
    if counts["tags"] and counts["tags"] + counts["text"] > 0.5 * len(raws):
        return "tags"  # a lone tag looks like text
    return counts.most_common(1)[0][0]


def _root_form(raw: str) -> str:
    if _items(raw) is not None:
        return "bullets"
    if _LABEL.match(raw):
        return "label"
    return "tags" if len(_pieces(raw)) > 1 else "text"


class Style:
    """How one source writes categories and root causes."""

    def __init__(self, known: Dialect) -> None:
        self._dialect, self._separator, self._root_cause = known, known.separator, known.root_cause

    @classmethod
    def of(cls, dialect: Mapping[str, object]) -> Style:
        """The style of a stored dialect; a plain one for sources that have none."""
        return cls(Dialect.of(dialect))

    def category_path(self, raw: str) -> tuple[str, ...]:
        """The names that a category as written means."""
        return category_path(raw, self._separator)

    def category_text(self, path: Sequence[str]) -> str:
        """A path as this source writes it."""
        return self._separator.join(path)

    def causes(self, raw: str) -> tuple[str, ...]:
        """The root causes that the text of a section means."""
        return causes(raw)

    def is_structure(self, line: str) -> bool:
        """Whether a line of a text would be read as a heading, a category or a rule of this source."""
        mark = heading(0, line) or (label(0, line) if line.startswith("**") else None)
        if mark is None:
            return bool(self._dialect.rule) and rule_sign(line) == self._dialect.rule
        key = self._dialect.key(mark.name)
        if key == CATEGORY:
            return mark.level == LABEL
        return key is not None and mark.level == self._dialect.level_of(key)

    def root_cause_text(self, wanted: Sequence[str], like: str) -> str:
        """The text of a section with other tags: label, status lines and advice of `like` stay as they are."""
        if tuple(wanted) == causes(like):
            return like
        if not wanted:
            return ""
        text = self._rewritten(wanted, like)
        if causes(text) != tuple(dict.fromkeys(wanted)):
            listed = "\n".join(f"- {one}" for one in wanted)
            return listed if causes(listed) == tuple(dict.fromkeys(wanted)) else text
        return text

    def _rewritten(self, wanted: Sequence[str], like: str) -> str:
        items = _items(like)
        if items is not None or (not like.strip() and self._root_cause == "bullets"):
            return "\n".join(_bullet_lines(wanted, like))
        start, end = _said(like)
        return like[:start] + _joined(wanted, like[start:end]) + like[end:]


def _joined(wanted: Sequence[str], like: str) -> str:
    enumerated = "、" in like and _TAGS not in like and len(_pieces(like)) > 1
    if enumerated and all(one.endswith(_KIND) and "、" not in one for one in wanted):
        return "、".join(wanted)
    return _TAGS.join(wanted)


def _bullet_lines(wanted: Sequence[str], like: str) -> list[str]:
    """Items that stay keep their line; a numbered list is numbered anew."""
    lines = [line for line in like.split("\n") if line.strip()]
    matches = [match for line in lines if (match := _ITEM.match(line))]
    known = {line[match.end() :].strip(): line for line, match in zip(lines, matches, strict=True)}
    mark = matches[0].group() if matches else "- "
    if mark[0].isdigit():
        behind = mark.lstrip("0123456789")
        return [f"{number}{behind}{one}" for number, one in enumerate(wanted, 1)]
    return [known.get(one, f"{mark}{one}") for one in wanted]

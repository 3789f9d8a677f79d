"""What each column of a table is: told by its name, else by what stands in it; or as it was remembered or asked.

A guess that is not sure is none: the column is a field of its own, and nothing of it is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from db.errors import SourceError
from db.formats.exchange import CSV_COLUMNS
from db.formats.labels import find_separator
from db.formats.tables.mapping import are_spans
from db.formats.tables.names import known, plain, speaker_of, stem
from db.formats.tables.plan import (
    ASIDE,
    CAUSES,
    GROUP,
    NUMBER,
    OTHER,
    OWN_LINES,
    RAW,
    SPEAKER,
    TEXT,
    Asked,
    Column,
    Plan,
    Survey,
    level,
)
from db.formats.tables.texts import text_of
from db.formats.tables.turns import find_form, is_thread
from db.formats.vocabulary import Vocabulary
from db.values import CATEGORY, CONVERSATION, FIELDS, NOTE, PROBLEM, REPLIES, STATUS, TITLE

_OWN: Mapping[str, str] = {
    "source_file": ASIDE,
    "line": ASIDE,
    "id": ASIDE,
    "edited": ASIDE,
    "number": NUMBER,
    "category_raw": RAW,
    "root_causes": CAUSES,
    "fields": FIELDS,
    "status": STATUS,
    "note": NOTE,
}
_RAW_LABELS = ("annotations", "predictions")
_LONG = 12
_TITLE = 80


def plan_of(survey: Survey, vocabulary: Vocabulary, asked: Asked, name: str) -> Plan:
    """The plan of a table, whether its rows can be tickets or not (`good_roles` says). SourceError ``table.no_column``
    where a column is asked for that is none."""
    if survey.names == CSV_COLUMNS and (asked.weak or not asked.roles):
        return _own(survey)
    roles = _roles(survey, vocabulary, asked, name)
    columns = tuple(
        Column(one, role, _form(survey, place, role, vocabulary))
        for place, (one, role) in enumerate(zip(survey.names, roles, strict=True))
    )
    raws = [text_of(row[place]) for place in _having(roles, CATEGORY) for row in survey.rows if place < len(row)]
    return Plan(survey.layout, columns, find_separator([raw for raw in raws if raw]))


def _own(survey: Survey) -> Plan:
    """A table that we exported."""
    roles = [_OWN.get(name, name) for name in survey.names]
    forms = {REPLIES: OWN_LINES, CONVERSATION: OWN_LINES}
    columns = tuple(Column(name, role, forms.get(role, TEXT)) for name, role in zip(survey.names, roles, strict=True))
    return Plan(survey.layout, columns, escaped=survey.layout.kind == "csv")


def _roles(survey: Survey, vocabulary: Vocabulary, asked: Asked, name: str) -> list[str]:
    remembered = vocabulary.shapes.get(survey.names)
    roles = list(remembered) if remembered is not None else guessed(survey, vocabulary)
    if remembered is not None and asked.weak:
        return roles
    for role, columns in asked.roles:
        columns = tuple(one for one in columns if not asked.weak or one in survey.names)
        wanted = [_place(survey, column, name) for column in columns]
        if wanted and role not in (OTHER, ASIDE):
            roles = [OTHER if one == role else one for one in roles]
        for place in wanted:
            roles[place] = role
    return roles


def _place(survey: Survey, column: str, name: str) -> int:
    for place, one in enumerate(survey.names):
        if one == column or plain(one) == plain(column):
            return place
    raise SourceError("table.no_column", file=name, column=column, columns="、".join(survey.names[:30]))


def _having(roles: Sequence[str], role: str) -> list[int]:
    return [place for place, one in enumerate(roles) if one == role]


def guessed(survey: Survey, vocabulary: Vocabulary) -> list[str]:
    """A role for each column."""
    seen = [[row[place] for row in survey.rows if place < len(row)] for place in range(len(survey.names))]
    roles = [_by_name(one, values, vocabulary) for one, values in zip(survey.names, seen, strict=True)]
    _once(roles, survey.names)
    _by_content(roles, seen, vocabulary)
    _grouped(roles, seen)
    return roles


def _by_name(name: str, values: Sequence[Any], vocabulary: Vocabulary) -> str:
    if name in _RAW_LABELS:
        return ASIDE  # what they say are columns of their own
    role = known(name, vocabulary)
    filled = [value for value in values if value not in (None, "", [], {})]
    if role == CATEGORY and any(map(are_spans, filled)):
        return OTHER
    if filled and all(is_thread(value) for value in filled):
        return CONVERSATION if role == CONVERSATION else REPLIES
    if role is None or (role == SPEAKER and not _are_speakers(filled, vocabulary)):
        return OTHER
    if role == NUMBER and not all(text_of(value).strip().isdigit() for value in filled):
        return OTHER
    return role


def _are_speakers(filled: Sequence[Any], vocabulary: Vocabulary) -> bool:
    return bool(filled) and sum(speaker_of(one, vocabulary) is not None for one in filled) > len(filled) / 2


def _once(roles: list[str], names: Sequence[str]) -> None:
    """Of several columns of one role the first that says it best keeps it; lists of columns stay together."""
    for role in dict.fromkeys(roles):
        having = _having(roles, role)
        if role in (OTHER, ASIDE) or len(having) < 2:
            continue
        kept = having[:1]
        if role == REPLIES:
            stems = {stem(names[place])[0] for place in having if stem(names[place])[1] is not None}
            kept = [place for place in having if stem(names[place])[0] in stems] or kept
        elif role == CATEGORY:
            kept = _levels(having, names) or kept
        elif role in (TITLE, PROBLEM):
            kept = [min(having, key=lambda place: (plain(names[place]) in _WEAK, place))]
        for place in having:
            if place not in kept:
                roles[place] = OTHER
    if TITLE in roles:
        return
    # “问题” beside “问题描述” is the title of it
    first = next((place for place, name in enumerate(names) if roles[place] == OTHER and plain(name) in _SHORT), None)
    if first is not None and PROBLEM in roles:
        roles[first] = TITLE


_WEAK = ("text", "content", "body", "input", "内容", "正文", "问题", "question", "详情")
_SHORT = ("问题", "question", "query", "issue", "提问")


def _levels(having: Sequence[int], names: Sequence[str]) -> list[int]:
    """Columns that are levels of one category; none where they are not."""
    found = [place for place in having if level(names[place])]
    return found if len(found) > 1 else []


def _by_content(roles: list[str], seen: Sequence[Sequence[Any]], vocabulary: Vocabulary) -> None:
    """Columns with names that say nothing, where a table has no title, no problem or no replies by name."""
    shapes = {place: _Shape(values) for place, values in enumerate(seen) if roles[place] == OTHER}
    texts = [place for place, shape in shapes.items() if shape.is_text]
    if REPLIES not in roles and CONVERSATION not in roles:
        marked = [place for place in texts if find_form(seen[place], vocabulary) != TEXT]
        if marked:
            roles[marked[0]] = REPLIES
            texts.remove(marked[0])
    if PROBLEM not in roles and TITLE not in roles:
        long = [place for place in texts if shapes[place].length >= _LONG and shapes[place].distinct > 0.5]
        if long:
            place = max(long, key=lambda one: shapes[one].length)
            roles[place] = PROBLEM
            texts.remove(place)
    if TITLE not in roles:
        short = [p for p in texts if 1 < shapes[p].length <= _TITLE and shapes[p].distinct > 0.6 and not shapes[p].code]
        if short and PROBLEM in roles:
            roles[short[0]] = TITLE
            texts.remove(short[0])
    if CATEGORY not in roles:
        few = [p for p in texts if shapes[p].paths > 0.5 and shapes[p].length <= 40]
        if few:
            roles[few[0]] = CATEGORY


class _Shape:
    """What the values of a column look like: mean length, share of distinct ones, share of paths."""

    def __init__(self, values: Sequence[Any]) -> None:
        texts = [value.strip() for value in values if isinstance(value, str) and value.strip()]
        filled = [value for value in values if value not in (None, "", [], {})]
        n = len(texts) or 1
        numbers = sum(
            text.replace(".", "", 1).replace("-", "").replace(":", "").replace(" ", "").isdigit() for text in texts
        )
        self.is_text = bool(texts) and len(texts) >= len(filled) / 2 and numbers <= n / 2
        self.length = sum(map(len, texts)) / n
        self.distinct = len(set(texts)) / n
        self.paths = sum(any(sign in text for sign in ("｜", " > ", "→", " | ", " / ")) for text in texts) / n
        self.code = sum(text.isascii() and " " not in text for text in texts) > n / 2


def _grouped(roles: list[str], seen: Sequence[Sequence[Any]]) -> None:
    """Rows are messages of a ticket only where a column says who speaks, and the ticket's own column repeats."""
    having = _having(roles, GROUP)
    if not having:
        return
    values = [text_of(value) for value in seen[having[0]]]
    repeats = sum(one == other and bool(one) for one, other in pairwise(values))
    if SPEAKER in roles and repeats * 3 >= len(values) and (REPLIES in roles or PROBLEM in roles):
        if REPLIES not in roles and CONVERSATION not in roles:
            # all messages are the thread; the first of them is the problem
            roles[roles.index(PROBLEM)] = REPLIES
        return
    roles[having[0]] = OTHER


def _form(survey: Survey, place: int, role: str, vocabulary: Vocabulary) -> str:
    if role not in (REPLIES, CONVERSATION):
        return TEXT
    return find_form([row[place] for row in survey.rows if place < len(row)], vocabulary)

"""Rows of a table as records, by the plan of its columns. Nothing of a row is lost: what has no role is a field.

What runs for every row is lean on purpose. Knows values, no bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from db.formats.cells import read_fields, read_listed
from db.formats.exchange import CAUSE_SEPARATOR, CSV_COLUMNS
from db.formats.labels import category_path, causes
from db.formats.tables.names import speaker_of, stem
from db.formats.tables.plan import CAUSES, GROUP, JSON, NUMBER, OTHER, PARQUET, RAW, SPEAKER, Column, Plan
from db.formats.tables.texts import text_of
from db.formats.tables.turns import reader
from db.formats.vocabulary import Vocabulary
from db.values import (
    CONVERSATION,
    FIELDS,
    NOTE,
    PATH_SEPARATOR,
    PROBLEM,
    REPLIES,
    ROOT_CAUSE,
    STATUS,
    TITLE,
    Record,
    Speaker,
    Status,
    Turn,
)

Values = Sequence[Any]
Extras = Sequence[tuple[str, str]]
"""What a row has besides the columns of the plan: name and text."""
_STATUS = {status.word: status for status in Status}
_KNOWN = 20_000
"""Texts of labels whose meaning is remembered."""
_LONGEST = 80
"""Characters of a title that is the beginning of a problem."""


class Mapper:
    """Makes records of rows of one table."""

    def __init__(self, plan: Plan, vocabulary: Vocabulary) -> None:
        self.plan, self._vocabulary = plan, vocabulary
        columns = plan.columns
        self._is_own = plan.names == CSV_COLUMNS
        self._exact = self._is_own or plan.layout.kind in (JSON, PARQUET)
        """Blanks around texts belong to them: nobody types them into a cell there."""
        self.width = len(columns)

        def one(role: str) -> int:
            return next(iter(plan.having(role)), -1)

        self._title, self._problem, self._root = one(TITLE), one(PROBLEM), one(ROOT_CAUSE)
        self._categories, self._raw = plan.categories, one(RAW)
        self._number, self._status, self._note = one(NUMBER), one(STATUS), one(NOTE)
        self._causes, self._pairs, self._speaker, self.group = one(CAUSES), one(FIELDS), one(SPEAKER), one(GROUP)
        self._replies = [(place, *self._reads(columns[place])) for place in plan.having(REPLIES)]
        self._conversation = [(place, *self._reads(columns[place])) for place in plan.having(CONVERSATION)]
        shown = (OTHER, GROUP) if self._speaker < 0 or self._replies or self._conversation else (OTHER, GROUP, SPEAKER)
        self._others = [(place, column.name) for place, column in enumerate(columns) if column.role in shown]
        self._paths: dict[str, tuple[str, ...]] = {}
        self._tags: dict[str, tuple[str, ...]] = {}

    def _reads(self, column: Column) -> tuple[Callable[[Any, Speaker], tuple[Turn, ...]], Speaker]:
        """How a column of turns is read, and who speaks in it by its name."""
        who = _named_speaker(column.name, self._vocabulary)
        return reader(column.form, self._vocabulary, self._exact), who

    def record(self, rows: Sequence[Values], line: int, span: tuple[int, int], extras: Extras = ()) -> Record:
        """The ticket of these rows; all but the first only add turns."""
        row, exact = rows[0], self._exact
        title, problem = self._texts(row)
        path, raw = self._path(row)
        root, tags = self._cause(row)
        number = text_of(row[self._number]).strip() if self._number >= 0 else ""
        fields = [(name, text) for place, name in self._others if (text := _plain(row[place], exact))]
        for more in rows[1:]:
            fields += [
                (name, text)
                for place, name in self._others
                if (text := _plain(more[place], exact)) and (name, text) not in fields
            ]
        if self._pairs >= 0:
            fields += _pairs(row[self._pairs])
        return Record(
            title,
            line,
            int(number) if number.isascii() and number.isdigit() and len(number) < 19 else None,
            path,
            raw,
            problem,
            self._turns(self._replies, rows),
            self._thread(rows),
            root,
            tags,
            (*fields, *extras),
            {"ticket": span},
            _STATUS.get(text_of(row[self._status]), Status.UNREVIEWED) if self._status >= 0 else Status.UNREVIEWED,
            text_of(row[self._note]) if self._note >= 0 else "",
        )

    def shown(self, rows: Sequence[Values]) -> list[tuple[int, int]]:
        """The row and the column of each of the ticket's fields of other names, in their order."""
        found, seen = [], set()
        for at, row in enumerate(rows):
            for place, name in self._others:
                text = _plain(row[place], self._exact)
                if text and (at == 0 or (name, text) not in seen):
                    found.append((at, place))
                    seen.add((name, text))
        return found

    def _texts(self, row: Values) -> tuple[str, str]:
        problem = row[self._problem] if self._problem >= 0 else ""
        if type(problem) is not str:
            problem = text_of(problem)
        problem = problem if self._exact else problem.strip()
        title = text_of(row[self._title]) if self._title >= 0 else ""
        if not self._exact:
            title = title.strip()
        if "\n" in title and not self._is_own:
            title = " ".join(title.split("\n"))
        if title or (self._is_own and self._title >= 0):
            return title, problem
        return problem.strip().split("\n", 1)[0].strip()[:_LONGEST] or "–", problem

    def _path(self, row: Values) -> tuple[tuple[str, ...], str]:
        places = self._categories
        if len(places) == 1:
            value = row[places[0]]
            if type(value) is str:
                path = self._paths.get(value) or self._remembered(
                    self._paths, value, path_of(value, self.plan.separator)
                )
                return path, value.strip() if self._raw < 0 else text_of(row[self._raw])
            path = path_of(value, self.plan.separator)
            raw = text_of(value) if are_spans(value) else PATH_SEPARATOR.join(path)
        else:
            path = tuple([text for place in places if (text := text_of(row[place]).strip())])
            raw = PATH_SEPARATOR.join(path)
        return path, raw if self._raw < 0 else text_of(row[self._raw])

    def _cause(self, row: Values) -> tuple[str, tuple[str, ...]]:
        if self._root < 0:
            return "", ()
        value = row[self._root]
        text = cause_text(value) if not isinstance(value, str) else value if self._exact else value.strip()
        if self._causes >= 0 and row[self._causes] is not None:
            said = row[self._causes]
            return text, read_listed(said, CAUSE_SEPARATOR) if isinstance(said, str) else tuple(map(text_of, said))
        return text, self._tags.get(text) or self._remembered(self._tags, text, causes(text))

    def _remembered(self, known: dict[str, tuple[str, ...]], text: str, names: tuple[str, ...]) -> tuple[str, ...]:
        """What a text means; labels recur from ticket to ticket."""
        if len(known) < _KNOWN:
            known[text] = names
        return names

    def _turns(self, columns: Sequence[tuple[int, Any, Speaker]], rows: Sequence[Values]) -> tuple[Turn, ...]:
        found: tuple[Turn, ...] = ()
        for row in rows:
            said = speaker_of(row[self._speaker], self._vocabulary) if self._speaker >= 0 else None
            for place, read, named in columns:
                value = row[place]
                if value:
                    found = found + read(value, said or named) if found else read(value, said or named)
        return found

    def _thread(self, rows: Sequence[Values]) -> tuple[Turn, ...] | None:
        if not self._conversation:
            return None
        value = rows[0][self._conversation[0][0]]
        if value is None or value == "":
            return None
        return self._turns(self._conversation, rows)


def _named_speaker(name: str, vocabulary: Vocabulary) -> Speaker:
    """Who speaks in a column: “客服回复2” is staff, “客户追问” the customer; one of both kinds says nothing."""
    words = stem(name)[0]
    if any(word in words for word in ("客户", "用户", "customer", "追问")):
        return "customer"
    return (
        "staff"
        if any(word in words for word in ("客服", "agent", "staff", "support"))
        else speaker_of(words, vocabulary)
    )


def _plain(value: Any, exact: bool) -> str:
    """A field's text; '' where a cell says nothing."""
    if type(value) is str:
        return "" if not value or value.isspace() else value if exact else value.strip()
    return "" if value is None or value == [] or value == {} else text_of(value)


def _pairs(value: Any) -> list[tuple[str, str]]:
    if isinstance(value, str):
        return list(read_fields(value))
    if isinstance(value, Mapping):
        return [(name, text_of(text)) for name, text in value.items()]
    found = []
    for one in value or ():
        name, text = (one.get("name"), one.get("text")) if isinstance(one, Mapping) else (one[0], one[1])
        found.append((text_of(name), text_of(text)))
    return found


def are_spans(value: Any) -> bool:
    """Whether a list says where labels stand in a text, as doccano has it; a path is names alone."""
    return isinstance(value, list) and any(
        isinstance(one, dict) or (isinstance(one, list) and not all(isinstance(name, str) for name in one))
        for one in value
    )


def path_of(value: Any, separator: str) -> tuple[str, ...]:
    """The category that a value says: a text with separators, or a list of names; of a list of paths the first."""
    if are_spans(value):
        return ()
    if isinstance(value, list):
        if value and isinstance(value[0], list):
            value = value[0]
        if len(value) == 1:
            return path_of(text_of(value[0]), separator)
        return tuple([text for one in value if (text := text_of(one).strip())])
    return category_path(text_of(value), separator)


def cause_text(value: Any) -> str:
    """A list of root causes as the text of a section, which says the same."""
    if not isinstance(value, list):
        return text_of(value).strip()
    names = [text for one in value if (text := text_of(one).strip())]
    text = CAUSE_SEPARATOR.join(names)
    return text if causes(text) == tuple(dict.fromkeys(names)) else "\n".join(f"- {name}" for name in names)

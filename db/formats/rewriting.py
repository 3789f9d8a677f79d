"""What changes in the lines of a Markdown ticket when its fields change: the lines of those fields and no others.

Says which lines give way to which; knows no bytes. Whether they are read as wanted is judged in `holding`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, cast

from db.formats import numbering
from db.formats.alone import Alone
from db.formats.dialect import DIALOGUE, Dialect, Section
from db.formats.labels import Style
from db.formats.lines import LABEL, heading, label
from db.formats.rethreading import rendered, written
from db.formats.speakers import marker
from db.formats.tickets import Part
from db.formats.vocabulary import Vocabulary
from db.values import CATEGORY, CONVERSATION, FIELDS, PROBLEM, REPLIES, ROOT_CAUSE, TITLE, Turn

_ORDER = {PROBLEM: 0, REPLIES: 1, ROOT_CAUSE: 2, CONVERSATION: 4}
_OTHERS = 3
"""Where sections stand that no ticket of a file has: fields of other names before a conversation."""


class Change(NamedTuple):
    """Lines `first` to before `last` of a ticket give way to others; `rank` orders what is put in at one place."""

    first: int
    last: int
    lines: Sequence[str]
    rank: int = -1


class Rewriter:
    """Rewrites tickets of one dialect."""

    def __init__(self, dialect: Dialect, vocabulary: Vocabulary) -> None:
        self._dialect, self._vocabulary = dialect, vocabulary
        self._style = Style(dialect)
        self._ways: Mapping[str, Callable[[Alone, object], Change | None]] = {
            TITLE: self._title,
            CATEGORY: self._category,
            PROBLEM: lambda one, value: self._text(one, PROBLEM, cast("str", value)),
            ROOT_CAUSE: lambda one, value: self._text(one, ROOT_CAUSE, cast("str", value)),
            REPLIES: lambda one, value: self._thread(one, REPLIES, value),
            CONVERSATION: lambda one, value: self._thread(one, CONVERSATION, value),
        }

    def changes(self, one: Alone, edits: Mapping[str, object]) -> list[Change]:
        """The changes that edits make, in the order of the lines; KeyError for a field that no source has."""
        found = [self._ways[name](one, value) for name, value in edits.items() if name != FIELDS]
        found += _fields(one, cast("Sequence[tuple[str, str]]", edits.get(FIELDS, ())))
        changes = [change for change in found if change is not None]
        breaks_off = one.cut.category is None and not one.cut.parts and not edits.get(CATEGORY)
        if breaks_off and any(change.first > one.cut.start for change in changes):
            # the file ends behind this title: with text under it, the category line alone makes it a title
            changes.append(self._new_category(one, ""))
        return sorted(changes, key=lambda one: (one.first, one.rank))

    def _title(self, one: Alone, value: object) -> Change:
        raw, name, column = one.lines.text[one.cut.start], one.cut.title.name, one.cut.title.column
        known = self._dialect.numbering
        start = numbering.strip(name, known)[1]
        title = str(value).strip()
        head = raw[: column + start]
        if start and numbering.strip(name[:start] + title, known)[1] < start:
            head += " "  # a digit right behind the delimiter would make the prefix part of the title
        return Change(one.cut.start, one.cut.start + 1, (head + title + raw[column + len(name) :]).split("\n"))

    def _category(self, one: Alone, value: object) -> Change | None:
        mark, path = one.cut.category, cast("Sequence[str]", value)
        if mark is None:
            return self._new_category(one, self._style.category_text(path)) if path else None
        line = self.category_line(one.lines.text[mark.line], mark.column, path)
        return Change(mark.line, mark.line + 1, line.split("\n"))

    def category_line(self, raw: str, column: int, path: Sequence[str]) -> str:
        """A category line with another category; the one that it has begins at `column`."""
        tail = raw[max(column, len(raw.rstrip())) :]
        if not path:
            return raw[:column].rstrip() + tail
        return _ready(raw[:column], self._dialect.category_label) + self._style.category_text(path) + tail

    def holds_category(self, path: Sequence[str]) -> bool:
        """Whether a category is read again as it is written."""
        text = self._style.category_text(path)
        return "\n" not in text and "\0" not in text and self._style.category_path(text) == tuple(path)

    def _new_category(self, one: Alone, text: str) -> Change:
        line = one.cut.start + 1
        first = one.lines.trimmed(line, len(one.lines.text))[0]
        blanks = self._dialect.before_heading - (first - line) if one.cut.parts else 0
        label = self._dialect.category_label
        lines = [*[""] * self._dialect.after_title, label + text if text else label.rstrip(), *[""] * blanks]
        return Change(line, line, lines, -1)

    def _text(self, one: Alone, key: str, value: str) -> Change | None:
        text = value.replace("\r\n", "\n").strip()
        body = text.split("\n") if text else []
        part = one.cut.part(key)
        if part is not None and body and not part.is_empty:
            _keep_edges(one.lines.text, part, body)
        return self._section(one, key, body)

    def _thread(self, one: Alone, key: str, value: object) -> Change | None:
        part = one.cut.part(key)
        if value is None:
            return _removed(one, part) if part is not None else None
        form = self._dialect.replies if key == REPLIES else self._dialect.conversation
        mark = marker(form.style, self._vocabulary) if form.kind == DIALOGUE else None
        old, notes = written(one.lines, part, form, mark) if part is not None else ([], [])
        body = rendered(cast("Sequence[Turn]", value), old, notes, form, mark)
        if part is None and not body and key == CONVERSATION:
            return self._inserted(one, key, body)
        return self._section(one, key, body)

    def _section(self, one: Alone, key: str, body: Sequence[str]) -> Change | None:
        """A section with another text: put in, filled, emptied or replaced."""
        part = one.cut.part(key)
        if part is None:
            return self._inserted(one, key, body) if body else None
        beside = one.lines.text[part.body][: part.column] if part.column and not part.is_empty else ""
        if part.is_empty:
            return self._filled(one, part, body) if body else None
        if body:
            return Change(part.first, part.last, [beside + body[0], *body[1:]])
        return Change(part.first if beside else part.body, part.last, [beside.rstrip()] if beside else [])

    def _filled(self, one: Alone, part: Part, body: Sequence[str]) -> Change:
        last = part is one.cut.parts[-1]
        section = self._dialect.section(part.key)
        head = one.lines.text[part.body - 1]
        if section is not None and section.inline and label(0, head) is not None:
            blanks = 0 if last else self._dialect.before_heading - (part.end - part.body)
            lines = [_ready(head.rstrip(), section.heading) + body[0], *body[1:], *[""] * blanks]
            return Change(part.body - 1, part.body, lines)
        after = self._dialect.after_heading
        blanks = 0 if last else max(part.end - part.body - after, self._dialect.before_heading)
        return Change(part.body, part.end, [*[""] * after, *body, *[""] * blanks])

    def _inserted(self, one: Alone, key: str, body: Sequence[str]) -> Change:
        section = self._dialect.section(key) or self._new_section(key)
        lines = section.heading.split("\n")
        if section.inline and body:
            lines = [*lines[:-1], lines[-1] + body[0], *body[1:]]
        elif body:
            lines = [lines[-1].rstrip()] if len(lines) == 1 else lines
            lines = [*lines, *[""] * self._dialect.after_heading, *body]
        place, following = self._place(one, key)
        blanks = [""] * self._dialect.before_heading
        rank = self._dialect.rank(key) + (_ORDER[key] if self._dialect.section(key) is None else 0)
        if following is None:
            return Change(place, place, [*blanks, *lines], rank)
        return Change(place, place, [*lines, *blanks], rank)

    def _place(self, one: Alone, key: str) -> tuple[int, Part | None]:
        """The line where a missing section belongs: behind the last that comes before it in the file's order."""
        is_known = self._dialect.section(key) is not None
        rank = self._dialect.rank if is_known else lambda other: _ORDER.get(other, _OTHERS)
        before = [place for place, part in enumerate(one.cut.parts) if rank(part.key) < rank(key)]
        following = before[-1] + 1 if before else 0
        if following < len(one.cut.parts):
            return one.cut.parts[following].head, one.cut.parts[following]
        return one.cut.stop, None

    def _new_section(self, key: str) -> Section:
        """A kind of section that no ticket of the file has, with a heading like the others."""
        dialect = self._dialect
        name = next((one for one, role in dialect.names.items() if role == key), self._vocabulary.default_name(key))
        level = dialect.level_of(key)
        like = next((one for one in dialect.sections if dialect.level_of(one.key) == level), None)
        if like is None:
            return Section(key, f"{'#' * level} {name}" if level != LABEL else f"**{name}**：", level == LABEL)
        *above, line = like.heading.split("\n")
        mark = label(0, line) if level == LABEL else heading(0, line)
        old = mark.name if mark is not None else line
        return Section(key, "\n".join([*above, line.replace(old, name, 1)]), like.inline)


def _ready(head: str, like: str) -> str:
    """A label that text can stand beside: with a colon, and the blank behind it that such labels have."""
    if not head.rstrip().rstrip("*").endswith((":", "：")):
        head = like if like.rstrip().rstrip("*").endswith((":", "：")) else f"{head.rstrip()}："
    return head if head[-1:].isspace() else head + like[len(like.rstrip()) :]


def _fields(one: Alone, wanted: Sequence[tuple[str, str]]) -> list[Change]:
    """Other texts for fields of other names; none comes or goes."""
    own = (PROBLEM, REPLIES, CONVERSATION, ROOT_CAUSE)
    parts = [*one.cut.loose, *(part for part in one.cut.parts if part.key not in own)]
    found = []
    for part, (_, text) in zip(parts, wanted, strict=False):
        column = part.column if part.body == part.first else 0
        body = text.replace("\r\n", "\n").strip().split("\n")
        if part.is_empty or one.lines.value(part.first, part.last, column) == "\n".join(body):
            continue
        _keep_edges(one.lines.text, part, body)
        head = one.lines.text[part.first][:column]
        found.append(Change(part.first, part.last, [head + body[0], *body[1:]]))
    return found


def _keep_edges(lines: Sequence[str], part: Part, body: list[str]) -> None:
    """Blanks around a text are no part of it: its first and last line keep theirs where they are the same otherwise, or
    where it was changed within its lines."""
    column = part.column if part.body == part.first else 0
    old = [lines[part.first][column:], *lines[part.first + 1 : part.last]]
    within = len(body) == len(old)
    if within or body[0].strip() == old[0].strip():
        body[0] = old[0][: len(old[0]) - len(old[0].lstrip())] + body[0]
    if within or body[-1].strip() == old[-1].strip():
        body[-1] += old[-1][len(old[-1].rstrip()) :]


def _removed(one: Alone, part: Part) -> Change:
    """A section without its heading; the blank lines before it go with the last one."""
    if part is not one.cut.parts[-1]:
        return Change(part.head, part.end, [])
    return Change(one.lines.trimmed(one.cut.start, part.head)[1], part.end, [])

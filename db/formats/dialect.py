"""What differs between files: the dialect of a source, as a value that can be stored with it and read back.

A plain value. How it is found out stands in `outline` and `threads`, how it is used in `tickets` and `rewriting`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from db.formats.vocabulary import LONGEST_NAME, OTHER, clean
from db.records import dataclass, field

DIALOGUE, NUMBERED, BULLETS, LINES, PARAGRAPHS, TEXT = "dialogue", "numbered", "bullets", "lines", "paragraphs", "text"
"""How a section holds turns; `TEXT`: it is one turn."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """What stands before each title: ``Q``, number, ``: ``. Without `counted` there is no number."""

    word: str
    delimiter: str
    counted: bool = True


@dataclass(frozen=True, slots=True)
class ThreadForm:
    """How the turns of a section are written."""

    kind: str = TEXT
    blank: bool = False
    """A blank line stands between turns; a numbered turn without one before it is text."""
    style: str = ""
    """Of a dialogue: how speakers are marked (a name in `threads`)."""
    customer: str = ""
    staff: str = ""
    """Of a dialogue: what stands before a turn of each."""
    pairs: bool = False
    """Of a dialogue: a numbered question with the reply indented under it."""
    sign: str = "- "
    """Of a list: bullet, or what stands behind the number."""
    whole: bool = False
    """A section is a list only when all its lines are."""
    single: bool = False
    """A turn bears its mark also where it is the only one."""


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of section of the file: `key` is the role, or the clean name of a field that is none of ours."""

    key: str
    heading: str
    """Its heading as the file writes it, one line or two."""
    inline: bool = False
    """The text begins on the line of the label."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a Markdown source is written."""

    level: int = 2
    """Number of signs before a title."""
    section_level: int = 3
    """Number of signs before a section; `lines.LABEL` for bold labels."""
    extra_levels: Mapping[str, int] = field(default_factory=dict)
    """Role -> level, where a role has another form than the rest."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Clean heading or label -> role, of all that count as structure here."""
    unknown: tuple[str, ...] = ()
    """Those of the names that no vocabulary has, but that look like sections all the same."""
    sections: tuple[Section, ...] = ()
    """In the order of the file."""
    category_label: str = "**问题分类**: "
    """What stands before a category on its line."""
    separator: str = "｜"
    """Between the names of a category."""
    bold_category: bool = True
    numbering: Numbering | None = None
    rule: str = ""
    """The sign of the rule that ends a ticket, '' where there is none."""
    after_title: int = 1
    before_heading: int = 1
    after_heading: int = 0
    """Blank lines at these places."""
    replies: ThreadForm = field(default_factory=ThreadForm)
    conversation: ThreadForm = field(default_factory=ThreadForm)
    root_cause: str = "text"
    """How root causes are written mostly: text, bullets, label, tags."""
    newline: str = "\n"

    def level_of(self, role: str) -> int:
        """The level at which headings of a role stand."""
        return self.extra_levels.get(role, self.section_level)

    def key(self, name: str) -> str | None:
        """What a heading names: a role, or its own clean name for other fields; None for no section."""
        if len(name) > LONGEST_NAME:
            return None
        known = clean(name)
        role = self.names.get(known)
        return known if role == OTHER else role

    def section(self, key: str) -> Section | None:
        """The kind of section with a key, None where the file has none."""
        return next((one for one in self.sections if one.key == key), None)

    def rank(self, key: str) -> int:
        """Place of a section in the order of the file."""
        return next((place for place, one in enumerate(self.sections) if one.key == key), len(self.sections))

    def mapping(self) -> dict[str, object]:
        """As JSON-able data: marks that have words, and under ``layout`` all that `Dialect.of` needs."""
        layout: dict[str, object] = {name: getattr(self, name) for name in type(self).__dataclass_fields__}
        layout |= {"names": dict(self.names), "extra_levels": dict(self.extra_levels)}
        layout |= {"replies": asdict(self.replies), "conversation": asdict(self.conversation)}
        layout["numbering"] = asdict(self.numbering) if self.numbering else None
        layout["sections"] = [asdict(one) for one in self.sections]
        return {**_marks(self), "layout": layout}

    @classmethod
    def of(cls, known: Mapping[str, object]) -> Dialect:
        """The dialect that `mapping` was made of; a plain one where there is no layout."""
        layout: Any = known.get("layout")
        if not isinstance(layout, Mapping):
            return cls()
        values = {name: layout[name] for name in cls.__dataclass_fields__ if name in layout}
        values["unknown"] = tuple(layout.get("unknown", ()))
        values["sections"] = tuple(Section(**one) for one in layout.get("sections", ()))
        for name in ("replies", "conversation"):
            values[name] = ThreadForm(**layout.get(name, {}))
        numbering = layout.get("numbering")
        values["numbering"] = Numbering(**numbering) if numbering else None
        return cls(**values)


def _marks(dialect: Dialect) -> dict[str, object]:
    """What `sentences.dialect` puts in words."""
    number = dialect.numbering
    said: dict[str, object] = {
        "title": "numbered" if number and number.counted else "prefixed" if number else "plain",
        "headings": "label"
        if not dialect.section_level
        else "same"
        if dialect.section_level == dialect.level
        else "sign",
        "replies": "pairs" if dialect.replies.pairs else dialect.replies.kind,
        "separator": dialect.separator.strip(),
        "category": dialect.category_label.strip(),
        "root_cause": dialect.root_cause,
        "newline": "crlf" if dialect.newline == "\r\n" else "lf",
    }
    if dialect.section("conversation") is not None:
        said["conversation"] = dialect.conversation.kind
    if not dialect.rule:
        said["rule"] = "none"
    return said

"""Tickets as other tools take them, to label or to learn from: tasks of Label Studio, lines of doccano, the card of a
dataset folder as Hugging Face reads it.

Label Studio: https://labelstud.io/guide/predictions; doccano: text classification, one JSON object a line;
Hugging Face: https://huggingface.co/docs/hub/datasets-cards.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from db.values import PATH_SEPARATOR, PROBLEM, TITLE, AnyTicket, Ticket, Turn

MODEL = "winnow"
_BREAKS = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
_SIGNS = re.compile(r"[\\|`\[\]*]|(?<!\w)_|_(?!\w)")
SHOWN = 20
"""Categories that a card lists; the others are counted together."""
_NAMES = {"customer": "customer", "staff": "staff", None: ""}


def thread_of(ticket: Ticket) -> Sequence[Turn]:
    """The conversation where there is one, else the replies."""
    return ticket.replies if ticket.conversation is None else ticket.conversation


def label_studio_task(ticket: Ticket) -> dict[str, object]:
    """A task with the labels of a ticket as a prediction: `category` is a taxonomy, `root_cause` are choices."""
    results = []
    if ticket.category:
        results.append(_result("category", "taxonomy", {"taxonomy": [list(ticket.category)]}))
    if ticket.causes:
        results.append(_result("root_cause", "choices", {"choices": list(ticket.causes)}))
    dialogue = [{"author": _NAMES[turn.speaker], "text": turn.text} for turn in thread_of(ticket)]
    data = {"title": ticket.title, "problem": ticket.problem, "dialogue": dialogue}
    place = {"source_file": ticket.source_name, "line": ticket.line, "ticket": ticket.id}
    said = [{"model_version": MODEL, "result": results}] if results else []
    return {"data": data | place, "predictions": said}


def _result(name: str, kind: str, value: Mapping[str, object]) -> dict[str, object]:
    return {"id": name, "from_name": name, "to_name": "problem", "type": kind, "value": value}


def label_studio_config(paths: Iterable[tuple[str, ...]], causes: Iterable[str]) -> str:
    """The labelling interface that these tasks are for, with the labels that they have."""
    lines = [
        "<View>",
        '  <Header value="$title"/>',
        '  <Text name="problem" value="$problem"/>',
        '  <Paragraphs name="dialogue" value="$dialogue" layout="dialogue" nameKey="author" textKey="text"/>',
        '  <Taxonomy name="category" toName="problem">',
        *_choices(sorted(set(paths)), 0, "    "),
        "  </Taxonomy>",
        '  <Choices name="root_cause" toName="problem" choice="multiple">',
        *(f"    <Choice value={_attribute(one)}/>" for one in sorted(set(causes))),
        "  </Choices>",
        "</View>",
    ]
    return "\n".join(lines) + "\n"


def _choices(paths: Sequence[tuple[str, ...]], depth: int, indent: str) -> list[str]:
    """Paths as choices within one another; they are in order, so that those of one parent follow one another."""
    lines: list[str] = []
    names = dict.fromkeys(path[depth] for path in paths if len(path) > depth)
    for name in names:
        below = [path for path in paths if len(path) > depth + 1 and path[depth] == name]
        inner = _choices(below, depth + 1, indent + "  ")
        if inner:
            lines += [f"{indent}<Choice value={_attribute(name)}>", *inner, f"{indent}</Choice>"]
        else:
            lines.append(f"{indent}<Choice value={_attribute(name)}/>")
    return lines


def _attribute(text: str) -> str:
    """As the value of an attribute. `xml.sax.saxutils` does the same, and loads http, email and ssl to be there."""
    return f'"{escape(text).translate(_BREAKS)}"'


def doccano_line(ticket: Ticket) -> dict[str, object]:
    """A document for text classification: its text, the category as label, and beside it what doccano only keeps."""
    text, parts = document(ticket.title, ticket.problem, thread_of(ticket))
    label = [PATH_SEPARATOR.join(ticket.category)] if ticket.category else []
    place = {"source_file": ticket.source_name, "line": ticket.line, "ticket": ticket.id}
    return {"text": text, "label": label, "root_causes": list(ticket.causes), PARTS: parts} | place


PARTS = "parts"
"""Where the fields of a ticket stand in its document, as [name, first, last]; a turn has its speaker for a name."""


def document(title: str, problem: str, turns: Sequence[Turn]) -> tuple[str, list[list[object]]]:
    """A ticket as one text, and its parts."""
    text, parts = "", list[list[object]]()
    for name, said in ((TITLE, title), (PROBLEM, problem)):
        if said:
            text += "\n\n" * bool(text)
            parts.append([name, len(text), len(text) + len(said)])
            text += said
    gap = "\n\n" if text else ""
    for turn in turns:
        name = _NAMES[turn.speaker]
        text += gap + (f"{name}: " if name else "")
        parts.append([name, len(text), len(text) + len(turn.text)])
        text += turn.text
        gap = "\n"
    return text, parts


class Card:
    """The card of a dataset folder, counted while its files are written."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._files: dict[str, tuple[str, int]] = {}
        self._categories: Counter[str] = Counter()
        self._sides: list[str] = []

    def add_file(self, split: str, path: str, tickets: int) -> None:
        """A file of the folder, and how many tickets are in it."""
        self._files[split] = (path, tickets)

    def tell_sides(self, by_sources: bool, across: int) -> None:
        """Say what is kept in one split, and how many families of long canned replies are not."""
        self._sides = ["Each source file is whole in one split." if by_sources else _SIDES]
        if across:
            why = "" if by_sources else ", as too many tickets hold them, or hang together by them"
            self._sides.append(f"Long canned replies in more than one split{why}: {across:,}.")
        self._sides.append("")

    def count(self, tickets: Iterable[AnyTicket]) -> None:
        """Tickets that are written."""
        self._categories.update([PATH_SEPARATOR.join(ticket.category) for ticket in tickets])

    @property
    def tickets(self) -> int:
        """How many were counted."""
        return self._categories.total()

    def text(self) -> str:
        """The whole README.md; names are quoted, so that none is taken for YAML."""
        total = sum(n for _, n in self._files.values())
        listed = [f"  - split: {_quoted(split)}\n    path: {_quoted(path)}" for split, (path, _) in self._files.items()]
        head = ["---", f"pretty_name: {_quoted(self._name)}", "task_categories:", "- text-classification"]
        head += [f"size_categories:\n- {_size(total)}", "configs:", "- config_name: default", "  data_files:", *listed]
        rows = [f"| {escaped(split)} | {n:,} |" for split, (_, n) in self._files.items()]
        common = self._categories.most_common(SHOWN)
        others = len(self._categories) - len(common)
        labels = [f"| {escaped(name) or '(none)'} | {n:,} |" for name, n in common]
        if others:
            labels.append(f"| {others:,} others | {sum(self._categories.values()) - sum(n for _, n in common):,} |")
        body = [f"# {escaped(self._name)}", "", f"{total:,} customer-service tickets.", ""]
        body += ["| split | tickets |", "|---|---|", *rows, "", *self._sides]
        body += [f"{len(self._categories):,} categories:", "", "| category | tickets |", "|---|---|", *labels, ""]
        return "\n".join([*head, "---", "", *body, _FIELDS])


_SIDES = """Tickets of nearly the same title and problem are in one split, and so are those that hold the same long
canned reply, or nearly the same."""
_FIELDS = """Each ticket has: `title`, `category` (a path), `problem`, `replies` and `conversation` (turns of `speaker`
and `text`), `root_cause` (its text) and `root_causes` (tags), `fields` (pairs of name and text), `status`, `note`,
`edited` (the fields that a reviewer changed), `source_file` and `line` (where it was read), `number`, `category_raw`
and `id`.
"""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def escaped(text: str) -> str:
    """A name as text of Markdown, in a line or a cell of a table: none becomes a link, a picture, HTML or a column."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;")


def _size(total: int) -> str:
    """As Hugging Face names sizes."""
    below = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
    return next((name for most, name in below if total < most), "1M<n<10M")

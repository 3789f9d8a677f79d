"""A query in words, for the status bar. Its pieces are translated one by one, then joined in the order of the query."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from db.marking import QT_TRANSLATE_NOOP
from db.search.fields import EXACT
from db.search.query import And, Clause, Field, Node, Not, Or, Query, Text
from db.values import PATH_SEPARATOR

Translate = Callable[[str], str]


ALL = QT_TRANSLATE_NOOP("db", "all tickets")
WORDS = QT_TRANSLATE_NOOP("db", "containing “{value}”")
NEGATION = QT_TRANSLATE_NOOP("db", "not {value}")
OR = QT_TRANSLATE_NOOP("db", "{first} or {second}")
AND = QT_TRANSLATE_NOOP("db", "{first} and {second}")
COMMA = QT_TRANSLATE_NOOP("db", "{first}, {second}")
EXACTLY = QT_TRANSLATE_NOOP("db", "exactly {value}")
WITHOUT_WORDS = QT_TRANSLATE_NOOP("db", "without “{value}”")

FIELDS: Mapping[str, str] = {
    "cat": QT_TRANSLATE_NOOP("db", "{value}"),
    "cause": QT_TRANSLATE_NOOP("db", "root cause {value}"),
    "source": QT_TRANSLATE_NOOP("db", "from {value}"),
    "by": QT_TRANSLATE_NOOP("db", "edited by {value}"),
    "finding": QT_TRANSLATE_NOOP("db", "with the finding {value}"),
    "id": QT_TRANSLATE_NOOP("db", "ticket {value}"),
    "re": QT_TRANSLATE_NOOP("db", "matching {value}"),
    "family": QT_TRANSLATE_NOOP("db", "with the canned reply {value}"),
    "replies": QT_TRANSLATE_NOOP("db", "replies {value}"),
    "len": QT_TRANSLATE_NOOP("db", "length {value}"),
}
CHOICES: Mapping[tuple[str, str], str] = {
    ("is", "unreviewed"): QT_TRANSLATE_NOOP("db", "unreviewed"),
    ("is", "reviewed"): QT_TRANSLATE_NOOP("db", "reviewed"),
    ("is", "flagged"): QT_TRANSLATE_NOOP("db", "flagged"),
    ("is", "excluded"): QT_TRANSLATE_NOOP("db", "excluded"),
    ("is", "edited"): QT_TRANSLATE_NOOP("db", "edited"),
    ("is", "parked"): QT_TRANSLATE_NOOP("db", "parked"),
    ("is", "finding"): QT_TRANSLATE_NOOP("db", "with a finding"),
    ("is", "canned"): QT_TRANSLATE_NOOP("db", "with a canned reply"),
    ("is", "duplicate"): QT_TRANSLATE_NOOP("db", "with a duplicate"),
    ("is", "outside"): QT_TRANSLATE_NOOP("db", "with a label that may not be"),
    ("has", "note"): QT_TRANSLATE_NOOP("db", "with a note"),
    ("has", "conversation"): QT_TRANSLATE_NOOP("db", "with a conversation"),
    ("has", "cause"): QT_TRANSLATE_NOOP("db", "with a root cause"),
    ("has", "category"): QT_TRANSLATE_NOOP("db", "with a category"),
    ("has", "replies"): QT_TRANSLATE_NOOP("db", "with replies"),
    ("finding", "section.missing"): QT_TRANSLATE_NOOP("db", "with a missing section"),
    ("finding", "section.empty"): QT_TRANSLATE_NOOP("db", "with an empty section"),
    ("finding", "reply.empty"): QT_TRANSLATE_NOOP("db", "without a recorded reply"),
    ("finding", "reply.stand_in"): QT_TRANSLATE_NOOP("db", "with a stand-in for a reply"),
    ("finding", "ticket.cut"): QT_TRANSLATE_NOOP("db", "cut off"),
    ("finding", "category.missing"): QT_TRANSLATE_NOOP("db", "without a category line"),
    ("finding", "category.unsorted"): QT_TRANSLATE_NOOP("db", "with one category for all"),
    ("finding", "heading.unknown"): QT_TRANSLATE_NOOP("db", "with an unknown heading"),
    ("finding", "heading.repeated"): QT_TRANSLATE_NOOP("db", "with a repeated heading"),
    ("finding", "text.lost"): QT_TRANSLATE_NOOP("db", "with a reply that lost its beginning"),
    ("finding", "bytes.undecodable"): QT_TRANSLATE_NOOP("db", "with bytes that are no text"),
    ("finding", "problem.doubled"): QT_TRANSLATE_NOOP("db", "with the problem twice"),
    ("finding", "conflict"): QT_TRANSLATE_NOOP("db", "with a conflict"),
}
WITHOUT: Mapping[tuple[str, str], str] = {
    ("has", "note"): QT_TRANSLATE_NOOP("db", "without a note"),
    ("has", "conversation"): QT_TRANSLATE_NOOP("db", "without a conversation"),
    ("has", "cause"): QT_TRANSLATE_NOOP("db", "without a root cause"),
    ("has", "category"): QT_TRANSLATE_NOOP("db", "without a category"),
    ("has", "replies"): QT_TRANSLATE_NOOP("db", "without replies"),
    ("is", "finding"): QT_TRANSLATE_NOOP("db", "without a finding"),
    ("is", "canned"): QT_TRANSLATE_NOOP("db", "without a canned reply"),
    ("is", "duplicate"): QT_TRANSLATE_NOOP("db", "without a duplicate"),
    ("is", "outside"): QT_TRANSLATE_NOOP("db", "with no label that may not be"),
}
SIGNS = ((">=", "≥ "), ("<=", "≤ "), (">", "> "), ("<", "< "), ("..", "–"))


def _same(text: str) -> str:
    return text


def describe(query: Query, translate: Translate = _same) -> str:
    """What a query shows, in words: ``CDN｜证书问题, containing “上传”, not reviewed``."""
    if not query:
        return translate(ALL)
    return _join(COMMA, [_node(part, translate, within=len(query.parts) > 1) for part in query.parts], translate)


def describe_clause(clause: Clause, translate: Translate = _same) -> str:
    """What one chip means, in words."""
    return _node(clause.node, translate)


def _node(node: Node, translate: Translate, within: bool = False) -> str:
    if isinstance(node, Text):
        return translate(WORDS).format(value=node.value)
    if isinstance(node, Field):
        return _field(node, translate)
    if isinstance(node, Not):
        return _without(node.node, translate)
    inner = [_node(one, translate, within=True) for one in node.nodes]
    text = _join(AND if isinstance(node, And) else OR, inner, translate)
    return f"({text})" if within and isinstance(node, Or) else text


def _without(node: Node, translate: Translate) -> str:
    if isinstance(node, Text):
        return translate(WITHOUT_WORDS).format(value=node.value)
    if isinstance(node, Field) and (node.name, node.value) in WITHOUT:
        return translate(WITHOUT[node.name, node.value])
    inner = _node(node, translate)
    return translate(NEGATION).format(value=f"({inner})" if isinstance(node, And | Or) else inner)


def _field(node: Field, translate: Translate) -> str:
    if (node.name, node.value) in CHOICES:
        return translate(CHOICES[node.name, node.value])
    if node.name in ("cat", "cause", "source") and node.value.startswith(EXACT):
        named = translate(FIELDS[node.name]).format(value=node.value.removeprefix(EXACT))
        return translate(EXACTLY).format(value=named)
    value = node.value.replace("|", PATH_SEPARATOR) if node.name == "cat" else node.value
    if node.name in ("replies", "len"):
        for sign, shown in SIGNS:
            value = value.replace(sign, shown, 1) if sign in value and shown not in value else value
    return translate(FIELDS[node.name]).format(value=value)


def _join(template: str, pieces: list[str], translate: Translate) -> str:
    text = pieces[0]
    for piece in pieces[1:]:
        text = translate(template).format(first=text, second=piece)
    return text

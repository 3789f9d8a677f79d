"""Every code that the library says has a sentence, and every sentence can be said with the data that comes with it."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import sentences
from db.deeds import DEEDS
from db.errors import EditError
from db.sentences import ONES, TEMPLATES
from db.values import Finding, Status, Summary

DB = Path(__file__).resolve().parents[2] / "db"
SAYERS = {"Summary": "", "Finding": "finding.", "Step": "stage."}
ERRORS = {"UserError", "SourceError", "ReviewError", "EditError", "QueryError", "ExportError"}
WORDS = {"field_words": "field", "status_words": "status", "of": "of", "parts": "parts"}


SEVERAL = {"labels.merged.several", "canned.one_family", "proposal.holding", "proposal.keep"}
"""Said only of more than one label, family or use."""


def said() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where, which code, and the names of its data where they stand there."""
    for file in DB.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
                continue
            first, name = node.args[0], node.func.id
            if name not in ERRORS | SAYERS.keys() or not isinstance(first, ast.Constant) or not first.value:
                continue
            given = {one.arg for one in node.keywords if one.arg} if name in ERRORS else None
            if any(one.arg is None for one in node.keywords) or name == "SourceError":
                given = None  # data is added on the way
            yield f"{file.name}:{node.lineno}", SAYERS.get(name, "") + str(first.value), given


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_code_has_a_sentence() -> None:
    codes = list(said())
    assert len(codes) > 60
    assert [one for one in codes if one[1] not in TEMPLATES] == []


def test_errors_bring_the_data_of_their_sentences() -> None:
    missing = [
        (where, code, fields(TEMPLATES[code]) - given)
        for where, code, given in said()
        if given is not None and {WORDS.get(name, name) for name in fields(TEMPLATES[code])} - given
    ]
    assert missing == []


@pytest.mark.parametrize("status", Status)
def test_words_of_a_status(status: Status) -> None:
    summary = Summary("edit.status", {"status": status.word, "n": 3})
    assert sentences.summary(summary) == f"Marked 3 tickets as {status.word}"


def test_one_and_many_and_none() -> None:
    assert sentences.summary(Summary("edit.note", {"n": 1, "value": "x"})) == "Wrote a note"
    assert sentences.summary(Summary("edit.note", {"n": 2, "value": "x"})) == "Wrote a note on 2 tickets"
    assert sentences.summary(Summary("edit.category.none", {"n": 2})) == "Took the category off 2 tickets"


@pytest.mark.parametrize(
    "code", [one for one in sorted(DEEDS.keys() - SEVERAL) if not one.endswith(tuple(ONES.values()))]
)
def test_one_is_never_many(code: str) -> None:
    data: dict[str, object] = dict.fromkeys(fields(TEMPLATES[code]), "x")
    data |= dict.fromkeys(ONES, 1) | {"of": {"code": "undo.nothing", "data": {}}}
    words = sentences.sentence(code, data)
    assert not re.search(r"\b1 \w+s\b", words), words


def test_of_several_numbers_each_may_be_one() -> None:
    def merged(n: int, labels: int) -> str:
        return sentences.summary(Summary("labels.merged", {"n": n, "labels": labels, "value": "甲"}))

    assert merged(2, 3) == "3 labels became 甲 on 2 tickets"
    assert merged(2, 1) == "A label became 甲 on 2 tickets"
    assert merged(1, 3) == "3 labels became 甲 on one ticket"
    assert merged(1, 1) == "A label became 甲 on one ticket"


def test_an_action_within_an_action() -> None:
    of = {"code": "edit.status", "data": {"status": "flagged", "n": 2}}
    assert sentences.summary(Summary("undo", {"of": of})) == "Undone: Marked 2 tickets as flagged"


def test_fields_are_called_by_their_words() -> None:
    words = sentences.error(EditError("edit.not_held", field="root_cause", ticket=7))
    assert words.startswith("The root cause of ticket 7 cannot be that")
    assert sentences.finding(Finding("section.missing", 3, None, {"field": "replies"})).endswith("replies is missing.")


def test_every_sentence_is_translated_by_the_same_door() -> None:
    def shout(text: str) -> str:
        return text.upper().replace("{FIELD_WORDS}", "{field_words}").replace("{TICKET}", "{ticket}")

    words = sentences.error(EditError("edit.not_held", field="title", ticket=7), shout)
    assert words.startswith("THE TITLE OF TICKET 7")


def test_a_dialect_in_words() -> None:
    assert sentences.dialect({}) == ""
    known = {"title": "numbered", "separator": ">", "newline": "crlf", "unknown mark": 3}
    assert sentences.dialect(known) == "Dialect: numbered titles, its names joined by “>”, Windows line ends."


def test_a_table_in_words() -> None:
    columns = [
        ["主题", "title", "text"],
        ["回复1", "replies", "text"],
        ["回复2", "replies", "text"],
        ["x", "status", ""],
    ]
    words = "A table. Title: 主题; Replies: 回复1, 回复2; status: x."
    assert sentences.dialect({"table": {"columns": columns}}) == words

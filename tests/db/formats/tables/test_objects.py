"""JSON of any shape and JSONL of any keys: what is read of it, what an edit changes, and JSON that breaks off."""

from __future__ import annotations

import json
from typing import Any

import pytest

from db.formats import Asked
from db.formats.tables.plan import Plan
from db.values import Record, Turn
from tests.db.formats.tables.making import ROWS, dumped, lines, listed, read, refused, write

SHAPES = {
    "objects": ("a.json", dumped(ROWS)),
    "indented": ("a.json", dumped(ROWS, indent=4)),
    "tight": ("a.json", dumped(ROWS, separators=(",", ":"))),
    "within": ("a.json", json.dumps({"ok": 1, "data": {"rows": ROWS, "n": 3}, "z": []}, ensure_ascii=False).encode()),
    "named": ("a.json", json.dumps({f"k{n}": row for n, row in enumerate(ROWS)}, ensure_ascii=False).encode()),
    "lists": ("a.json", json.dumps(listed(), ensure_ascii=False).encode()),
    "lines": ("a.jsonl", lines(ROWS)),
    "lines of another name": ("a.txt", lines(ROWS)),
    "escaped": ("a.json", json.dumps(ROWS).encode()),
    "gb18030": ("a.json", json.dumps(ROWS, ensure_ascii=False).encode("gb18030")),
    "utf-16": ("a.json", json.dumps(ROWS, ensure_ascii=False, indent=1).encode("utf-16")),
    "with a mark": ("a.json", dumped(ROWS, indent=2).decode().encode("utf-8-sig")),
}
EDITS: dict[int, dict[str, Any]] = {
    0: {"title": "新标题", "problem": '一"二",三\n四'},
    1: {"category": ("甲", "乙"), "replies": (Turn("staff", "换了"),)},
    2: {"root_cause": "丙"},
}


def said(records: list[Record]) -> list[tuple[object, ...]]:
    """What tickets say, wherever they stand."""
    return [(one.title, one.category, one.problem, one.replies, one.root_cause, one.fields) for one in records]


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_is_read(shape: str) -> None:
    name, data = SHAPES[shape]
    reading, records = read(data, name)
    assert reading.format == "json"
    assert [one.title for one in records] == [row["主题"] for row in ROWS]
    assert [one.problem for one in records] == [row["问题描述"] for row in ROWS]
    assert records[0].category == ("网盘", "预览")
    assert records[2].fields[-1] == ("渠道", "电话")
    for record, row in zip(records, ROWS, strict=True):
        start, end = record.spans["ticket"]
        value = json.loads(data[start:end].decode(reading.encoding.codec))
        assert (value if shape != "lists" else dict(zip(ROWS[0], value, strict=True))) == row
        assert record.line == data[:start].decode(reading.encoding.codec).count("\n") + 1


@pytest.mark.parametrize("shape", SHAPES)
def test_an_edit_changes_its_values_and_nothing_else(shape: str) -> None:
    name, data = SHAPES[shape]
    codec = read(data, name)[0].encoding.codec
    new, problems = write(data, name, EDITS)
    assert problems == []
    after = said(read(new, name)[1])
    before = said(read(data, name)[1])
    assert after[0][0] == "新标题"
    assert after[0][2] == '一"二",三\n四'
    assert after[1][1] == ("甲", "乙")
    assert after[1][3] == (Turn("staff", "换了"),)
    assert after[2] == (*before[2][:4], "丙", before[2][5])
    # with the old values put back, it is the old file
    back: dict[int, dict[str, Any]] = {
        0: {"title": ROWS[0]["主题"], "problem": ROWS[0]["问题描述"]},
        1: {"category": ("CDN", "访问"), "replies": (Turn("staff", "请稍等"),)},
        2: {"root_cause": ""},
    }
    assert write(new, name, back)[0].decode(codec) == data.decode(codec)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("gone", [(0,), (1,), (2,), (0, 1), (1, 2), (0, 2)])
def test_what_is_left_out_takes_its_comma(shape: str, gone: tuple[int, ...]) -> None:
    name, data = SHAPES[shape]
    new, _ = write(data, name, dict.fromkeys(gone))
    assert [one.title for one in read(new, name)[1]] == [row["主题"] for n, row in enumerate(ROWS) if n not in gone]


def test_nested_names_are_columns_and_messages_a_thread() -> None:
    row = {
        "id": 7,
        "meta": {"subject": "打不开", "category": ["网盘", "预览"], "more": {"n": 1.5, "ok": True, "none": None}},
        "messages": [
            {"role": "user", "content": "在吗", "at": 3},
            {"role": "assistant", "content": "在的", "at": 4},
            {"role": "system", "content": "结束"},
        ],
        "tags": ["a", "b"],
    }
    data = lines([row])
    [one] = read(data, "a.jsonl")[1]
    assert (one.title, one.category) == ("打不开", ("网盘", "预览"))
    assert one.replies == (Turn("customer", "在吗"), Turn("staff", "在的"), Turn(None, "结束"))
    assert one.fields == (("id", "7"), ("meta.more.n", "1.5"), ("meta.more.ok", "true"), ("tags", '["a", "b"]'))
    thread = (Turn("customer", "在吗"), Turn("staff", "在的呢"), Turn(None, "结束"))
    fields = (("id", "8"), *one.fields[1:])
    new, problems = write(data, "a.jsonl", {0: {"replies": thread, "category": ("网盘",), "fields": fields}})
    assert problems == []
    row["messages"][1]["content"] = "在的呢"  # type: ignore[index]
    row["meta"]["category"] = ["网盘"]  # type: ignore[index]
    assert json.loads(new) == row | {"id": 8}
    longer = (*one.replies, Turn("staff", "再见"))
    new, problems = write(data, "a.jsonl", {0: {"replies": longer}})
    assert (json.loads(new)["messages"][3], problems) == ({"role": "assistant", "content": "再见"}, [])


def test_keys_that_come_late_are_fields() -> None:
    rows = [{"title": f"第 {n}", "question": "怎么办"} for n in range(2500)]
    rows[-1] |= {"late": "晚", "题外": {"a": 1}}  # type: ignore[dict-item]
    assert read(lines(rows), "a.jsonl")[1][-1].fields == (("late", "晚"), ("题外.a", "1"))


def test_lines_that_are_no_rows_are_told_and_stay() -> None:
    data = lines(ROWS) + b'{"broken\n[1]\n' + lines(ROWS[:1])
    reading, records = read(data, "a.jsonl")
    assert len(records) == 4
    assert [(one.code, one.line) for one in reading.findings] == [("line.not_json", 4), ("line.not_json", 5)]
    assert write(data, "a.jsonl", {3: {}})[0] == data


def test_our_own_form_stays_our_own() -> None:
    own = lines([{"title": "甲", "problem": "乙", "status": "flagged"}])
    assert read(own, "a.jsonl")[0].format == "jsonl"
    other = lines([{"title": "甲", "problem": "乙", "渠道": "网页"}])
    assert read(other, "a.jsonl")[0].format == "json"
    assert read(other, "a.jsonl", Asked(own=True))[0].format == "jsonl"


def test_label_studio_of_others() -> None:
    def result(name: str, kind: str, value: object) -> dict[str, object]:
        return {"from_name": name, "to_name": "text", "type": kind, "value": {kind: value}}

    tasks = [
        {
            "id": 1,
            "data": {"text": "图片打不开", "title": "打不开"},
            "annotations": [
                {"was_cancelled": True, "result": [result("category", "choices", ["错"])]},
                {"result": [result("category", "taxonomy", [["网盘", "预览"]]), result("情绪", "choices", ["急"])]},
            ],
            "predictions": [{"result": [result("category", "choices", ["猜"])]}],
        },
        {"id": 2, "data": {"text": "慢", "title": "慢"}, "annotations": [], "predictions": []},
    ]
    data = dumped(tasks, indent=2)
    [one, two] = read(data, "a.json")[1]
    assert (one.title, one.problem, one.category) == ("打不开", "图片打不开", ("网盘", "预览"))
    assert ("labels.情绪", '["急"]') in one.fields
    assert two.category == ()
    new, problems = write(data, "a.json", {0: {"category": ("网盘", "挂载")}, 1: {"category": ("网盘",)}})
    assert problems == ["category"]  # there is no annotation to say it in
    tasks[0]["annotations"][1]["result"][0]["value"]["taxonomy"] = [["网盘", "挂载"]]  # type: ignore[index]
    assert json.loads(new) == tasks


def test_doccano_of_others() -> None:
    data = lines(
        [{"id": 1, "text": "打不开\n图片打不开", "label": ["网盘｜预览"]}, {"id": 2, "text": "慢", "label": []}]
    )
    [one, two] = read(data, "all.jsonl")[1]
    assert (one.title, one.problem, one.category, two.category) == (
        "打不开",
        "打不开\n图片打不开",
        ("网盘", "预览"),
        (),
    )
    new, problems = write(data, "all.jsonl", {0: {"category": ("甲", "乙")}, 1: {"category": ("丙", "丁")}})
    assert problems == []
    assert [json.loads(line)["label"] for line in new.splitlines()] == [["甲｜乙"], ["丙｜丁"]]
    assert write(data, "all.jsonl", {0: {"title": "没有这一列"}}) == (data, ["title"])


@pytest.mark.parametrize(
    ("name", "spans"),
    [
        ("label", [[0, 2, "产品"], [3, 5, "问题"]]),
        ("label", [{"start": 0, "end": 2, "text": "网盘", "labels": ["产品"]}]),
        ("entities", [{"id": 4, "label": "产品", "start_offset": 0, "end_offset": 2}]),
    ],
)
def test_places_in_a_text_are_no_category(name: str, spans: Any) -> None:
    data = lines([{"id": 1, "text": "网盘打不开", name: spans}, {"id": 2, "text": "慢", name: []}])
    [one, two] = read(data, "all.jsonl")[1]
    assert (one.problem, one.category, one.replies) == ("网盘打不开", (), ())
    assert (one.fields[-1], two.fields) == ((name, json.dumps(spans, ensure_ascii=False)), (("id", "2"),))
    fields = (*one.fields[:-1], (name, json.dumps(spans * 2, ensure_ascii=False)))
    new, problems = write(data, "all.jsonl", {0: {"fields": fields}})
    assert (json.loads(new.splitlines()[0])[name], problems) == (spans * 2, [])


def test_places_in_a_text_stay_where_others_have_a_category() -> None:
    rows = [{"text": f"第 {n}", "label": ["网盘｜预览"]} for n in range(300)]
    data = lines([*rows, {"text": "慢", "label": [[0, 1, "问题"]]}])
    one = read(data, "all.jsonl")[1][-1]
    assert (one.category, one.category_raw) == ((), '[[0, 1, "问题"]]')
    assert write(data, "all.jsonl", {300: {"category": ("甲",)}}) == (data, ["category"])


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('[{"title": "a"}, {"title": "b"', 1, 31),
        ('[\n{"title": "a"},\n{"title": "b"},\n', 4, 1),
        ('[\n{"title": "a"}\n{"title": "b"}\n]', 3, 1),
        ('{"data": [{"title": "a"},\n {"title": "b', 2, 12),
        ('[{"title": "a"}] x', 1, 18),
        ("[" * 100_000, 1, 1),
    ],
)
def test_json_that_breaks_off(text: str, line: int, column: int) -> None:
    error = refused(text.encode(), "a.json")
    if error.code != "table.no_rows" or column != 1:
        assert (error.code, error.data["line"]) == ("table.json_broken", line)
        assert abs(int(str(error.data["column"])) - column) <= 1


def test_json_without_rows() -> None:
    for text in ("[1, 2]", "[]", '{"a": 1}', "7", '{"a": {"b": [1]}}'):
        assert refused(text.encode(), "a.json").code in ("table.no_rows", "table.no_title", "table.json_broken")


def ticket(title: str) -> dict[str, Any]:
    """A ticket as an object."""
    return {"标题": title, "问题": f"{title}怎么办"}


MESSAGES = [{"role": "user", "content": "在吗"}, {"role": "agent", "content": "在"}]
ERRORS = [{"code": 1}, {"code": 2}, {"code": 3}]


@pytest.mark.parametrize(
    ("value", "titles", "told"),
    [
        ({"meta": {"v": 1}, "data": {"tickets": [ticket("甲"), ticket("乙")]}}, "甲乙", []),
        ({"meta": {"n": 1}, "data": {"n": 2, "m": 3, "rows": [ticket("甲")]}}, "甲", []),
        ({"errors": ERRORS, "tickets": [ticket("甲"), ticket("乙")]}, "甲乙", [("unread", "errors")]),
        ({"tickets": [ticket("甲")], "log": {"errors": ERRORS}}, "甲", [("unread", "log.errors")]),
        ({"open": [ticket("甲"), ticket("乙")], "closed": [ticket("丙")]}, "甲乙丙", [("together", "closed")]),
        ({"北": {"组": "a", "工单": [ticket("甲")]}, "南": {"组": "b", "工单": [ticket("乙")]}}, "甲乙", None),
        ({"a": ticket("甲") | {"messages": MESSAGES}, "b": ticket("乙") | {"messages": MESSAGES}}, "甲乙", []),
        ({"a": ticket("甲"), "b": ticket("乙") | {"x": 1, "y": 2, "z": 3}}, "甲乙", []),
        ({"data": {"a": ticket("甲"), "b": ticket("乙")}, "n": 2}, "甲乙", []),
    ],
)
def test_tickets_are_found_and_what_is_not_read_is_told(value: Any, titles: str, told: Any) -> None:
    data = json.dumps(value, ensure_ascii=False, indent=1).encode()
    reading, records = read(data, "a.json")
    assert "".join(one.title for one in records) == titles
    found = [(one.code.removeprefix("table."), one.data["name"]) for one in reading.findings]
    assert told is None or found == told
    for one in reading.findings:
        name = str(one.data["name"]).rpartition(".")[2]
        assert one.line is not None
        assert f'"{name}"' in data.decode().splitlines()[one.line - 1]
    new, problems = write(data, "a.json", {len(titles) - 1: {"title": "新"}})
    assert problems == []
    assert new.decode() == data.decode().replace(f'"{titles[-1]}"', '"新"')


@pytest.mark.parametrize("gone", [(0,), (2,), (0, 1), (1, 2), (0, 1, 2)])
def test_what_is_left_out_of_lists_that_are_one_table(gone: tuple[int, ...]) -> None:
    held = {"open": [ticket("甲"), ticket("乙")], "closed": [ticket("丙")]}
    new, _ = write(json.dumps(held, ensure_ascii=False).encode(), "a.json", dict.fromkeys(gone))
    stays = [one for number, one in enumerate("甲乙丙") if number not in gone]
    wanted = {name: [one for one in rows if one["标题"] in stays] for name, rows in held.items()}
    assert json.loads(new) == wanted


def test_columns_that_somebody_speaks_of_say_which_list_it_is() -> None:
    data = json.dumps({"甲": [{"名": "一", "话": "二"}], "乙": [{"标题": "三", "问题": "四"}]}).encode()
    assert [one.title for one in read(data, "a.json")[1]] == ["三"]
    assert [one.title for one in read(data, "a.json", Asked((("title", ("名",)),)))[1]] == ["一"]


@pytest.mark.parametrize("way", [list, lambda cells: {str(n): cell for n, cell in enumerate(cells)}])
def test_a_list_a_column_is_refused(way: Any) -> None:
    held = {"标题": way(["甲", "乙"]), "问题": way(["一", "二"])}
    for value in (held, {"data": held}):
        assert refused(json.dumps(value).encode(), "a.json").code == "table.columns"


@pytest.mark.parametrize(
    ("name", "text", "key", "line"),
    [
        ("a.jsonl", '{"标题": "一", "问": "x"}\n{"标题": "甲", "问": "y", "标题": "乙"}\n', "标题", 2),
        ("a.jsonl", '{"标题" : "甲", "more": {"x" : 1, "x" : 2}}\n', "x", 1),
        ("a.json", '[\n{"标题": "说\\":", "问题": "y"},\n{"标题": "甲", "标题": "乙"}]', "标题", 3),
        ("a.json", '{"rows": [],\n"rows": [{"标题": "甲"}]}', "rows", 1),
    ],
)
def test_a_key_that_stands_twice_is_told(name: str, text: str, key: str, line: int) -> None:
    reading, _ = read(text.encode(), name)
    assert [(one.code, one.line, one.data["key"]) for one in reading.findings] == [("table.doubled", line, key)]


def test_half_a_character_is_one_sign() -> None:
    for data in (b'{"title": "a\\ud800b", "x": 1}\n', b'{"title": "a\\ud800b"}\n'):
        [one] = read(data, "a.jsonl")[1]
        assert one.title == "a\ufffdb"


def test_one_object_is_one_ticket() -> None:
    data = b'{"title": "a", "problem": "b"}\n'
    [one] = read(data, "one.json", Asked(own=False))[1]
    assert one.title == "a"
    plan = Plan.of(read(b'{\n"title": "a",\n"problem": "b",\n"x": 1}', "one.json")[0].dialect)
    assert plan is not None
    assert plan.layout.shape == "one"

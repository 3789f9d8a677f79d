"""JSON that is nested deeper than any program reads it is no crash: a finding, or no ticket file."""

from __future__ import annotations

import pytest

from db.errors import SourceError
from db.formats import load_vocabulary, read_bytes


@pytest.mark.parametrize("deep", [500, 5_000, 100_000])
@pytest.mark.parametrize("name", ["a.md", "a.jsonl"])
def test_a_file_of_deep_json(deep: int, name: str) -> None:
    line = '{"title": "深", "problem": "\\u6df1", "other": ' + "[" * deep + "]" * deep + "}\n"
    with pytest.raises(SourceError, match=r"no_(tickets|objects)"):
        list(read_bytes(line.encode() if deep > 500 else b"{\n", name, load_vocabulary()).records)
    sound = '{"title": "浅"}\n'
    found = list(read_bytes((sound + line).encode(), name, load_vocabulary()).records)
    assert [one.title for one in found][:1] == ["浅"]

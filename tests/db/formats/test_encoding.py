"""Encodings of source files: found out, decoded line by line where damaged, and no two lines ever mixed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import SourceError
from db.formats.encoding import GB18030, UTF8, UTF16_BE, UTF16_LE, Encoding, byte_lines, decode, detect, read
from tests.db.formats import files, invented
from tests.db.formats.every_shape import SHAPES
from tests.db.formats.shapes import Shape, meant, render
from tests.db.formats.test_read_shapes import found

ALL = [
    Encoding(UTF8),
    Encoding(UTF8, bom=True),
    Encoding(GB18030),
    Encoding(UTF16_LE),
    Encoding(UTF16_BE),
    Encoding(UTF16_LE, bom=True),
    Encoding(UTF16_BE, bom=True),
]
each_encoding = pytest.mark.parametrize("encoding", ALL, ids=lambda one: one.codec + "+bom" * one.bom)


def encoded(text: str, encoding: Encoding) -> bytes:
    """A file of a text."""
    return encoding.mark + encoding.encode(text)


@each_encoding
@pytest.mark.parametrize("shape", SHAPES[::5], ids=lambda shape: shape.name)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tickets_are_the_same_in_any_encoding(shape: Shape, encoding: Encoding, end: str) -> None:
    tickets = invented.tickets(12)
    text = render(shape, tickets).replace("\n", end)
    reading, records = files.read(encoded(text, encoding))
    assert reading.encoding == encoding
    assert found(records) == meant(shape, tickets)
    for one in records:
        start, stop = one.spans["problem"]
        assert text[start:stop].strip() == one.problem


@each_encoding
def test_a_file_may_end_anywhere(encoding: Encoding) -> None:
    data = encoded(render(SHAPES[0], invented.tickets(8)), encoding)
    for size in range(len(data) - 40, len(data)):
        reading, records = files.read(data[:size])
        assert reading.encoding == encoding
        assert len(records) == 8


@each_encoding
def test_odd_characters_pass(encoding: Encoding) -> None:
    text = "a\u00a0\u3000\ufeff\u200b😀ā\x0b\x85\u2028\r中"
    special = files.ticket(problem=f"x{text}x")
    assert files.read(encoded(files.among(special), encoding))[1][3].problem == f"x{text}x"


@pytest.mark.parametrize("codec", [UTF8, GB18030])
def test_damage_stays_within_its_line(codec: str) -> None:
    lines = ["中文一", "中文二", "中文三", "中文四", ""]
    data = "\n".join(lines).encode(codec)
    broken = data.replace("二".encode(codec), b"\x81")  # in GB18030 it would take the next byte with it
    text, damaged = decode(broken, Encoding(codec))
    assert damaged == (2,)
    assert text.split("\n")[0::2] == lines[0::2]
    assert text.count("\n") == 4


@pytest.mark.parametrize("codec", [UTF8, GB18030])
def test_some_damage_does_not_change_the_encoding(codec: str) -> None:
    lines = [f"第 {n} 行中文的内容" for n in range(40)]
    data = "\n".join(lines).encode(codec).replace("第 7 行".encode(codec), b"\xff\xff")
    encoding, text, damaged = read(data, "a.md")
    assert (encoding.codec, damaged) == (codec, (8,))
    assert text.split("\n")[8:] == lines[8:]


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01\x00" + b"\0\1\2\3" * 100,
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(7, 200)) * 9,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(50)) * 9,
        b"\x01\x02\x03" * 50,
        b"".join(bytes([0xFF, n]) + b"\n" for n in range(128, 250)),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read(data, "a.bin")
    assert (caught.value.code, caught.value.data["file"]) == ("source.not_text", "a.bin")


@pytest.mark.parametrize("codec", ["utf-32", "utf-32-le", "utf-32-be"])
def test_utf_32_is_called_so(codec: str) -> None:
    with pytest.raises(SourceError, match="utf_32"):
        read("# 工单\n\n## 图片打不开\n".encode(codec), "a.md")


def test_a_nul_byte_in_a_text_is_told_with_its_line() -> None:
    with pytest.raises(SourceError) as caught:
        read("# 工单\n\n图片\0打不开\n".encode(), "a.md")
    assert (caught.value.code, caught.value.data) == ("table.nul", {"file": "a.md", "line": 3})


def test_a_few_control_characters_are_text() -> None:
    assert read(("日志\x1b[31m红\x1b[0m\x07" + "正常的一行\n" * 40).encode(), "a.md")[0] == Encoding()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.sampled_from(ALL))
def test_lines_of_bytes_are_lines_of_text(text: str, encoding: Encoding) -> None:
    body = encoding.encode(text)
    lines = byte_lines(body, encoding)
    assert b"".join(lines) == body
    ends = text.split("\n")
    assert [one.decode(encoding.codec).removesuffix("\n") for one in lines] == (ends if ends[-1] else ends[:-1])


@given(st.binary(max_size=80), st.sampled_from(ALL))
def test_a_decoded_text_has_the_lines_of_its_bytes(body: bytes, encoding: Encoding) -> None:
    text, damaged = decode(encoding.mark + body, encoding)
    lines = byte_lines(body, encoding)
    assert text.count("\n") == sum(one.endswith(encoding.encode("\n")) for one in lines)
    assert all(1 <= one <= len(lines) for one in damaged)


@given(st.binary(max_size=200))
def test_reading_is_detecting_and_decoding(data: bytes) -> None:
    try:
        encoding = detect(data, "a")
    except SourceError:
        with pytest.raises(SourceError):
            read(data, "a")
        return
    assert read(data, "a") == (encoding, *decode(data, encoding))

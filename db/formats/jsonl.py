"""Reads JSONL sources, a ticket a line, in the form that exports have. The file is never held as a whole.

The place of a ticket is the byte range of its line. A line that cannot be read is reported and stays in the file; it
stops nothing. What runs for every line is lean on purpose: it is most of the cost of a large import.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO, cast

from db.errors import SourceError
from db.formats.encoding import GB18030, UTF8, Encoding, byte_lines
from db.formats.encoding import detect as detect_encoding
from db.formats.labels import PATHS, category_path, causes
from db.formats.reading import Reading
from db.formats.spans import TICKET
from db.values import PATH_SEPARATOR, Finding, Record, Speaker, Status, Turn

BAD_LINE = "line.not_json"
NO_TICKET = "line.no_ticket"
UNDECODABLE = "bytes.undecodable"

_SAMPLE = 1 << 16
_ENDS = b"\r\n"
_HALF = re.compile("[\ud800-\udfff]")
_SPEAKERS: Mapping[str, Speaker] = {"customer": "customer", "staff": "staff"}
_KNOWN: Mapping[str | None, Speaker] = {None: None, "customer": "customer", "staff": "staff"}
_STATUS = {status.word: status for status in Status}
_UNREVIEWED = Status.UNREVIEWED
_decode = json.scanner.make_scanner(json.JSONDecoder())  # type: ignore[attr-defined]


def looks_like_jsonl(beginning: bytes) -> bool:
    """Whether a file begins with a JSON object on one line."""
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        return False
    line, feed, _ = start.partition(b"\n")
    try:
        return not feed or isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return line[1:].lstrip().startswith(b'"')


def read_jsonl(opener: Callable[[], BinaryIO], name: str) -> Reading:
    """Read a source that `opener` opens; SourceError where it is no text, and behind the last line without tickets."""
    with opener() as file:
        encoding = _encoding(file.read(_SAMPLE), name)
    reading = Reading("jsonl", encoding, {}, None, iter(()))
    reading.records = cast("Iterator[Record]", _records(opener, name, encoding, reading.findings))
    return reading


def read_unfamiliar(
    opener: Callable[[], BinaryIO], name: str, encoding: Encoding, is_familiar: Callable[[bytes], bool]
) -> Iterator[Record | int]:
    """The tickets of a source as `read_jsonl` gives them; of a line that `is_familiar` (it gets the line without its
    end) only the number, unless the file is in another encoding. A familiar line is one that was a ticket before.
    """
    with opener() as file:
        found = _encoding(file.read(_SAMPLE), name)
    yield from _records(opener, name, found, [], is_familiar if found == encoding else None)


def _encoding(sample: bytes, name: str) -> Encoding:
    whole = sample[: sample.rfind(b"\n") + 1] or sample  # a character may be cut at the end of the sample
    found = detect_encoding(whole, name)
    return found if found.codec in (UTF8, GB18030) or found.is_wide else Encoding()


def _lines(file: BinaryIO, encoding: Encoding) -> Iterable[bytes]:
    return byte_lines(file.read(), encoding) if encoding.is_wide else file


def _records(
    opener: Callable[[], BinaryIO],
    name: str,
    encoding: Encoding,
    found: list[Finding],
    is_familiar: Callable[[bytes], bool] | None = None,
) -> Iterator[Record | int]:
    with opener() as file:
        end = len(file.read(len(encoding.mark)))
        ordinal = number = 0
        for line in _lines(file, encoding):
            number += 1
            start, end = end, end + len(line)
            if line.isspace():
                continue
            if is_familiar is not None and is_familiar(line.rstrip(_ENDS)):
                ordinal += 1
                yield number
                continue
            ticket = _ticket(line, encoding.codec, number, found)
            if ticket is None:
                continue
            try:
                yield _record(ticket, number, {TICKET: (start, end)})
            except (KeyError, TypeError, ValueError, AttributeError) as exc:
                found.append(Finding(NO_TICKET, number, None, {"reason": str(exc)[:80]}))
                continue
            ordinal += 1
    if not ordinal and found:
        raise SourceError("source.no_objects", file=name, line=found[0].line)
    if not ordinal:
        raise SourceError("source.no_tickets", file=name)


def _ticket(line: bytes, codec: str, number: int, found: list[Finding]) -> dict[str, Any] | None:
    """The object of a line; None, and a finding, where there is none."""
    try:
        text = line.decode(codec)
    except UnicodeDecodeError:
        found.append(Finding(UNDECODABLE, number))
        text = line.decode(codec, "replace")
    try:
        value, end = _decode(text, 0)
        if text[end:].strip():
            raise ValueError
    except (ValueError, StopIteration, RecursionError):
        value = _loads(text)
    if "\\u" in text:  # an escape may hold half a character, which no database stores
        value = _whole_or_none(value)
    if not isinstance(value, dict):
        found.append(Finding(BAD_LINE, number, None, {"text": text[:80].strip()}))
        return None
    return value


def _loads(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _whole_or_none(value: Any) -> Any:
    try:
        return whole_text(value)
    except RecursionError:  # nested less deep than JSON may be, and deeper than Python calls
        return None


def whole_text(value: Any) -> Any:
    """A value of JSON without half characters, which an escape may hold."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return _HALF.sub("\ufffd", value)
        return value
    if isinstance(value, list):
        return [whole_text(one) for one in value]
    if isinstance(value, dict):
        return {whole_text(name): whole_text(one) for name, one in value.items()}
    return value


def _record(ticket: dict[str, Any], number: int, spans: dict[str, tuple[int, int]]) -> Record:
    """A ticket as a record; KeyError, TypeError or ValueError where it is none."""
    get = ticket.get
    category = get("category") or ()
    raw = get("category_raw")
    if isinstance(category, str):
        raw = raw or category
        category = category_path(category, PATHS[0])
    conversation = get("conversation")
    root = get("root_cause") or ""
    roots = get("root_causes")
    given = get("number")
    fields = get("fields")
    status = get("status")
    return Record(
        _text(ticket["title"]),
        number,
        given if type(given) is int else None,
        _names(category),
        _text(raw) if raw is not None else PATH_SEPARATOR.join(category),
        _text(get("problem") or ""),
        _turns(get("replies")),
        None if conversation is None else _turns(conversation),
        _text(root),
        causes(root) if roots is None else _names(roots),
        _fields(fields) if fields else (),
        spans,
        _STATUS[status] if status else _UNREVIEWED,
        _text(get("note") or ""),
    )


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError(f"{value!r:.40}")
    return value


def _names(value: Any) -> tuple[str, ...]:
    """A list of texts; one text is a list of one."""
    names = (value,) if type(value) is str else tuple(value)
    "".join(names)  # as quick for all of them
    return names


def _turns(value: Any) -> tuple[Turn, ...]:
    if not value:
        return ()
    try:
        # adding nothing is the quickest way to see that it is a text
        return tuple([Turn(_KNOWN[one["speaker"]], "" + one["text"]) for one in value])
    except (TypeError, KeyError):
        listed = [value] if isinstance(value, str) else value
        return tuple([_turn(one) for one in listed])


def _turn(one: Any) -> Turn:
    if isinstance(one, str):
        return Turn(None, one)
    speaker = one.get("speaker")
    return Turn(_SPEAKERS.get(speaker) if isinstance(speaker, str) else None, _text(one["text"]))


def _fields(value: Any) -> tuple[tuple[str, str], ...]:
    pairs = value.items() if isinstance(value, dict) else value
    return tuple((_text(name), _text(text)) for name, text in pairs)

"""What the command line prints: lines for people, or one JSON object a line; progress on a terminal, or as JSON."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import TextIO

from db import sentences
from db.errors import Cancelled, UserError
from db.values import Changes, Progress, Step, no_progress

BEAT = 0.05
"""Seconds between two lines of progress."""
WIDTH = 78
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_PICTURES |= dict.fromkeys((*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")


class Output:
    """Where a command writes to: results to `stdout`, all else to `stderr`.

    `as_json`: an object a line. `watched`: for a program that reads along, every line is an object with one of the keys
    ``step``, ``result`` and ``error``, and a line ``cancel`` on the standard input stops the work.
    """

    def __init__(self, as_json: bool, watched: bool) -> None:
        self.as_json, self.watched = as_json or watched, watched
        self.progress: Progress = no_progress
        if watched:
            self.progress = _Watched(self._line)
        elif sys.stderr.isatty():
            self.progress = _OnTerminal(sys.stderr)

    def result(self, data: Mapping[str, object], words: str) -> None:
        """One thing that a command found or did."""
        self._clear()
        if self.watched:
            self._line({"result": data})
        elif self.as_json:
            self._line(data)
        else:
            print(_harmless(words, sys.stdout))

    def text(self, text: str) -> None:
        """Lines as they are, of a form that whoever called has chosen."""
        self._clear()
        sys.stdout.write(text)

    def problem(self, error: UserError) -> None:
        """Something that went wrong."""
        self._clear()
        if self.watched:
            self._line({"error": {"code": error.code, "data": plain(error.data)}})
        else:
            print(_harmless(f"winnow: {sentences.error(error)}", sys.stderr), file=sys.stderr)

    def note(self, words: str) -> None:
        """A sentence for people that is no result."""
        self._clear()
        if not self.as_json:
            print(_harmless(words, sys.stderr), file=sys.stderr)

    def _line(self, data: Mapping[str, object]) -> None:
        print(json.dumps(data, ensure_ascii=False), flush=self.watched)

    def _clear(self) -> None:
        if isinstance(self.progress, _OnTerminal):
            self.progress.clear()


def _harmless(words: str, stream: TextIO | None) -> str:
    """Words for a stream; on a terminal control characters of a ticket, which it would obey, are pictures of them."""
    return words.translate(_PICTURES) if stream is not None and stream.isatty() else words


def carried_out(out: Output, words: str, data: Mapping[str, object], is_dry: bool, do: Callable[[], Changes]) -> None:
    """Say what changes; then change it, unless the call only asks what would.

    `words`, `data`: the plan for people and as an object, which gets the entry of the log too.
    """
    out.note(words)
    entry = 0
    if not is_dry:
        changes = do()
        entry = changes.entry
        out.note(sentences.summary(changes.summary))
    if out.as_json:
        out.result({**data, "dry_run": is_dry, "entry": entry or None}, "")


def plain(data: Mapping[str, object]) -> dict[str, object]:
    """Data of an error or finding as JSON has it."""
    return {
        name: value if isinstance(value, (str, int, float, type(None))) else str(value) for name, value in data.items()
    }


class _OnTerminal:
    """One line that is written anew."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._last, self._shown = stream, 0.0, False

    def __call__(self, step: Step) -> None:
        now = time.monotonic()
        if now - self._last < BEAT:
            return
        self._last, self._shown = now, True
        percent = f" {100 * step.done // step.total} %" if step.total else ""
        words = f"{sentences.sentence(f'stage.{step.stage}', {})}{percent} {step.subject}"
        self._stream.write(f"\r\x1b[K{words[:WIDTH]}")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False


class _Watched:
    """Steps as JSON; Cancelled when the program that reads along says so."""

    def __init__(self, line: Callable[[Mapping[str, object]], None]) -> None:
        self._line, self._last = line, 0.0
        self._cancelled = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def __call__(self, step: Step) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last < BEAT and step.done:
            return
        self._last = now
        shown = {"stage": step.stage, "done": step.done, "total": step.total, "subject": step.subject}
        self._line({"step": shown})

    def _listen(self) -> None:
        # not through sys.stdin: a thread that waits in it holds a lock which the end of the program wants
        said = b""
        while data := os.read(0, 64):
            said += data
            if b"cancel\n" in said:
                self._cancelled.set()
                return

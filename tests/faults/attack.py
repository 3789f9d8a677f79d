"""Tickets made to attack, through the whole program: imported, exported to every format, and shown in the window.

Runs in a process of its own, watched three ways: by an audit hook of Python, by a port that counts who comes, and by
strace, where that is installed, which sees what Qt does. Nothing may be loaded or run; texts are shown as they are; no
export has a formula; nothing takes over two seconds of the processor.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from zipfile import ZipFile

from db.errors import ExportError, QueryError
from db.exporting import FORMATS, SUFFIXES, Format, export
from db.importing import import_paths
from db.review import Review
from db.search import Finder, parse
from tests.faults.attacks import ATTACKS, PATTERNS, text_of
from tests.faults.outcome import Broken, Outcome, scratch

ROOT = Path(__file__).resolve().parents[2]
MOST = 2.0
"""Seconds of the processor that a ticket may take."""
PATTERN_MOST = 4.0
"""Seconds that a search by a pattern may take: it is given one a ticket."""
BEGINNING = 2_900
"""Characters of a text that are shown whatever its length."""
FORMULA = tuple("=+-@＝＋－＠\t\r")
UNSEEN = " \n\v\f\u200b\u3000\ufeff"
MARKS = frozenset("*`[]()#>-~_!")
"""Signs that Markdown may take for itself."""
WATCHED = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "webbrowser.open")
CANARY = "canary.png"
NAME = "a.winnow"


def run(outcome: Outcome, step: int = 1) -> None:
    """All attacks, or every `step`-th; a try is a ticket, and what is watched is a try each."""
    with scratch() as folder, closing(socket.create_server(("127.0.0.1", 0))) as server:
        (folder / CANARY).write_bytes(b"\x89PNG")
        server.setblocking(False)
        command = [sys.executable, "-m", __name__, str(folder), str(server.getsockname()[1]), str(step)]
        log = folder / "calls"
        if shutil.which("strace"):
            command = ["strace", "-f", "-o", str(log), "-e", "trace=connect,openat,open,execve", *command]
        home = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env={**os.environ, **home})
        with outcome.one("the process"):
            assert done.returncode == 0, done.stderr[-400:]
        for line in done.stdout.splitlines():
            name, broken = json.loads(line)
            with outcome.one(name):
                assert not broken, broken
        with outcome.one("a port that nobody may come to"):
            try:
                server.accept()[0].close()
            except BlockingIOError:
                pass
            else:
                raise Broken("somebody came")
        with outcome.one("calls of the system"):
            _look_at_calls(log)
            assert not list(folder.glob("*.new")), "a command was run"


def _look_at_calls(log: Path) -> None:
    """No connection but to this machine's own services by name, the canary untouched, no other program begun."""
    if not log.exists():
        return
    text = log.read_text(encoding="utf-8", errors="replace")
    bad = [line for line in text.splitlines() if "AF_INET" in line or (CANARY in line and "open" in line)]
    bad += re.findall(r"^.*execve\(.*$", text, re.MULTILINE)[1:]
    assert not bad, bad[0]


def main(folder: str, port: str, step: str) -> None:
    """The watched process: a line a try, its name and what broke."""
    place = Path(folder)
    texts = [text_of(one, str(place / CANARY), int(port)) for one in ATTACKS][:: int(step)]
    source = place / "attacks.jsonl"
    source.write_text("".join(f"{json.dumps(_ticket(text))}\n" for text in texts), encoding="utf-8")
    seen: list[str] = []
    sys.addaudithook(lambda event, args: seen.append(f"{event} {args}") if _is_bad(event, args) else None)
    for name, broken in (*_library(place, source, texts), *_window(place, texts)):
        print(json.dumps([name, broken]), flush=True)
    print(json.dumps(["audited", seen[:3]]), flush=True)


def _is_bad(event: str, args: tuple[object, ...]) -> bool:
    return event in WATCHED or (event == "open" and bool(args) and CANARY in str(args[0]))


def _ticket(text: str) -> dict[str, object]:
    said = [{"speaker": "customer", "text": text}, {"speaker": "staff", "text": f"**好** {text}"}]
    short = " ".join(text[:60].split()) or "x"
    return {
        "title": text,
        "category": ["CDN", short],
        "problem": text,
        "replies": said[1:],
        "conversation": said,
        "root_cause": short,
        "note": text,
    }


@contextmanager
def _try(name: str, broken: list[tuple[str, str]], most: float = MOST) -> Iterator[None]:
    """Within, nothing is raised and little time goes by."""
    start, words = time.process_time(), ""
    try:
        yield
    except Exception as exc:
        words = f"{type(exc).__name__}: {str(exc)[:300]}"
    taken = time.process_time() - start
    broken.append((name, words or (f"took {taken:.1f} s" if taken > most else "")))


def _library(folder: Path, source: Path, texts: list[str]) -> list[tuple[str, str]]:
    tries: list[tuple[str, str]] = []
    with Review.create(folder / NAME, "lin") as review:
        with _try("import", tries, MOST * 10):
            import_paths(review, [source])
            assert review.check() == []
            stored = [(one.title, one.problem, one.note) for one in review.tickets()]
            assert stored == [(text,) * 3 for text in texts], "kept otherwise"
        for kind in FORMATS:
            out = folder / "out" / f"{kind}{SUFFIXES.get(kind, '')}"
            with _try(f"export as {kind}", tries, MOST * 10):
                if _written(review, out, kind):
                    _look_at_export(kind, out, source, texts)
        for pattern in PATTERNS:
            with _try(f"search by {pattern}", tries, PATTERN_MOST):
                _search(review, pattern)
    return tries


def _written(review: Review, out: Path, kind: Format) -> bool:
    """Export; False for a title that one dialect cannot hold, which is told by its ticket with nothing written; so is a
    text that no CSV can hold, without which the others are written."""
    try:
        export(review, out, kind)
    except ExportError as exc:
        if exc.code not in ("export.not_one_dialect", "export.nul") or out.exists():
            raise
        if exc.code == "export.not_one_dialect":
            return False
        export(review, out, kind, [one.id for one in review.tickets() if one.id != exc.data["ticket"]])
    return True


def _search(review: Review, pattern: str) -> None:
    try:
        Finder(review).find(parse(f"re:/{pattern}/"))
    except QueryError as exc:
        if exc.code != "query.pattern_slow":
            raise


def _look_at_export(kind: str, out: Path, source: Path, texts: list[str]) -> None:
    """No formula anywhere, and every text is what it was."""
    if kind == "markdown":
        assert (out / source.name).read_bytes() == source.read_bytes()
    elif kind == "jsonl":
        assert [json.loads(line)["problem"] for line in out.read_bytes().splitlines()] == texts
    elif kind == "csv":
        csv.field_size_limit(1 << 30)
        with out.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(line.replace("\0", "") for line in file) for cell in row]
        assert not [cell for cell in cells if cell.lstrip(UNSEEN).startswith(FORMULA)], "a formula"
    elif kind == "xlsx":
        with ZipFile(out) as book:
            sheets = "".join(book.read(name).decode() for name in book.namelist() if name.endswith((".xml", ".rels")))
        assert not re.search(r"<f[ >]|<hyperlink|TargetMode=\"External\"|<externalLink", sheets), "a formula or a link"


def _window(folder: Path, texts: list[str]) -> list[tuple[str, str]]:
    """Every ticket in the window, painted."""
    from PySide6.QtWidgets import QApplication

    from qtapp import settings
    from tests.qtapp.desk import Desk

    app = QApplication([])
    settings.set_checks_labels(False)
    desk = Desk(app, [folder / NAME])
    tries: list[tuple[str, str]] = []
    for ticket_id, text in zip(list(desk.session.ids), texts, strict=True):
        with _try(f"shown: {text[:60]!r}", tries):
            desk.session.go(int(ticket_id))
            desk.settle()
            desk.window.grab()
            _look_at_text(desk.pane.thread.toPlainText(), text)
    assert desk.broken == [], desk.broken
    desk.leave()
    return tries


def _look_at_text(shown: str, text: str) -> None:
    """Every sign of a text is there as often as it is in the text, but for what is blank or Markdown's own; a long text
    is shown by its beginning until the rest is asked for.
    """
    text = text[:BEGINNING]
    for sign in set(text) - MARKS:
        blank = sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf", "Cn", "Zl", "Zp")
        assert blank or shown.count(sign) >= text.count(sign), f"{sign!r} {shown.count(sign)} of {text.count(sign)}"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(*sys.argv[1:])

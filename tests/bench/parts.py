"""The parts of the bench, in the order of the table, and how one of them is run so that no fault of it ends the others.

A part runs in a process of its own, which may hold most of the machine's memory and take an hour at most: what goes
wrong in it becomes a row with the reason. Of few tickets it runs here, where that costs nothing.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.ground import TELLING, Ground
from tests.bench.measure import Skipped

Row = dict[str, Any]
PARTS: Mapping[str, str] = {
    "importing": "importing",
    "searching": "searching",
    "starting": "starting",
    "painting": "painting",
    "acting": "acting",
    "editing": "editing",
    "bulk": "bulk",
    "day": "day",
    "waiting": "waiting",
    "gaps": "gaps",
    "exporting": "exporting",
    "giving": "giving",
    "tables": "tables",
    "reading": "reading",
    "canned": "canned_rows",
    "labels": "labels",
    "doubt": "doubt",
    "taxonomy": "taxonomy",
    "privacy": "privacy",
    "looking": "looking",
    "drifting": "drifting",
    "recording": "recording",
    "peers": "peers",
}
"""Name -> module. Each may use what those before it have left on the ground."""
ROOT = Path(__file__).resolve().parents[2]
MEMORY = 0.8
"""Of the machine's memory, what one process may ask for."""
LONGEST = 3600.0
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")


def measured(name: str, ground: Ground, longest: float = LONGEST) -> Iterator[Row]:
    """The rows of a part as they come; it is ended after `longest` seconds."""
    yield from rows(name, ground) if ground.size < TELLING else _alone(name, ground, longest)


def rows(name: str, ground: Ground) -> Iterator[Row]:
    """The rows of a part, measured in this process; the last one says what went wrong, if anything did."""
    gc.collect()
    gc.freeze()  # what was there before is no part of this: the collector would walk it each time
    try:
        for row in importlib.import_module(f"tests.bench.{PARTS[name]}").rows(ground):
            yield row.as_json()
    except MemoryError:
        yield failed(name, "more memory than this machine has to give")
    except Exception as error:
        yield failed(name, f"{type(error).__name__}: {error}".replace(str(ground.folder), "…"))


def failed(name: str, reason: str) -> Row:
    """The row of a part that did not come to its end."""
    return Skipped(f"{name}, the rest of it", None, reason).as_json()


def _alone(name: str, ground: Ground, longest: float) -> Iterator[Row]:
    call = [sys.executable, "-m", "tests.bench.parts", name, str(ground.folder), str(ground.size)]
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as child:
        assert child.stdout is not None
        late = threading.Event()
        watch = threading.Timer(longest, lambda: (late.set(), child.terminate()))
        watch.start()
        try:
            yield from map(json.loads, child.stdout)
        finally:
            watch.cancel()
            if child.poll() is None and sys.exc_info()[0] is not None:
                child.terminate()
    if late.is_set():
        yield failed(name, f"not done after {longest:,.0f} s")
    elif child.returncode:
        yield failed(name, f"the process ended with {child.returncode}")


def bounded() -> None:
    """Let this process ask for no more memory than leaves the machine usable."""
    if hasattr(os, "sysconf") and sys.platform == "linux":
        most = int(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * MEMORY)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def at_home(folder: Path) -> None:
    """No setting and no review of whoever measures is read or written; the fonts of the system stay known."""
    os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))
    os.environ.update(dict.fromkeys(HOMES, str(folder / "home")))


def main(name: str, folder: str, size: str) -> None:
    """Print the rows of a part, an object a line."""
    bounded()
    for row in rows(name, Ground(Path(folder), int(size))):
        print(json.dumps(row, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

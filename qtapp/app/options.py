"""The words after ``winnow`` where they open the window: paths, and the doors for developers."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from db.records import dataclass

USAGE = """\
winnow [--temp-profile] [--debug] [--profile FILE] [FILE|FOLDER ...]

  --temp-profile   settings and data in a new temporary folder
  --debug          log to the terminal, say where the program dies, and show the time of frames in a corner
  --profile FILE   write the time of every function to a file that pstats reads
"""
FLAGS = ("--temp-profile", "--debug")


class UsageError(Exception):
    """A call that means nothing; the message is for the terminal."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the call asked for."""

    paths: tuple[Path, ...] = ()
    temp_profile: bool = False
    debug: bool = False


def parse(arguments: Sequence[str]) -> Options:
    """Read the words of the call; ``--`` ends the flags. Raises `UsageError`."""
    words = list(arguments)
    end = words.index("--") if "--" in words else len(words)
    flags = [word for word in words[:end] if word.startswith("-")]
    for flag in flags:
        if flag not in FLAGS:
            raise UsageError(f"winnow: unknown option {flag}\n\n{USAGE}")
    paths = [word for word in words[:end] if word not in FLAGS] + words[end + 1 :]
    return Options(
        tuple(Path(path).absolute() for path in paths), temp_profile="--temp-profile" in flags, debug="--debug" in flags
    )


def prepare(options: Options) -> None:
    """Open the developers' doors, before anything reads a setting."""
    if options.temp_profile:
        folder = tempfile.mkdtemp(prefix="winnow-profile-")
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            os.environ[variable] = folder
        print(f"Profile: {folder}", file=sys.stderr)
    if options.debug:
        faulthandler.enable()
        logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(name)s %(levelname)s %(message)s")
        logging.captureWarnings(True)

"""``--profile FILE``: one run of the program, window or command line, with the time of every function in a file.

Without Qt, and loaded for a run that is profiled only. What child processes do is not in it.
"""

from __future__ import annotations

import cProfile
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

FLAG = "--profile"
USAGE = f"winnow: {FLAG} needs the name of the file that is to be written, such as winnow {FLAG} start.prof"


def run(start: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    """Run `start` with the words that are left, write the profile (as `pstats` reads it) and say so; its exit code, 2
    where the words name no file that can be written.
    """
    name, rest = split(arguments)
    if name is None:
        return start(rest)
    if not name:
        print(USAGE, file=sys.stderr)
        return 2
    file = Path(name).absolute()  # whatever the folder is at the end
    try:
        file.open("xb").close()  # told now, not when the work is done
    except FileExistsError:  # it may be one of the files that were to be opened
        print(f"winnow: {name} is there already. Name a file for the profile that is not.", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"winnow: {name} cannot be written: {error.strerror}. Name another file.", file=sys.stderr)
        return 2
    profile = cProfile.Profile()
    try:
        return profile.runcall(start, rest)
    finally:
        profile.dump_stats(file)
        print(f"The profile of this run is in {name}; python -m pstats reads it.", file=sys.stderr)


def split(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The file that ``--profile FILE`` or ``--profile=FILE`` names ('' where it names none, None where nothing is to be
    profiled), and all other words. Behind ``--`` every word is a file.
    """
    words = list(arguments)
    end = words.index("--") if "--" in words else len(words)
    for at, word in enumerate(words[:end]):
        flag, equals, name = word.partition("=")
        if flag == FLAG:
            if equals:
                return name, words[:at] + words[at + 1 :]
            return (words[at + 1], words[:at] + words[at + 2 :]) if at + 1 < end else ("", words[:at] + words[at + 1 :])
    return None, words

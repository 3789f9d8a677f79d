"""Whether this system has what Qt loads, asked before Qt is: without it Qt aborts, and blames another library.

Standard library only, and nothing of Qt; so its sentences carry both languages themselves.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Library -> Debian package."""

ON_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""The same for a window on an X display."""

SENTENCES = {
    "en": {
        "missing": "Winnow's window needs system libraries that are not here. On Debian and Ubuntu, type:\n  {line}",
        "display": "There is no display for a window. The command line works without one: winnow --help",
    },
    "zh": {
        "missing": "Winnow 的窗口需要系统里还没有的库。在 Debian 或 Ubuntu 上请输入：\n  {line}",
        "display": "没有可以显示窗口的显示器。命令行不需要显示器：winnow --help",
    },
}


def problem(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The sentence that says why no window can open, with the line to type; '' where nothing is missing."""
    if not platform.startswith("linux"):
        return ""
    spoken = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    say = SENTENCES["zh" if spoken.startswith("zh") else "en"]
    wanted = environment.get("QT_QPA_PLATFORM", "")
    on_x11 = wanted.startswith("xcb") or (not wanted and "DISPLAY" in environment)
    if not wanted and not on_x11 and "WAYLAND_DISPLAY" not in environment:
        return say["display"]
    libraries = {**ALWAYS, **(ON_X11 if on_x11 else {})}
    packages = [package for library, package in libraries.items() if not _loads(library)]
    if packages:
        return say["missing"].format(line=f"sudo apt-get install {' '.join(packages)}")
    return "" if not on_x11 or _answers(environment.get("DISPLAY", "")) else say["display"]


def _answers(display: str) -> bool:
    """Whether the X server is there: where it is not, Qt aborts, and names a library that is."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode() or None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True

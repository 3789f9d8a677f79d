"""What the operating system has to bring: the libraries that Qt loads, and a font with Chinese glyphs.

Standard library only. On Debian and Ubuntu, as root, what is missing is installed; elsewhere the line to type is shown.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Library -> Debian package, needed even by a window that nobody sees."""

DISPLAY_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""The same for a window on an X display; without one of them Qt aborts and blames another."""

CHINESE_FONTS = ("fonts-noto-cjk", "fonts-wqy-microhei")
"""Debian packages, the better first, either of them enough."""


def is_root() -> bool:
    """True for the superuser of a system that has one."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_debian() -> bool:
    """True on Debian, Ubuntu and their kin."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def has_display() -> bool:
    """True where a window can be seen: always on Windows and macOS."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return answers(os.environ.get("DISPLAY", ""))


def answers(display: str) -> bool:
    """Whether an X server of this machine is there; one of another machine is believed to be."""
    host, _, number = display.rpartition(":")
    if host not in ("", "unix") or not number:
        return bool(host)
    place = f"/tmp/.X11-unix/X{number.split('.')[0]}"
    for address in (place, f"\0{place}"):
        with socket.socket(socket.AF_UNIX) as client, contextlib.suppress(OSError):
            client.connect(address)
            return True
    return False


def install_line(packages: Iterable[str]) -> str:
    """The line that a person types to install Debian packages."""
    return f"sudo apt-get install {' '.join(packages)}"


_updated = False


def apt_install(packages: Iterable[str]) -> str:
    """Install Debian packages, the lists refreshed once; returns what apt said where it failed, else nothing."""
    global _updated  # one process, one refresh of the lists
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = [] if _updated else [["apt-get", "-qq", "update"]]
    commands.append(["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages])
    for command in commands:
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = done.stdout
    _updated = True
    # a list that could not be refreshed matters only where the installation then fails
    return "" if done.returncode == 0 else said.strip() or f"apt-get ended with {done.returncode}"


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """Debian packages of those `libraries` that the loader does not find."""
    return [package for name, package in libraries.items() if not _loads(name)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def ensure_qt_libraries(display: bool) -> None:
    """Have the libraries of Qt, or end with the line to type."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**QT_LIBRARIES, **(DISPLAY_LIBRARIES if display else {})}
    packages = missing_packages(wanted)
    if not packages:
        return
    said = ""
    if is_root() and is_debian():
        print(f"Installing system libraries of Qt: {' '.join(packages)}", flush=True)
        said = apt_install(packages)
        packages = missing_packages(wanted)  # asked again: the loader's word counts, not apt's
    if packages:
        hint = (
            "" if is_debian() else " (these are Debian's names; install your system's packages of the same libraries)"
        )
        raise SystemExit(
            f"{said}\nQt needs system libraries that are not here. Type:\n  {install_line(packages)}{hint}"
        )


def ensure_chinese_font() -> None:
    """Have a font with Chinese glyphs, or say which; without one the window works but shows boxes."""
    if not sys.platform.startswith("linux") or _has_chinese_font():
        return
    if is_root() and is_debian():
        for package in CHINESE_FONTS:
            print(f"Installing a Chinese font: {package}", flush=True)
            if not apt_install([package]):
                return
    print(f"No Chinese font is installed: Chinese text will be boxes. Type:\n  {install_line(CHINESE_FONTS[:1])}")


def _has_chinese_font() -> bool:
    listing = shutil.which("fc-list")
    if listing:
        found = subprocess.run([listing, ":lang=zh-cn", "family"], stdout=subprocess.PIPE, text=True)
        return bool(found.stdout.strip())
    roots = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
    marks = ("cjk", "wqy", "sourcehan", "notosanssc", "droidsansfallback", "uming", "ukai")
    return any(mark in file.name.lower() for root in roots for file in root.rglob("*.[to]t[cf]") for mark in marks)

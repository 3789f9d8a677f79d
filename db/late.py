"""Modules that are loaded when they are first used: a window that shows a review does not wait for what reads files.

For modules that take long to load and that most runs never need; everything else is imported as usual. Where it is
used, the real import stands under ``TYPE_CHECKING``, for people and for tools.
"""

from __future__ import annotations

from importlib import import_module

__all__ = ["Late"]


class Late:
    """Stands for a module; each of its names is looked up once."""

    def __init__(self, module: str) -> None:
        self.__module = module

    def __getattr__(self, name: str) -> object:
        value: object = getattr(import_module(self.__module), name)
        setattr(self, name, value)
        return value

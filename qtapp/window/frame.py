"""The window, as far as those know it who bring a page into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QStackedWidget

    from qtapp.session import Session
    from qtapp.window.header import Header
    from qtapp.window.keys import Keys
    from qtapp.window.statusbar import StatusBar
    from qtapp.window.toast import Toast


class Frame(Protocol):
    """A QWidget that shows pages of one review."""

    session: Session | None
    pages: QStackedWidget
    header: Header
    bar: StatusBar
    keys: Keys
    toast: Toast
    page_changed: SignalInstance
    acceptance_wanted: SignalInstance
    duplicates_found: SignalInstance

    def page(self) -> str: ...

    def show_page(self, name: str) -> None: ...

    def show_tickets(self, query: str, ticket: int) -> None: ...

    def say_problem(self, text: str) -> None: ...

    def do_action(self, name: str) -> None: ...

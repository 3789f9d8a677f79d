"""The right pane: one ticket with its editors, its thread, and what is known about it.

Takes the session by constructor and speaks to nobody else; knows no other room of the screen but `kit`.
"""

from __future__ import annotations

from qtapp.detail.pane import TicketPane

__all__ = ["TicketPane"]

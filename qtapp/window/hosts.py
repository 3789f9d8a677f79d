"""Who brings the pages of the window but that of the tickets, by the names of the pages."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from qtapp.session import Session
from qtapp.tasks import Tasks
from qtapp.window.canned import CannedHost
from qtapp.window.checking import LabelCheck
from qtapp.window.frame import Frame
from qtapp.window.labels import LabelsHost
from qtapp.window.privacy import PrivacyHost
from qtapp.window.sources import SourcesHost


class Hosts:
    """One of each; all of one window."""

    def __init__(self, window: Frame, tasks: Tasks, check: LabelCheck) -> None:
        self.canned = CannedHost(window, tasks)
        self.labels = LabelsHost(window, tasks, check)
        self.privacy = PrivacyHost(window, tasks)
        self.sources = SourcesHost(window, tasks)
        self.by_name = {"canned": self.canned, "labels": self.labels, "privacy": self.privacy, "sources": self.sources}

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none."""
        for host in self.by_name.values():
            host.watch(session)

    def commit(self) -> None:
        """Leave what is being written; to be called before the pages go."""
        self.canned.commit()
        self.labels.commit()

    def pages(self) -> Mapping[str, QWidget | None]:
        """Each page, None until it is first gone to."""
        return {name: host.page for name, host in self.by_name.items()}

"""Numbers with what they count, in the language of the window. Words only."""

from __future__ import annotations

from PySide6.QtCore import QObject


def counted(n: int, what: str) -> str:
    """A number with what it counts: uses, replies, tickets, variants, families, categories, sources, labels,
    conflicts, groups, hollow, files, places, values; keep, refused, unread, open, drifted."""
    return _Counted().words(n, what)


class _Counted(QObject):
    """Plurals are collected from calls of a method `tr` only."""

    def words(self, n: int, what: str) -> str:
        return {
            "uses": lambda: self.tr("%Ln uses", "", n),
            "replies": lambda: self.tr("%Ln replies", "", n),
            "tickets": lambda: self.tr("%Ln tickets", "", n),
            "variants": lambda: self.tr("%Ln variants", "", n),
            "families": lambda: self.tr("%Ln families", "", n),
            "categories": lambda: self.tr("%Ln categories", "", n),
            "sources": lambda: self.tr("%Ln sources", "", n),
            "labels": lambda: self.tr("%Ln labels", "", n),
            "groups": lambda: self.tr("%Ln groups", "", n),
            "hollow": lambda: self.tr("%Ln labels that say nothing", "", n),
            "files": lambda: self.tr("%Ln files", "", n),
            "places": lambda: self.tr("%Ln places", "", n),
            "values": lambda: self.tr("%Ln values", "", n),
            "conflicts": lambda: self.tr("%Ln contradictions", "", n),
            "keep": lambda: self.tr("keep %Ln", "", n),
            "unread": lambda: self.tr("%Ln tickets stay: their source could not be read again.", "", n),
            "open": lambda: self.tr("%Ln fields are not decided: ours stays.", "", n),
            "drifted": lambda: self.tr("%Ln sources changed on disk", "", n),
            "refused": lambda: self.tr("%Ln tickets cannot hold the wording and stay as they are.", "", n),
        }[what]()

"""The list under the search field: fields and values that fit what is being typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from db.search import Query
from qtapp.kit.offers import offers_sheet
from qtapp.search import completion
from qtapp.search.completion import Offer, Word
from qtapp.session import Session


class Completer(QObject):
    """Completes a line edit; `taken` is sent when an offer has been put into it that completes a clause."""

    taken = Signal()

    def __init__(self, session: Session, line: QLineEdit) -> None:
        super().__init__(line)
        self._session = session
        self._line = line
        self._offers: list[Offer] = []
        self._word = Word(0, 0, None, "")
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(completion.OFFERED)
        self._completer.setWidget(line)
        popup = self._completer.popup()
        popup.setObjectName("searchOffers")
        popup.setAccessibleName(self.tr("Suggestions"))
        popup.setStyleSheet(offers_sheet("searchOffers", 2))
        popup.installEventFilter(self)
        self._completer.activated["QModelIndex"].connect(self._take)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown, and keys belong to it."""
        return self._completer.popup().isVisible()

    @property
    def has_choice(self) -> bool:
        """Whether an offer of the list is marked, which Enter is going to take."""
        return self.is_open and self._completer.popup().currentIndex().isValid()

    def close(self) -> None:
        """Put the list away."""
        self._completer.popup().hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab takes the offer that is chosen, else the first."""
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        if is_tab and event.type() == QEvent.Type.KeyPress and not self.has_choice:
            self._completer.popup().setCurrentIndex(self._model.index(0, 0))
        return False

    def offer(self, text: str) -> None:
        """Offer what fits the text of the line now."""
        self._word = completion.word_at(text, self._line.cursorPosition())
        self._offers = self._find()
        if not self._offers:
            self._completer.popup().hide()
            return
        self._model.setStringList([f"{one.label}    {one.hint}".rstrip() for one in self._offers])
        area = self._line.rect()
        area.setLeft(self._line.cursorRect().left())
        area.setWidth(min(360, max(220, self._line.width() - area.left())))
        self._completer.complete(area)
        self._completer.popup().setCurrentIndex(QModelIndex())  # Enter is for what was typed, until an offer is chosen

    def _find(self) -> list[Offer]:
        word = self._word
        if word.field is None:
            return completion.field_offers(word.begun)
        name = completion.canonical(word.field)
        return completion.value_offers(word.field, word.begun, self._values(name)) if name else []

    def _values(self, name: str) -> list[tuple[str, str]]:
        finder = self._session.finder
        if name == "cat":
            return completion.paths(finder.categories())
        if name == "cause":
            return [(cause, str(count)) for cause, count in finder.causes()]
        if name == "source":
            return [(source, str(count)) for _, source, count in finder.facets(Query()).sources]
        return completion.choices(name)

    def _take(self, index: object) -> None:
        offer, text = self._offers[index.row()], self._line.text()  # type: ignore[attr-defined]
        whole = self._word.field is not None
        before = text[: self._word.start] + offer.text + (" " if whole else "")
        self._line.setText(before + text[self._word.end :])
        self._line.setCursorPosition(len(before))
        if whole:
            self.taken.emit()
        else:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.offer(self._line.text())

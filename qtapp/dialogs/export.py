"""The export: which tickets, in which form, to where. Says in numbers what will be written before it is.

Emits an `ExportRequest`; knows the review by the numbers that it is given, and looks at the disk only to say what is
there already.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from db.exporting import AS_THEY_ARE, SUFFIXES, Format, Reckoning
from db.records import replace
from qtapp.dialogs.choices import Answers, ChoiceSheet
from qtapp.dialogs.export_canned import CannedChoices
from qtapp.dialogs.export_formats import OtherFormats
from qtapp.dialogs.export_offer import ExportOffer, ExportRequest
from qtapp.dialogs.export_splits import SplitChoice
from qtapp.dialogs.export_target import ExportTarget
from qtapp.kit.paint import elide
from qtapp.kit.theme import BODY, SECONDARY
from qtapp.kit.tips import plain_tip

SHOWN = 230
"""Pixels of what the list was narrowed by: the sheet stays within the least window."""
OTHERS = "others"
"""The choice that stands for the formats of other tools."""


class ExportSheet(ChoiceSheet):
    """Asks from above to below; the sentence over the buttons follows every answer."""

    wanted = Signal(object)
    """An `ExportRequest`."""

    def __init__(self, offer: ExportOffer, parent: QWidget | None = None, last: Answers | None = None) -> None:
        """`last` are the answers of the last time."""
        super().__init__("exportSheet", self.heading_words(), parent, 880)
        self._offer = offer
        self._reckoned: dict[ExportRequest, Reckoning | None] = {}
        left, right = self.columns(2)
        with self.within(left):
            self._ask_what()
        with self.within(right):
            self._ask_how()
        self.says = self.words("", token="text2")
        self.says.setObjectName("exportSays")
        self.says.setMinimumHeight(44)
        self.warns = self.words("", SECONDARY, "warn")
        self.warns.setObjectName("exportWarns")
        self.column.addWidget(self.says)
        self.column.addWidget(self.warns)
        self.export = self.add_main(*self.main_words())
        self.add_way_out(self.tr("Cancel"))
        self._connect()
        self.take(last or {})
        self._formats_changed()
        self.formats.checkedButton().setFocus()

    def answers(self) -> dict[str, object]:
        """Those that the next time may begin with: all but which tickets, and whether sources are written over; the
        target where one was typed."""
        said = super().answers()
        once = ("overSources", "all", "shown", "exportTarget")
        return {name: said[name] for name in said if name not in once} | {"typed": self.target.typed}

    def take(self, answers: Answers) -> None:
        """Begin with these answers."""
        super().take(answers)
        self.target.typed = str(answers.get("typed", ""))

    def _ask_what(self) -> None:
        """The form, and which tickets."""
        self.section(self.tr("Format"))
        self.formats = self.radios(
            {
                "markdown": self.tr("&Markdown, or as each source is – changed only where you changed it"),
                "jsonl": self.tr("&JSONL – one object a line, with status, note and what was edited"),
                "csv": self.tr("&CSV – a table that opens in Excel"),
                "xlsx": self.tr("E&xcel – a workbook in which text stays text"),
                OTHERS: self.tr("For another &tool:"),
            }
        )
        self.one_dialect = self.check("oneDialect", self.tr("All sources &in one dialect, whatever theirs is"))
        self.others = OtherFormats(self)
        other = self.formats.buttons()[-1]
        self.in_a_row(other, self.others)
        self.put_under(self.formats.buttons()[0], self.one_dialect)
        self.section(self.tr("Tickets"))
        shown = elide(self._offer.shown_words, BODY, SHOWN).replace("&", "&&")
        self.amounts = self.radios(
            {
                "all": self.tr("A&ll %Ln tickets", "", self._offer.everything.tickets),
                "shown": self.tr("&What the list shows: {words} (%Ln)", "", self._offer.shown.tickets).format(
                    words=shown
                ),
            }
        )
        self.amounts.buttons()[1].setToolTip(plain_tip(self._offer.shown_words))
        self.excluded = self.check("withExcluded", self.tr("The &excluded ones too"))
        self.put_beside(self.amounts.buttons()[0], self.excluded)
        self.splits = SplitChoice(self)
        self.column.addWidget(self.splits)

    def _ask_how(self) -> None:
        """What becomes of canned replies, and where it goes."""
        self.section(self.tr("Canned replies"))
        self.canned = CannedChoices(self)
        self.column.addWidget(self.canned)
        self.section(self.tr("Where to"))
        self.target = ExportTarget(self)
        self.out = self.target.field
        self.column.addWidget(self.target)
        self.over = self.check("overSources", self.tr("Write &over the source files; a copy of each is kept"))
        self.report = self.check("withReport", self.tr("With a &report"))
        self.report.setToolTip(
            self.tr("Beside it, as HTML and Markdown: what was changed and why, by whom, from which files.")
        )

    def tr(self, text: str, comment: str = "", n: int = -1) -> str:
        """A text of this sheet, for sheets made of it too: of a number Qt would look for it under their name alone."""
        return QCoreApplication.translate("ExportSheet", text, comment, n)

    def heading_words(self) -> str:
        """What the sheet is called."""
        return self.tr("Export")

    def main_words(self) -> tuple[str, str, str]:
        """Words, name and icon of the button that the sheet is for."""
        return self.tr("Export"), "doExport", "export"

    def _connect(self) -> None:
        self.formats.buttonClicked.connect(self._formats_changed)
        self.amounts.buttonClicked.connect(self.refresh)
        self.excluded.toggled.connect(self.refresh)
        self.others.currentIndexChanged.connect(self._other_chosen)
        self.splits.changed.connect(self._formats_changed)
        self.canned.changed.connect(self.refresh)
        self.over.toggled.connect(self._over_changed)
        self.one_dialect.toggled.connect(self._dialect_chosen)
        self.target.changed.connect(self.refresh)
        self.target.choose.connect(self.choose)
        self.accepted.connect(self._tell)

    def _other_chosen(self) -> None:
        """Who chooses a format of another tool wants it."""
        self.formats.buttons()[-1].setChecked(True)
        self._formats_changed()

    def _kind(self) -> Format:
        """The format that is chosen."""
        name = self.formats.checkedButton().objectName()
        if name == "markdown":
            return "one-dialect" if self.one_dialect.isChecked() else "markdown"
        kind: Format = self.others.currentData() if name == OTHERS else name
        return kind

    # What is asked for

    def request(self) -> ExportRequest:
        """What the sheet says now."""
        kind = self._kind()
        return ExportRequest(
            kind,
            Path(self.out.text().strip()).expanduser(),
            only_shown=self.amounts.checkedButton().objectName() == "shown",
            include_excluded=self.excluded.isChecked(),
            overwrite_sources=kind == "markdown" and self.over.isChecked(),
            canned=self.canned.options(),
            splits=self.splits.splits() if kind != "markdown" else None,
            report=self.report.isChecked(),
        )

    def _tell(self) -> None:
        self.wanted.emit(self.request())

    def _formats_changed(self) -> None:
        """Another format has another target, as long as nobody has typed one."""
        kind = self._kind()
        self.splits.setEnabled(kind != "markdown")
        self.over.setEnabled(kind == "markdown" and self._home() is not None)
        if not self.over.isEnabled():
            self.over.setChecked(False)
        if not self.over.isChecked():
            self.target.offer(self._offer.folder / self.offered(kind))
        self.refresh()

    def offered(self, kind: Format) -> str:
        """The name that is offered for what is written."""
        return f"{self._offer.name}-export{'' if self.request().is_folder else SUFFIXES[kind]}"

    def _dialect_chosen(self, wanted: bool) -> None:
        """Who wants one dialect wants Markdown."""
        if wanted:
            self.formats.buttons()[0].setChecked(True)
        self._formats_changed()

    def _home(self) -> Path | None:
        """The folder of the sources, None where they stand in several: an export has one folder."""
        homes = {source.parent for source in self._offer.sources}
        return homes.pop() if len(homes) == 1 else None

    def _over_changed(self, over: bool) -> None:
        """Over the sources means into their folder."""
        self.target.setEnabled(not over)
        if over:
            self.out.setText(str(self._home()))
            self.refresh()
        else:
            self._formats_changed()

    def choose(self) -> None:
        """Let a place be chosen."""
        if self.request().is_folder:
            self.target.ask_folder(self._offer.folder)
        else:
            self.target.ask_file(SUFFIXES[self._kind()])

    # What is said

    def refresh(self) -> None:
        """Say again what will be written, and what stands in the way."""
        asked = self.request()
        amount = self._offer.shown if asked.only_shown else self._offer.everything
        left_out = 0 if asked.include_excluded else amount.excluded
        self.excluded.setEnabled(bool(amount.excluded))
        parts = []
        if amount.excluded:
            parts.append(
                self.tr("%Ln excluded tickets are left out.", "", left_out)
                if left_out
                else self.tr("%Ln excluded tickets are written too.", "", amount.excluded)
            )
        number, reckoned = amount.tickets - left_out, None
        if asked.canned != AS_THEY_ARE and number:
            reckoned = self._reckon(asked)
            parts += filter(None, [self.canned.effect(reckoned)])
            number = reckoned.tickets if reckoned is not None else number
        if asked.canned == AS_THEY_ARE or reckoned is not None:
            parts.append(self.sum_words(number))
        self.says.setText("\n".join(parts))
        problem = self._problem(asked, number)
        self.warns.setText(problem or self.warning(asked))
        self.tint(self.warns, "bad" if problem else "warn")
        self.export.setEnabled(not problem)

    def sum_words(self, number: int) -> str:
        """How many tickets it comes to."""
        return self.tr("%Ln tickets will be written.", "", number)

    def _reckon(self, asked: ExportRequest) -> Reckoning | None:
        """The numbers are the same wherever it is written to."""
        key = replace(asked, out=Path(), overwrite_sources=False, splits=None, report=False)
        if key not in self._reckoned:
            self._reckoned[key] = self._offer.reckon(key)
        return self._reckoned[key]

    def _problem(self, asked: ExportRequest, number: int) -> str:
        """Why it cannot be done, '' where it can."""
        if not number:
            return self.tr("There is no ticket to write. Choose others above.")
        if not self.out.text().strip():
            return self.tr("Say where to write to.")
        if self.splits.problem() and asked.format != "markdown":
            return self.splits.problem()
        return self.problem_there(asked)

    def problem_there(self, asked: ExportRequest) -> str:
        """Why it cannot be written there, '' where it can."""
        if not asked.overwrite_sources and self._over_sources(asked):
            return self.tr("The source files stand there. Choose another place, or allow to write over them.")
        if asked.is_folder and asked.out.is_file():
            return self.tr("This is a file. Several files are written: give the name of a folder.")
        if not asked.is_folder and asked.out.is_dir():
            return self.tr("This is a folder. Give the name of a file.")
        return ""

    def _over_sources(self, asked: ExportRequest) -> bool:
        if asked.format in ("markdown", "one-dialect"):
            return any(asked.out / source.name == source for source in self._offer.sources)
        return asked.out in self._offer.sources

    def warning(self, asked: ExportRequest) -> str:
        """What is there already and will be replaced."""
        if asked.overwrite_sources:
            return self.tr("A copy of each source file is made before it is written over.")
        folder = asked.out.absolute().parent
        if not folder.is_dir():
            return self.tr("There is no folder {name} yet; it will be made.").format(name=folder)
        if asked.format != "markdown":
            there = asked.out.is_file() or (asked.is_folder and asked.out.is_dir() and any(asked.out.iterdir()))
            replaced = self.tr("There are files already; those of the same names will be replaced.")
            one = self.tr("There is a file of this name; it will be replaced.")
            return (replaced if asked.is_folder else one) if there else ""
        there = sum((asked.out / source.name).exists() for source in self._offer.sources)
        return self.tr("%Ln files there will be replaced.", "", there) if there else ""

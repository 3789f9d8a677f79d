"""Opens the sheets that actions ask for over a window, and passes on what was chosen in them.

The window and the session do things; this only asks first. It lives and dies with its window.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog

from db import sentences
from db.errors import UserError
from db.late import Late
from qtapp import settings
from qtapp.action_table import ROWS, TABLE
from qtapp.actions import Actions, group_words
from qtapp.app.files import Files
from qtapp.app.recipes import Recipes
from qtapp.far import Far
from qtapp.session import Session, translate
from qtapp.window.main import MainWindow
from qtapp.window.state import recent_reviews
from qtapp.window.tables import Ask

if TYPE_CHECKING:
    from db import labels
    from db.drift import Drift
    from db.labels import Field, Incoming
    from db.replies import Duplicates
    from qtapp.app import mending, problem
    from qtapp.dialogs import (
        acceptance,
        columns,
        duplicates,
        key_sheet,
        palette,
        problems,
        questions,
        report,
        view_name,
    )
    from qtapp.dialogs import settings as preferences
    from qtapp.privacy.deciding import Wanted
else:
    labels = Late("db.labels")
    mending, problem = Late("qtapp.app.mending"), Late("qtapp.app.problem")
    acceptance, columns = Late("qtapp.dialogs.acceptance"), Late("qtapp.dialogs.columns")
    duplicates = Late("qtapp.dialogs.duplicates")
    key_sheet, palette = Late("qtapp.dialogs.key_sheet"), Late("qtapp.dialogs.palette")
    problems, questions, report = (Late(f"qtapp.dialogs.{name}") for name in ("problems", "questions", "report"))
    view_name, preferences = Late("qtapp.dialogs.view_name"), Late("qtapp.dialogs.settings")

SOON = 300
"""Milliseconds after a review is opened before it is looked at for damage: what is looked at by people comes first."""
MOST_DUPLICATES = 200
"""Tickets of one group that are offered at once."""
FONT_LINE = "sudo apt-get install fonts-noto-cjk"
VIEW, REVIEW = "view:", "review:"
"""What the ids of commands begin with that are no actions."""


class Sheets(QObject):
    """One sheet at a time."""

    dressing_changed = Signal()
    """Language or theme were chosen anew."""

    def __init__(self, window: MainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._report: report.ReportSheet | None = None
        self.files = Files(window, self._open)
        self._deeds = {
            "commands": self.show_palette,
            "keys": self.show_keys,
            "settings": self.show_settings,
            "export": self.files.show_export,
            "restore": self.files.show_backups,
            "save_view": self.show_view_name,
            "theme": self.switch_theme,
            "language": self.switch_language,
            "report_problem": self.report_problem,
            "check_review": lambda: self.mending.check(),
        }
        self._mending: mending.Mending | None = None
        actions.triggered.connect(self._run)
        self.recipes = Recipes(window, actions, self._open)
        window.session_changed.connect(self._greet)
        window.problems_found.connect(self.show_problems)
        window.duplicates_found.connect(self.show_duplicates)
        window.acceptance_wanted.connect(self.show_acceptance)
        window.door.ask_place = self._ask_place
        window.door.opener.damaged.connect(self._offer_to_mend)
        window.door.tables.wanted.connect(self.show_columns)
        window.hosts.labels.files.ask = self._ask_incoming
        window.hosts.privacy.ask = self._ask_masking
        window.hosts.sources.ask_batch = self._ask_batch
        self._greet()

    @property
    def _session(self) -> Session | None:
        return self._window.session

    def _greet(self) -> None:
        """Tell a review that was just opened who works in it, and how to ask before much is changed."""
        session = self._session
        if session is not None:
            session.review.reviewer = settings.reviewer()
            session.confirm = self._confirm
            QTimer.singleShot(SOON, self, self._look)

    @property
    def mending(self) -> mending.Mending:
        """Who mends reviews; made when the window has been painted."""
        if self._mending is None:
            self._mending = mending.Mending(self._window, self._open)
        return self._mending

    def _look(self) -> None:
        self.mending.look()

    def _offer_to_mend(self, path: Path, error: UserError) -> None:
        """Once the window is there: reviews are opened before it is."""
        QTimer.singleShot(0, self, lambda: self.mending.offer(path, error))

    def _confirm(self, number: int, what: str = "") -> bool:
        return questions.confirm_many(number, what, self._window)

    def _run(self, name: str) -> None:
        if name in self._deeds:
            self._deeds[name]()

    def _open(self, sheet: QDialog) -> None:
        sheet.finished.connect(sheet.deleteLater)
        sheet.finished.connect(self._window.activateWindow)  # not every window manager gives the keyboard back
        sheet.open()

    # Palette and keys

    def show_palette(self) -> None:
        """Everything that can be done now."""
        sheet = palette.Palette(self.commands(), self._window)
        sheet.chosen.connect(self._choose)
        self._open(sheet)

    def commands(self) -> list[palette.Command]:
        """Actions that are on, saved views, recent reviews."""
        found = [
            palette.Command(
                row.id, action.text(), row.icon, self._actions.shown_key(row.id), group_words(row.group), row.id
            )
            for row in TABLE
            if (action := self._actions[row.id]).isEnabled() and row.id != "commands"
        ]
        session = self._session
        if session is not None:
            views = self.tr("Saved view")
            found += [
                palette.Command(VIEW + query, name, "bookmark", "", views)
                for name, query in session.review.saved_views()
            ]
        recent = self.tr("Recent review")
        found += [
            palette.Command(f"{REVIEW}{path}", path.stem, "database", "", recent)
            for path in recent_reviews(session.review.path if session is not None else None)
        ]
        return found

    def _choose(self, command: str) -> None:
        if command in ROWS:
            # the palette has to be gone first: what the action opens would lie under it
            QTimer.singleShot(0, self._actions[command], self._actions[command].trigger)
        elif command.startswith(VIEW) and self._session is not None:
            self._session.find(command.removeprefix(VIEW))
            self._window.show_page("tickets")
        elif command.startswith(REVIEW):
            self._window.door.open_one(Path(command.removeprefix(REVIEW)))

    def show_keys(self) -> None:
        """All keys, and the way to change them."""
        self._open(key_sheet.KeySheet(self._actions, self._window))

    # Views and files

    def show_view_name(self) -> None:
        """Keep what is shown under a name."""
        session = self._session
        if session is not None:
            taken = [name for name, _ in session.review.saved_views()]
            sheet = view_name.ViewNameSheet(session.describe(session.query), taken, self._window)
            sheet.chosen.connect(self._save_view)
            self._open(sheet)

    def _save_view(self, name: str) -> None:
        if self._session is not None:
            self._session.save_view(name, str(self._session.query))

    def _ask_place(self, paths: Sequence[Path]) -> bool | None:
        assert self._session is not None
        return questions.ask_place(self._session.review.path.stem, len(paths), self._window)

    def show_columns(self, ask: Ask) -> None:
        """Ask what the columns of a table are."""
        sheet = columns.ColumnsSheet(ask.offer, ask.place, self._window)
        sheet.said.connect(ask.answer)
        sheet.rejected.connect(ask.give_up)
        sheet.looked.connect(ask.look)
        ask.shown_anew.connect(sheet.show_offer)
        sheet.finished.connect(ask.deleteLater)
        self._open(sheet)

    def _ask_incoming(self, name: str, plan: Incoming) -> bool:
        return questions.ask_incoming(name, plan, self._window)

    def _ask_batch(self, plan: Drift) -> str | None:
        is_batch = questions.ask_batch(plan.name, plan.firm, plan.of, plan.counts.gone, self._window)
        return {True: "--as-new-batch", False: "--as-new-version", None: None}[is_batch]

    def _ask_masking(self, wanted: Wanted, kind: str) -> bool:
        numbers = (wanted.places, wanted.values, wanted.tickets, wanted.names)
        return questions.ask_masking(*numbers, kind, self._window)

    def show_problems(self, sentences: Sequence[str]) -> None:
        """List what could not be done."""
        self._open(problems.ProblemsSheet(sentences, self._window))

    def show_duplicates(self, found: Sequence[Duplicates]) -> None:
        """Ask which ticket of each group of duplicates stays."""
        session = self._session
        if session is not None:
            sheet = duplicates.DuplicatesSheet([self._group(one, session) for one in found], self._window)
            sheet.chosen.connect(session.canned.exclude_duplicates)
            self._open(sheet)

    def _group(self, found: Duplicates, session: Session) -> duplicates.Group:
        lines = []
        for one in found.tickets[:MOST_DUPLICATES]:
            ticket = session.review.ticket(one)
            where = self.tr("{file}, line {line}").format(file=ticket.source_name, line=ticket.line)
            status = translate(sentences.TEMPLATES[f"status.{ticket.status.word}"])
            replies = self.tr("%Ln replies", "", len(ticket.thread))
            lines.append((one, " · ".join((where, status, " › ".join(ticket.category), replies))))
        return duplicates.Group(found.title, found.whole, tuple(lines))

    def show_acceptance(self, field: Field) -> None:
        """Ask how likely the label has to be that tickets without one are to get."""
        session = self._session
        if session is None:
            return
        plan = labels.accepting(session.review, field, acceptance.LEAST / 100)
        if not plan.sure:
            self._window.toast.tell(self.tr("There is no ticket without a label for which a check knows a likely one."))
            return
        sheet = acceptance.AcceptanceSheet(plan, self._window)
        sheet.chosen.connect(self._accept_all)
        self._open(sheet)

    def _accept_all(self, plan: labels.Acceptance) -> None:
        session = self._session
        if session is None:
            return
        options = (f"--field={plan.field.replace('_', '-')}", f"--least={plan.least}")
        if not session.goes_far(plan.tickets, Far("accept", options)):
            session.run(lambda: labels.accept_all(session.review, plan), "undo")

    # Preferences

    def show_settings(self) -> None:
        """Language, theme, name."""
        now = preferences.Preferences(
            settings.language(), settings.theme_choice(), settings.reviewer(), settings.checks_labels()
        )
        sheet = preferences.SettingsSheet(now, self._window)
        sheet.chosen.connect(self._prefer)
        sheet.keys_wanted.connect(self.show_keys)
        self._open(sheet)

    def _prefer(self, wanted: preferences.Preferences) -> None:
        before = settings.language(), settings.theme()
        if wanted.reviewer != settings.reviewer():
            settings.set_reviewer(wanted.reviewer)
        if wanted.language != settings.language():
            settings.set_language(wanted.language)
        settings.set_theme(wanted.theme)
        settings.set_checks_labels(wanted.checks_labels)
        self._greet()
        if before != (settings.language(), settings.theme()):
            QTimer.singleShot(0, self.dressing_changed.emit)

    def switch_theme(self) -> None:
        """Light to dark, or back."""
        settings.set_theme("light" if settings.theme() == "dark" else "dark")
        QTimer.singleShot(0, self.dressing_changed.emit)

    def switch_language(self) -> None:
        """English to Chinese, or back."""
        settings.set_language(settings.other_language())
        QTimer.singleShot(0, self.dressing_changed.emit)

    # What goes wrong

    def report(self, text: str) -> None:
        """Show the report of an error of ours; more of them join the one that is shown."""
        if self._report is not None:
            self._report.add(text)
            return
        self._report = report.ReportSheet(text, self._window)
        self._report.finished.connect(self._report_read)
        self._open(self._report)

    def _report_read(self) -> None:
        self._report = None

    def report_problem(self) -> None:
        """Show what is to be told of a problem, by whoever has one."""
        problem.Problem(self._window, self._open)

    def say_fonts(self) -> None:
        """Say that Chinese text will be boxes, and what helps."""
        heading = self.tr("No Chinese font is installed")
        text = self.tr("Chinese text will be boxes. On Debian and Ubuntu, type:\n{line}\nThen start Winnow again.")
        self._open(questions.Notice(heading, text.format(line=FONT_LINE), self._window))

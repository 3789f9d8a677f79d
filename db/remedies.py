"""Sentences of what a repair or a recovery of a review did, and of what it could not do. See `sentences`."""

from __future__ import annotations

from collections.abc import Mapping

from db.marking import QT_TRANSLATE_NOOP

REMEDIES: Mapping[str, str] = {
    "repaired": QT_TRANSLATE_NOOP("db", "Repaired: {n} values that the log did not know"),
    "repaired.one": QT_TRANSLATE_NOOP("db", "Repaired: a value that the log did not know"),
    "recovered": QT_TRANSLATE_NOOP("db", "Recovered: {n} values that the log did not know"),
    "recovered.one": QT_TRANSLATE_NOOP("db", "Recovered: a value that the log did not know"),
    "recovered.action": QT_TRANSLATE_NOOP("db", "Recovered: an action whose description is lost"),
    "mended.copy": QT_TRANSLATE_NOOP("db", "The review as it was is kept among its backups: {file}."),
    "mended.dialect": QT_TRANSLATE_NOOP("db", "How {source} is written was found out anew from its bytes."),
    "mended.no_bytes": QT_TRANSLATE_NOOP(
        "db", "The bytes of {source} are nowhere to be found whole; “winnow recover” makes the source anew."
    ),
    "mended.from_file": QT_TRANSLATE_NOOP("db", "The bytes of {source} were read again from {file}."),
    "mended.from_backup": QT_TRANSLATE_NOOP("db", "The bytes of {source} were taken from the backup {file}."),
    "mended.remade": QT_TRANSLATE_NOOP(
        "db",
        "The bytes of {source} are lost. Its {n} tickets stand in a new source of JSONL; "
        "“winnow update” takes the file in again, if you have it.",
    ),
    "mended.remade.one": QT_TRANSLATE_NOOP(
        "db",
        "The bytes of {source} are lost. Its ticket stands in a new source of JSONL; "
        "“winnow update” takes the file in again, if you have it.",
    ),
    "mended.parked": QT_TRANSLATE_NOOP("db", "{n} tickets that are in no source were parked."),
    "mended.parked.one": QT_TRANSLATE_NOOP("db", "A ticket that is in no source was parked."),
    "mended.reread": QT_TRANSLATE_NOOP("db", "{n} tickets were lost, and read again from their sources."),
    "mended.reread.one": QT_TRANSLATE_NOOP("db", "A ticket was lost, and read again from its source."),
    "mended.value": QT_TRANSLATE_NOOP("db", "{n} values were made what the source and the log say."),
    "mended.value.one": QT_TRANSLATE_NOOP("db", "A value was made what the source and the log say."),
    "mended.original": QT_TRANSLATE_NOOP("db", "{n} marks of edits were made anew from the sources."),
    "mended.original.one": QT_TRANSLATE_NOOP("db", "A mark of an edit was made anew from the source."),
    "mended.span": QT_TRANSLATE_NOOP("db", "{n} tickets were found again in their sources."),
    "mended.span.one": QT_TRANSLATE_NOOP("db", "A ticket was found again in its source."),
    "mended.stray": QT_TRANSLATE_NOOP("db", "{n} rows that pointed to nothing were removed."),
    "mended.stray.one": QT_TRANSLATE_NOOP("db", "A row that pointed to nothing was removed."),
    "mended.lost_change": QT_TRANSLATE_NOOP("db", "{n} changes of tickets that are lost could not be kept."),
    "mended.lost_change.one": QT_TRANSLATE_NOOP("db", "A change of a ticket that is lost could not be kept."),
    "mended.action": QT_TRANSLATE_NOOP("db", "{n} actions of the log have lost their description."),
    "mended.action.one": QT_TRANSLATE_NOOP("db", "An action of the log has lost its description."),
    "mended.decided": QT_TRANSLATE_NOOP("db", "{n} decisions were made what the log says."),
    "mended.decided.one": QT_TRANSLATE_NOOP("db", "A decision was made what the log says."),
    "mended.logged": QT_TRANSLATE_NOOP("db", "{n} values that the log did not know were written into it."),
    "mended.logged.one": QT_TRANSLATE_NOOP("db", "A value that the log did not know was written into it."),
    "mended.causes": QT_TRANSLATE_NOOP("db", "The root causes of {n} tickets were made anew from their text."),
    "mended.causes.one": QT_TRANSLATE_NOOP("db", "The root causes of a ticket were made anew from their text."),
    "mended.index": QT_TRANSLATE_NOOP("db", "The search index was made anew."),
    "recover.read": QT_TRANSLATE_NOOP(
        "db", "{n} tickets and {changes} changes of the log were read from the damaged file."
    ),
    "recover.read.one": QT_TRANSLATE_NOOP(
        "db", "A ticket and {changes} changes of the log were read from the damaged file."
    ),
    "recover.ground": QT_TRANSLATE_NOOP(
        "db", "The rest comes from the backup of {at}; {n} actions of the log are newer than it."
    ),
    "recover.ground.one": QT_TRANSLATE_NOOP(
        "db", "The rest comes from the backup of {at}; an action of the log is newer than it."
    ),
    "recover.header": QT_TRANSLATE_NOOP("db", "The header of the file is damaged; it was not needed."),
    "recover.pages": QT_TRANSLATE_NOOP("db", "{n} of {all} pages of the file cannot be read."),
    "recover.pages.one": QT_TRANSLATE_NOOP("db", "One of {all} pages of the file cannot be read."),
    "recover.frames": QT_TRANSLATE_NOOP("db", "{n} pages of the file’s log are damaged; those behind them were read."),
    "recover.frames.one": QT_TRANSLATE_NOOP("db", "A page of the file’s log is damaged; those behind it were read."),
    "recover.lost_changes": QT_TRANSLATE_NOOP("db", "{n} changes are missing in the log, by their numbers."),
    "recover.lost_changes.one": QT_TRANSLATE_NOOP("db", "A change is missing in the log, by its number."),
    "recover.lost_actions": QT_TRANSLATE_NOOP("db", "{n} actions are missing in the log, by their numbers."),
    "recover.lost_actions.one": QT_TRANSLATE_NOOP("db", "An action is missing in the log, by its number."),
    "recover.revisions": QT_TRANSLATE_NOOP(
        "db", "{n} versions of sources that were taken in cannot be undone any more."
    ),
    "recover.revisions.one": QT_TRANSLATE_NOOP(
        "db", "A version of a source that was taken in cannot be undone any more."
    ),
}
"""Code -> English template."""

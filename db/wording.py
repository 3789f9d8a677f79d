"""English words of findings, checks, recipes, dialects, fields and statuses. Templates and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from db.marking import QT_TRANSLATE_NOOP

WORDING: Mapping[str, str] = {
    # findings, and what an import did
    "finding.section.missing": QT_TRANSLATE_NOOP("db", "The section for the {field_words} is missing."),
    "finding.section.empty": QT_TRANSLATE_NOOP("db", "The section for the {field_words} is empty."),
    "finding.reply.empty": QT_TRANSLATE_NOOP("db", "No reply is recorded."),
    "finding.reply.stand_in": QT_TRANSLATE_NOOP("db", "In place of a reply stands: {text}"),
    "finding.ticket.cut": QT_TRANSLATE_NOOP("db", "The file ends in the middle of this ticket."),
    "finding.category.missing": QT_TRANSLATE_NOOP("db", "The ticket has no category line."),
    "finding.category.unsorted": QT_TRANSLATE_NOOP(
        "db", "All tickets have the same category, {text}: none, in effect."
    ),
    "finding.heading.unknown": QT_TRANSLATE_NOOP("db", "The heading “{heading}” is not known."),
    "finding.heading.repeated": QT_TRANSLATE_NOOP(
        "db", "The heading “{heading}” stands in the ticket once more; it was read as text."
    ),
    "finding.count.wrong": QT_TRANSLATE_NOOP("db", "The header says {declared} tickets; there are {n}."),
    "finding.text.after": QT_TRANSLATE_NOOP("db", "Text follows the last ticket and belongs to none: {text}"),
    "finding.text.between": QT_TRANSLATE_NOOP("db", "A heading between tickets belongs to none: {text}"),
    "finding.text.lost": QT_TRANSLATE_NOOP("db", "A reply begins with “//”: what stood before it was lost."),
    "finding.bytes.undecodable": QT_TRANSLATE_NOOP(
        "db", "Some bytes of this line are no text; they are kept as they are."
    ),
    "finding.problem.doubled": QT_TRANSLATE_NOOP("db", "The problem stands here twice."),
    "finding.line.not_json": QT_TRANSLATE_NOOP("db", "This line is no JSON object; it is kept as it is: {text}"),
    "finding.line.no_ticket": QT_TRANSLATE_NOOP("db", "This line is no ticket; it is kept as it is ({reason})."),
    "finding.table.unequal": QT_TRANSLATE_NOOP(
        "db", "This row has {n} cells where the table has {width} columns; none of them is lost."
    ),
    "finding.table.unequal_all": QT_TRANSLATE_NOOP(
        "db", "In all, {n} rows have another number of cells than the {width} columns of the table."
    ),
    "finding.table.two_headers": QT_TRANSLATE_NOOP(
        "db", "A second row names the columns; it was not read as a ticket: {text}"
    ),
    "finding.table.above": QT_TRANSLATE_NOOP(
        "db", "What stands above the names of the columns belongs to no ticket: {text}"
    ),
    "finding.table.names": QT_TRANSLATE_NOOP(
        "db",
        "This row was taken for the names of the columns: {text}. If it is a ticket, import the file with "
        "--header {rows}; in the window, say so in “Rows above the first ticket” when the file is opened.",
    ),
    "finding.table.together": QT_TRANSLATE_NOOP(
        "db", "The list “{name}” has the same columns; its entries were read as tickets of the same table."
    ),
    "finding.table.unread": QT_TRANSLATE_NOOP(
        "db",
        "“{name}” stands beside the tickets and was not read; it is kept as it is. If it holds "
        "tickets, save it as a file of its own and import that.",
    ),
    "finding.table.doubled": QT_TRANSLATE_NOOP(
        "db",
        "The key “{key}” stands here twice in one object; the last of its values was read, the others are not shown.",
    ),
    "finding.table.large_cell": QT_TRANSLATE_NOOP("db", "The cell of “{column}” has {n} characters."),
    "finding.table.wide": QT_TRANSLATE_NOOP(
        "db", "The table has {n} columns; those that are no part of a ticket are fields of their own."
    ),
    "finding.sheet.merged": QT_TRANSLATE_NOOP(
        "db", "The cells {cells} are merged; each of these rows was read with what they say: {text}"
    ),
    "import": QT_TRANSLATE_NOOP("db", "Imported {n} tickets of {name}"),
    "import.one": QT_TRANSLATE_NOOP("db", "Imported one ticket of {name}"),
    "import.again": QT_TRANSLATE_NOOP(
        "db", "Imported again: {added} added, {changed} changed, {parked} parked, {conflicts} in conflict, of {name}"
    ),
    "import.batch": QT_TRANSLATE_NOOP("db", "Imported {n} tickets of {name}, another batch from the same file"),
    "import.batch.one": QT_TRANSLATE_NOOP("db", "Imported one ticket of {name}, another batch from the same file"),
    "import.files": QT_TRANSLATE_NOOP("db", "Imported {n} tickets of {files} files"),
    "import.same": QT_TRANSLATE_NOOP(
        "db", "Nothing new to import: {file} is the same as {name}, which is there already"
    ),
    "import.files.one": QT_TRANSLATE_NOOP("db", "Imported one ticket of {files} files"),
    "import.nothing": QT_TRANSLATE_NOOP("db", "Nothing new to import"),
    "conflict": QT_TRANSLATE_NOOP(
        "db",
        "The source changed a field that was edited here too ({field}). The edit is kept; the source says: {theirs}",
    ),
    "parked": QT_TRANSLATE_NOOP("db", "The ticket is not in the file any more. It is parked, with all its edits."),
    "stage.wait": QT_TRANSLATE_NOOP("db", "Waiting for another import"),
    "stage.import": QT_TRANSLATE_NOOP("db", "Importing"),
    "stage.compare": QT_TRANSLATE_NOOP("db", "Comparing with the file"),
    "stage.merge": QT_TRANSLATE_NOOP("db", "Comparing with the last version"),
    "stage.backup": QT_TRANSLATE_NOOP("db", "Making a backup"),
    # long work
    "stage.index": QT_TRANSLATE_NOOP("db", "Making the text searchable"),
    "stage.tidy": QT_TRANSLATE_NOOP("db", "Tidying the search index"),
    "stage.upkeep": QT_TRANSLATE_NOOP("db", "Tidying the review"),
    "stage.labels": QT_TRANSLATE_NOOP("db", "Comparing labels"),
    "stage.families": QT_TRANSLATE_NOOP("db", "Comparing replies"),
    "stage.edit": QT_TRANSLATE_NOOP("db", "Changing tickets"),
    "stage.export": QT_TRANSLATE_NOOP("db", "Exporting"),
    # checking a review
    "check.integrity": QT_TRANSLATE_NOOP("db", "The file is damaged: {detail}"),
    "check.pages": QT_TRANSLATE_NOOP("db", "Part of the file cannot be read any more."),
    "check.reference": QT_TRANSLATE_NOOP("db", "{n} rows of the table {table} point to nothing."),
    "check.reference.one": QT_TRANSLATE_NOOP("db", "A row of the table {table} points to nothing."),
    "check.bytes": QT_TRANSLATE_NOOP("db", "The stored bytes of {source} are not those that were imported."),
    "check.unreadable": QT_TRANSLATE_NOOP("db", "The stored bytes of {source} cannot be read as tickets any more."),
    "check.tickets": QT_TRANSLATE_NOOP("db", "{source} holds {expected} tickets, but the review has {n} of it."),
    "check.span": QT_TRANSLATE_NOOP(
        "db", "Ticket {ticket} of {source}: the place of {field_words} is not in the file."
    ),
    "check.value": QT_TRANSLATE_NOOP("db", "Ticket {ticket} of {source}: {field_words} is not what the source says."),
    "check.original": QT_TRANSLATE_NOOP(
        "db", "Ticket {ticket}: what the source says of {field_words} is not kept rightly."
    ),
    "check.decided": QT_TRANSLATE_NOOP("db", "What is decided ({key}) is not what the log says."),
    "check.log": QT_TRANSLATE_NOOP("db", "Ticket {ticket}: {field_words} is not what the log says."),
    "check.index": QT_TRANSLATE_NOOP(
        "db", "The search index is damaged. Repairing makes it anew, and so does “winnow check --rebuild-index”."
    ),
    "check.not_indexed": QT_TRANSLATE_NOOP("db", "Ticket {ticket}: the search index does not have it as it stands."),
    "stage.check": QT_TRANSLATE_NOOP("db", "Checking"),
    "stage.audit": QT_TRANSLATE_NOOP("db", "Checking the search index"),
    "stage.recover": QT_TRANSLATE_NOOP("db", "Reading what can be read"),
    # recipes: what of one does not apply, and what one does not hold
    "recipe.names": QT_TRANSLATE_NOOP("db", "{n} values have the numbers that they had"),
    "recipe.replies": QT_TRANSLATE_NOOP("db", "Took {n} decisions on canned replies"),
    "recipe.taxonomy": QT_TRANSLATE_NOOP("db", "Took in a taxonomy of {n} labels"),
    "recipe.no_label": QT_TRANSLATE_NOOP("db", "No ticket has the label “{given}” as its {field_words}: left out."),
    "recipe.not_done": QT_TRANSLATE_NOOP("db", "A decision could not be taken everywhere: {of}"),
    "recipe.no_ticket": QT_TRANSLATE_NOOP(
        "db", "{n} decisions on single tickets did not apply: those tickets are not in these files."
    ),
    "recipe.no_ticket.one": QT_TRANSLATE_NOOP(
        "db", "A decision on a single ticket did not apply: that ticket is not in these files."
    ),
    "recipe.no_reply": QT_TRANSLATE_NOOP("db", "{n} decisions on canned replies met no reply."),
    "recipe.no_reply.one": QT_TRANSLATE_NOOP("db", "A decision on a canned reply met no reply."),
    "recipe.no_reword": QT_TRANSLATE_NOOP("db", "{n} replies that were rewritten are not in these files."),
    "recipe.no_reword.one": QT_TRANSLATE_NOOP("db", "A reply that was rewritten is not in these files."),
    "recipe.unreworded": QT_TRANSLATE_NOOP("db", "{n} tickets keep their replies: their file cannot hold the wording."),
    "recipe.unreworded.one": QT_TRANSLATE_NOOP("db", "One ticket keeps its replies: its file cannot hold the wording."),
    "recipe.other_forms": QT_TRANSLATE_NOOP(
        "db", "{n} decisions on canned replies did not apply: they were taken by a version that compares otherwise."
    ),
    "recipe.no_value": QT_TRANSLATE_NOOP("db", "{n} values that were masked are not in these files."),
    "recipe.no_value.one": QT_TRANSLATE_NOOP("db", "A value that was masked is not in these files."),
    "recipe.no_kind": QT_TRANSLATE_NOOP("db", "Nothing to mask was found: {value}."),
    "recipe.unmasked": QT_TRANSLATE_NOOP(
        "db", "{n} tickets keep personal data: their file could not be read again with the masks."
    ),
    "recipe.unmasked.one": QT_TRANSLATE_NOOP(
        "db", "One ticket keeps personal data: its file could not be read again with the masks."
    ),
    "recipe.no_exception": QT_TRANSLATE_NOOP("db", "{n} values that are no personal data are not in these files."),
    "recipe.no_exception.one": QT_TRANSLATE_NOOP("db", "A value that is no personal data is not in these files."),
    "recipe.no_duplicate": QT_TRANSLATE_NOOP("db", "{n} tickets that were there twice are not so in these files."),
    "recipe.no_duplicate.one": QT_TRANSLATE_NOOP("db", "A ticket that was there twice is not so in these files."),
    "recipe.outside": QT_TRANSLATE_NOOP("db", "{n} tickets have a {field_words} that the taxonomy does not allow."),
    "recipe.outside.one": QT_TRANSLATE_NOOP("db", "A ticket has a {field_words} that the taxonomy does not allow."),
    "recipe.not_held": QT_TRANSLATE_NOOP(
        "db",
        "Not in the recipe are edits of {n} tickets, which would need their text: {fields}. Applied, these stay as in "
        "the sources.",
    ),
    "recipe.not_held.one": QT_TRANSLATE_NOOP(
        "db",
        "Not in the recipe are edits of one ticket, which would need its text: {fields}. Applied, it stays as in the "
        "source.",
    ),
    "recipe.left_out": QT_TRANSLATE_NOOP("db", "{n} decisions were left out: personal data stands in their words."),
    "recipe.left_out.one": QT_TRANSLATE_NOOP("db", "A decision was left out: personal data stands in its words."),
    # what the columns of a table are
    "column.title": QT_TRANSLATE_NOOP("db", "Title"),
    "column.category": QT_TRANSLATE_NOOP("db", "Category"),
    "column.problem": QT_TRANSLATE_NOOP("db", "Problem"),
    "column.replies": QT_TRANSLATE_NOOP("db", "Replies"),
    "column.conversation": QT_TRANSLATE_NOOP("db", "Conversation"),
    "column.speaker": QT_TRANSLATE_NOOP("db", "Speaker"),
    "column.root_cause": QT_TRANSLATE_NOOP("db", "Root cause"),
    "column.number": QT_TRANSLATE_NOOP("db", "Number"),
    "column.ticket": QT_TRANSLATE_NOOP("db", "Ticket it belongs to"),
    "column.other": QT_TRANSLATE_NOOP("db", "Another field"),
    "column.aside": QT_TRANSLATE_NOOP("db", "Only in the file"),
    # dialects: a part for each mark that has one, `dialect.MARK` or `dialect.MARK.VALUE`
    "dialect.columns": QT_TRANSLATE_NOOP("db", "A table. {parts}."),
    "dialect": QT_TRANSLATE_NOOP("db", "Dialect: {parts}."),
    "dialect.and": QT_TRANSLATE_NOOP("db", ", "),
    "dialect.title.numbered": QT_TRANSLATE_NOOP("db", "numbered titles"),
    "dialect.title.prefixed": QT_TRANSLATE_NOOP("db", "titles with a prefix"),
    "dialect.title.plain": QT_TRANSLATE_NOOP("db", "titles without numbers"),
    "dialect.headings.sign": QT_TRANSLATE_NOOP("db", "headings below the title"),
    "dialect.headings.same": QT_TRANSLATE_NOOP("db", "headings like titles"),
    "dialect.headings.label": QT_TRANSLATE_NOOP("db", "bold labels for headings"),
    "dialect.category": QT_TRANSLATE_NOOP("db", "category behind “{value}”"),
    "dialect.separator": QT_TRANSLATE_NOOP("db", "its names joined by “{value}”"),
    "dialect.replies.dialogue": QT_TRANSLATE_NOOP("db", "replies with speakers"),
    "dialect.replies.pairs": QT_TRANSLATE_NOOP("db", "questions and replies in pairs"),
    "dialect.replies.numbered": QT_TRANSLATE_NOOP("db", "numbered replies"),
    "dialect.replies.bullets": QT_TRANSLATE_NOOP("db", "a list of replies"),
    "dialect.replies.lines": QT_TRANSLATE_NOOP("db", "a line a reply"),
    "dialect.replies.paragraphs": QT_TRANSLATE_NOOP("db", "a paragraph a reply"),
    "dialect.replies.text": QT_TRANSLATE_NOOP("db", "replies as one text"),
    "dialect.conversation": QT_TRANSLATE_NOOP("db", "a conversation besides"),
    "dialect.root_cause.bullets": QT_TRANSLATE_NOOP("db", "root causes as a list"),
    "dialect.root_cause.tags": QT_TRANSLATE_NOOP("db", "root causes as tags"),
    "dialect.root_cause.label": QT_TRANSLATE_NOOP("db", "root causes behind a label"),
    "dialect.root_cause.text": QT_TRANSLATE_NOOP("db", "root causes as text"),
    "dialect.rule.none": QT_TRANSLATE_NOOP("db", "no rule between tickets"),
    "dialect.newline.crlf": QT_TRANSLATE_NOOP("db", "Windows line ends"),
    # fields and statuses by name
    "field.title": QT_TRANSLATE_NOOP("db", "title"),
    "field.category": QT_TRANSLATE_NOOP("db", "category"),
    "field.problem": QT_TRANSLATE_NOOP("db", "problem"),
    "field.replies": QT_TRANSLATE_NOOP("db", "replies"),
    "field.conversation": QT_TRANSLATE_NOOP("db", "conversation"),
    "field.root_cause": QT_TRANSLATE_NOOP("db", "root cause"),
    "field.fields": QT_TRANSLATE_NOOP("db", "other fields"),
    "field.status": QT_TRANSLATE_NOOP("db", "status"),
    "field.note": QT_TRANSLATE_NOOP("db", "note"),
    "status.unreviewed": QT_TRANSLATE_NOOP("db", "unreviewed"),
    "status.reviewed": QT_TRANSLATE_NOOP("db", "reviewed"),
    "status.flagged": QT_TRANSLATE_NOOP("db", "flagged"),
    "status.excluded": QT_TRANSLATE_NOOP("db", "excluded"),
}
"""Code -> English template. A code with ``.one`` behind it is for n == 1, with ``.none`` for an empty value."""

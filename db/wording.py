"""English words of findings, actions, checks, dialects, fields and statuses. Templates and nothing else."""

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
        "db", "Imported {name} again: {added} tickets added, {changed} changed, {parked} parked, {conflicts} conflicts"
    ),
    "import.batch": QT_TRANSLATE_NOOP("db", "Imported {n} tickets of {name}, another batch from the same file"),
    "import.files": QT_TRANSLATE_NOOP("db", "Imported {n} tickets of {files} files"),
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
    "stage.labels": QT_TRANSLATE_NOOP("db", "Comparing labels"),
    "stage.families": QT_TRANSLATE_NOOP("db", "Comparing replies"),
    "stage.export": QT_TRANSLATE_NOOP("db", "Exporting"),
    # checking a review
    "check.integrity": QT_TRANSLATE_NOOP("db", "The file is damaged: {detail}"),
    "check.reference": QT_TRANSLATE_NOOP("db", "{n} rows of the table {table} point to nothing."),
    "check.reference.one": QT_TRANSLATE_NOOP("db", "A row of the table {table} points to nothing."),
    "check.bytes": QT_TRANSLATE_NOOP("db", "The stored bytes of {source} are not those that were imported."),
    "check.unreadable": QT_TRANSLATE_NOOP("db", "The stored bytes of {source} cannot be read as tickets any more."),
    "check.tickets": QT_TRANSLATE_NOOP("db", "{source} holds {expected} tickets, but the review has {n} of it."),
    "check.span": QT_TRANSLATE_NOOP("db", "Ticket {ticket} of {source}: the place of {field} is not in the file."),
    "check.value": QT_TRANSLATE_NOOP("db", "Ticket {ticket} of {source}: {field} is not what the source says."),
    "check.original": QT_TRANSLATE_NOOP("db", "Ticket {ticket}: what the source says of {field} is not kept rightly."),
    "check.decided": QT_TRANSLATE_NOOP("db", "What is decided ({key}) is not what the log says."),
    "check.log": QT_TRANSLATE_NOOP("db", "Ticket {ticket}: {field} is not what the log says."),
    "check.index": QT_TRANSLATE_NOOP(
        "db", "The search index is damaged. Make it anew with “winnow check --rebuild-index”."
    ),
    "check.not_indexed": QT_TRANSLATE_NOOP("db", "Ticket {ticket}: the search index does not have it as it stands."),
    "stage.check": QT_TRANSLATE_NOOP("db", "Checking"),
    "stage.audit": QT_TRANSLATE_NOOP("db", "Checking the search index"),
    "stage.recover": QT_TRANSLATE_NOOP("db", "Reading what can be read"),
    # editing
    "edit.category": QT_TRANSLATE_NOOP("db", "Set category of {n} tickets to {value}"),
    "edit.category.one": QT_TRANSLATE_NOOP("db", "Set category to {value}"),
    "edit.category.none": QT_TRANSLATE_NOOP("db", "Took the category off {n} tickets"),
    "edit.category.none.one": QT_TRANSLATE_NOOP("db", "Took the category off"),
    "edit.causes": QT_TRANSLATE_NOOP("db", "Set root causes of {n} tickets to {value}"),
    "edit.causes.one": QT_TRANSLATE_NOOP("db", "Set root causes to {value}"),
    "edit.causes.none": QT_TRANSLATE_NOOP("db", "Took all root causes off {n} tickets"),
    "edit.causes.none.one": QT_TRANSLATE_NOOP("db", "Took all root causes off"),
    "edit.cause_added": QT_TRANSLATE_NOOP("db", "Added root cause {value} to {n} tickets"),
    "edit.cause_added.one": QT_TRANSLATE_NOOP("db", "Added root cause {value}"),
    "edit.cause_removed": QT_TRANSLATE_NOOP("db", "Took root cause {value} off {n} tickets"),
    "edit.cause_removed.one": QT_TRANSLATE_NOOP("db", "Took root cause {value} off"),
    "edit.status": QT_TRANSLATE_NOOP("db", "Marked {n} tickets as {status_words}"),
    "edit.status.one": QT_TRANSLATE_NOOP("db", "Marked as {status_words}"),
    "edit.note": QT_TRANSLATE_NOOP("db", "Wrote a note on {n} tickets"),
    "edit.note.one": QT_TRANSLATE_NOOP("db", "Wrote a note"),
    "edit.note.none": QT_TRANSLATE_NOOP("db", "Took the note off {n} tickets"),
    "edit.note.none.one": QT_TRANSLATE_NOOP("db", "Took the note off"),
    "edit.text": QT_TRANSLATE_NOOP("db", "Rewrote the {field_words} of “{title}”"),
    "edit.taken_back": QT_TRANSLATE_NOOP("db", "Took back a change of the {field_words} of “{title}”"),
    "edit.several": QT_TRANSLATE_NOOP("db", "Changed {n} tickets in several fields"),
    "edit.several.one": QT_TRANSLATE_NOOP("db", "Changed a ticket in several fields"),
    "edit.nothing": QT_TRANSLATE_NOOP("db", "Nothing needed doing"),
    "undo": QT_TRANSLATE_NOOP("db", "Undone: {of}"),
    "redo": QT_TRANSLATE_NOOP("db", "Done again: {of}"),
    "undo.nothing": QT_TRANSLATE_NOOP("db", "There is nothing to undo."),
    "redo.nothing": QT_TRANSLATE_NOOP("db", "There is nothing to do again."),
    "undo.changed_since": QT_TRANSLATE_NOOP(
        "db",
        "{who} has changed the {field_words} of ticket {ticket} since. Nothing was undone; "
        "take single changes back in the history of the ticket.",
    ),
    "redo.changed_since": QT_TRANSLATE_NOOP(
        "db", "{who} has changed the {field_words} of ticket {ticket} since. Nothing was done again."
    ),
    "canned.wording": QT_TRANSLATE_NOOP("db", "Wording chosen for replies of {n} tickets: {value}"),
    "canned.rewritten": QT_TRANSLATE_NOOP("db", "{replies} replies of {n} tickets rewritten: {value}"),
    "canned.rewritten.some": QT_TRANSLATE_NOOP(
        "db", "{replies} replies of {n} tickets rewritten, {refused} tickets could not hold it: {value}"
    ),
    "canned.deduplicated": QT_TRANSLATE_NOOP("db", "Excluded duplicates, a change of {n} tickets"),
    "canned.deduplicated.one": QT_TRANSLATE_NOOP("db", "Excluded a duplicate"),
    "canned.keep": QT_TRANSLATE_NOOP("db", "At most {examples} of {n} tickets to be exported: {value}"),
    "canned.holding": QT_TRANSLATE_NOOP("db", "Holding reply of {n} tickets: {value}"),
    "canned.apart": QT_TRANSLATE_NOOP("db", "No duplicates, replies of {n} tickets: {value}"),
    "canned.reopened": QT_TRANSLATE_NOOP("db", "Decision taken away, replies of {n} tickets: {value}"),
    "canned.taken_out": QT_TRANSLATE_NOOP("db", "Taken out of its family, replies of {n} tickets: {value}"),
    "canned.parted": QT_TRANSLATE_NOOP("db", "Kept apart, replies of {n} tickets: {value}"),
    "labels.kept.category": QT_TRANSLATE_NOOP("db", "Categories of {n} tickets kept as they are: {value}"),
    "labels.kept.root_cause": QT_TRANSLATE_NOOP("db", "Root causes of {n} tickets kept as they are: {value}"),
    "labels.accepted.category": QT_TRANSLATE_NOOP("db", "Likely categories accepted for {n} tickets: {value}"),
    "labels.accepted.category.one": QT_TRANSLATE_NOOP("db", "Likely category accepted: {value}"),
    "labels.accepted.root_cause": QT_TRANSLATE_NOOP("db", "Likely root causes accepted for {n} tickets: {value}"),
    "labels.accepted.root_cause.one": QT_TRANSLATE_NOOP("db", "Likely root cause accepted: {value}"),
    "labels.apart": QT_TRANSLATE_NOOP("db", "Not the same, labels of {n} tickets: {value}"),
    "labels.merged": QT_TRANSLATE_NOOP("db", "{labels} labels became {value} on {n} tickets"),
    "labels.merged.several": QT_TRANSLATE_NOOP("db", "Merged {labels} labels into others, on {n} tickets"),
    "labels.relabelled": QT_TRANSLATE_NOOP("db", "Root cause {old} became {value} on {n} tickets"),
    "labels.relabelled.one": QT_TRANSLATE_NOOP("db", "Root cause {old} became {value}"),
    "labels.relabelled.none": QT_TRANSLATE_NOOP("db", "Took root cause {old} off {n} tickets"),
    "labels.relabelled.none.one": QT_TRANSLATE_NOOP("db", "Took root cause {old} off"),
    "labels.moved": QT_TRANSLATE_NOOP("db", "Category {old} and all below it became {value} on {n} tickets"),
    "labels.moved.one": QT_TRANSLATE_NOOP("db", "Category {old} and all below it became {value} on one ticket"),
    "labels.moved.none": QT_TRANSLATE_NOOP("db", "Took category {old} and all below it off {n} tickets"),
    "labels.described": QT_TRANSLATE_NOOP("db", "Described the label {value}"),
    "labels.retire": QT_TRANSLATE_NOOP("db", "Retired labels that {n} tickets have: {value}"),
    "labels.restored": QT_TRANSLATE_NOOP("db", "Brought retired labels back into use: {value}"),
    "labels.admitted": QT_TRANSLATE_NOOP("db", "Took {labels} labels into the taxonomy: {value}"),
    "labels.struck": QT_TRANSLATE_NOOP("db", "Took {labels} labels out of the taxonomy: {value}"),
    "labels.held": QT_TRANSLATE_NOOP("db", "Held tickets to the taxonomy of the {field_words}: {n} are outside"),
    "labels.freed": QT_TRANSLATE_NOOP("db", "Tickets are not held to the taxonomy of the {field_words} any more"),
    "labels.imported": QT_TRANSLATE_NOOP("db", "Took in a taxonomy: {added} labels added, {changed} changed"),
    "labels.no_taxonomy": QT_TRANSLATE_NOOP(
        "db",
        "There is no taxonomy of the {field_words} yet to hold tickets to. "
        "Import one, or take the labels that there are.",
    ),
    "labels.retired_above": QT_TRANSLATE_NOOP("db", "“{given}” is retired because “{above}” is. Bring that one back."),
    "labels.no_field": QT_TRANSLATE_NOOP("db", "Say which labels are meant: --field category or --field root-cause."),
    "labels.only_below": QT_TRANSLATE_NOOP(
        "db", "No ticket has the category “{given}” itself, but {n} labels below it are there. Take them along."
    ),
    "labels.exists": QT_TRANSLATE_NOOP(
        "db", "There is already a label “{given}” as {field_words}. Merge the two, or choose another name."
    ),
    "labels.itself": QT_TRANSLATE_NOOP("db", "“{given}” cannot be merged into itself. Choose another label."),
    "labels.below_itself": QT_TRANSLATE_NOOP(
        "db", "“{label}” cannot become “{given}”, which is below itself. Choose another place."
    ),
    "labels.no_parent": QT_TRANSLATE_NOOP(
        "db", "Only a whole category can be moved below another: without a search, and no root cause."
    ),
    "labels.not_held": QT_TRANSLATE_NOOP(
        "db", "{source} would read the root cause “{given}” as something else, such as a heading. Choose another name."
    ),
    "labels.unknown": QT_TRANSLATE_NOOP(
        "db", "No ticket has the label “{given}” as its {field_words}. “winnow labels” lists those that there are."
    ),
    "labels.unknown.near": QT_TRANSLATE_NOOP(
        "db", "No ticket has the label “{given}” as its {field_words}. Did you mean “{near}”?"
    ),
    "labels.retired": QT_TRANSLATE_NOOP(
        "db",
        "“{given}” is retired as {field_words}, itself or what it is below, and may not be given any more. "
        "Choose another, or bring it back into use first.",
    ),
    "labels.none_apart": QT_TRANSLATE_NOOP("db", "Choose labels to keep apart, {most} at most."),
    "privacy.masked": QT_TRANSLATE_NOOP("db", "Masked {places} places of {values} values in {n} tickets: {kinds}"),
    "privacy.masked.one": QT_TRANSLATE_NOOP("db", "Masked {places} places of {values} values in a ticket: {kinds}"),
    "privacy.not": QT_TRANSLATE_NOOP("db", "No personal data, found in {n} tickets: {value}"),
    "privacy.not.one": QT_TRANSLATE_NOOP("db", "No personal data, found in a ticket: {value}"),
    "privacy.after_all": QT_TRANSLATE_NOOP("db", "Personal data after all: {value}"),
    "privacy.nothing": QT_TRANSLATE_NOOP("db", "Choose what to mask first: nothing was chosen."),
    "privacy.no_value": QT_TRANSLATE_NOOP(
        "db", "“{given}” was not found as personal data. “winnow privacy REVIEW --values” lists what was."
    ),
    "privacy.not_excepted": QT_TRANSLATE_NOOP(
        "db",
        "Nobody said that “{given}” is no personal data. “winnow privacy REVIEW --exceptions” lists what was said so.",
    ),
    "privacy.not_held": QT_TRANSLATE_NOOP(
        "db",
        "No source of these {n} tickets could be read again with the masks. Nothing was changed; "
        "edit the texts by hand.",
    ),
    "privacy.stale": QT_TRANSLATE_NOOP(
        "db", "Ticket {ticket} has been changed since it was searched. Nothing was changed; search again and mask then."
    ),
    "privacy.kind.mobile": QT_TRANSLATE_NOOP("db", "Mobile number"),
    "privacy.kind.landline": QT_TRANSLATE_NOOP("db", "Landline number"),
    "privacy.kind.mail": QT_TRANSLATE_NOOP("db", "Mail address"),
    "privacy.kind.id_card": QT_TRANSLATE_NOOP("db", "ID card"),
    "privacy.kind.bank_card": QT_TRANSLATE_NOOP("db", "Bank card"),
    "privacy.kind.company": QT_TRANSLATE_NOOP("db", "Company code"),
    "privacy.kind.ipv4": QT_TRANSLATE_NOOP("db", "IPv4 address"),
    "privacy.kind.ipv6": QT_TRANSLATE_NOOP("db", "IPv6 address"),
    "privacy.kind.domain": QT_TRANSLATE_NOOP("db", "Domain"),
    "privacy.kind.link": QT_TRANSLATE_NOOP("db", "Link"),
    "privacy.kind.key": QT_TRANSLATE_NOOP("db", "Key or hash"),
    "privacy.kind.password": QT_TRANSLATE_NOOP("db", "Password"),
    "privacy.kind.order": QT_TRANSLATE_NOOP("db", "Order number"),
    "stage.privacy": QT_TRANSLATE_NOOP("db", "Searching for personal data"),
    "canned.not_held": QT_TRANSLATE_NOOP(
        "db", "No source of these {n} tickets can hold that wording. Choose one without line breaks or special signs."
    ),
    "canned.no_examples": QT_TRANSLATE_NOOP("db", "Keep at least one example, not {given}."),
    "canned.nothing_stays": QT_TRANSLATE_NOOP(
        "db", "Some of the family must stay: choose fewer variants, or say that it is no family."
    ),
    "canned.same_form": QT_TRANSLATE_NOOP("db", "These two say the same, and cannot be kept apart."),
    "canned.empty_wording": QT_TRANSLATE_NOOP("db", "Type a wording: an empty reply would say nothing."),
    "proposal.holding": QT_TRANSLATE_NOOP(
        "db", "Says nothing of the case: {length} characters, used {n} times in {categories} categories."
    ),
    "proposal.keep": QT_TRANSLATE_NOOP("db", "Used {n} times: {examples} examples teach as much."),
    "undo.decided_since": QT_TRANSLATE_NOOP(
        "db", "{who} has decided otherwise of the same since. Nothing was undone; decide anew where it was decided."
    ),
    "redo.decided_since": QT_TRANSLATE_NOOP(
        "db", "{who} has decided otherwise of the same since. Nothing was done again."
    ),
    "undo.version_since": QT_TRANSLATE_NOOP(
        "db",
        "{who} has taken in another version of {source} since. Nothing was undone; undo that one first.",
    ),
    "redo.version_since": QT_TRANSLATE_NOOP(
        "db", "{source} is not the version any more that this was done to. Nothing was done again."
    ),
    "undo.not_yours": QT_TRANSLATE_NOOP("db", "Action {entry} cannot be undone: it is none, or is undone already."),
    "edit.no_ticket": QT_TRANSLATE_NOOP("db", "There is no ticket {ticket} in this review."),
    "edit.no_change": QT_TRANSLATE_NOOP("db", "There is no change {change} in this review."),
    "edit.no_text": QT_TRANSLATE_NOOP(
        "db", "“{given}” holds something that is no character in any encoding. Nothing was changed; type it again."
    ),
    "edit.bad_path": QT_TRANSLATE_NOOP(
        "db", "“{given}” cannot be part of a category: a name is not empty, stands on one line and has no ｜ in it."
    ),
    "edit.bad_cause": QT_TRANSLATE_NOOP(
        "db",
        "“{given}” cannot be a root cause: it is not empty and stands on one line. Longer text goes into the section.",
    ),
    "edit.bad_title": QT_TRANSLATE_NOOP(
        "db", "“{given}” cannot be a title: a title is not empty and stands on one line."
    ),
    "edit.bad_field": QT_TRANSLATE_NOOP("db", "“{given}” is no field that can be written."),
    "edit.path_not_held": QT_TRANSLATE_NOOP(
        "db",
        "{source} joins the names of a category by a sign that stands in “{given}” too, and would read it otherwise. "
        "Choose a name without that sign.",
    ),
    "edit.not_held": QT_TRANSLATE_NOOP(
        "db",
        "The {field_words} of ticket {ticket} cannot be that: in the source it would be read as something else, such "
        "as a heading or another message. Change that line.",
    ),
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
    # dialects: a part for each mark that has one, `dialect.MARK` or `dialect.MARK.VALUE`
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

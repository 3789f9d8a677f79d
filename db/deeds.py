"""English words of the actions of the log. Templates and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from db.marking import QT_TRANSLATE_NOOP

DEEDS: Mapping[str, str] = {
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
    "canned.wording.one": QT_TRANSLATE_NOOP("db", "Wording chosen for replies of one ticket: {value}"),
    "canned.rewritten": QT_TRANSLATE_NOOP("db", "{replies} replies of {n} tickets rewritten: {value}"),
    "canned.rewritten.one": QT_TRANSLATE_NOOP("db", "{replies} replies of one ticket rewritten: {value}"),
    "canned.rewritten.one.one_reply": QT_TRANSLATE_NOOP("db", "A reply of one ticket rewritten: {value}"),
    "canned.rewritten.some": QT_TRANSLATE_NOOP(
        "db", "{replies} replies of {n} tickets rewritten, {refused} more could not hold it: {value}"
    ),
    "canned.rewritten.some.one": QT_TRANSLATE_NOOP(
        "db", "{replies} replies of one ticket rewritten, {refused} more could not hold it: {value}"
    ),
    "canned.rewritten.some.one.one_reply": QT_TRANSLATE_NOOP(
        "db", "A reply of one ticket rewritten, {refused} more could not hold it: {value}"
    ),
    "canned.rewritten.none": QT_TRANSLATE_NOOP(
        "db", "Wording chosen, the replies of {n} tickets read so already: {value}"
    ),
    "canned.rewritten.none.one": QT_TRANSLATE_NOOP(
        "db", "Wording chosen, the replies of one ticket read so already: {value}"
    ),
    "canned.rewritten.many": QT_TRANSLATE_NOOP(
        "db", "{replies} replies of {n} tickets rewritten, of {families} families"
    ),
    "canned.rewritten.many.one": QT_TRANSLATE_NOOP(
        "db", "{replies} replies of one ticket rewritten, of {families} families"
    ),
    "canned.rewritten.many.one.one_reply": QT_TRANSLATE_NOOP(
        "db", "A reply of one ticket rewritten, of {families} families"
    ),
    "canned.keep.many": QT_TRANSLATE_NOOP(
        "db", "At most {examples} a family to be exported, of {families} families with {n} tickets"
    ),
    "canned.keep.many.one": QT_TRANSLATE_NOOP(
        "db", "At most {examples} a family to be exported, of {families} families with one ticket"
    ),
    "canned.holding.many": QT_TRANSLATE_NOOP("db", "Holding replies of {n} tickets, of {families} families"),
    "canned.holding.many.one": QT_TRANSLATE_NOOP("db", "Holding replies of one ticket, of {families} families"),
    "canned.apart.many": QT_TRANSLATE_NOOP("db", "No duplicates, replies of {n} tickets, of {families} families"),
    "canned.apart.many.one": QT_TRANSLATE_NOOP("db", "No duplicates, replies of one ticket, of {families} families"),
    "canned.reopened.many": QT_TRANSLATE_NOOP("db", "Decisions on {families} families taken away, {n} tickets"),
    "canned.reopened.many.one": QT_TRANSLATE_NOOP("db", "Decisions on {families} families taken away, one ticket"),
    "canned.deduplicated": QT_TRANSLATE_NOOP("db", "Excluded duplicates, a change of {n} tickets"),
    "canned.deduplicated.one": QT_TRANSLATE_NOOP("db", "Excluded a duplicate"),
    "canned.keep": QT_TRANSLATE_NOOP("db", "At most {examples} tickets to be exported, {n} hold it: {value}"),
    "canned.keep.one": QT_TRANSLATE_NOOP("db", "At most {examples} tickets to be exported, one holds it: {value}"),
    "canned.holding": QT_TRANSLATE_NOOP("db", "Holding reply of {n} tickets: {value}"),
    "canned.holding.one": QT_TRANSLATE_NOOP("db", "Holding reply of one ticket: {value}"),
    "canned.apart": QT_TRANSLATE_NOOP("db", "No duplicates, replies of {n} tickets: {value}"),
    "canned.apart.one": QT_TRANSLATE_NOOP("db", "No duplicates, replies of one ticket: {value}"),
    "canned.reopened": QT_TRANSLATE_NOOP("db", "Decision taken away, replies of {n} tickets: {value}"),
    "canned.reopened.one": QT_TRANSLATE_NOOP("db", "Decision taken away, replies of one ticket: {value}"),
    "canned.taken_out": QT_TRANSLATE_NOOP("db", "Taken out of its family, replies of {n} tickets: {value}"),
    "canned.taken_out.one": QT_TRANSLATE_NOOP("db", "Taken out of its family, replies of one ticket: {value}"),
    "canned.parted": QT_TRANSLATE_NOOP("db", "Kept apart, replies of {n} tickets: {value}"),
    "canned.parted.one": QT_TRANSLATE_NOOP("db", "Kept apart, replies of one ticket: {value}"),
    "labels.kept.category": QT_TRANSLATE_NOOP("db", "Categories of {n} tickets kept as they are: {value}"),
    "labels.kept.category.one": QT_TRANSLATE_NOOP("db", "Category kept as it is: {value}"),
    "labels.kept.root_cause": QT_TRANSLATE_NOOP("db", "Root causes of {n} tickets kept as they are: {value}"),
    "labels.kept.root_cause.one": QT_TRANSLATE_NOOP("db", "Root cause kept as it is: {value}"),
    "labels.accepted.category": QT_TRANSLATE_NOOP("db", "Likely categories accepted for {n} tickets: {value}"),
    "labels.accepted.category.one": QT_TRANSLATE_NOOP("db", "Likely category accepted: {value}"),
    "labels.accepted.root_cause": QT_TRANSLATE_NOOP("db", "Likely root causes accepted for {n} tickets: {value}"),
    "labels.accepted.root_cause.one": QT_TRANSLATE_NOOP("db", "Likely root cause accepted: {value}"),
    "labels.set.category": QT_TRANSLATE_NOOP("db", "Categories of {n} tickets set to {value}"),
    "labels.set.category.one": QT_TRANSLATE_NOOP("db", "Category set to {value}"),
    "labels.set.root_cause": QT_TRANSLATE_NOOP("db", "Root causes of {n} tickets set to {value}"),
    "labels.set.root_cause.one": QT_TRANSLATE_NOOP("db", "Root cause set to {value}"),
    "labels.apart": QT_TRANSLATE_NOOP("db", "Not the same, labels of {n} tickets: {value}"),
    "labels.apart.one": QT_TRANSLATE_NOOP("db", "Not the same, labels of one ticket: {value}"),
    "labels.merged": QT_TRANSLATE_NOOP("db", "{labels} labels became {value} on {n} tickets"),
    "labels.merged.one": QT_TRANSLATE_NOOP("db", "{labels} labels became {value} on one ticket"),
    "labels.merged.one_label": QT_TRANSLATE_NOOP("db", "A label became {value} on {n} tickets"),
    "labels.merged.one.one_label": QT_TRANSLATE_NOOP("db", "A label became {value} on one ticket"),
    "labels.merged.several": QT_TRANSLATE_NOOP("db", "Merged {labels} labels into others, on {n} tickets"),
    "labels.merged.several.one": QT_TRANSLATE_NOOP("db", "Merged {labels} labels into others, on one ticket"),
    "labels.relabelled": QT_TRANSLATE_NOOP("db", "Root cause {old} became {value} on {n} tickets"),
    "labels.relabelled.one": QT_TRANSLATE_NOOP("db", "Root cause {old} became {value}"),
    "labels.relabelled.none": QT_TRANSLATE_NOOP("db", "Took root cause {old} off {n} tickets"),
    "labels.relabelled.none.one": QT_TRANSLATE_NOOP("db", "Took root cause {old} off"),
    "labels.moved": QT_TRANSLATE_NOOP("db", "Category {old} and all below it became {value} on {n} tickets"),
    "labels.moved.one": QT_TRANSLATE_NOOP("db", "Category {old} and all below it became {value} on one ticket"),
    "labels.moved.none": QT_TRANSLATE_NOOP("db", "Took category {old} and all below it off {n} tickets"),
    "labels.moved.none.one": QT_TRANSLATE_NOOP("db", "Took category {old} and all below it off one ticket"),
    "labels.described": QT_TRANSLATE_NOOP("db", "Described the label {value}"),
    "labels.retire": QT_TRANSLATE_NOOP("db", "Retired labels that {n} tickets have: {value}"),
    "labels.retire.one": QT_TRANSLATE_NOOP("db", "Retired labels that one ticket has: {value}"),
    "labels.restored": QT_TRANSLATE_NOOP("db", "Brought retired labels back into use: {value}"),
    "labels.admitted": QT_TRANSLATE_NOOP("db", "Took {labels} labels into the taxonomy: {value}"),
    "labels.admitted.one_label": QT_TRANSLATE_NOOP("db", "Took a label into the taxonomy: {value}"),
    "labels.struck": QT_TRANSLATE_NOOP("db", "Took {labels} labels out of the taxonomy: {value}"),
    "labels.struck.one_label": QT_TRANSLATE_NOOP("db", "Took a label out of the taxonomy: {value}"),
    "labels.held": QT_TRANSLATE_NOOP("db", "Held tickets to the taxonomy of the {field_words}: {n} outside"),
    "labels.freed": QT_TRANSLATE_NOOP("db", "Tickets are not held to the taxonomy of the {field_words} any more"),
    "labels.imported": QT_TRANSLATE_NOOP("db", "Took in labels of a taxonomy: {added} added, {changed} changed"),
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
    "labels.only_below.one": QT_TRANSLATE_NOOP(
        "db", "No ticket has the category “{given}” itself, but one label below it is there. Take it along."
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
    "privacy.masked.one_value": QT_TRANSLATE_NOOP("db", "Masked {places} places of one value in {n} tickets: {kinds}"),
    "privacy.masked.one": QT_TRANSLATE_NOOP("db", "Masked {places} places of {values} values in a ticket: {kinds}"),
    "privacy.masked.one.one_value": QT_TRANSLATE_NOOP("db", "Masked {places} places of one value in a ticket: {kinds}"),
    "privacy.masked.one.one_value.one_place": QT_TRANSLATE_NOOP("db", "Masked one place in a ticket: {kinds}"),
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
    "privacy.not_held.one": QT_TRANSLATE_NOOP(
        "db",
        "The source of this ticket could not be read again with the masks. Nothing was changed; edit the text by hand.",
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
    "canned.not_held.one": QT_TRANSLATE_NOOP(
        "db", "The source of this ticket cannot hold that wording. Choose one without line breaks or special signs."
    ),
    "canned.no_examples": QT_TRANSLATE_NOOP("db", "Keep at least one example, not {given}."),
    "canned.nothing_stays": QT_TRANSLATE_NOOP(
        "db", "Some of the family must stay: choose fewer variants, or say that it is no family."
    ),
    "canned.same_form": QT_TRANSLATE_NOOP("db", "These two say the same, and cannot be kept apart."),
    "canned.no_families": QT_TRANSLATE_NOOP("db", "Name the families: a search, --family ID, or --families FILE."),
    "canned.no_family": QT_TRANSLATE_NOOP(
        "db", "There is no family {given} at this likeness. Nothing was decided; `winnow replies` lists them."
    ),
    "canned.none_found": QT_TRANSLATE_NOOP("db", "No family is found. Nothing was decided; search for something else."),
    "canned.one_family": QT_TRANSLATE_NOOP(
        "db", "One wording cannot stand for {n} families. Name one, or leave out --choose, --wording and --variant."
    ),
    "canned.families_unreadable": QT_TRANSLATE_NOOP(
        "db", "{file} cannot be read: {reason}. Nothing was decided; give a text file with the ID of a family a line."
    ),
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
    "edit.no_ids": QT_TRANSLATE_NOOP("db", "Name the tickets: their numbers, or --ids and a file that lists them."),
    "edit.ids_awaited": QT_TRANSLATE_NOOP(
        "db", "With --progress-json the standard input takes the word that stops the work. Give --ids a file."
    ),
    "edit.ids_unreadable": QT_TRANSLATE_NOOP(
        "db",
        "{file} cannot be read: {reason}. Nothing was changed; give a text file with the number of a ticket a line.",
    ),
    "edit.ids_line": QT_TRANSLATE_NOOP(
        "db", "{file}, line {line}: “{given}” is no number of a ticket. Nothing was changed; correct that line."
    ),
    "edit.causes_twice": QT_TRANSLATE_NOOP(
        "db", "--root-cause says all root causes. Leave it out to add some or take some off."
    ),
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
}

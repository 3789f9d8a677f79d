"""Personal data: what in tickets tells who somebody is, and masks in its place.

`scan` reads all fields of the tickets of a review and gives what it finds, with counts by kind, value and ticket.
`masking` of some of it is a plan, which says its numbers; `mask` carries that out as one action of the log.
`except_values` remembers what is no personal data; `add_vendor` adds to the lists of whose hosts are nobody's.
"""

from __future__ import annotations

from db.privacy.excepting import Excepted, except_values, excepted
from db.privacy.finding import Finder
from db.privacy.kinds import KINDS, WORDS, Identifier, Kind, Sort
from db.privacy.lists import Lists, add_vendor, lists, shipped, vendors
from db.privacy.located import FIELD, TICKET, VALUE, Located, Spot, Value, packed
from db.privacy.looks import LOOKS, Looks
from db.privacy.masking import Masking, Styles, mask, masking
from db.privacy.pseudonyms import numbered, numbers
from db.privacy.scanning import READ, Counted, Finding, Found, finder, meant, scan, scanning, spellings, texts_of
from db.privacy.styles import Style, learnt

__all__ = [
    "FIELD",
    "KINDS",
    "LOOKS",
    "READ",
    "TICKET",
    "VALUE",
    "WORDS",
    "Counted",
    "Excepted",
    "Finder",
    "Finding",
    "Found",
    "Identifier",
    "Kind",
    "Lists",
    "Located",
    "Looks",
    "Masking",
    "Sort",
    "Spot",
    "Style",
    "Styles",
    "Value",
    "add_vendor",
    "except_values",
    "excepted",
    "finder",
    "learnt",
    "lists",
    "mask",
    "masking",
    "meant",
    "numbered",
    "numbers",
    "packed",
    "scan",
    "scanning",
    "shipped",
    "spellings",
    "texts_of",
    "vendors",
]

"""The error tree. Codes and data only: the sentences stand in `sentences.py`.

WinnowError
├── UserError            the data or the call is at fault; `code` and `data` make a sentence
│   ├── SourceError      a dataset file cannot be read
│   ├── ReviewError      a review file cannot be opened, or is not one
│   ├── EditError        an edit, undo or redo that cannot be done
│   ├── QueryError       a search text that means nothing; `start` and `end` mark the place
│   └── ExportError      an export that cannot be written
└── Cancelled            long work was stopped by its user
"""

from __future__ import annotations


class WinnowError(Exception):
    """Root of all errors that this package raises on purpose."""


class UserError(WinnowError):
    """An error that its user can mend; `code` names a sentence, `data` fills it."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data


class SourceError(UserError):
    """A dataset file that cannot be read as tickets."""


class ReviewError(UserError):
    """A review file that cannot be opened."""


class EditError(UserError):
    """An edit, undo or redo that cannot be done."""


class QueryError(UserError):
    """A search text that cannot be understood; `start` and `end` are offsets into it."""

    def __init__(self, code: str, start: int, end: int, **data: object) -> None:
        super().__init__(code, **data)
        self.start = start
        self.end = end


class ExportError(UserError):
    """An export that cannot be written."""


class Cancelled(WinnowError):
    """Long work was stopped by its user; everything is as it was before."""

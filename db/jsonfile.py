"""A file of JSON that somebody hands over: read whole, and what is wrong with it as an error of whoever asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from db.errors import UserError


def read_json(path: Path, of: str, most: int, broken: str = "not_one") -> Any:
    """What a file of at most so many bytes says. Raises UserError, its code within `of`: ``missing``, ``io``,
    ``not_one`` for what is no such file, and `broken`, with line and column, for JSON that breaks off.
    """
    try:
        if path.stat().st_size > most:
            raise UserError(f"{of}.not_one", file=str(path))
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise UserError(f"{of}.missing", file=str(path)) from None
    except OSError as exc:
        raise UserError(f"{of}.io", file=str(path), reason=exc.strerror or str(exc)) from exc
    except json.JSONDecodeError as exc:
        raise UserError(f"{of}.{broken}", file=str(path), line=exc.lineno, column=exc.colno) from exc
    except (ValueError, RecursionError) as exc:
        raise UserError(f"{of}.not_one", file=str(path)) from exc

"""Values of a table as threads, whatever they are: a text, a text with marks of speakers, JSON, a list of texts or of
objects. And back: turns as a value of the same kind, in which those that stay are as they were.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from db.formats import cells as own
from db.formats.rethreading import cleaned
from db.formats.speakers import BOLD, STYLES, Marker, marker
from db.formats.tables.names import shipped, speaker_of
from db.formats.tables.plan import LISTED, OWN_LINES, TEXT
from db.formats.tables.texts import text_of
from db.formats.vocabulary import Vocabulary
from db.values import Speaker, Turn

_SOME = 0.4
_DEFAULT = {"bold": "**{}**：", "bracket": "【{}】", "plain": "{}："}
_WORDS: Mapping[Speaker, str] = {"customer": "客户", "staff": "客服"}


def find_form(values: Sequence[Any], vocabulary: Vocabulary) -> str:
    """How the cells of a column hold turns."""
    texts = [value for value in values if isinstance(value, str) and value.strip()]
    if not texts:
        return TEXT
    if sum(_listed(text) is not None for text in texts) > _SOME * len(texts):
        return LISTED
    for style in STYLES:
        mark = marker(style, vocabulary)
        if sum(mark(text.lstrip().split("\n", 1)[0]) is not None for text in texts) > _SOME * len(texts):
            return style
    return TEXT


def is_thread(value: Any) -> bool:
    """Whether a value can be nothing but a list of messages."""
    listed = _listed(value) if isinstance(value, str) else value
    return isinstance(listed, list) and bool(listed) and all(isinstance(one, dict) and _text_key(one) for one in listed)


def _listed(text: str) -> list[Any] | None:
    """The list that a text is as JSON; None for any other text."""
    if not text.lstrip().startswith("["):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else None


def reader(form: str, vocabulary: Vocabulary, exact: bool = False) -> Callable[[Any, Speaker], tuple[Turn, ...]]:
    """Reads values of one column; who speaks where nothing says it is given with each. `exact`: blanks around texts
    belong to them."""
    trim: Callable[[str], str] = str if exact else str.strip
    mark = marker(form, vocabulary) if form in STYLES else None

    def read(value: Any, speaker: Speaker = None) -> tuple[Turn, ...]:
        if type(value) is not str:
            return _of_value(value, speaker, vocabulary, trim)
        if not value or value.isspace():
            return ()
        if form == TEXT:
            return (Turn(speaker, trim(value)),)
        if form == OWN_LINES:
            return own.read_turns(value)
        if mark is not None:
            before, said = mark.said(value)
            turns = [Turn(who, words.strip()) for who, words in said]
            return (Turn(speaker, before.strip()), *turns) if before and not before.isspace() else tuple(turns)
        listed = _listed(value)
        return (Turn(speaker, trim(value)),) if listed is None else _of_value(listed, speaker, vocabulary, trim)

    return read


def _marked(text: str, speaker: Speaker, mark: Marker) -> list[tuple[Speaker, str, str]]:
    """Speaker, mark and text of each turn of a text; they follow one another without a gap."""
    cuts = mark.cuts(text)
    if not cuts or cuts[0][0] > 0:
        cuts.insert(0, (0, 0, speaker))
    ends = [start for start, _, _ in cuts[1:]]
    ends.append(len(text))
    return [(who, text[start:first], text[first:end]) for (start, first, who), end in zip(cuts, ends, strict=True)]


def _of_value(value: Any, speaker: Speaker, vocabulary: Vocabulary, trim: Callable[[str], str]) -> tuple[Turn, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, list):
        turns = [_of_item(one, speaker, vocabulary, trim) for one in value]
        return tuple([turn for turn in turns if turn.text or turn.speaker])
    return (_of_item(value, speaker, vocabulary, trim),)


def _of_item(one: Any, speaker: Speaker, vocabulary: Vocabulary, trim: Callable[[str], str] = str.strip) -> Turn:
    if isinstance(one, dict):
        key = _text_key(one)
        if key:
            who = _speaker_key(one)
            return Turn(speaker_of(one[who], vocabulary) if who else speaker, trim(text_of(one[key])))
    return Turn(speaker, trim(text_of(one)))


def _text_key(one: Mapping[str, Any]) -> str:
    return next((key for key in shipped().text_keys if isinstance(one.get(key), str)), "")


def _speaker_key(one: Mapping[str, Any]) -> str:
    return next((key for key in shipped().speaker_keys if key in one), "")


def written(old: Any, turns: Sequence[Turn], form: str, vocabulary: Vocabulary) -> Any:
    """A value that says these turns, of the kind that `old` is. ValueError where that kind cannot say them."""
    wanted = cleaned(turns)
    if isinstance(old, str) or (old is None and form != LISTED):
        return _written_text(old or "", wanted, form, vocabulary)
    if isinstance(old, dict) and len(wanted) == 1:
        return _items([old], wanted, vocabulary)[0]
    return _items(old if isinstance(old, list) else [], wanted, vocabulary)


def _written_text(old: str, wanted: Sequence[Turn], form: str, vocabulary: Vocabulary) -> str:
    if form == OWN_LINES:
        return own.turns_text(wanted)
    if form == LISTED:
        listed = _listed(old)
        return json.dumps(_items(listed or [], wanted, vocabulary), ensure_ascii=False)
    if form in STYLES:
        return _rendered(old, wanted, form, marker(form, vocabulary))
    if len(wanted) > 1:
        raise ValueError("a text is one turn")
    return wanted[0].text if wanted else ""


def _rendered(old: str, wanted: Sequence[Turn], form: str, mark: Marker) -> str:
    """Turns with marks, each as it stood where it stays; new ones are marked as those of their speaker are."""
    kept: dict[Turn, list[tuple[str, str]]] = defaultdict(list)
    leads: dict[Speaker, str] = {}
    ends: Counter[str] = Counter()
    for who, lead, text in _marked(old, None, mark) if old else ():
        kept[Turn(who, text.strip())].append((lead, text))
        leads.setdefault(who, lead)
        ends[text[len(text.rstrip()) :]] += 1
    gap = next((end for end, _ in ends.most_common() if "\n" in end), "\n")
    pieces = []
    for turn in wanted:
        stays = kept[turn]
        lead, text = stays.pop(0) if stays else (leads.get(turn.speaker) or _lead(turn.speaker, form), turn.text)
        pieces.append(lead + text)
    joined = [piece if piece.endswith("\n") else piece + gap for piece in pieces[:-1]]
    tail = old[len(old.rstrip()) :]
    return "".join([*joined, pieces[-1].rstrip() + tail]) if pieces else ""


def _lead(speaker: Speaker, form: str) -> str:
    return _DEFAULT[BOLD if form not in _DEFAULT else form].format(_WORDS[speaker]) if speaker else ""


def _items(old: Sequence[Any], wanted: Sequence[Turn], vocabulary: Vocabulary) -> list[Any]:
    turns = [_of_item(one, None, vocabulary) for one in old]
    kept: dict[Turn, list[Any]] = defaultdict(list)
    for turn, one in zip(turns, old, strict=True):
        kept[turn].append(one)
    same = [kept[turn] for turn in wanted]
    in_place = len(old) == len(wanted)
    found = []
    for place, (stays, turn) in enumerate(zip(same, wanted, strict=True)):
        likes = [old[place]] if in_place else [one for one, had in zip(old, turns, strict=True) if had == turn]
        found.append(stays.pop(0) if stays else _item(turn, likes, list(zip(turns, old, strict=True)), in_place))
    return found


def _item(turn: Turn, likes: Sequence[Any], old: Sequence[tuple[Turn, Any]], in_place: bool) -> Any:
    """A turn as others are: with all that is said of the one whose place it takes, else with what says who speaks."""
    if in_place and isinstance(likes[0], dict):
        like = likes[0]
        word = _word(turn, old)
        key = _speaker_key(like)
        had = next(had for had, one in old if one is like)
        return like | {_text_key(like): turn.text} | ({} if had.speaker == turn.speaker or not key else {key: word})
    dicts = [one for _, one in old if isinstance(one, dict) and _text_key(one)]
    if dicts:
        key = _speaker_key(dicts[0])
        said = {key: _word(turn, old)} if key else {}
        return said | {_text_key(dicts[0]): turn.text}
    if turn.speaker is None:
        return turn.text
    return {"speaker": turn.speaker, "text": turn.text}


def _word(turn: Turn, old: Sequence[tuple[Turn, Any]]) -> Any:
    """The word for a speaker that the other turns have."""
    for had, one in old:
        if had.speaker == turn.speaker and isinstance(one, dict) and (key := _speaker_key(one)):
            return one[key]
    return turn.speaker

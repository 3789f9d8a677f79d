"""A workbook as a ZIP archive: opened with care, its parts streamed, and written again with one of them changed.

What is no workbook that can be read is refused with a sentence: an encrypted file, an old .xls, an archive that would
grow out of all bounds.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from db.errors import SourceError
from db.formats.tables.data import Data

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
MOST = 4 << 30
"""Bytes of all parts, unpacked."""
SMALL, RATIO = 32 << 20, 300
"""A part that is larger than this may not have been packed to less than one of so many: text packs to a tenth."""
BLOCK = 1 << 20
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = {
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}": _MAIN,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": _RELS,
}
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")

# NotImplementedError is no stub here: zipfile raises it itself, for a later version, another packing, patches or strong
# encryption, and nothing narrower; RuntimeError above it would hide a recursion without end
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError)
"""What it raises for what is no archive, for damage and for what it cannot do: ``sheet.damaged``, with its words."""


class Archive:
    """The parts of a workbook; close it, or use it as a context manager."""

    def __init__(self, data: Data) -> None:
        self.name = data.name
        self._file: BinaryIO = data.open()
        try:
            refuse_ole(self._file, data)
            self._file.seek(0)
            self._zip = zipfile.ZipFile(self._file)
            self._refuse_bombs()
        except (*_UNREADABLE, ValueError, OSError) as exc:
            self._file.close()
            raise SourceError("sheet.damaged", file=data.name, reason=str(exc)) from exc
        except BaseException:
            self._file.close()
            raise
        self.names = frozenset(self._zip.namelist())

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    def _refuse_bombs(self) -> None:
        total = 0
        for info in self._zip.infolist():
            total += info.file_size
            if info.flag_bits & 1:
                raise SourceError("sheet.encrypted", file=self.name)
            swollen = info.file_size > SMALL and info.file_size > RATIO * max(1, info.compress_size)
            if swollen or total > MOST:
                raise SourceError("sheet.bomb", file=self.name, part=info.filename, size=info.file_size >> 20)

    def blocks(self, part: str) -> Iterator[bytes]:
        """A part in pieces."""
        try:
            with self._zip.open(part) as file:
                while block := file.read(BLOCK):
                    yield block
        except (*_UNREADABLE, KeyError, EOFError) as exc:
            raise SourceError("sheet.damaged", file=self.name, reason=f"{part}: {exc}") from exc

    def tree(self, part: str) -> ElementTree.Element:
        """A part as XML; its definitions of entities are not followed but refused."""
        data = b"".join(self.blocks(part))
        if any(word in data[: 1 << 16] for word in _FORBIDDEN):
            raise SourceError("sheet.damaged", file=self.name, reason=f"{part}: DOCTYPE")
        return parsed(data, self.name, part)

    def sheets(self) -> dict[str, str]:
        """Name of a sheet -> its part, in the order of the workbook; without sheets that are charts."""
        book = self._book()
        rels = self.tree(_beside(book, f"_rels/{book.rpartition('/')[2]}.rels"))
        targets = {one.get("Id"): _joined(book, one.get("Target", "")) for one in rels}
        found = {}
        for one in self.tree(book).iter(f"{_MAIN}sheet"):
            part = targets.get(one.get(f"{_RELS}id"), "")
            if part in self.names and "chartsheet" not in part:
                found[one.get("name", "")] = part
        if not found:
            raise SourceError("sheet.damaged", file=self.name, reason="no sheet")
        return found

    def _book(self) -> str:
        if "xl/workbook.xml" in self.names:
            return "xl/workbook.xml"
        if "xl/workbook.bin" in self.names:
            raise SourceError("sheet.binary", file=self.name)
        raise SourceError("sheet.damaged", file=self.name, reason="xl/workbook.xml")


def parsed(data: bytes, name: str, part: str) -> ElementTree.Element:
    """XML as a tree, strict documents with the names of others."""
    for old, new in _STRICT.items():
        if old[1:-1].encode() in data[:4096]:
            data = data.replace(old[1:-1].encode(), new[1:-1].encode())
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError as exc:
        raise SourceError("sheet.damaged", file=name, reason=f"{part}: {exc}") from exc


def refuse_ole(file: BinaryIO, data: Data) -> None:
    """Refuse what only old programs read, and what nobody reads without a password."""
    if file.read(8) != OLE:
        return
    file.seek(0)
    whole = file.read(64 << 20)
    if "EncryptedPackage".encode("utf-16-le") in whole:
        raise SourceError("sheet.encrypted", file=data.name)
    raise SourceError("sheet.old", file=data.name)


def _beside(part: str, name: str) -> str:
    return f"{part.rpartition('/')[0]}/{name}"


def _joined(base: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    path = base.rpartition("/")[0].split("/")
    for piece in target.split("/"):
        path = path[:-1] if piece == ".." else [*path, piece]
    return "/".join(path)


def with_part(whole: bytes, part: str, data: bytes) -> Iterator[bytes]:
    """An archive with other bytes in one of its parts; all other parts stay as they are packed, byte for byte."""
    with zipfile.ZipFile(io.BytesIO(whole)) as old:
        infos = sorted(old.infolist(), key=lambda info: info.header_offset)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as new:
            new.comment = old.comment
            for place, info in enumerate(infos):
                if info.filename == part:
                    about = zipfile.ZipInfo(info.filename, info.date_time)
                    about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, info.external_attr
                    about.create_system = info.create_system
                    new.writestr(about, data)
                else:
                    end = infos[place + 1].header_offset if place + 1 < len(infos) else old.start_dir
                    _copied(new, out, info, whole[info.header_offset : end])
    yield out.getvalue()


def _copied(new: zipfile.ZipFile, out: io.BytesIO, info: zipfile.ZipInfo, raw: bytes) -> None:
    """A part with its header, as it stands in the old archive."""
    out.seek(new.start_dir)
    info.header_offset = out.tell()
    out.write(raw)
    new.filelist.append(info)
    new.NameToInfo[info.filename] = info
    new.start_dir = out.tell()
    new.__dict__["_didModify"] = True  # else no directory is written


_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """What a text of a workbook says: signs that XML cannot hold are written as ``_x0001_``."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text

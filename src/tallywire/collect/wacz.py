"""WACZ packages to captures: the archives in them, of which only the pages are read that the package lists."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

import msgspec

from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect import warc
from tallywire.collect.records import LINE_BYTES

PACKAGE, PAGES, ARCHIVES = "datapackage.json", "pages/", "archive/"
ARCHIVE_ENDS = (".warc", ".warc.gz", ".warc.zst")
# A list of what is in the package; the largest crawls have some hundred parts.
PACKAGE_BYTES = 16 << 20

# What reading a part of a ZIP file raises where it is damaged, encrypted or packed in an unknown way.
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)
_AGAIN = "fetch or copy the package again"


def captures(stream: BinaryIO, where: str, fetched: str, member: str | None = None) -> Iterator[Capture | SourceError]:
    """The captures of a package, or of one archive in it; a part that is not what its digest says is told, and read."""
    try:
        package = zipfile.ZipFile(stream)
        names = archives(package)
    except FAULTS as error:
        yield SourceError("not_wacz", f"this is no WACZ package: {error}", where=where, remedy=_AGAIN)
        return
    if not names:
        yield SourceError("empty", "there is no archive in this package", where=where, remedy=_AGAIN)
        return
    if member in {None, names[0]}:
        yield from _wrong_parts(package, where)
    pages = _pages(package)
    for name in names if member is None else [member]:
        yield from _of_archive(package, name, f"{where}/{name}", fetched, pages)


def archives(package: zipfile.ZipFile) -> list[str]:
    """The names of the archives in a package, in their order."""
    return sorted(name for name in package.namelist() if name.startswith(ARCHIVES) and name.endswith(ARCHIVE_ENDS))


def _of_archive(
    package: zipfile.ZipFile, name: str, where: str, fetched: str, pages: set[str] | None
) -> Iterator[Capture | SourceError]:
    try:
        with package.open(name) as opened:
            yield from warc.captures(cast("BinaryIO", _Part(opened)), where, fetched, pages=pages)
    except (OSError, *FAULTS) as error:
        yield SourceError("damaged", f"it cannot be read: {error}", where=where, remedy=_AGAIN)


class _Part:
    """A part of a ZIP file as a stream whose every fault is an OSError, as readers of archives expect."""

    def __init__(self, part: Any) -> None:
        self._part = part

    def read(self, size: int = -1) -> bytes:
        try:
            return bytes(self._part.read(size))
        except FAULTS as error:
            raise OSError(str(error)) from error

    def seek(self, offset: int, whence: int = 0) -> int:
        try:
            return int(self._part.seek(offset, whence))
        except FAULTS as error:
            raise OSError(str(error)) from error

    def tell(self) -> int:
        return int(self._part.tell())


def _wrong_parts(package: zipfile.ZipFile, where: str) -> Iterator[SourceError]:
    """What the list of the package says otherwise than its parts are."""
    try:
        with package.open(PACKAGE) as file:
            listed = msgspec.json.decode(file.read(PACKAGE_BYTES))["resources"]
        said = {str(one["path"]): str(one["hash"]) for one in listed}
    except (KeyError, TypeError, OSError, msgspec.DecodeError, *FAULTS) as error:
        says = f"{PACKAGE} cannot be read, so no part was checked: {error}"
        yield SourceError("no_package_list", says, where=where, remedy="its pages are read all the same")
        return
    for name, digest in said.items():
        if wrong := _wrong(package, name, digest):
            yield SourceError("wrong_digest", wrong, where=f"{where}/{name}", remedy="it is read; compare another copy")


def _wrong(package: zipfile.ZipFile, name: str, digest: str) -> str | None:
    algorithm, _, value = digest.partition(":")
    if algorithm not in {"sha256", "md5"}:
        return None
    try:
        with package.open(name) as part:
            found = hashlib.file_digest(part, algorithm).hexdigest()  # type: ignore[arg-type]
    except KeyError:
        return f"{PACKAGE} lists it, and it is not there"
    except (OSError, *FAULTS) as error:
        return f"it cannot be read whole: {error}"
    return None if found == value.lower() else f"it is not what its digest {digest} says"


def _pages(package: zipfile.ZipFile) -> set[str] | None:
    """The addresses that the package lists as pages; None where it lists none, and every record may be one."""
    found: set[str] = set()
    for name in package.namelist():
        if name.startswith(PAGES) and name.endswith(".jsonl"):
            found.update(_listed(package, name))
    return found or None


def _listed(package: zipfile.ZipFile, name: str) -> Iterator[str]:
    try:
        with package.open(name) as file:
            for line in iter(lambda: file.readline(LINE_BYTES), b""):
                yield from _url(line)
    except (OSError, *FAULTS):
        return  # told by its digest; what was listed before is enough to go by


def _url(line: bytes) -> Iterator[str]:
    try:
        page = msgspec.json.decode(line)
    except msgspec.DecodeError:
        return
    if isinstance(page, dict) and isinstance(page.get("url"), str):
        yield warc.address_of(page["url"]).partition("#")[0]

"""ZIP archives of the other forms, and what is refused in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO

from press.article import Article

from . import limits
from .errors import Refusal

#: What computers put into archives beside the files that were meant.
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def check(file: zipfile.ZipFile, name: str) -> None:
    """Refuse an archive that would unpack to more than it should.

    Raises
    ------
    Refusal
        Where it has too many members, is too large unpacked, or a member is a bomb: larger than its packed
        form by more than real text ever is.
    """
    members = file.infolist()
    if len(members) > limits.ZIP_MEMBERS:
        raise Refusal(name, 0, "", f"has {len(members):,} members, more than {limits.ZIP_MEMBERS:,}")
    if sum(m.file_size for m in members) > limits.ZIP_BYTES:
        raise Refusal(name, 0, "", f"is larger than {limits.ZIP_BYTES:,} bytes when unpacked")
    for m in members:
        if m.file_size > 1_000_000 and m.file_size > limits.ZIP_RATIO * max(m.compress_size, 1):
            raise Refusal(
                name, 0, m.filename[:100], f"unpacks to more than {limits.ZIP_RATIO} times its size: it may be a bomb"
            )


def read(
    stream: BinaryIO, name: str, member: Callable[[BinaryIO, str], Iterator[Article | Refusal]]
) -> Iterator[Article | Refusal]:
    """Read the members of an archive, nothing being written to disk.

    Parameters
    ----------
    stream, name : the archive
    member : callable
        Reads one member from its stream and name.
    """
    try:
        file = zipfile.ZipFile(stream)
        check(file, name)
    except Refusal as refusal:
        yield refusal
        return
    except Exception as error:
        yield Refusal(name, 0, "", f"is no readable ZIP archive ({type(error).__name__})")
        return
    with file:
        nothing = True
        for m in file.infolist():
            if m.is_dir() or any(part in m.filename for part in _LITTER):
                continue
            nothing = False
            shown = f"{name}/{m.filename[:200]}"
            if not _is_inside(m.filename):
                yield Refusal(name, 0, m.filename[:100], "has a name that points outside of the archive")
            elif m.flag_bits & 1:
                yield Refusal(shown, 0, "", "is encrypted")
            else:
                try:
                    with file.open(m) as opened:
                        yield from member(opened, shown)  # type: ignore[arg-type]
                except Exception as error:
                    yield Refusal(shown, 0, "", f"cannot be unpacked ({type(error).__name__})")
        if nothing:
            yield Refusal(name, 0, "", "is an empty archive")


def _is_inside(member: str) -> bool:
    windows = PureWindowsPath(member)
    return not (
        PurePosixPath(member).is_absolute() or windows.is_absolute() or windows.drive or windows.root
        or ".." in windows.parts or "\0" in member
    )  # fmt: skip

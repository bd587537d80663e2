"""Tar archives, compressed or not: the files in them, in their order, read in one go. Links are never followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from etl.read.compressed import inner_head, is_tar, unpacked
from etl.read.members import MOST, Names, can_be_document
from etl.read.source import Broken, Container, Member, Unreadable
from etl.read.streams import meter_of, seekable

if TYPE_CHECKING:
    from tarfile import TarInfo

_LONGEST_HEADER = 1 << 20  # bytes of a name or of what else a header adds; it is held in memory


def _header() -> type[TarInfo]:
    """A header that adds no more than a name could need to what it heads."""
    import tarfile

    added = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME,
             tarfile.GNUTYPE_LONGLINK)  # fmt: skip

    class Header(tarfile.TarInfo):
        def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
            if self.type in added and self.size > _LONGEST_HEADER:
                raise tarfile.ReadError("a name in it is too long to be one")
            return super()._proc_member(archive)  # type: ignore[misc,no-any-return]

    return Header


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is a tar archive, or one when it is unpacked."""
    return is_tar(inner_head(head, file))


def read_tar(container: Container) -> Iterator[Member | Unreadable]:
    """The files in a tar archive that can be documents. A damaged archive gives those before the damage.

    Raises ``Broken`` where it is damaged, or unpacks to more than it may.
    """
    import tarfile

    file = container.file
    meter = meter_of(file)
    head = file.read(512)
    file.seek(0)
    names = Names()
    try:
        plain = unpacked(head, file)
        with tarfile.open(fileobj=plain, mode="r|", tarinfo=_header(), errors="surrogateescape") as archive:
            for at, info in enumerate(archive):
                archive.members = []  # type: ignore[attr-defined] # it would keep all for a look back
                if at >= MOST:
                    problem = f"The archive has more than {MOST:,} entries, of which the first were read; split it."
                    yield Unreadable(container.path, "", 0, problem)
                    return
                if not info.isfile() or not can_be_document(info.name):
                    continue
                stream = archive.extractfile(info)
                if stream is not None:
                    yield Member(names.given(info.name), seekable(stream, meter, counts=info.issparse()))
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as fault:
        said = str(fault).rstrip(".") or type(fault).__name__
        raise Broken(f"The archive is damaged or was cut short ({said}); copy or download it anew.") from fault

"""Files and strings into documents: the only stage that touches the file system before the tables are stored."""

from etl.read.registry import FORMATS, Format, read_bytes, read_path, read_source, sources_in
from etl.read.source import Container, Known, Member, Options, Source, Unreadable
from etl.read.text import read_text

__all__ = [
    "FORMATS",
    "Container",
    "Format",
    "Known",
    "Member",
    "Options",
    "Source",
    "Unreadable",
    "read_bytes",
    "read_path",
    "read_source",
    "read_text",
    "sources_in",
]

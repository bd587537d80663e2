"""Files and strings into documents: the only stage that touches the file system before the tables are stored."""

from etl.read.registry import FORMATS, Format, format_of, no_file, read_bytes, read_path, read_source, sources_in
from etl.read.source import NOTHING, USUAL, Container, Known, Member, Options, Source, Unreadable
from etl.read.text import read_text

__all__ = [
    "FORMATS",
    "NOTHING",
    "USUAL",
    "Container",
    "Format",
    "Known",
    "Member",
    "Options",
    "Source",
    "Unreadable",
    "format_of",
    "no_file",
    "read_bytes",
    "read_path",
    "read_source",
    "read_text",
    "sources_in",
]

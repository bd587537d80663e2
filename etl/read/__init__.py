"""Files and strings into documents: the only stage that touches the file system before the tables are stored."""

from etl.read.registry import FORMATS, Format, read_path
from etl.read.source import Source, Unreadable
from etl.read.text import read_text

__all__ = ["FORMATS", "Format", "Source", "Unreadable", "read_path", "read_text"]

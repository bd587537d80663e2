"""PDF: words by their place on the page, put into lines, columns, tables, paragraphs and footnotes."""

from etl.read.pdf.claims import LARGEST, claims_pdf
from etl.read.pdf.isolated import read_pdf

__all__ = ["LARGEST", "claims_pdf", "read_pdf"]

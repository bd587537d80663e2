"""Texts in other languages than English: which language a text is in, and the figures that it states.

Transfers are found in English only. A document in another language is kept with its money, counts and dates.
"""

from etl.languages.detection import detect, is_english, language_of
from etl.languages.foreign import extract_figures, note_on

__all__ = ["detect", "extract_figures", "is_english", "language_of", "note_on"]

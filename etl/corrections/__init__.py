"""Corrections of a dataset by its users: kept in a file, guarded by what they expect, applied to each build.

``read`` reads the file, ``Corrector`` applies what is in it while a dataset is consolidated, ``propose`` makes a
correction of a row of a dataset, and ``append`` writes it into the file.
"""

from etl.corrections.apply import Corrector
from etl.corrections.file import Corrections, CorrectionsError, append, read
from etl.corrections.types import Corrected, Correction

__all__ = ["Corrected", "Correction", "Corrections", "CorrectionsError", "Corrector", "append", "read"]

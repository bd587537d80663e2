"""What is wrong with a dataset: its files, their rows, and how they fit together."""

from etl.doctor.examine import examine
from etl.doctor.types import Examination, Problem

__all__ = ["Examination", "Problem", "examine"]

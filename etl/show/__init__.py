"""A consolidated row with the reports behind it: what each says, where they differ, and which corrections apply."""

from etl.show.consolidated import Consolidated, Report, find_consolidated

__all__ = ["Consolidated", "Report", "find_consolidated"]

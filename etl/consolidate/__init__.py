"""Many reports of one deal become one row: ``deals``, ``transfers``, ``deliveries``, ``parties``, ``sources``."""

from etl.consolidate.memory import Memory
from etl.consolidate.world import consolidate

__all__ = ["Memory", "consolidate"]

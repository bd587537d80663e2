"""What holds for every test: a property is about values, and never about how long a busy machine takes over one."""

from __future__ import annotations

import os

from hypothesis import settings

# A change lands or does not by what it says, and never by the examples of one day: there the examples are always the
# same. A developer's run seeks new ones.
settings.register_profile("values", deadline=None)
settings.register_profile("the same", parent=settings.get_profile("values"), derandomize=True)
settings.load_profile("the same" if os.environ.get("CI") else "values")

"""What holds for every test: a property is about values, and never about how long a busy machine takes over one."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("values", deadline=None)
settings.load_profile("values")

"""How Hypothesis works here: no deadline, because the machines that run this are shared."""

from hypothesis import settings

settings.register_profile("hearth", deadline=None)
settings.load_profile("hearth")

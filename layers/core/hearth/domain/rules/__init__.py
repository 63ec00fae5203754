"""Judging messages: checks say what they see, rules say what follows, nothing is done here."""

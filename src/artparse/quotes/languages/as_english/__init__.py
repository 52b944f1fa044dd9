"""Texts in other languages, read as if they were English (`english.py` has the call and the steps)."""

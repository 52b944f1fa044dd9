"""Sentences of a language whose pack has a grammar, in its own words: items, phrases, clauses, subjects.

Read in this order: `items` (words and marks), `cut` (a passage into items and sentences), `runs` (names),
`phrases`, `verbs`, `clauses`, `subjects`. Which words are which, the pack says (`languages/grammar.py`).
"""

"""Who says what, in languages whose pack has a grammar: their sentences are read as they stand.

Read in this order: `telling` (its call), `sentences/` (words to phrases and clauses), `sources/` (who says
what stands in quotation marks), `nouns` (whom a noun means that is a source), `reported/` (what is reported
without marks).
"""

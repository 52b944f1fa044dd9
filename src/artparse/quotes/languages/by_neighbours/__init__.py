"""Who says what, in languages without a pack: of these no more is known than some verbs of saying.

Read in this order: `telling` (its call), `words` (the list), `spaced` (languages with spaces and capitals),
`signs` (Chinese, Japanese, Korean). Where neither finds a name right beside the words in quotation marks,
nothing is said.
"""

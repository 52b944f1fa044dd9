"""Names beside verbs of saying, in languages without a pack: of these no more is known than such verbs.

Read in this order: `words` (the list), `spaced` (languages with spaces and capitals), `signs` (Chinese,
Japanese, Korean). Where neither finds a name right beside the words in quotation marks, nothing is said.
"""

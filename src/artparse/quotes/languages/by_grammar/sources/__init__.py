"""Who is said to have said what stands in quotation marks, told by the sentences of the language itself.

Read in this order: `verdicts` (the steps), `names` and `terms` (words in marks that nobody says), `beside`
and `announced` (what around the marks tells a source), `verbs` and `prepositions` (the words for it),
`carried` (reported speech that goes on).
"""

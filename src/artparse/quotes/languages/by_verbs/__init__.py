"""Who says what, by the verbs of saying, in languages whose words are known but no grammar.

Read in this order: `telling` (its call, from verb to verb), `ground` (what is asked of a place in the text),
`subjects`, `relative`, `between`, `colons`, `so` and `unknown` (where a verb's subject stands), `memory`,
`somebody` and `offices` (whom pronouns and nouns mean), `asked`, `interview`, `called`, `rows`, `works` and
`continued` (what goes by no verb right beside it).
"""

"""Which mentions are one and the same person, organisation or document.

`coreference.find_entities` is the call: mentions in, entities out. First the names: `full_names`, then
`short_names`; then what each entity is (`beings`) and what is said of it (`descriptions`); then the pronouns
and noun phrases (`sieves`, with a file for each kind of them).
"""

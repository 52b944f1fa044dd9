"""Which mention speaks each stretch of quoted words.

`deciding.decide` is the call: a `reader.Reader` in, a decision for each stretch out. `features`
makes a stretch a situation: candidates with features, from `walks`, `candidates`, `readings` and
`unsaid`. `choosing` scores them by learnt weights, `hints` and `lines`; `chain` remembers who spoke
before. Then `review` chooses again what is not sure, `nobody` lets go of what nobody said, and
`headings` come last.
"""

"""Words in marks that nobody said: examples, terms, titles, what a reader might say or type.

Read in this order: `judging` (what is let go of), `features` (what that is judged by, a table), `view` (what
is worked out once), then the features of the `article`, of how words look (`looks`), of what is
`around` them, of what was `chosen`; `classes` and `steps` make words and numbers features.
"""

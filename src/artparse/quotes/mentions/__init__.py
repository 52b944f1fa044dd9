"""The words that may stand for a speaker: names, pronouns and noun phrases.

`scan.find_mentions` is the call: passages and tokens in, mentions out. `capitals` reads what
capital letters tell all over the article; then each passage is scanned: `runs` and `run_ends` find
names, `peeling` takes their titles and roles off, `evidence` weighs whether a name is a person's;
`noun_phrases` and `pronouns` find the others; `subjects` and `reporters` look at all of them once
more.
"""

"""Kinds of small words: what the stages ask a word for, in whatever language the article is.

    words[i] in DEFINITE     in place of     words[i] == "the"

One kind has one name, in all packs. The English pack says which words are of it (`languages/en/words.txt`);
a word of another language is of the kinds of what it is read as (`languages/LANGUAGE/glosses.txt`): "der" is
`DEFINITE`.
Verbs of saying are a kind, too, of many strengths: `cues.is_sure`, `Reader.says`.
"""

from __future__ import annotations

from artparse.quotes.words import word_list

DEFINITE = word_list("definite articles")
INDEFINITE = word_list("indefinite articles")
DEMONSTRATIVES = word_list("demonstratives")
"""Those that stand for somebody who was just named."""
POSSESSIVES = word_list("possessives")
PERSON_PRONOUNS = word_list("pronouns of persons")
"""Those that stand for one person who was named."""
RELATIVE_PERSONS = word_list("relative pronouns of persons")
CLAUSE_OPENERS = word_list("openers of clauses")
"""What opens a clause that somebody says."""
BELONGING = word_list("signs of belonging")
"""What stands between a noun and whose it is."""
JOINING = word_list("joining words")
OBJECT_PRONOUNS = word_list("object pronouns")
SOURCE_OPENERS = word_list("openers of sources")
"""What opens the name of a source, before `DIRECTIONS`: "according to"."""
DIRECTIONS = word_list("signs of direction")
PLACING = word_list("signs of place")
SEATS = word_list("signs of a seat")
"""What stands between a name and what whoever has it is of."""
POSTS = word_list("signs of a post")
"""What stands between a noun for a role and what the role is of."""
BOTH = word_list("signs of both")
"""What joins two names to one: "and"."""
OWN = word_list("possessives of persons")
"""Those that mean one person: "his"."""
MAKERS = word_list("signs of an agent")
"""What stands before whoever did what is told: "by"."""
KNOWN = word_list("signs of what is known")
"""What stands before a noun for somebody or something that was told of: "the", "this"."""
MANNER = word_list("words of manner")

# Marks, the same in all languages.
DASHES = frozenset("—–-")
STOPS = frozenset(".!?…")
"""Marks that end sentences."""

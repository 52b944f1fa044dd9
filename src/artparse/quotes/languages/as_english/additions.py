"""Words that English would have and the source has not, added without width.

"Dijo que …", in Spanish           ->  "he said that …"
"Die Lage sei „ernst“", in German  ->  "he said the lage be „ernst“"
"""

from __future__ import annotations

from artparse.names import lists
from artparse.quotes.kinds import CLAUSE_OPENERS, RELATIVE_PERSONS
from artparse.quotes.languages.as_english.reading import SENTENCE_ENDS, Reading, Words, append, is_name
from artparse.quotes.languages.glosses import is_subject, verbs_of_saying
from artparse.quotes.words import word_list

CUES_NO_VERBS = word_list("cues that are no verbs")
ARTICLES = word_list("articles and possessives")

FARTHEST_NAME = 8
"""A name that a verb has behind it for its subject begins at most so many words behind the next."""
FARTHEST_SUBJECT = 60
"""No subject is looked for farther away than so many words."""


def add_subjects(reading: Reading) -> None:
    """Add the pronoun that English would have to verbs of saying without a subject, without width."""
    out = reading.out
    missing = [
        i
        for i, w in enumerate(out.words)
        if reading.known[i]
        and w in verbs_of_saying()
        and w not in CUES_NO_VERBS
        and lacks_subject(reading, i)
    ]
    if not missing:
        return
    before = out
    known, origins = list(reading.known), list(reading.origins)
    reading.out = Words([], [], [], [], [])
    reading.known, reading.origins = [], []
    wanted = set(missing)
    for i, word in enumerate(before.words):
        at = origins[i]
        if i in wanted:
            reading.out.genders[len(reading.out.words)] = "u"
            append(reading, "he", before.starts[i], before.starts[i], at, True)
        if i in before.moved:
            reading.out.moved[len(reading.out.words)] = before.moved[i]
        if i in before.genders:
            reading.out.genders[len(reading.out.words)] = before.genders[i]
        append(reading, word, before.starts[i], before.ends[i], at, known[i])
        reading.out.quoted[-1] = before.quoted[i]


def add_speakers(reading: Reading) -> None:
    """Let a sentence whose verb has the form of reported speech begin with "he said", without width.

    "Die Lage sei „ernst“" is read as "he said the Lage be „ernst“".
    """
    out = reading.out
    words, quoted = out.words, out.quoted
    first, openings = 0, set()
    while first < len(words):
        last = first + 1
        while last < len(words) and out.passages[last] == out.passages[first]:
            if words[last - 1] in SENTENCE_ENDS - {":"} and quoted[last - 1] < 0:
                break
            last += 1
        if is_reported(reading, first, last):
            openings.add(first)
        first = last
    if not openings:
        return
    before, known, origins = out, reading.known, reading.origins
    reading.out = Words([], [], [], [], [])
    reading.known, reading.origins = [], []
    for i, word in enumerate(before.words):
        at, start = origins[i], before.starts[i]
        if i in openings:
            reading.out.genders[len(reading.out.words)] = "u"
            append(reading, "he", start, start, at, True)
            reading.out.moved[len(reading.out.words)] = (0, 0)
            append(reading, "said", start, start, at, True)
        if i in before.moved:
            reading.out.moved[len(reading.out.words)] = before.moved[i]
        if i in before.genders:
            reading.out.genders[len(reading.out.words)] = before.genders[i]
        append(reading, word, start, before.ends[i], at, known[i])
        reading.out.quoted[-1] = before.quoted[i]


def is_reported(reading: Reading, first: int, last: int) -> bool:
    """Whether the sentence has words in quotation marks, a verb in reported form, and none of saying."""
    out, verbs, forms = reading.out, verbs_of_saying(), reading.language.kind("reported")
    if out.quoted[first] >= 0 or max(out.quoted[first:last]) < 0:
        return False
    found = False
    for i in range(first, last):
        if out.quoted[i] < 0:
            if (out.words[i] in verbs or out.words[i] in ("according", "I")) and reading.known[i]:
                return False
            found = found or reading.source.words[reading.origins[i]] in forms
    return found


def has_name_behind(reading: Reading, i: int) -> bool:
    """Whether a name without a preposition stands behind the verb: "opina en cambio Sergi González"."""
    out = reading.out
    inside = lists.words("en/prepositions.txt") | reading.language.kind("particles")
    for at in range(i + 1, min(i + 2 + FARTHEST_NAME, len(out.words))):
        if out.passages[at] != out.passages[i] or out.quoted[at] >= 0 or not out.words[at][0].isalnum():
            return False
        if out.words[at] in CLAUSE_OPENERS or out.words[at] in RELATIVE_PERSONS:
            return False
        if is_name(reading, at) or at in out.genders:
            before = out.words[at - 1] if out.words[at - 1] not in ARTICLES else out.words[at - 2]
            if at == i + 2 and before in reading.language.kind("particles") and is_name(reading, at):
                return True  # "detalló del Pópolo"
            if before not in inside and before[0].islower() and (at > i + 1 or is_name(reading, at)):
                return True
    return False


def lacks_subject(reading: Reading, i: int) -> bool:
    """Whether no subject stands before or after the verb at token `i`."""
    out = reading.out
    words, quoted = out.words, out.quoted
    if quoted[i] >= 0:
        return False
    after = words[i + 1] if i + 1 < len(words) and out.passages[i + 1] == out.passages[i] else "."
    if quoted[min(i + 1, len(words) - 1)] < 0 and (
        after in ARTICLES or after[0].isupper() or i + 1 in out.genders or is_subject(after)
    ):
        return False
    if has_name_behind(reading, i):
        return False
    at = i - 1
    first = max(-1, i - FARTHEST_SUBJECT)
    while (
        at > first
        and out.passages[at] == out.passages[i]
        and words[at] not in SENTENCE_ENDS
        and quoted[at] < 0
    ):
        if words[at][0].isupper() or at in out.genders or is_subject(words[at]):
            return False
        at -= 1
    return True

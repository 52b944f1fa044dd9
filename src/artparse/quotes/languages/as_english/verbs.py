"""Verbs of saying, put where English has them, without their auxiliaries and particles.

"Sagte er"  ->  "he said"      "hat … gesagt"  ->  "said …"
"""

from __future__ import annotations

from artparse.quotes.kinds import BELONGING, DIRECTIONS
from artparse.quotes.languages.as_english.reading import SENTENCE_ENDS, Reading, Words, columns, is_name, keep
from artparse.quotes.languages.glosses import verbs_of_saying
from artparse.quotes.words import word_list

CUES_NO_VERBS = word_list("cues that are no verbs")
SUBJECT_PRONOUNS = word_list("subject pronouns")

HELPING = "has"
"""What an auxiliary without a verb of saying is read as."""
JOINT = 3
"""Between a verb and its pronoun stand so many code points at most: "-t-"."""
LEADS = BELONGING | DIRECTIONS | word_list("signs of company")
"""What stands between a verb and the infinitive that goes on with it: "to", "of", "by"."""
LONGEST_LEAD = 2
LONGEST_CLAUSE = 16
"""A verb's other part (auxiliary, particle) stands at most so many words away."""


def tell_inverted(reading: Reading) -> None:
    """An unknown verb that a hyphen joins to its pronoun, beside a quote or set in between, is one of saying.

    "« Non, corrige-t-elle. »"
    """
    out = reading.out
    words, quoted = out.words, out.quoted
    for i in range(2, len(words)):
        joined = words[i] in SUBJECT_PRONOUNS and 0 < out.starts[i] - out.ends[i - 1] <= JOINT
        helping = words[i - 1] == HELPING and ends_with_comma(out, i - 2)
        known = reading.known[i - 1] and not helping
        if not joined or known or not words[i - 1].islower() or quoted[i] != quoted[i - 1]:
            continue
        if not words[i - 1].isalpha() or out.passages[i] != out.passages[i - 2]:
            continue
        beside = quoted[i] < 0 <= quoted[i - 2]
        between = quoted[i] >= 0 and quoted[i - 2] == quoted[i] and words[i - 2] in (",", "–", "—")
        if beside or between:
            words[i - 1], reading.known[i - 1] = "said", True


def ends_with_comma(out: Words, i: int) -> bool:
    """Whether words in marks end at token `i`, with a comma: "« Sept », a-t-il fini par répondre"."""
    return i > 0 and out.quoted[i + 1] < 0 <= out.quoted[i] and out.words[i - 1] in (",", "?", "!")


def put_pronouns_first(reading: Reading) -> None:
    """ "Sagte er" is read as "he said"."""
    out = reading.out
    words, quoted = out.words, out.quoted
    verbs = verbs_of_saying()
    i = 1
    while i < len(words):
        if (
            words[i] in SUBJECT_PRONOUNS
            and words[i - 1] in verbs
            and words[i - 1] not in CUES_NO_VERBS
            and reading.known[i - 1]
            and quoted[i] == quoted[i - 1]
            and out.passages[i] == out.passages[i - 1]
            and i not in out.genders
            and not (i > 1 and is_name(reading, i - 2))  # "Müller nannte sie"
        ):
            for column in columns(reading):
                column[i - 1], column[i] = column[i], column[i - 1]
            i += 1
        i += 1


def join_verbs(reading: Reading) -> None:
    """Leave out auxiliaries and particles that belong to a verb of saying.

    A verb that its auxiliary has behind a quote is put in the place of the auxiliary.
    """
    out, language = reading.out, reading.language
    words, quoted = out.words, out.quoted
    leave: set[int] = set()
    auxiliaries, leading = language.kind("auxiliary"), language.kind("leading")
    joined = auxiliaries | leading | language.kind("particle")
    low = [word.lower() for word in reading.source.words]
    for i in [i for i, at in enumerate(reading.origins) if low[at] in joined]:
        phrase = reading.known[i] and words[i] in verbs_of_saying()
        if quoted[i] >= 0 or phrase:  # "ha fatto sapere" is one verb
            continue
        spelt = low[reading.origins[i]]
        if spelt in auxiliaries:
            verb = verb_near(reading, i, 1)
            over = verb >= 0 and max(quoted[i + 1 : verb], default=-1) >= 0
            if verb < 0 or (over and (_has_own_auxiliary(reading, verb) or _is_finite(reading, verb))):
                words[i], reading.known[i] = HELPING, True
            elif over:
                words[i], reading.known[i] = plain_verb(reading, verb), True
                out.moved[i] = (out.starts[verb], out.ends[verb])
                leave.add(verb)
            else:
                leave.add(i)
        elif spelt in leading:
            leave.update(range(i, max(i, _led_to(reading, i))))
        else:
            ends = i + 1 == len(words) or not words[i + 1][0].isalnum() or quoted[i + 1] >= 0
            if (ends or out.passages[i] != out.passages[i + 1]) and verb_near(reading, i, -1) >= 0:
                leave.add(i)
    if leave:
        keep(reading, [i for i in range(len(words)) if i not in leave])


def _led_to(reading: Reading, i: int) -> int:
    """The verb of saying that goes on with the one at token `i`: "tient à saluer"; or -1."""
    out, last = reading.out, min(i + 1 + LONGEST_LEAD, len(reading.out.words))
    for at in range(i + 1, last):
        if out.words[at] in verbs_of_saying() and reading.known[at] and out.quoted[at] < 0:
            return at
        if out.words[at] not in LEADS:
            break
    return -1


def _is_finite(reading: Reading, i: int) -> bool:
    """Whether the verb at token `i` is no participle, in a language whose participles are told."""
    glosses = reading.language.phrases.get(reading.source.words[reading.origins[i]], ())
    return reading.language.tells_participles and all(g.where != "+" for g in glosses)


def _has_own_auxiliary(reading: Reading, verb: int) -> bool:
    """Whether a verb behind a quote has an auxiliary right beside it."""
    if reading.out.quoted[verb - 1] >= 0:
        return False
    spelt = reading.source.words[reading.origins[verb - 1]].lower()
    return spelt in reading.language.kind("auxiliary")


def plain_verb(reading: Reading, i: int) -> str:
    """What the verb at token `i` is read as where no quote stands before it."""
    spelt = reading.source.words[reading.origins[i]]
    glosses = reading.language.phrases.get(spelt, ())
    return next((g.english[0] for g in glosses if not g.words and g.english), reading.out.words[i])


def verb_near(reading: Reading, i: int, step: int) -> int:
    """The verb of saying in the clause of token `i`, before or after it (over one quote), or -1."""
    out = reading.out
    words = out.words
    verbs = verbs_of_saying()
    at, quote = i, -1
    for _ in range(LONGEST_CLAUSE):
        at += step
        while 0 <= at < len(words) and out.quoted[at] >= 0 and quote in (-1, out.quoted[at]):
            quote = out.quoted[at]
            at += step
        if not 0 <= at < len(words) or out.passages[at] != out.passages[i] or out.quoted[at] >= 0:
            return -1
        if words[at] in verbs and reading.known[at] and words[at] not in CUES_NO_VERBS:
            spelt = reading.source.words[reading.origins[at]]
            return at if spelt not in reading.language.kind("verbless") else -1
        if words[at] in SENTENCE_ENDS or words[at] in (",", "and", "(", "—", "–"):
            return -1
    return -1


def add_verbs(reading: Reading) -> None:
    """Where no verb of saying is known, what stands before the colon and the quote is one."""
    out = reading.out
    words, quoted = out.words, out.quoted
    leave: set[int] = set()
    for i in range(2, len(words) - 1):
        if words[i] != ":" or quoted[i] >= 0 or quoted[i + 1] < 0 or out.passages[i - 1] != out.passages[i]:
            continue
        if reading.known[i - 1] or not words[i - 1].islower() or verb_near(reading, i, -1) >= 0:
            continue
        at = i - 1
        while at > 0 and words[at - 1] not in SENTENCE_ENDS and quoted[at - 1] < 0:
            at -= 1
            if out.passages[at] != out.passages[i] or at < i - LONGEST_CLAUSE:
                break
            if words[at][0].isupper() or words[at] in SUBJECT_PRONOUNS or at in out.genders:
                words[i - 1], reading.known[i - 1] = "said", True
                out.moved[i - 1] = (0, 0)
                if words[i - 2] in ("is", "was", "are", "were", "has"):
                    leave.add(i - 2)
                break
    if leave:
        keep(reading, [i for i in range(len(words)) if i not in leave])

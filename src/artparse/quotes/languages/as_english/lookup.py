"""Which gloss a word of the source has where it stands: by the phrase it opens, its case, its last part.

"Bankchef" in German   ->  the gloss of "*chef"
"""

from __future__ import annotations

from artparse.names import lists
from artparse.patterns import pattern
from artparse.quotes.kinds import SOURCE_OPENERS
from artparse.quotes.languages.as_english.bodies import READ_AS_THE
from artparse.quotes.languages.as_english.reading import Reading, append, follows_quote, is_kind
from artparse.quotes.languages.glosses import Gloss, verbs_of_saying
from artparse.quotes.words import word_list

CUES_NO_VERBS = word_list("cues that are no verbs")
PLURAL_VERBS = word_list("plural verbs")
ARTICLES = word_list("articles and possessives")

ACCORDING = ("according", "to")
BEFORE_NOUNS = word_list("words before nouns")
"""Behind these, and behind `ARTICLES`, what may be a noun or a verb is a noun."""
BODIES = frozenset((noun,) for noun in word_list("nouns of bodies"))
FARTHEST_AUXILIARY = 3
"""A participle's auxiliary stands at most so many words before it."""
LONGEST_COMPOUND = 60
"""Longer words are no compounds, in code points."""
AGED = pattern(r"(\d{1,3})-([^\W\d_]+)$")
"""A number and what may be "(aged)": "58-Jährige"."""
POSSESSIVES = frozenset((("his",), ("her",)))


def may_be_read(reading: Reading, word: str) -> bool:
    """Whether anything but the word itself may be read where it stands."""
    language, first = reading.language, word[0]
    known = word in language.phrases or word in language.kind("organizations")
    shown = first.isupper() or word[-1] == "'" or "-" in word
    return known or shown or former(reading, word) is not None


def gloss_at(reading: Reading, i: int) -> Gloss | None:
    words, phrases = reading.source.words, reading.language.phrases
    word = words[i]
    if not word[0].isalpha():
        aged = AGED.match(word) if word[0].isdigit() else None
        if aged and aged[2] in reading.language.kind("aged"):
            woman = bool(i) and words[i - 1].lower() in reading.language.kind("before women")
            return Gloss((), (f"{aged[1]}-year-old",), "f" if woman else "m")
        return None
    if word in reading.language.kind("particles") and is_in_name(reading, i):
        return None
    if is_noun_here(reading, i):
        return None
    if (
        reading.opens[i]
        and word in reading.surnames
        and word.lower() not in reading.language.kind("particles")
    ):
        return None  # "Fontes", of "Abílio Fontes", which in small letters is a noun
    found = fitting_gloss(reading, i, phrases.get(word, ()))
    if found is not None and found.gender and word[0].isupper() and ends_name(reading, i):
        found = None  # "Anthony Le Breton"
    if found is None and _opens_name(reading, i):
        return None  # "a ministra Nora Vidal"
    if found is None:
        found = former(reading, word)
    if found is not None and found.english == ("you",) and reading.opens[i]:
        found = fitting_gloss(reading, i, phrases.get(word.lower(), ())) or found  # "Sie sagte"
    if (
        found is not None
        and found.english == ("she",)
        and reading.capital_nouns
        and is_plural(reading, i + 1)
    ):
        return Gloss((), ("they",))
    if found is None and word[0].isupper() and not ends_name(reading, i):
        low = word[0].lower() + word[1:]
        opens = reading.opens[i]
        if not opens or reading.capital_nouns:
            candidates = [
                g for g in phrases.get(low, ()) if opens or (g.gender and not reading.capital_nouns)
            ]
        else:
            candidates = phrases.get(low, [])
        found = fitting_gloss(reading, i, candidates)
    if found is None and reading.language.endings and (word[0].isupper() or "-" in word):
        return gloss_of_compound(reading, word)
    return found


def elides_into_name(reading: Reading, i: int) -> bool:
    """Whether an elided word is part of the name that it opens or joins: "Quai d'Orsay", "L'Équipe"."""
    words, quoted = reading.source.words, reading.source.quoted
    if words[i][-1] != "'" or i + 1 >= len(words) or not words[i + 1][0].isupper():
        return False
    if quoted[i] != quoted[i + 1] or reading.source.starts[i + 1] - reading.source.starts[i] > len(words[i]):
        return False
    if words[i][0].isupper():
        return not reading.opens[i]
    return words[i] in reading.language.kind("particles") and is_in_name(reading, i)


def ends_name(reading: Reading, i: int) -> bool:
    """Whether a word with a capital is the last name behind a given name: "Bruno Le Maire"."""
    words = reading.source.words
    at = i - 1
    while at > 0 and words[at].lower() in reading.language.kind("particles"):
        at -= 1
    named = not reading.capital_nouns and i > 0 and words[at].lower() in lists.given_names()
    return named and words[at][0].isupper() and reading.source.passages[at] == reading.source.passages[i]


def _opens_name(reading: Reading, i: int) -> bool:
    """Whether a given name that in small letters is a word stands before another word with a capital."""
    words, source = reading.source.words, reading.source
    if reading.capital_nouns or not words[i][0].isupper() or i + 1 >= len(words):
        return False
    beside = words[i + 1][0].isupper() and source.quoted[i] == source.quoted[i + 1]
    noun = any(g.gender and not g.words for g in reading.language.phrases.get(words[i].lower(), ()))
    return noun and beside and words[i].lower() in lists.given_names()


def former(reading: Reading, word: str) -> Gloss | None:
    """The gloss of a noun for a person behind one of `(prefixes)`: "expresidente", "ex-ministra"."""
    for prefix in reading.language.kind("prefixes"):
        if word.startswith(prefix) and len(word) > len(prefix):
            nouns = reading.language.phrases.get(word.removeprefix(prefix).removeprefix("-"), ())
            return next((g for g in nouns if g.gender and not g.words), None)
    return None


def is_plural(reading: Reading, i: int) -> bool:
    """Whether one of `(plural verbs)` stands at token `i`: "waren", after "sie"."""
    word = reading.source.words[i] if i < len(reading.source.words) else "."
    found = next((g.english for g in reading.language.phrases.get(word, ()) if not g.words), None)
    plural = word.islower() and is_kind(reading, word, "plural verbs")
    return plural and (
        found is None or not found or found[0] in PLURAL_VERBS or found[0] in verbs_of_saying()
    )


def fitting_gloss(reading: Reading, i: int, glosses: list[Gloss] | tuple[Gloss, ...]) -> Gloss | None:
    source = reading.source
    words, quoted = source.words, source.quoted
    for gloss in glosses:
        last = i + len(gloss.words)
        if last >= len(words) or quoted[last] != quoted[i] or source.passages[last] != source.passages[i]:
            continue
        if any(words[i + 1 + k] != w for k, w in enumerate(gloss.words)):
            continue
        if gloss.where == "," and not (i and (words[i - 1] == "," or quoted[i - 1] != quoted[i])):
            continue
        if gloss.english in POSSESSIVES and last + 1 < len(words) and not words[last + 1][0].isalnum():
            continue  # "wird besser sein."
        if gloss.where == "^" and not (reading.opens[i] and is_somebody(reading, last + 1)):
            continue
        if gloss.english == ACCORDING and says_there(reading, last + 1):
            if follows_quote(reading, i):
                return Gloss(gloss.words, ())  # "«…», según ha explicado"
            verb = last + 1 + (words[last + 1] in reading.language.kind("auxiliary"))
            return Gloss((*words[i + 1 : verb + 1],), ACCORDING)  # "Según ha explicado Ríos, …"
        if gloss.where == "+" and not follows_auxiliary(reading, i):
            continue
        return gloss
    return None


def says_there(reading: Reading, i: int) -> bool:
    """Whether a verb of saying, or an auxiliary, stands at token `i` of the source."""
    if i >= len(reading.source.words):
        return False
    word = reading.source.words[i]
    found = reading.language.phrases.get(word, ())
    verb = any(
        not g.words and not g.gender and g.english and g.english[0] in verbs_of_saying() for g in found
    )
    return word in reading.language.kind("auxiliary") or (verb and not is_noun_here(reading, i))


def follows_auxiliary(reading: Reading, i: int) -> bool:
    """Whether a participle has its auxiliary shortly before it: "a aussi déclaré", not "a été accusé"."""
    words = reading.source.words
    helping = reading.language.kind("auxiliary") | reading.language.kind("leading")
    for word in reversed(words[max(0, i - FARTHEST_AUXILIARY) : i]):
        if word.lower() in helping:
            return True
        if not word[0].isalpha() or word.lower() in reading.language.kind("passive"):
            return False
    return False


def is_noun_here(reading: Reading, i: int) -> bool:
    """Whether a word that is a noun or a verb is the noun: an article stands before it ("la demande")."""
    if i == 0 or reading.source.words[i] not in reading.language.kind("nouns"):
        return False
    before = reading.language.phrases.get(reading.source.words[i - 1].lower(), ())
    last = [g.english[-1] for g in before if not g.words and g.english]
    return any(word in ARTICLES or word in BEFORE_NOUNS for word in last)


def is_somebody(reading: Reading, i: int) -> bool:
    """Whether a name or a noun for a person stands at `i`, or right after an article there."""
    words = reading.source.words
    for at in range(i, min(i + 3, len(words))):
        gloss = next((g for g in reading.language.phrases.get(words[at], ()) if not g.words), None)
        if gloss is not None and (gloss.gender or gloss.english[-1:] in BODIES):
            return True
        if words[at][0].isupper() and gloss is None:
            return not reading.capital_nouns or gloss_of_compound(reading, words[at]) is not None
        if gloss is not None and gloss.english in (("he",), ("she",), ("him",), ("her",), ("they",)):
            return True
        unknown = gloss is None or gloss.english == ("former",)
        told = at == i + 1 and unknown and words[at].islower()  # "l'ancien talonneur"
        if not told and (gloss is None or not (gloss.english and gloss.english[0] in ARTICLES)):
            return False
    return False


def gloss_of_compound(reading: Reading, word: str) -> Gloss | None:
    endings = reading.language.endings
    if len(word) > LONGEST_COMPOUND:
        return None
    low = word.lower()
    for start in range(1, len(low) - 2):
        gloss = endings.get(low[start:])
        if gloss is not None and (gloss.gender or not is_kind(reading, word, "names")):
            return gloss
    if "-" in word:
        tail = word.rpartition("-")[2]
        plain = [g for g in reading.language.phrases.get(tail, ()) if g.gender and not g.words]
        if plain:
            return plain[0]
    return None


def is_in_name(reading: Reading, i: int) -> bool:
    """Whether the small word at `i` is inside a person's name: after a given name or a name's part."""
    words = reading.source.words
    if i == 0 or i + 1 >= len(words) or reading.opens[i]:
        return False
    before, after = words[i - 1], words[i + 1]
    if not before[0].isalpha() and before != ".":
        return False
    if after in reading.language.kind("particles") and i + 2 < len(words):
        after = words[i + 2]
    if (
        not after[0].isupper()
        or after[:2].isupper()
        or reading.source.quoted[i] != reading.source.quoted[i + 1]
    ):
        return False
    if not words[i][0].isupper() and before.islower() and before not in reading.language.kind("particles"):
        if (
            (words[i], after) in reading.joined
            and words[i] in reading.language.kind("particles")
            and follows_quote(reading, i - 1)
        ):
            return True  # "detalló del Pópolo", where "Silvina del Pópolo" stands elsewhere
        article = any(g.english in READ_AS_THE for g in reading.language.phrases.get(words[i], ()))
        glosses = reading.language.phrases.get(before, ()) if reading.capital_nouns and not article else ()
        return follows_quote(reading, i - 1) and any(g.english[:1] == ("said",) for g in glosses)
    if words[i][0].isupper():
        return True
    if words[i] in reading.language.kind("owning") and is_full_name(reading, i - 2):
        return False  # "Els Nijhof van de Universiteit van Wierden"
    if reading.capital_nouns and (gloss_of_compound(reading, after) or after in reading.language.phrases):
        return False  # "Yu vom Vermögensverwalter BNY"
    if before in reading.language.kind("particles"):
        return is_in_name(reading, i - 1)
    if reading.language.switch("particles join names"):
        if any(g.gender for g in reading.language.phrases.get(before, ())):
            return False  # "le PDG de Valtis"
        opener = before[0].lower() + before[1:]
        return not reading.opens[i - 1] or {before, opener}.isdisjoint(reading.language.phrases)
    return before.lower() in lists.given_names() or (i > 1 and is_title(reading, i - 2))


def is_full_name(reading: Reading, i: int) -> bool:
    """Whether a given name and a last name stand at `i`: no small word goes on with them."""
    if i < 0:
        return False
    first, last = reading.source.words[i], reading.source.words[i + 1]
    capitals = first[0].isupper() and last[0].isupper() and not is_title(reading, i)
    return capitals and last.lower() not in lists.given_names()


def is_title(reading: Reading, i: int) -> bool:
    """Whether the word at `i` is a person's role or title, or the full stop of one."""
    word = reading.source.words[i]
    found = reading.language.phrases.get(word, ()) or reading.language.phrases.get(word.lower(), ())
    gloss = gloss_of_compound(reading, word) if reading.capital_nouns and word[0].isupper() else None
    return word == "." or any(
        g.gender or g.english in (("Mr",), ("Mrs",)) for g in [*found, *filter(None, [gloss])]
    )


def tells_more(reading: Reading, i: int) -> bool:
    """Whether a noun for a person only tells more of the one right before it: "el técnico gallego"."""
    last = len(reading.out.words) - 1
    if not reading.language.switch("particles join names") or last not in reading.out.genders:
        return False
    words, source = reading.source.words, reading.source
    beside = reading.out.ends[last] == source.ends[i - 1] and source.quoted[i] == source.quoted[i - 1]
    return beside and words[i].islower() and words[i - 1].islower()


def add_gloss(reading: Reading, i: int, gloss: Gloss) -> None:
    start, end = reading.source.starts[i], reading.source.ends[i + len(gloss.words)]
    english = gloss.english
    if (
        english
        and english[0] in verbs_of_saying()
        and english[0] not in CUES_NO_VERBS
        and follows_quote(reading, i)
    ):
        english = ("said", *english[1:])  # "… , criticized the union": English inverts this verb alone
    if len(english) == 1 + len(gloss.words):
        for at, word in enumerate(english, i):
            append(reading, word, reading.source.starts[at], reading.source.ends[at], at, True)
        english = ()
    cue = len(english) > 1 and (english[0] in verbs_of_saying() or english[0] in SOURCE_OPENERS)
    for number, word in enumerate(english):
        wide = number == (0 if cue else len(english) - 1)
        at = end if cue and number else start
        append(reading, word, at, end if wide else at, i, True)
    if gloss.gender and gloss.english:
        reading.out.genders[len(reading.out.words) - 1] = gender_of(reading, gloss, i)


def gender_of(reading: Reading, gloss: Gloss, i: int) -> str:
    """The gender of a noun for a person, by its article where that tells one: "a parlamentar"."""
    before = reading.source.words[i - 1].lower() if i else ""
    told = next((gender for gender in ("m", "f") if before in reading.language.kind(gender)), "")
    return told or gloss.gender

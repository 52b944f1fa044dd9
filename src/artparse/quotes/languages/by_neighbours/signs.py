"""Names beside verbs of saying in scripts without capitals: a known surname and one to three more signs.

    市长张伟说：“…”      田中花子市長は「…」と述べた      김영희 시장은 “…”라고 말했다

A name is taken only between what bounds it: a mark, a title, a particle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from artparse.article import Span
from artparse.patterns import pattern
from artparse.quotes.choice.reader import Reader
from artparse.quotes.languages.by_neighbours.words import Beside
from artparse.quotes.speech.marks import Stretch

NEAR = 40
"""So many code points beside the words are looked at."""
LINKED = 12
"""A verb stands no more code points behind what links it to the words."""
IDEOGRAPHS = pattern(r"[\u3005\u3400-\u9fff\uac00-\ud7af]+")
SIGNS = pattern(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
MARKS = " ：:，,、"
ADVERB = pattern(r"[\u3400-\u9fff]{2}地$")
"""How somebody says something, in Chinese: 动情地."""
AGE = pattern(r"[（(]\d{1,3}[）)]\s?")
"""How old somebody is, between name and title, or behind them."""
AGE_BEFORE = 3
"""It ends at most so many signs before the end."""
FARTHEST_TOPIC = 24
"""A topic's particle stands at most so many signs before the quotation marks."""
LONGEST_SCENE = 12
"""Where or when somebody says something has so many signs at most."""
WORD = pattern(r"\S+")
BODY = 3
"""A name is among so many words, of which the last is a title."""
STOP = pattern(r"[。！？!?\n“”「」『』«»\"]|\. ")
"""What ends the sentence beside the words."""


def name_beside(reader: Reader, stretch: Stretch, beside: Beside) -> Span | None:
    """Where the name stands that is beside a stretch with a verb of saying."""
    start, end = reader.passages[stretch.passage].span
    opening, closing = stretch.outer
    before_start = max(start, opening - NEAR)
    before = STOP.split(reader.text[before_start:opening])[-1]
    after = STOP.split(reader.text[closing : min(end, closing + NEAR)])[0]
    if beside.particles:
        found = _marked(before, opening, after, closing, beside)
    else:
        found = _unmarked(before, opening, after, closing, beside)
    return found


def _unmarked(before: str, opening: int, after: str, closing: int, beside: Beside) -> Span | None:
    """The name right before the verb, on either side of the words: "张伟说：“…”", "“…”张伟说"."""
    said = before.rstrip(MARKS)
    verb = _ending(said, beside.verbs)
    told = max((said.rfind(word) for word in beside.addressees if len(word) > 1), default=-1)
    if verb or (told > 0 and len(said) - told <= LONGEST_SCENE):  # "何大伟告诉东湖日报记者，"
        said = _without_scene(said[: len(said) - len(verb)], beside)
        return _name_at_end(said, opening - len(before), beside)
    for at in range(1, len(after)):
        if any(after.startswith(verb, at) for verb in beside.verbs):
            return _name_at_end(_without_scene(after[:at], beside), closing, beside)
    return None


def _marked(before: str, opening: int, after: str, closing: int, beside: Beside) -> Span | None:
    """The name that a particle marks as the subject, with the verb behind the words."""
    link = next((link for link in beside.links if after.startswith(link)), "")
    verbs = [at for verb in beside.verbs if (at := after.find(verb)) >= 0]
    alone = after.rstrip() in beside.linking
    if not link or not (verbs or alone):
        return None
    if alone or min(verbs) <= len(link) + LINKED:
        for said in _subjects(before, beside):
            if (found := _name_at_end(said, opening - len(before), beside)) is not None:
                return found
    subject = after[len(link) : min(verbs, default=0)].rstrip(MARKS)
    particle = _ending(subject, beside.particles)
    return _name_at_end(subject[: -len(particle)], closing + len(link), beside) if particle else None


def _subjects(before: str, beside: Beside) -> Iterator[str]:
    """What stands before the last particles: "中村浩市長", of "中村浩市長は会見で、"."""
    last = len(before.rstrip(MARKS))
    if particle := _ending(before[:last], beside.particles):
        yield before[: last - len(particle)]
    for at in range(last - 1, max(0, last - FARTHEST_TOPIC), -1):
        topic = _ending(before[:at], beside.topics)
        if topic and (not beside.spaced or before[at].isspace()):
            yield before[: at - len(topic)]


def _without_scene(said: str, beside: Beside) -> str:
    """`said` without where or when it is said behind the name: "陈志明在记者会上"."""
    said = _without(said.rstrip(MARKS), beside.adverbs)
    start = max(0, len(said) - LONGEST_SCENE)
    if said.endswith(beside.scenes or ("\n",)):
        opened = max(said.rfind(opener, start) for opener in beside.openers)
    else:
        opened = max((said.rfind(opener, start) for opener in beside.addressees), default=0)
    if opened <= 0:
        return said
    # "在接受质询前的发言中": the last opener stands behind another.
    return _without(_without(said[:opened], beside.openers), beside.adverbs)


def has_pronoun(reader: Reader, stretch: Stretch, beside: Beside) -> bool:
    """Whether a pronoun and a verb of saying stand right before the words: "他还表示：“…”"."""
    start = max(reader.passages[stretch.passage].span[0], stretch.outer[0] - NEAR)
    said = STOP.split(reader.text[start : stretch.outer[0]])[-1].rstrip(MARKS)
    verb = _ending(said, beside.verbs)
    return bool(verb) and _without_scene(said[: -len(verb)], beside) in beside.pronouns


def goes_on(between: str, beside: Beside) -> bool:
    """Whether words in quotation marks go on behind others with only a link between: "…"며 "…"."""
    return between.strip() in beside.linking


def _name_at_end(said: str, offset: int, beside: Beside) -> Span | None:
    """Where the name stands, in code points of the source, that ends `said`, perhaps before a title.

    `said` begins at the code point `offset`.
    """
    if aged := next((m for m in AGE.finditer(said) if m.end() >= len(said) - AGE_BEFORE), None):
        # "山口恵子さん（62）", "김영희(58) 씨"
        said = said[: aged.start()] + " " * (aged.end() - aged.start()) + said[aged.end() :]
    if beside.spaced:
        return _word_before_title(said, offset, beside)
    said = _without(ADVERB.sub("", said), beside.adverbs)
    bare = _without(said, beside.titles)
    titled = len(bare) < len(said)
    for length in beside.given:
        for surname in beside.surnames:
            start = len(bare) - len(surname) - length
            if start < 0 or not bare.startswith(surname, start) or not SIGNS.fullmatch(bare, start):
                continue
            ahead = bare[:start]
            title = bool(_ending(ahead, beside.titles))
            bound = title or not IDEOGRAPHS.match(ahead[-1:]) or bool(_ending(ahead, beside.bounds))
            if bound and (titled or title or not beside.titled):
                return offset + start, offset + len(bare)
    return None


def _word_before_title(said: str, offset: int, beside: Beside) -> Span | None:
    """The name that is a word of its own before the title that ends `said`, or behind it; a body may stand
    between name and title: "강준현 민주당 수석대변인".
    """
    words = [match.span() for match in WORD.finditer(said)][-BODY:]
    titles = [bool(_ending(said[slice(*word)], beside.titles)) for word in words]
    names = [_is_name(said[slice(*word)], beside) for word in words]
    if titles[-1:] == [True]:
        apt = [word for word, is_name in zip(words[-2::-1], names[-2::-1], strict=True) if is_name]
        plain = [word for word in apt if not said[slice(*word)].endswith(beside.soft or ("\n",))]
        found = next(iter(plain or apt), None)  # "이수진 한국대 교수"
    else:
        found = words[-1] if names[-1:] == [True] and titles[-2:-1] == [True] else None
    return None if found is None else (offset + found[0], offset + found[1])


def _is_name(word: str, beside: Beside) -> bool:
    """Whether a word is a surname and a given name of the usual length."""
    if word.endswith(beside.bodies):
        return False
    names = (surname for surname in beside.surnames if word.startswith(surname))
    return any(len(word) - len(surname) in beside.given for surname in names)


def _without(said: str, endings: Iterable[str]) -> str:
    """`said` without one of the endings, and what is left without spaces behind it."""
    said = said.rstrip()
    return said[: len(said) - len(_ending(said, endings))].rstrip()


def _ending(said: str, endings: Iterable[str]) -> str:
    """The longest of some endings that `said` has, or nothing."""
    return max((ending for ending in endings if said.endswith(ending)), key=len, default="")

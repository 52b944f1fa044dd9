"""WordNet 3.0 as it is unpacked: the senses of a word, what each is a kind of, and how often it was seen.

    wordnet = read(Path("/usr/share/wordnet"), "noun")
    wordnet.senses["watchdog"]
    ->  [Sense(synset=10769607, times=0), Sense(synset=2103841, times=0)]     the most frequent first
    wordnet.synsets[10769607]
    ->  Synset(kind="person", words=("watchdog",), above=(9614684,), gloss="a guardian or ...", ...)
    wordnet.with_all_above(10769607)        the synset, and all that it is a kind of

Of its folder are read `index.noun`, `data.noun` and `noun.exc` (or `.verb`, `.adj`, `.adv`), and
`cntlist.rev`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

KINDS = (
    "any", "pertaining", "any",
    "top", "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling",
    "food", "group", "location", "motive", "object", "person", "phenomenon", "plant", "possession", "process",
    "quantity", "relation", "shape", "state", "substance", "time",
    "body", "change", "cognition", "communication", "competition", "consumption", "contact", "creation",
    "emotion", "motion", "perception", "possession", "social", "stative", "weather",
    "participle",
)  # fmt: skip
"""What kind of thing a synset is, by its number: of adjectives and adverbs, nouns, verbs, adjectives."""
PART = {"noun": "1", "verb": "2", "adj": "35", "adv": "4"}
"""How keys of senses number the parts of speech."""
ABOVE = ("@", "@i")
"""Signs of pointers to what a synset is a kind of, or an instance of."""
RELATED = "+"
"""The sign of pointers to words that are derived from one another: `say`, `saying`."""


class Sense(NamedTuple):
    """One meaning of a word."""

    synset: int
    times: int
    """How often WordNet's makers met it in their tagged texts."""


class Synset(NamedTuple):
    """What several words mean alike."""

    kind: str
    words: tuple[str, ...]
    """With the capitals of names."""
    above: tuple[int, ...]
    """The synsets that it is a kind of."""
    instance: bool
    """Whether it is one thing that has a name, as Athens is."""
    related: tuple[tuple[str, int], ...]
    """Synsets of words derived from its own, each after its part of speech: `n`, `v`, `a`, `r`."""
    frames: tuple[tuple[int, int], ...]
    """Of verbs: the numbers of the sentences that they fit, each after the place of the word that it is told
    of, from 1 on (0: of all words)."""
    gloss: str


class WordNet(NamedTuple):
    """One part of speech of WordNet."""

    senses: Mapping[str, list[Sense]]
    """Each word in small letters, `_` for spaces, to its senses, the most frequent first."""
    synsets: Mapping[int, Synset]
    irregular: Mapping[str, str]
    """Forms that no ending tells, to their word: `wives` to `wife`."""

    def with_all_above(self, synset: int) -> list[int]:
        """The synset and all that it is a kind of, the nearest first."""
        found = [synset]
        for one in found:
            found += [above for above in self.synsets[one].above if above not in found]
        return found

    def kinds(self, word: str) -> list[tuple[str, int]]:
        """Kind and count of each sense of a word."""
        return [(self.synsets[sense.synset].kind, sense.times) for sense in self.senses.get(word, ())]


def read(folder: Path, part: str) -> WordNet:
    """One part of speech of an unpacked WordNet: `noun`, `verb`, `adj` or `adv`."""
    counts = _counts(folder / "cntlist.rev", PART[part])
    synsets = dict(map(_synset, _lines(folder / f"data.{part}")))
    senses: dict[str, list[Sense]] = {}
    for line in _lines(folder / f"index.{part}"):
        word, _, amount, *rest = line.split()
        numbers = [int(number) for number in rest[-int(amount) :]]
        senses[word] = [Sense(number, counts.get((word, at), 0)) for at, number in enumerate(numbers, 1)]
    irregular = {form: word for form, word, *_ in map(str.split, _lines(folder / f"{part}.exc"))}
    return WordNet(senses, synsets, irregular)


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file behind its licence, whose lines begin with spaces."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.strip() and not line.startswith("  "):
            yield line


def _counts(path: Path, parts: str) -> dict[tuple[str, int], int]:
    """How often each sense of each word was met, by the word and the number of the sense."""
    counts: dict[tuple[str, int], int] = {}
    for line in _lines(path):
        key, number, count = line.split()
        word, _, rest = key.partition("%")
        if rest[0] in parts:
            counts[word, int(number)] = int(count)
    return counts


def _synset(line: str) -> tuple[int, Synset]:
    """One line of a data file: its number, and what it tells."""
    told, _, gloss = line.partition(" | ")
    number, kind, _, size, *rest = told.split()
    amount = int(size, 16)
    words = tuple(rest[: 2 * amount : 2])
    at = 2 * amount
    pointers = [rest[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(rest[at]))]
    behind = rest[at + 2 + 4 * len(pointers) :]
    frames = zip(behind[1::3], behind[2::3], strict=True)
    synset = Synset(
        kind=KINDS[int(kind)],
        words=words,
        above=tuple(int(to) for sign, to, *_ in pointers if sign in ABOVE),
        instance=any(sign == "@i" for sign, *_ in pointers),
        related=tuple((of, int(to)) for sign, to, of, _ in pointers if sign == RELATED),
        frames=tuple((int(word, 16), int(frame)) for frame, word in frames),
        gloss=gloss.strip(),
    )
    return int(number), synset

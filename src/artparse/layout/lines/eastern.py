"""Who signs a line in Chinese, Japanese or Korean, where nothing is written with a capital.

    作者：林晓禾    本报记者 林晓禾 周明远    編集委員 森田由紀    한지우 기자

A word that says what somebody did (`data/eastern.json`) has the name beside it; a name is a family name and
what follows it, or behind a colon whatever somebody goes by. Words for others (`来源`, `责任编辑`) name
nobody who wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from artparse.article import Span
from artparse.data import load, phrases
from artparse.languages import packs
from artparse.layout.lines.dates import dates_in
from artparse.names import lists
from artparse.patterns import pattern
from artparse.values import NamedTuple

LANGUAGES = ("zh", "ja", "ko")
"""Whose packs have the family names."""
LONGEST = 200
"""Code points of a line that is read."""
LONGEST_NICKNAME = 8
"""Signs of what somebody goes by."""
LONGEST_JAPANESE = 6
"""Signs of a name in Japanese."""
LEAST_ALONE = 3
"""Signs of a name that nothing but its family name tells."""
OPENS = 12
"""Signs that stand before what opens a byline at most: the paper's name."""

SIGN = pattern(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A sign of Chinese, Japanese or Korean."""
_ADDRESS = pattern(r"\S*@[\w.-]+|https?://\S+|www\.[\w./-]+", signs="@/w")
_RUN = pattern(r"[々\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff]+|[\uac00-\ud7af]+")
_FOREIGN = pattern(
    r"[\u3400-\u9fff\u30a1-\u30fa\u30fc]{1,8}(?:[·・][\u3400-\u9fff\u30a1-\u30fa\u30fc]{1,10})+"
)
_LATIN = pattern(r"[A-Za-z][\w.'-]{1,24}(?: [A-Z][\w.'-]+){0,3}")
_COLON = pattern(r"\s*[:：/／|｜丨・·]\s*")
_BETWEEN = pattern(r"\s*[、，,;；/／&＆·・]\s*|\s+|(?:和|与|與|及)")
_PART = pattern(r"[^\s、，,;；/／|｜丨•()（）【】\[\]〔〕=＝]+")
_PARTED = pattern(r"\s*([\u3400-\u9fff]{2,3})[ \u3000]([\u3041-\u3096\u30a1-\u30fc\u3400-\u9fff々]{1,3})\s*")
"""A Japanese name with a space in it: 三浦 さやか."""
_HANGUL = ("\uac00", "\ud7af")


class Signers(NamedTuple):
    """Whom a line names as those who wrote."""

    names: tuple[str, ...]
    span: Span
    """Where on the line they stand, with what says so."""
    is_opened: bool
    """Whether the line begins with what says so."""
    is_told: bool
    """Whether anything says so but the names themselves."""
    rest: int
    """How many letters and digits the line has beside that."""


class _Label(NamedTuple):
    """A word on a line that says what somebody did."""

    span: Span
    word: str
    others: bool
    """Whether it is for others than authors."""


def is_eastern(text: str) -> bool:
    """Whether a text has Chinese, Japanese or Korean signs."""
    return not text.isascii() and max(text) >= "\u3041" and SIGN.search(text) is not None


def without_eastern(text: str) -> str:
    """`text`, parted where it has such signs."""
    return _RUN.sub("|", text)


def signers_of(text: str) -> Signers | None:
    """Whom a line names as those who wrote, and where; null where it names nobody."""
    if len(text) > LONGEST or not is_eastern(text):
        return None
    line = _blanked(text)
    labels = list(_labels(line))
    found = {label: named for label in labels if (named := _beside(line, label, labels))}
    if not found:
        return None if labels else _alone(line)
    names = dict.fromkeys(name for named in found.values() for name, _ in named)
    spans = [*(label.span for label in found), *(span for named in found.values() for _, span in named)]
    is_opened = labels[0] in found and len(line[: labels[0].span[0]].strip()) <= OPENS
    return _signers(line, tuple(names), spans, is_opened, True)


def _signers(
    line: str, names: tuple[str, ...], spans: Sequence[Span], is_opened: bool, is_told: bool
) -> Signers:
    start, end = min(spans)[0], max(end for _, end in spans)
    rest = sum(map(str.isalnum, line[:start])) + sum(map(str.isalnum, line[end:]))
    return Signers(names, (start, end), is_opened, is_told, rest)


def _blanked(text: str) -> str:
    """`text` of the same length, with spaces for addresses and dates."""
    spans = [match.span() for match in _ADDRESS.finditer(text)]
    spans += [printed.span for printed in dates_in(text)]
    for a, b in spans:
        text = text[:a] + " " * (b - a) + text[b:]
    return text


def _labels(line: str) -> Iterator[_Label]:
    for match in _any_label().finditer(line):
        word = match[0]
        if word in _words()["marked"] and not _COLON.match(line, match.end()):
            continue
        yield _Label(match.span(), word, word in _words()["others"])


def _beside(line: str, label: _Label, labels: Sequence[_Label]) -> list[tuple[str, Span]]:
    """The names that stand behind a label, or before it."""
    words = _words()
    if label.others:
        return []
    following = next((other for other in labels if other.span[0] > label.span[0]), None)
    end = following.span[0] if following else len(line)
    found = list(_behind(line[:end], label)) if label.word in words["behind"] else []
    if found and following and not following.others and found[-1][1][1] == end and not is_name(found[-1][0]):
        found.pop()  # 采写：东湖日报记者: the next one's paper.
    return found or (list(_before(line, label))[::-1] if label.word in words["before"] else [])


def _behind(line: str, label: _Label) -> Iterator[tuple[str, Span]]:
    """The names behind a label, up to what is none: 作者：林晓禾 周明远."""
    at = label.span[1]
    colon = _COLON.match(line, at)
    said = colon is not None or (line.startswith(" ", at) and label.word not in _words()["before"])
    at = colon.end() if colon else at + len(line[at:]) - len(line[at:].lstrip())
    parted = False
    while at < len(line):
        token = _FOREIGN.match(line, at) or _RUN.match(line, at) or (_LATIN.match(line, at) if said else None)
        if token is None:
            return
        name = _without_deed(token[0])
        if not (is_name(name) or "·" in name or "・" in name or (said and _is_nickname(name))):
            return
        if name != token[0] and parted:
            return  # （記者林曉禾／高雄報導）
        yield name, (at, at + len(name))
        if name != token[0]:
            return
        between = _BETWEEN.match(line, token.end())
        if between is None:
            return
        # Behind a space stands what else the line says, unless it is a name by itself.
        said, at = said and not between[0].isspace(), between.end()
        parted = between[0].strip() in ("/", "／")


def _before(line: str, label: _Label) -> Iterator[tuple[str, Span]]:
    """The names before a label: 한지우 기자, 森田由紀記者."""
    start = label.span[0]
    if line[label.span[1] : label.span[1] + 1] and SIGN.match(line, label.span[1]):
        return  # 기자회견: what reporters are called to.
    for match in reversed(list(_RUN.finditer(line, 0, start))):
        if line[match.end() : start].strip(" ·・,、/"):
            return
        name = match[0]
        if len(name) < LEAST_ALONE or not is_name(name):
            return
        yield name, match.span()
        start = match.start()


def _alone(line: str) -> Signers | None:
    """The names of a line that has nothing else but papers': 林晓禾/东湖日报."""
    if (match := _PARTED.fullmatch(line)) and match[1] in _families() and match[2] not in _families():
        return _signers(line, (match[0].strip(),), [match.span()], False, True)
    names: list[str] = []
    spans: list[Span] = []
    papers = 0
    for match in _PART.finditer(line):
        part = match[0]
        if is_name(part):
            names.append(part)
            spans.append(match.span())
        elif part.endswith(_words()["outlets"]):
            papers += 1
        elif part not in _words()["behind"]:
            return None
    sure = [name for name in names if len(name) >= LEAST_ALONE]
    if not names or not (sure or (papers and len(names) == 1)):
        return None
    return _signers(line, tuple(names), spans, False, bool(papers) or len(names) > 1)


def _without_deed(word: str) -> str:
    """A name without what is printed on to it that somebody did: 林晓禾报道."""
    for deed in _words()["did"]:
        if word.endswith(deed) and is_name(word[: -len(deed)]):
            return word[: -len(deed)]
    return word


def _is_nickname(name: str) -> bool:
    """Whether somebody may go by a word that stands where an author does."""
    words = _words()
    if name in words["nobody"] or name in words["others"] or name.endswith(words["outlets"]):
        return False
    return name.isascii() or len(name) <= LONGEST_NICKNAME


def is_name(word: str) -> bool:
    """Whether a word is a family name and one or two signs, or three in Japanese: 林晓禾, 森田由紀."""
    if not 1 < len(word) <= LONGEST_JAPANESE or word in _words()["nobody"]:
        return False
    if _HANGUL[0] <= word[0] <= _HANGUL[1]:
        return len(word) == LEAST_ALONE and word[0] in _families()
    for length in (2, 1):
        given = len(word) - length
        if word[:length] in _families() and 1 <= given <= (3 if length > 1 else 2):
            return length > 1 or not _has_kana(word)
    return False


def _has_kana(word: str) -> bool:
    return min(word) <= "\u30ff"


@cache
def _families() -> frozenset[str]:
    """The family names that are known in all three languages."""
    kinds = (
        row.partition(": ")
        for language in LANGUAGES
        for row in packs.lines(packs.path_of(language, "beside.txt"))
    )
    beside = chain.from_iterable(tail.split() for kind, _, tail in kinds if kind == "(surnames)")
    return lists.words("more_family_names_east.txt").union(beside)


@cache
def _words() -> dict[str, Any]:
    data = load("eastern")
    words: dict[str, Any] = {kind: phrases("eastern", kind) for kind in ("behind", "before", "others")}
    words |= {kind: frozenset(data[kind]) for kind in ("marked", "nobody")}
    longest = {kind: tuple(sorted(data[kind], key=len, reverse=True)) for kind in ("did", "outlets")}
    return words | longest


@cache
def _any_label() -> re.Pattern[str]:
    words = _words()
    all_words = words["behind"] | words["before"] | words["others"]
    return re.compile("|".join(map(re.escape, sorted(all_words, key=len, reverse=True))))

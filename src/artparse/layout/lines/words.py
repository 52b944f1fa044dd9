"""The words and signs of a line.

Most lines have no character outside windows-1252; as bytes of it, tables of characters part them all at once,
which takes half the time of a regular expression.
"""

from __future__ import annotations

from codecs import charmap_decode, charmap_encode
from encodings.cp1252 import decoding_table, encoding_table
from functools import lru_cache

from artparse.patterns import pattern

PORTION = 100_000
"""Code points, about, of which the words are held at once."""
KEPT = 1000
"""Code points of a text at most of which its plain words are kept."""

_WORD = pattern(r"\w+")
_LETTERS = pattern(r"[^\W\d_]+")
_SIGN = pattern(r"[\W\d]")

_SPACELESS = pattern(r"([\u3040-\u30ff\u3400-\u9fff]+)|([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+)")
"""Runs of Chinese and Japanese signs, and of Thai, Lao, Burmese and Khmer ones."""
SIGNS, LETTERS = 2, 5
"""How many of either make a word, about: these languages have no spaces between words."""

_CHARACTERS = [decoding_table[k] for k in range(256)]
_LOWER = charmap_encode(
    "".join(c.lower() if c.isalnum() or c == "_" else " " for c in _CHARACTERS), "strict", encoding_table
)[0]
"""What each byte is in a word, a space where it is of none."""
_LOWER_LETTERS = charmap_encode(
    "".join(c.lower() if c.isalpha() else " " for c in _CHARACTERS), "strict", encoding_table
)[0]
"""The same for words without digits."""
_LETTER_BYTES = bytes(k for k, c in enumerate(_CHARACTERS) if c.isalpha() or c in "_ ")


def folded(text: str) -> str:
    """`text` with its runs of white space folded to one space."""
    if "  " not in text and text.isprintable():
        return text.strip()  # Of white space, a single space alone is printable.
    if len(text) < PORTION:
        return " ".join(text.split())
    # A list of all words of a very long line takes many times its memory, and time to get it.
    portions, start = [], 0
    while start < len(text):
        end = text.find(" ", start + PORTION)
        end = end if end >= 0 else len(text)
        portions.append(" ".join(text[start:end].split()))
        start = end
    return " ".join(filter(None, portions))


def plain(text: str) -> str:
    """Letters and digits of `text`, one space between words, case folded."""
    return _kept_plain(text) if len(text) <= KEPT else _plain(text)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


_kept_plain = lru_cache(maxsize=1024)(_plain)


def words_of(text: str) -> list[str]:
    r"""The words of `text` (`\w+`) in lower case."""
    if text.isascii():
        return text.encode().translate(_LOWER).decode().split()
    code = _western(text)
    return _WORD.findall(text.lower()) if code is None else _read(code.translate(_LOWER)).split()


def count_of_words(text: str) -> int:
    """How many words `text` has; where nothing stands between words, about how many."""
    if text.isascii() or _western(text) is not None or not _SPACELESS.search(text):
        return len(text.split())
    signs = letters = 0
    for match in _SPACELESS.finditer(text):
        signs += match.end(1) - match.start(1)
        letters += match.end(2) - match.start(2)
    others = sum(any(map(str.isalnum, word)) for word in _SPACELESS.sub(" ", text).split())
    return others + -(-signs // SIGNS) + -(-letters // LETTERS)


def letters_of(text: str) -> list[str]:
    r"""The runs of letters in `text` (`[^\W\d_]+`), such that only case tells them apart no more."""
    text = text.replace("ß", "ss")
    if text.isascii():
        return text.encode().translate(_LOWER_LETTERS).decode().split()
    code = _western(text)
    return (
        _LETTERS.findall(text.casefold()) if code is None else _read(code.translate(_LOWER_LETTERS)).split()
    )


def parted(text: str) -> tuple[list[str], str, bool]:
    """The words of `text` in lower case; its digits and signs, which are neither letters nor spaces; whether
    all of it is in windows-1252.
    """
    if text.isascii():
        plain = text.encode()
        return plain.translate(_LOWER).decode().split(), plain.translate(None, _LETTER_BYTES).decode(), True
    code = _western(text)
    if code is None:
        return _WORD.findall(text.lower()), "".join(_SIGN.findall(text.replace(" ", ""))), False
    return _read(code.translate(_LOWER)).split(), _read(code.translate(None, _LETTER_BYTES)), True


def _western(text: str) -> bytes | None:
    """`text` in windows-1252; null where it has other characters."""
    try:
        return charmap_encode(text, "strict", encoding_table)[0]
    except UnicodeEncodeError:
        return None


def _read(code: bytes) -> str:
    return charmap_decode(code, "strict", decoding_table)[0]


def add_kind(known: dict[str, tuple[str, ...]], phrases: set[str], kind: str) -> None:
    """Note in `known`, which has the kinds of each phrase, that some `phrases` are of this kind, too."""
    for phrase in phrases & known.keys():
        known[phrase] += (kind,)
    known.update(dict.fromkeys(phrases - known.keys(), (kind,)))

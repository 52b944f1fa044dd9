"""The words and signs of a line, told apart by tables of characters where a regular expression would take longer.

Most lines have no character outside windows-1252; as bytes of it they are parted in C, all at once.
"""

from __future__ import annotations

import re
from codecs import charmap_decode, charmap_encode
from encodings.cp1252 import decoding_table, encoding_table

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"(?:[^\W\d]| )+")

_CHARACTERS = [decoding_table[k] for k in range(256)]
_LOWER = charmap_encode(
    "".join(c.lower() if c.isalnum() or c == "_" else " " for c in _CHARACTERS), "strict", encoding_table
)[0]
"""What each byte is in a word, a space where it is of none."""
_LETTER_BYTES = bytes(k for k, c in enumerate(_CHARACTERS) if c.isalpha() or c in "_ ")


def words_of(text: str) -> list[str]:
    r"""The words of `text` (`\w+`) in lower case."""
    if text.isascii():
        return text.encode().translate(_LOWER).decode().split()
    return words_and_signs(text)[0]


def words_and_signs(text: str) -> tuple[list[str], str]:
    """The words of `text` in lower case, and its digits and signs: what is neither a letter nor a space."""
    if text.isascii():
        code = text.encode()
        return code.translate(_LOWER).decode().split(), code.translate(None, _LETTER_BYTES).decode()
    try:
        code = charmap_encode(text, "strict", encoding_table)[0]
    except UnicodeEncodeError:
        return _WORD.findall(text.lower()), _LETTERS.sub("", text)
    return (
        charmap_decode(code.translate(_LOWER), "strict", decoding_table)[0].split(),
        charmap_decode(code.translate(None, _LETTER_BYTES), "strict", decoding_table)[0],
    )

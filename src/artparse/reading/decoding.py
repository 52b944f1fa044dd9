"""Bytes to text: byte order marks, Unicode without marks, UTF-8, and legacy encodings."""

from __future__ import annotations

import codecs

from artparse.errors import ArtparseError
from artparse.patterns import pattern
from artparse.reading.content import Content
from artparse.values import NamedTuple

BYTE_ORDER_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
SAMPLE = 100_000
"""Bytes (or code points) that a guess at the encoding looks at."""
ASCII_BEFORE = 200
"""Bytes of ASCII, at most, that are looked at in front of the first other byte between two tags."""
ASCII = bytes(range(0x80))
_STRETCH = pattern(rb"[^<>\r\n]+")
_FOREIGN = pattern(rb"[\x80-\xff]")
LEAST_FOREIGN = 4
"""Fewer bytes above 127 than these tell nothing of the language that they stand for."""
LEAST_PRINTABLE = 0.95
"""Share of a sample that must be printable for a guess at UTF-16 or UTF-32 to stand."""
MOST_UNDECODABLE = 0.01
"""Share of bytes that an encoding may have no character for, and yet be the declared one."""
SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
"""What is meant by the encodings that pages declare, as browsers take them (WHATWG Encoding)."""
LABELS = {
    label: encoding
    for encoding, labels in (
        ("big5hkscs", "cn-big5 x-x-big5"),
        ("cp1252", "iso88591 x-cp1252"),
        ("cp1250", "x-cp1250"),
        ("cp1251", "x-cp1251"),
        ("cp1253", "x-cp1253"),
        ("cp1254", "iso88599 x-cp1254"),
        ("cp1255", "x-cp1255"),
        ("cp1256", "x-cp1256"),
        ("cp1257", "x-cp1257"),
        ("cp1258", "x-cp1258"),
        ("cp874", "dos-874 iso885911 windows-874"),
        ("cp932", "windows-31j x-sjis"),
        ("cp949", "cseuckr csksc56011987 iso-ir-149 ks_c_5601-1989 ksc_5601 windows-949"),
        ("euc_jp", "cseucpkdfmtjapanese x-euc-jp"),
        ("gb18030", "csgb2312 gb_2312 gb_2312-80 x-gbk"),
        ("iso8859-2", "iso88592"),
        ("iso8859-3", "iso88593"),
        ("iso8859-4", "iso88594"),
        ("iso8859-5", "iso88595"),
        ("iso8859-6", "csiso88596e csiso88596i iso-8859-6-e iso-8859-6-i iso88596"),
        ("iso8859-7", "iso88597 sun_eu_greek"),
        ("iso8859-8", "csiso88598e csiso88598i iso-8859-8-e iso-8859-8-i iso88598 logical visual"),
        ("iso8859-10", "iso885910"),
        ("iso8859-13", "iso885913"),
        ("iso8859-14", "iso885914"),
        ("iso8859-15", "csisolatin9 iso885915"),
        ("koi8-r", "koi koi8"),
        ("koi8-u", "koi8-ru"),
        ("mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"),
        ("mac-roman", "csmacintosh mac x-mac-roman"),
    )
    for label in labels.split()
}
"""Names of encodings that browsers know (WHATWG Encoding) and Python does not."""
SEVEN_BIT = ("iso2022_jp", b"\x1b$")
"""An encoding whose bytes are all ASCII, and what tells that they do not stand for themselves."""
NEIGHBOURS = {"windows-1250": "iso-8859-2", "mac-roman": "windows-1252"}
"""Encodings that a guess on few words takes for another; the one with fewer oddities is meant."""
JOINS = "’‘-‐‑·\u00ad"
"""Signs that stand inside words."""

WESTERN = frozenset(("windows-1252", "iso-8859-1", "iso-8859-15", "mac-roman"))
"""Encodings that servers and editors declare of whatever they hand on."""
LETTERS = tuple(bytes((letter,)) for letter in range(128) if chr(letter).isalpha())
"""The Latin letters, a byte each."""
LEAST_DENSE, MOST_LATIN = 60, 0.25
"""Bytes above 127, and letters below as a share of them, of what is no Western text."""
NO_CHARSETS = frozenset(("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"))
"""Codecs of Python that turn text to text in other ways, and that no document is written in."""


class Decoded(NamedTuple):
    """Text, and how it was made from bytes."""

    text: str
    """Without a byte order mark; line endings as they were."""
    encoding: str
    """A name that both Python and the IANA registry know, lower case."""
    undecodable: int = 0
    """Bytes that the encoding has no character for; U+FFFD stands in their place."""


def decoded(content: Content) -> Decoded:
    """The text of `content`; raises ArtparseError `binary` where there is none."""
    if content.text is not None:
        return Decoded(content.text.removeprefix("\ufeff"), "utf-8")
    return decode(content.data, content.encoding)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; raises ArtparseError `binary` for bytes with NULs that are no text.

    `declared` is what the input says of its encoding, which counts where it is not UTF-8 and
    can be so encoded.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    if b"\0" in data:
        return _wide(data)
    if SEVEN_BIT[1] in data and _python_name(declared) == SEVEN_BIT[0]:
        return _replacing(data, _iana(SEVEN_BIT[0]))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    patched = _replacing(data, "utf-8")
    # In a legacy encoding, hardly any two bytes happen to make a character of UTF-8; in
    # damaged UTF-8 (or a page with a few foreign bytes pasted in) most still do.
    sound = len(patched.text) - len(patched.text.encode("ascii", "ignore")) - patched.text.count("\ufffd")
    if sound >= patched.undecodable:
        return patched
    if (stated := _known(declared)) is not None:
        decoded = _replacing(data, stated)
        if decoded.undecodable <= MOST_UNDECODABLE * len(data) and not (
            stated in WESTERN and _is_dense(data)
        ):
            return decoded
    return _replacing(data, _legacy(data))


def _is_dense(data: bytes) -> bool:
    """Whether hardly any letter of the stretches that have bytes above 127 is below: no language that is
    written in Latin letters has so few of those."""
    telling = foreign_in(data)
    foreign = len(telling.translate(None, ASCII))
    letters = sum(telling.count(letter) for letter in LETTERS)
    return foreign >= LEAST_DENSE and letters < MOST_LATIN * foreign


def _known(declared: str | None) -> str | None:
    """The encoding that is meant by `declared`; null where Python has none of that name, or none is meant."""
    name = _python_name(declared)
    if name is None or name.startswith("utf") or name in NO_CHARSETS:
        return None
    return _iana(SUPERSETS.get(name, name))


def _python_name(declared: str | None) -> str | None:
    """What Python calls an encoding; null for none that it has."""
    label = (declared or "").strip().lower()
    try:
        name = codecs.lookup(LABELS.get(label, label)).name
        "".encode(name)
    except (LookupError, ValueError):  # ValueError: a NUL in the name, or a codec that only fails.
        return None
    return name


def _replacing(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    if "\ufffd" not in text:
        return Decoded(text, encoding)
    if encoding.startswith("utf"):
        kept = len(data.decode(encoding, "ignore").encode(encoding))
        return Decoded(text, encoding, len(data) - kept)
    return Decoded(text, encoding, text.count("\ufffd"))


def _wide(data: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a byte order mark; what else holds NULs is no text."""
    readings = []
    for encoding in WIDE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:SAMPLE]
        printable = sum(character.isprintable() or character.isspace() for character in sample)
        # In the wrong byte order, spaces and letters land in far-off scripts.
        plain = sum(character.isascii() for character in sample)
        if "\0" not in sample and printable >= LEAST_PRINTABLE * len(sample):
            readings.append((plain, text, encoding))
    if not readings:
        raise ArtparseError("binary", "not text: it holds NUL bytes")
    _, text, encoding = max(readings)
    return Decoded(text, encoding)


def _legacy(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8: windows-1252 and its like."""
    from chardet import EncodingEra, detect  # Slow to import, and rarely needed.

    telling = foreign_in(data)
    if len(telling.translate(None, ASCII)) < LEAST_FOREIGN:
        return "windows-1252"
    guess = detect(
        telling,
        encoding_era=EncodingEra.MODERN_WEB | EncodingEra.LEGACY_MAC,
        prefer_superset=True,
        compat_names=False,
    )
    encoding = _iana(guess["encoding"] or "cp1252")
    other = NEIGHBOURS.get(encoding)
    return other if other and _oddities(telling, other) < _oddities(telling, encoding) else encoding


def foreign_in(data: bytes) -> bytes:
    """The stretches between tags and line ends that hold bytes above 127, up to `SAMPLE` bytes of them.

    Markup, scripts and menus in ASCII around them would drown what they tell.
    """
    kept: list[bytes] = []
    size = 0
    for match in _STRETCH.finditer(data):
        stretch = match[0]
        if foreign := _FOREIGN.search(stretch):
            kept.append(stretch[max(0, foreign.start() - ASCII_BEFORE) :][:SAMPLE])
            size += len(kept[-1])
            if size > SAMPLE:
                break
    return b"\n".join(kept)


def _oddities(data: bytes, encoding: str) -> int:
    """How many bytes above 127 are a capital behind a small letter, or a sign inside a word."""
    text = data.decode(encoding, "replace")
    return sum(
        (here.isupper() and before.islower())
        or (not here.isalpha() and here not in JOINS and before.isalpha() and behind.isalpha())
        for before, here, behind in zip(text, text[1:], text[2:], strict=False)
        if not here.isascii()
    )


def _iana(encoding: str) -> str:
    name = codecs.lookup(encoding).name
    if name.startswith("cp125"):
        return name.replace("cp", "windows-")
    return name.replace("iso8859", "iso-8859").replace("iso2022", "iso-2022").replace("_", "-")

"""How much less likely a report is in a text that speaks to its readers: a guide, advice, a review.

    "You may tell your doctor that it hurts."   ->  nobody reported anything

What is learnt on news takes advice, and what people in general do, for reports. In: what was found, and the
reader. Out: its confidence, lower the more often the article says "you", and lower again where nobody is
named, where "I" or "we" are the source, or where the sentence itself says "you". A text that never says "you"
outside quotation marks keeps what was found. The weights are learnt by `training/train_report_address.py`.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from functools import cache

from artparse.languages import packs
from artparse.quotes import model
from artparse.quotes.choice.reader import Reader
from artparse.quotes.reports.found import Found
from artparse.quotes.reports.words import BE
from artparse.quotes.words import word_list

READERS, WRITERS, ANYBODY = (word_list(kind) for kind in ("readers", "writers", "anybody"))
RULE = "report/address"
"""What decided that a report is less likely (see `rules.REPORTS`)."""
FULL = 20.0
"""Words for the reader in a thousand words outside quotation marks from which a text counts in full."""
SHORT = 8
"""Words of a report that is short, at most."""
NEAR = 40
"""Words to either side of the one that reports, in which the reader is looked for."""


def confidence_of(reader: Reader, one: Found, address: float) -> float:
    """The confidence of a report, 0 to 1, with what the article's manner of speaking takes from it."""
    if one.told or not address:
        return one.confidence
    share = model.log_odds(one.confidence)
    share += address * sum(weights()[name] for name in facts(reader, one))
    return round(1 / (1 + math.exp(-share)), 3)


def address_of(reader: Reader) -> float:
    """How much the article speaks to its readers, 0 to 1."""
    words, quoted = reader.tokens.words, reader.tokens.quoted
    readers = {word for word in set(words) if word.lower() in READERS}
    if not readers:
        return 0.0
    count = sum([inside < 0 and word in readers for word, inside in zip(words, quoted, strict=True)])
    outside = sum([inside < 0 for inside in quoted])
    return min(math.log1p(1000 * count / outside) / math.log1p(FULL), 1.0) if count else 0.0


def is_of_writer(reader: Reader, one: Found) -> bool:
    """Whether nobody in particular said something to the writer: "I was asked to bend"."""
    words, cue = reader.tokens.words, one.cue
    sourceless = one.mention < 0 and one.phrase is None and cue > 1
    return sourceless and words[cue - 1].lower() in BE and words[cue - 2].lower() in WRITERS


def facts(reader: Reader, one: Found) -> list[str]:
    """What speaks against a report in an article that speaks to its readers, by the names of the weights."""
    words, sentences = reader.tokens.words, reader.tokens.sentences
    near = range(max(0, one.cue - NEAR), min(len(words), one.cue + NEAR))
    found = ["article"]
    if any(sentences[i] == sentences[one.cue] and words[i].lower() in READERS for i in near):
        found.append("sentence")
    if sum(len(reader.text[start:end].split()) for start, end in one.pieces) <= SHORT:
        found.append("short")
    mention = reader.mentions[one.mention] if one.mention >= 0 else None
    pronoun = words[mention.first].lower() if mention is not None and mention.form == "pronoun" else ""
    if pronoun in WRITERS:
        found.append("writer")
    elif mention is None or pronoun in ANYBODY:
        found.append("anybody")
    elif not pronoun and (mention.entity < 0 or not reader.entities[mention.entity].name):
        found.append("unnamed")
    return found


@cache
def weights() -> Mapping[str, float]:
    """What each of the facts adds to the log odds of a report: nothing, or less than that."""
    rows = (line.split() for line in packs.lines(os.path.join(model.DATA, "report_address.txt")))
    return {name: float(weight) for name, weight in rows}

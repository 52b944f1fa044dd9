"""Quotes that a name signs, behind a dash or on the next line: “…” — Ann Roe, engineer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from artparse.quotes.choice.reader import DASHES, Reader
from artparse.quotes.choice.situation import Candidate, Situation

LONGEST_SIGNATURE = 80
"""Longest rest of a line, in code points, after the name of a signature."""


def signer_of(reader: Reader, situation: Situation) -> Candidate | None:
    """Who signed the quote: a name after a dash or on the next line, and no more there than a role."""
    words, last = reader.tokens.words, situation.last
    while last < len(words) and words[last] in DASHES:
        last += 1
    if last >= len(words) or (last == situation.last and not ends_line(reader, situation)):
        return None
    known = {candidate.mention: candidate for candidate in situation.candidates}
    for number in range(bisect_left(reader.firsts, last), bisect_right(reader.firsts, last)):
        mention = reader.mentions[number]
        if mention.form == "name":
            limit = mention.span[1] + LONGEST_SIGNATURE + 1
            rest = reader.text[mention.span[1] : limit].partition("\n")[0].strip().strip(" .")
            if not rest or (rest[0] in ',(@“"' and len(rest) < LONGEST_SIGNATURE):
                if number not in known:  # hidden by a phrase: "Jane Doe\nMuseum President"
                    known[number] = Candidate(number, "R", [], -1)
                    situation.candidates.append(known[number])
                return known[number]
    return None


def ends_line(reader: Reader, situation: Situation) -> bool:
    """Whether the quote is all that stands on its lines, and its passage goes on below."""
    rest = reader.text[situation.stretch.outer[1] : reader.tokens.starts[situation.last]]
    same = reader.tokens.passages[situation.last] == situation.stretch.passage
    return situation.opens and same and "\n" in rest and not rest.strip()

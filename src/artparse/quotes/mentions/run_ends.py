"""Where a run of capitalised words ends, and the small words and marks over which it goes on.

    "the Ministry of Environment, Forestry and Tourism said"  ->  the token "said"

A joint is a function `(run, j) -> token`: the run and a word in small letters; it gives the token from which
the run goes on, `ENDS` where it ends before the word, or `NOT_MINE`, and the word's next joint is asked.
"""

from __future__ import annotations

from collections.abc import Callable

from artparse.names.persons import bare
from artparse.quotes.kinds import BOTH, DEFINITE
from artparse.quotes.mentions.beside import capital_after, has_arabic_article
from artparse.quotes.mentions.bodies import (
    is_field,
    is_institution,
    is_seat,
    is_spelt,
    is_trade,
    owner_belongs,
    shares_seat,
)
from artparse.quotes.mentions.roles import is_double_office, is_role, second_role_follows
from artparse.quotes.mentions.scanning import LONGEST_NAME, Scan
from artparse.quotes.words import word_list
from artparse.values import dataclass

BODIES_OF_MEMBERS = word_list("bodies of members")
BODIES_OF_TWO_PLACES = word_list("bodies of two places")
CAMPAIGN_VERBS = word_list("campaign verbs")
HONOURS = word_list("honours")
RISING_VERBS = word_list("rising verbs")
NAME_SUFFIXES = word_list("name suffixes")
SMALL_OPENERS = word_list("small openers")
WEEKDAYS = word_list("weekdays")
AIMS_OF_CAMPAIGNS = word_list("aims of campaigns")

LONGEST_SIGNATURE_LINE = 40
"""Shorter lines, in code points, are no wrapped text."""
ENDS, NOT_MINE = -1, -2


@dataclass(slots=True, eq=False)
class Run:
    """A run of capitalised words as far as it was read."""

    scan: Scan
    first: int
    end: int
    """Where its passage ends."""
    stop: int
    """The token after its last word so far."""
    office: bool = False
    """Whether it has an "of" after a word such as "Ministry"."""

    def has_capital(self, i: int) -> bool:
        """Whether token `i` is a capitalised word in the same quotation marks."""
        tokens = self.scan.tokens
        inside = i < self.end and tokens.words[i][0].isupper()
        return inside and tokens.quoted[i] == tokens.quoted[self.first]


def run_end(scan: Scan, i: int, end: int) -> int:
    """The token after the run of capitalised words that starts at `i`, whatever opens it."""
    tokens, words, particles = scan.tokens, scan.tokens.words, scan.lexicon.particles
    quoted = tokens.quoted[i]
    run = Run(scan, i, end, i + 1)
    j = i + 1
    while j < end and tokens.quoted[j] == quoted and j < i + LONGEST_NAME:
        word = words[j]
        if is_signed_off(scan, j):
            break
        if word[0].isupper():
            on = _over_capital(run, j)
        elif word == "." and tokens.starts[j] == tokens.ends[j - 1]:
            on = _over_stop(run, j)
        elif has_arabic_article(word):
            run.stop, on = j + 1, j
        elif word in particles:
            goes_on = run.has_capital(j + 1) or (j + 1 < end and words[j + 1] in particles)
            on = j if goes_on else ENDS
        else:
            found = (joint(run, j) for joint in JOINTS.get(word, ()))
            on = next((to for to in found if to != NOT_MINE), ENDS)
        if on == ENDS:
            break
        j = on + 1
    return run.stop


def _over_capital(run: Run, j: int) -> int:
    """Over the capitalised word at `j`, unless it opens a sentence or is a day; an owner ends the run."""
    scan, words = run.scan, run.scan.tokens.words
    lexicon, word, previous = scan.lexicon, words[j], words[j - 1]
    if previous == "." and len(words[j - 2]) > 1 and words[j - 2].lower() not in lexicon.abbreviations:
        return ENDS
    if word in WEEKDAYS and previous.lower() not in lexicon.common:
        return ENDS  # "in New Hampshire Monday"
    initial = len(word) == 1 and words[j + 1 : j + 2] == ["."]  # "Anna A. Pryor"
    opens = word.lower() in lexicon.openers and word != "US" and not initial
    if opens and not closes_name(scan, j, run.end):
        # "Stand Up To Racism"
        capital = run.has_capital(j + 1)
        low = words[j + 1].lower() if capital else ""
        small = capital and word.lower() in SMALL_OPENERS
        if not (small and (low in SMALL_OPENERS or low not in lexicon.openers)):
            return ENDS
    run.stop = j + 1
    owner = word.endswith(("'s", "’s"))
    return ENDS if owner and not owner_belongs(scan, j, run.first, run.end) else j


def _over_stop(run: Run, j: int) -> int:
    """Over the full stop at `j`, of an initial or a short form; one of "Jr." ends the run."""
    previous = run.scan.tokens.words[j - 1]
    if previous in NAME_SUFFIXES:
        run.stop = j + 1
        return ENDS
    short = len(previous) == 1 or previous.lower() in run.scan.lexicon.abbreviations
    return j if short else ENDS


# --- joints ----------------------------------------------------------------------------------------


def of_body(run: Run, j: int) -> int:
    """ "Ministry of (the) Interior": a body's word and "of" or "for"."""
    words, lexicon = run.scan.tokens.words, run.scan.lexicon
    if words[j - 1].lower() not in lexicon.organizing:
        return NOT_MINE
    run.office = True
    j += j + 1 < run.end and words[j + 1] in DEFINITE
    return j if j + 1 < run.end and words[j + 1][0].isupper() else ENDS


def on_subject(run: Run, j: int) -> int:
    """ "Joint Commission on (the) Safety": what a body is for, but no person's and no day."""
    words, lexicon = run.scan.tokens.words, run.scan.lexicon
    previous = words[j - 1].lower()
    if not capital_after(words, j, run.end) or previous not in lexicon.organizing:
        return NOT_MINE
    article = words[j + 1] in DEFINITE
    if previous in lexicon.people or is_day(run.scan, j + 1 + article):
        return ENDS
    run.office = True
    return j + article


def of_more(run: Run, j: int) -> int:
    """ "Commission on the Safety of Bridges": one more "of"."""
    return j if run.office and run.has_capital(j + 1) and run.stop == j else NOT_MINE


def for_circuit(run: Run, j: int) -> int:
    """ "Court of Appeals for the 3rd Circuit"."""
    words = run.scan.tokens.words
    if not run.office or words[j + 1 : j + 2] != ["the"] or not run.has_capital(j + 3):
        return NOT_MINE
    ordinal = words[j + 2][0].isdigit() and words[j + 2][-1].isalpha()
    return j + 2 if ordinal else NOT_MINE


def between_two(run: Run, j: int) -> int:
    """ "Commission on Trade between Holm and Lindsay"."""
    words = run.scan.tokens.words
    joined = run.office and run.has_capital(j + 1) and not BOTH.isdisjoint(words[j + 2 : j + 3])
    return j if joined else NOT_MINE


def at_seat(run: Run, j: int) -> int:
    """ "Tide Institute at Torrey College"."""
    return j if run.has_capital(j + 1) and is_seat(run.scan, j, run.end) else NOT_MINE


def and_of_one_seat(run: Run, j: int) -> int:
    """ "Harbour Fund and Tide Institute at Torrey College"."""
    previous = run.scan.tokens.words[j - 1]
    capital = run.has_capital(j + 1) and is_institution(run.scan, previous)
    return j if capital and shares_seat(run.scan, j, run.end) else NOT_MINE


def and_second_role(run: Run, j: int) -> int:
    """ "Acme Co-Owner and Lead Planner Erin Vance"."""
    previous = run.scan.tokens.words[j - 1].lower()
    role = run.has_capital(j + 1) and is_role(run.scan, previous)
    return j if role and second_role_follows(run.scan, j + 1, run.end) else NOT_MINE


def and_of_double_office(run: Run, j: int) -> int:
    """ "Police and Crime Commissioner Ann Roe"."""
    return j if run.has_capital(j + 1) and is_double_office(run.scan, j, run.end) else NOT_MINE


def and_of_office(run: Run, j: int) -> int:
    """ "Department of Parks and Works"; "Peel & Stone"."""
    if not run.office and run.scan.tokens.words[j] != "&":
        return NOT_MINE
    return j if run.has_capital(j + 1) else ENDS


def and_of_acronym(run: Run, j: int) -> int:
    """ "University and College Union", where UCU is printed too."""
    spelt = run.has_capital(j + 1) and is_spelt(run.scan, run.first, j, run.end)
    return j if spelt else NOT_MINE


def and_of_two_fields(run: Run, j: int) -> int:
    """ "Devon and Cornwall Police", "Food and Drug Administration"."""
    scan, words, first = run.scan, run.scan.tokens.words, run.first
    field = is_field(scan, words[j - 1])
    if not run.has_capital(j + 1) or not (j == first + 1 or field):
        return NOT_MINE
    after = run_end(scan, j + 1, run.end)
    final = bare(words[after - 1]).lower()
    fields = all(is_field(scan, word) for word in words[first:j]) or is_field(scan, words[j + 1])
    places = final in BODIES_OF_TWO_PLACES and j == first + 1
    whole = places or (final in scan.lexicon.organization and field and fields)
    return j if after >= j + 3 and whole else ENDS


def and_of_members(run: Run, j: int) -> int:
    """ "the Bakers and Allied Workers' Union": trades before the "and", and what unites them behind."""
    scan, words, first = run.scan, run.scan.tokens.words, run.first
    introduced = first > 0 and words[first - 1].lower() in DEFINITE
    if not introduced or not run.has_capital(j + 1) or not all(is_trade(scan, w) for w in words[first:j]):
        return NOT_MINE
    after = run_end(scan, j + 1, run.end)
    return j if after >= j + 3 and bare(words[after - 1]).lower() in BODIES_OF_MEMBERS else NOT_MINE


def the_of_campaign(run: Run, j: int) -> int:
    """ "Save the Meadow"."""
    opens = run.has_capital(j + 1) and j == run.first + 1
    return j if opens and run.scan.tokens.words[j - 1].lower() in CAMPAIGN_VERBS else NOT_MINE


def up_of_campaign(run: Run, j: int) -> int:
    """ "Stand up for Southport": a verb of campaigns, "up", and "for", "to" or "against" and a name."""
    words = run.scan.tokens.words
    opens = j == run.first + 1 and words[j - 1].lower() in RISING_VERBS and run.has_capital(j + 2)
    return j + 1 if opens and words[j + 1] in AIMS_OF_CAMPAIGNS else NOT_MINE


def the_honourable(run: Run, j: int) -> int:
    """ "Senator the Hon. Ann Roe"."""
    return j if run.has_capital(j + 1) and run.scan.tokens.words[j + 1] in HONOURS else NOT_MINE


def comma_before_suffix(run: Run, j: int) -> int:
    """ "Sam Holm, Jr"."""
    suffix = run.has_capital(j + 1) and run.scan.tokens.words[j + 1] in NAME_SUFFIXES
    return j if suffix else NOT_MINE


def comma_of_office(run: Run, j: int) -> int:
    """ "Ministry of Environment, Forestry and Tourism"."""
    words = run.scan.tokens.words
    if not run.office or not run.has_capital(j + 1) or j + 3 >= run.end:
        return NOT_MINE
    return j if words[j + 2] in BOTH and words[j + 3][0].isupper() else NOT_MINE


def of_owners(run: Run, j: int) -> int:
    """ "Citizens' Independent Trust"."""
    tokens, words = run.scan.tokens, run.scan.tokens.words
    if not words[j - 1].endswith("s") or tokens.starts[j] != tokens.ends[j - 1]:
        return NOT_MINE
    after = j
    while after + 1 < min(run.end, j + 5) and words[after + 1][0].isupper():
        after += 1
    return j if bare(words[after]).lower() in run.scan.lexicon.organization else ENDS


Joint = Callable[[Run, int], int]

JOINTS: dict[str, tuple[Joint, ...]] = {
    "of": (of_body, of_more),
    "for": (of_body, for_circuit),
    "on": (on_subject,),
    "between": (between_two,),
    "at": (at_seat,),
    "and": (
        and_of_one_seat,
        and_second_role,
        and_of_double_office,
        and_of_office,
        and_of_acronym,
        and_of_members,
        and_of_two_fields,
    ),
    "&": (and_of_office,),
    "up": (up_of_campaign,),
    "the": (the_of_campaign, the_honourable),
    ",": (comma_before_suffix, comma_of_office),
    "'": (of_owners,),
    "’": (of_owners,),
}
"""Small word or mark to the joints that it may be, in the order in which they are asked."""


def is_signed_off(scan: Scan, j: int) -> bool:
    """Whether a short line ends before token `j`, as below a letter: its name does not go on there."""
    text, end = scan.text, scan.tokens.ends[j - 1]
    if text[end : end + 1] != "\n":
        return False
    return text.rfind("\n", max(0, end - LONGEST_SIGNATURE_LINE), end) >= 0


def closes_name(scan: Scan, j: int, end: int) -> bool:
    """Whether the word at `j`, which opens sentences too, ends a body's name: "Clean Water Watch"."""
    low = scan.tokens.words[j].lower()
    return low in scan.lexicon.organization and not (j + 1 < end and scan.tokens.words[j + 1][0].isupper())


def is_day(scan: Scan, i: int) -> bool:
    """Whether token `i` is of the calendar: "on Monday"."""
    return bare(scan.tokens.words[i]).lower() in scan.lexicon.calendar

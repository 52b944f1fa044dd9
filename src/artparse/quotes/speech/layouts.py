"""Speech that the layout marks instead of quotation marks: transcripts, block quotes, embedded posts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from artparse.article import Span
from artparse.layout.body.posts import LONGEST_SIGNATURE, QUOTED, post_at
from artparse.layout.body.turns import LABEL, LABELLED, speakers_in
from artparse.names import lists
from artparse.patterns import pattern
from artparse.quotes.passages import Passage
from artparse.quotes.words import word_list

LABELS_OF_INTERVIEWS = word_list("labels of interviews")

POINTS = ".:-–—"
"""What stands behind the label of a question or an answer."""
FEWEST_TURNS = 2
"""An interview has so many questions and so many answers with labels, at least."""

WORD = pattern(r"\w+(?:[-'’]\w+)*")
DASH = pattern(r"[—–]")
"""Sets off speech in Spanish and other languages: `—No —dijo Juan—. Es tarde.`"""
MARK = pattern(r"[“”„«»\"]|``|''")


def speaker_labels(text: str, passages: Sequence[Passage]) -> dict[int, Span]:
    """Passages that a speaker label opens to the label's span; empty where the article is no transcript."""
    found: dict[int, Span] = {}
    for index, passage in enumerate(passages):
        if passage.section is not None and passage.place in ("paragraph", "list_item", "blockquote"):
            match = LABEL.match(text, *passage.span)
            if match:
                found[index] = match.span(1)
    if len(found) >= LABELLED:
        words = Counter(WORD.findall(text))
        labels = Counter(text[start:end] for start, end in found.values())
        found = {i: span for i, span in found.items() if _is_speaker(text[slice(*span)], labels, words)}
    printed = {index: text[start:end] for index, (start, end) in found.items()}
    speakers = speakers_in(printed)
    short = {label for label in speakers.values() if label.isupper() and " " not in label}
    return {i: span for i, span in found.items() if i in speakers or _initials(printed[i]) in short}


def interview_labels(
    text: str, passages: Sequence[Passage], asked: Collection[str], answered: Collection[str]
) -> dict[int, Span]:
    """Passages that the label of a question or an answer opens, to its span; none but in an interview."""
    found: dict[int, Span] = {}
    either = {*asked, *answered}
    for index, passage in enumerate(passages):
        start = passage.span[0]
        if passage.section is not None and passage.place == "paragraph":
            word = WORD.match(text, start)
            end = word.end() if word is not None else start
            if text[start:end] in either and text[end : end + 1] in tuple(POINTS):
                found[index] = (start, end)
    printed = [text[slice(*span)] for span in found.values()]
    of_each = (sum(label in labels for label in printed) for labels in (asked, answered))
    return found if min(of_each) >= FEWEST_TURNS else {}


def _initials(label: str) -> str:
    """`AR` of the label `Ann Roe`, which is printed once where the next ones are `AR`."""
    words = label.split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _is_speaker(label: str, labels: Counter[str], words: Counter[str]) -> bool:
    """Whether a label may be a name: no "Accuracy:", with "accuracy" or nothing of it in the text."""
    low = label.lower()
    if " " in label:
        return _may_be_name(low.split())
    if label.isupper() or low in lists.people() or low in LABELS_OF_INTERVIEWS:
        return True
    named = low in lists.given_names() or low in lists.words("surnames.txt")
    return not words[low] and (named or words[label] > labels[label])


def _may_be_name(words: Sequence[str]) -> bool:
    """Whether several words may name a person: no "Pro Tip:", no "Services Offered:"."""
    if words[0] in lists.given_names() or not lists.people().keys().isdisjoint(words):
        return True
    plain = lists.words("en/common_words.txt") | lists.words("en/function_words.txt")
    known = words[-1] in lists.words("surnames.txt") and words[0] not in plain
    return known or plain.isdisjoint(words)


def unmarked(text: str, passage: Passage) -> Span | None:
    """The words of a block quote or an embedded post that has no quotation marks, or None."""
    start, end = passage.span
    if quoted := QUOTED.match(text, start, end):
        start = quoted.end()
    if text[start] in "“\"„«'‘`":
        return None
    if (signed := post_at(text, start, end)) > start:
        return start, signed
    if passage.place == "blockquote" and not MARK.search(text, start, end):
        return start, _signed_at(text, start, end)
    return None


def _signed_at(text: str, start: int, end: int) -> int:
    """Where in a block quote its words end: before an empty line and the line that says whose they are."""
    words = text.rfind("\n\n", start, end)
    return words if words > start and end - words <= LONGEST_SIGNATURE else end


CLOSED_BY_COMMA = pattern(r"[,?!…]\s+(\w+)")
"""A mark and the word behind it, which may be a verb of saying."""


def dialogue(text: str, passage: Passage, verbs: frozenset[str]) -> list[Span]:
    """The spoken parts of a paragraph that opens with a dash and is broken by a dash and one of `verbs`.

    The spans have the dash before them and nothing after them; none where the paragraph is no dialogue.
    """
    start, end = passage.span
    if not verbs or text[start] not in "—–":
        return []
    for match in CLOSED_BY_COMMA.finditer(text, start + 1, end):
        if f",{match[1].lower()}" in verbs:
            return [(start, match.start() + (text[match.start()] != ","))]  # "– Nej, säger Anna Lind."
    found: list[Span] = []
    speaks = True
    opened = start
    told = False
    for match in DASH.finditer(text, start + 1, end):
        at = match.start()
        if speaks and text[at - 1].isspace():
            first = re.match(r"\s*(?:se |le |me )?(\w+)", text[at + 1 : at + 40])
            if first is None or first[1].lower() not in verbs:
                continue
            found.append((opened, at))
            speaks, told = False, True
        elif not speaks and (not text[at - 1].isspace() or at + 1 == end or text[at - 2] in ".!?"):
            speaks = True
            opened = at + 1
            while opened < end and text[opened] in ".,;: ":
                opened += 1
    if speaks and told and opened < end:
        found.append((opened, end))
    return found if told else []

"""ProQuest: rules or `Document 1 of 20` between articles, a headline, labels, `Full text:`, more labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from artparse.patterns import pattern
from artparse.reading.exports.articles import Line, Told, labels_of, table
from artparse.reading.exports.cutting import Splitting
from artparse.reading.exports.days import day_in
from artparse.reading.exports.labelled import LABEL, Marks, foot_at, head_labels, label_of

_COUNT = r"Do[ck]ument\w{0,4} \d{1,6} (?:of|von|de|van|sur) \d{1,6}"
_COUNTER = pattern(rf"{_COUNT}$", re.IGNORECASE)
_COUNTED = pattern(rf"(?:^|>)\s{{0,9}}{_COUNT}\s{{0,9}}(?:$|<)", re.IGNORECASE)
_RULE = pattern(r"_{20,}$")
_TEXTS = "|".join(sorted(labels_of("proquest")["text"]))
_KEYS = "|".join(
    sorted(labels_of("proquest")["text"] | labels_of("proquest")["site"] | labels_of("proquest")["title"])
)
_KEYED = pattern(rf"(?:{_KEYS})(?:\s?:|$)", re.IGNORECASE)
_LABELLED = pattern(rf"(?:{_TEXTS})\s?:", re.IGNORECASE)
_ANCHOR = r"<a name=[\"']?DocID_"
SPLITTING = Splitting(
    begins=re.compile(rf"\s*(?:_{{20,}}|{_COUNT})\s*$".encode(), re.IGNORECASE),
    holds=re.compile(rf"(?mi)(?:^|>)\s{{0,99}}(?:<b>)?(?:{_KEYS})\s?(?::|$|<)".encode()),
    tag=re.compile(rf"(?i)(?<=>)\s{{0,9}}{_COUNT}\s{{0,9}}(?=<)|{_ANCHOR}".encode()),
    tagged=re.compile(rf"(?i)>\s{{0,9}}(?:{_KEYS})\s?:".encode()),
)


def shows(lines: Sequence[str]) -> bool:
    """Whether documents are counted or ruled off, and lines are labelled as ProQuest does."""
    if not any("ProQuest" in line or _LABELLED.match(line) for line in lines):
        return False
    apart = any(len(line) < 10_000 and _COUNTED.search(line) for line in lines)
    ruled = any(_RULE.match(line.strip()) for line in lines[:40])
    return apart or ruled or any(len(line) < 100_000 and re.search(_ANCHOR, line) for line in lines)


def told(lines: Sequence[Line]) -> Told:
    """What each line of an article is; all above its counter is of a cover page."""
    marks = Marks(lines)
    parted = [i for i, line in enumerate(lines) if _COUNTER.match(line.text) or _RULE.match(line.text)]
    key = next((i for i in range(len(lines)) if _KEYED.match(lines[i].text)), len(lines))
    start = max((i + 1 for i in parted if i < key), default=0)
    # Behind the last article is a rule, too, and what is of no article.
    last = min((i for i in parted if i > key), default=len(lines))
    label = next((i for i in range(start, last) if label_of(lines[i], "proquest", head=True)), last)
    title = [i for i in range(start, label) if "://" not in lines[i].text]
    # A list of contents above the headline is apart from it.
    while len(title) > 1 and any(lines[i].apart for i in title[1:]):
        title = title[1:]
    text = next((i for i in range(label, last) if _opens_text(lines[i])), None)
    at, end = label, last if text is None else text
    while at < end:
        at = max(head_labels(marks, at, end, "proquest"), at + 1)
    marks.known.update(range(label, end))
    if text is not None:
        first = lines[text].text.partition(":")[2].strip()
        if first:
            head_labels(marks, text, text + 1, "proquest")
        details = (i for i in range(last - 1, text, -1) if lines[i].text.lower() in table()["details"])
        foot = next(details, None) or max(foot_at(lines[:last], text + 1, "proquest"), text + 1)
        for i in range(text + 1, foot):
            marks.say(i, "body")
        for i in range(foot, last):
            _foot(marks, i)
        marks.known.update((text, *range(foot, last)))
    if title:
        for i in title:
            marks.say(i, "title")
        marks.found["title"] = [" ".join(lines[i].text for i in title)]
    else:
        stated = marks.found.get("title", [])
        marks.found["title"] = stated[:1]
    info = next((v for v in marks.found.get("head", []) if day_in(v)), None)
    if info:
        marks.found.setdefault("date", []).append(info)
        marks.found.setdefault("site", []).append(re.split(r"\s*[;:,]\s", info)[0])
    # `Publication title` has the place behind it.
    marks.found["site"] = [re.split(r"\s*;\s", site)[0] for site in marks.found.get("site", [])]
    marks.found["author"] = marks.found.get("author", [])[:1]
    return marks.told()


def _opens_text(line: Line) -> bool:
    """Whether a line is the label of the text, with the text behind it or as a heading of its own."""
    label = label_of(line, "proquest", head=True)
    return (label is not None and label[0] == "text") or line.text.lower() in labels_of("proquest")["text"]


def _foot(marks: Marks, i: int) -> None:
    """Note what a label below the body says."""
    match = LABEL.match(marks.lines[i].text)
    name = match[1].lower() if match else ""
    if match:
        marks.label(match[1], (match[2] or "").strip())
    for kind, names in labels_of("proquest").items():
        if match and name in names and kind not in ("foot", "text"):
            marks.note(kind, (match[2] or "").strip())
            break

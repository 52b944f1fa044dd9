"""Metadata against the visible text: which of them each field is taken from.

One order for each field, kept here and nowhere else. The visible text decides what stands where;
metadata decides what it means.

title       the visible line that says what a title in the metadata says, or a part of it beside the
            site's name; else the line that the model takes for the title, where it shares most of
            its words with the metadata's, or where the metadata has none of its own; else the
            metadata's, which stands nowhere.
authors     the persons that the metadata names, be it by one word, unless the visible byline has the
            whole name, names more persons beside all of them, or stands above the body where the page
            says none of them; else those of the visible byline; else what the metadata names beside
            persons (desks and agencies). The byline stays as printed.
published   of the moments in the metadata the one whose day the page shows below its headline; else that
            day, unless it is the last change's; else the metadata's first; else the day that the address
            has in its path; else a visible one near the headline; else what the page's elements and
            scripts have; else a date that a line says is the page's, that opens the body, stands
            elsewhere or ends the body; else the last change's. Of one day the more exact wording.
modified    the metadata's; else the visible one. A visible date of another day is metadata of
            something else.
language    what is declared; else the text's own.
breadcrumb  the visible one; else the metadata's.
site, keywords  the metadata's; else the visible ones.
description, image, license, address: metadata only.

Metadata never gives body text.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence

from artparse.article import Span
from artparse.layout.credits.credits import LIKELY, SHOWN, Credits, says
from artparse.layout.evidence.stated import Stated, squeezed
from artparse.layout.labels import BODY, Labels, LineLabel, Piece
from artparse.layout.lines.authors import is_desk, is_nobody, may_be, names_in
from artparse.layout.lines.dates import dates_in
from artparse.layout.lines.units import Unit
from artparse.layout.lines.words import plain
from artparse.layout.structure import Layout
from artparse.patterns import pattern
from artparse.reading.document import NO_EVIDENCE, Evidence

ALIKE = 0.5
"""Share of the words of the shorter of two titles that the other must have, to be the same title."""
LIKE = 0.3
"""Share of the words of the longer one, which may be a paragraph that opens with a title's words."""
ALL_LINKED = 0.8
"""Share of linked words from which on a line of the largest kind is the site's name, which leads home."""
LONGEST = 400
"""Code points of a line that may be a title."""
OPENING, CLOSING = 4, 2
"""Pieces at the beginning and end of the body that are looked at for a date."""
LONGEST_OPENING = 80
"""Code points of them."""
LEADING = 4
"""Words before a date that opens a paragraph, fewer than which are a place or `Pressemitteilung vom`."""
LONGEST_LEADING = 8
"""The same where nothing follows the date: `Place | Place, 3 May 2024`."""
LONGEST_CUE = 30
"""Code points before a date that opens a paragraph, and after any, that may say what it is of: `wurde am
3. Mai 2024 veröffentlicht`."""
DOUBTFUL = -1.2
"""Log odds that a name is somebody's, below which the metadata's authors stand: `Nintendo Switch`."""
OWNERS = ("'s", "’s")
"""Ends of what is no person's name: `Harvard Women's`, cut from the name of a paper."""
SLACK = datetime.timedelta(days=1)
"""Between the days of one moment in different time zones."""

_DAY = pattern(r"[/_-](?:((?:19|20)\d\d)([/_-]?)(\d\d?)\2(\d\d?)|(\d\d)-(\d\d)-(20\d\d))(?=[/_.?-]|$)")
_YEAR = pattern(r"(?:19|20)\d\d")
_OPENED = pattern(r"[)\]]?\s*(?:$|\.\s|\n|[-–—|:•·,/„“\"»«)]|(?=[^\W\d_a-z]))")


def with_headline(labels: Labels, units: Sequence[Unit], stated: Stated) -> list[LineLabel]:
    """The model's labels of `units`, with the title where the metadata's stands, or nowhere."""
    chosen = labels.index("title") if "title" in labels else None
    wordings = stated.wordings
    if not wordings:
        return list(labels)
    known = {words for whole, parts in wordings for words in (whole, *parts)}
    words = [unit.says.plain if len(unit.text) < LONGEST else "" for unit in units]
    first = next((i for i, label in enumerate(labels) if label in ("paragraph", "heading")), len(units))

    def says_part(i: int, parts: Collection[str]) -> bool:
        """Whether a unit is a headline by its looks, and says a title without the site's name or section."""
        level = units[i].hints.level
        return words[i] in parts and (i == chosen or level == 1 or (level > 0 and words[i].count(" ") > 2))

    def rank(i: int) -> tuple[int, bool, int, int]:
        """How well a unit says one of the titles; a headline that says a later one beats other lines."""
        said = 0
        for order, (whole, parts) in enumerate(wordings if words[i] in known else ()):
            if words[i] and (words[i] == whole or says_part(i, parts)):
                headline = units[i].hints.level == 1 and units[i].hints.links < ALL_LINKED
                said = len(wordings) - order + (len(wordings) if headline else 0)
                break
        return said, i == chosen, -(i > first), -abs(first - i)

    title: int | None = max(range(len(units)), key=rank, default=None)
    if title is not None and not rank(title)[0]:
        wholes = [whole for whole, _ in wordings]
        headlines = [i for i in range(first) if units[i].hints.level == 1]
        if chosen is not None and (units[chosen].hints.level or not units[chosen].text.endswith(".")):
            headlines.append(chosen)
        alike = [i for i in headlines[::-1] if _alike(words[i], wholes)]
        title = alike[0] if alike else None
    chosen_labels: list[LineLabel] = ["before" if label == "title" else label for label in labels]
    if chosen is not None and "paragraph" not in labels and units[chosen].text.endswith("."):
        chosen_labels[chosen] = "paragraph"  # A sentence that is all there is.
    if title is not None:
        chosen_labels[title] = "title"
    if title is not None and rank(title)[0] and units[title].hints.level:
        return _from(title, chosen_labels, units)
    return chosen_labels


def _from(title: int, labels: Labels, units: Sequence[Unit]) -> list[LineLabel]:
    """`labels` without a body above the headline that the metadata names, unless most of it is there."""
    sizes = [len(u.text) if label == "paragraph" else 0 for u, label in zip(units, labels, strict=True)]
    if sum(sizes[:title]) > sum(sizes[title:]):
        return list(labels)
    return [
        "before" if i < title and label in ("paragraph", "heading", "between") else label
        for i, label in enumerate(labels)
    ]


def headline_at(text: str, span: Span, stated: Stated) -> Span:
    """Where on the title's line the headline stands: all of it, or its end, after a kicker or section."""
    start, end = span
    title = stated.evidence.title
    if title and len(title) < end - start and text.endswith(title, start, end):
        return end - len(title), end
    return span


def joined(units: Sequence[Unit], stated: Stated) -> list[Unit]:
    """`units`, where two lines that a title in the metadata says as one (kicker and headline) are one."""
    titles = stated.titles
    if not titles:
        return list(units)
    result: list[Unit] = []
    for unit in units:
        last = result[-1] if result else None
        if last and 1 in (last.hints.level, unit.hints.level) and len(last.text) + len(unit.text) < LONGEST:
            text = f"{last.text} {unit.text}"
            if plain(text) in titles and unit.says.plain not in titles:
                hints = unit.hints if unit.hints.level == 1 else last.hints
                result[-1] = Unit((last.span[0], unit.span[1]), text, last.gap, hints)
                continue
        result.append(unit)
    return result


def _alike(words: str, titles: Sequence[str]) -> bool:
    own = set(words.split())
    for title in titles:
        other = set(title.split())
        least, most = sorted((len(own), len(other)))
        if least > 1 and len(own & other) >= max(ALIKE * least, LIKE * most):
            return True
    return False


def weighed(text: str, pieces: list[Piece], credits: Credits, stated: Stated) -> tuple[list[Piece], Credits]:
    """Pieces of `text` and its credits, with what the metadata says of authors and dates."""
    evidence = stated.evidence
    if evidence == NO_EVIDENCE:
        day = credits.published or _opening_day(text, pieces)
        return pieces, credits if day == credits.published else credits._replace(published=day)
    published = _published(text, pieces, credits, evidence)
    for other in (credits.published, *evidence.moments):
        published = _moment(published, other)
    modified = _moment(evidence.modified, credits.modified)
    modified = None if modified == published else modified
    elsewhere = {
        label
        for label, printed, value in (
            ("published", credits.published, published),
            ("modified", credits.modified, modified),
        )
        if printed and not same_day(printed, value)
    }
    return (
        [Piece(p.span, "metadata", rules=("evidence/dates",)) if p.label in elsewhere else p for p in pieces],
        Credits(
            authors=_authors(stated, credits.authors, _above(text, pieces)),
            published=published,
            modified=modified,
            ambiguous=credits.ambiguous and not evidence.published,
            pieces=credits.pieces,
        ),
    )


def _published(text: str, pieces: Sequence[Piece], credits: Credits, evidence: Evidence) -> str | None:
    if credits.standing == SHOWN and evidence.published in evidence.stated:
        for stated in evidence.stated:
            if same_day(stated, credits.published):
                return stated
        changed = same_day(credits.published, evidence.modified)
        if not credits.ambiguous and not changed and not _is_shown(evidence.published, text, pieces):
            return credits.published
    likely = credits.published if credits.standing >= LIKELY else None
    return (
        evidence.published
        or _day_in(evidence.url)
        or likely
        or next(iter(evidence.moments), None)
        or _said_day(text, pieces)
        or _opening_day(text, pieces)
        or credits.published
        or _day_beside(text, pieces)
        or evidence.modified
    )


def _is_shown(day: str | None, text: str, pieces: Sequence[Piece]) -> bool:
    """Whether a day stands above the body, too: what else stands there is of something else."""
    start = next((piece.span[0] for piece in pieces if piece.label in BODY), 0)
    return any(same_day(printed.value, day) for printed in dates_in(text[:start]))


def _day_in(address: str | None) -> str | None:
    """The day that an address has in its path (`/2024/05/03/`, `/20240503-...`, `/03-05-2024`)."""
    for match in _DAY.finditer(address or ""):
        year, month, day = (match[1], match[3], match[4]) if match[1] else (match[7], match[6], match[5])
        # Without anything between its parts, only two digits each make a date.
        if match[1] and not match[2] and len(month + day) < 4:
            continue
        try:
            return datetime.date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None


def _opening_day(text: str, pieces: Sequence[Piece]) -> str | None:
    """A date that opens one of the first paragraphs of the body."""
    for piece in [piece for piece in pieces if piece.label in BODY][:OPENING]:
        start = text[slice(*piece.span)][:LONGEST_OPENING]
        for printed in dates_in(start):
            a, b = printed.span
            whole = piece.span[0] + b == piece.span[1]
            leading = LONGEST_LEADING if whole else LEADING
            if len(start[:a].split()) < leading and _OPENED.match(text, piece.span[0] + b):
                return printed.value
            break
    return None


def _said_day(text: str, pieces: Sequence[Piece]) -> str | None:
    """A date that a line says is the page's: any line outside the body, of it those that open with that."""
    for kind in ("published", "modified"):
        for piece in reversed(pieces):
            line = text[slice(*piece.span)][:LONGEST]
            if not _YEAR.search(line):
                continue
            reached = 0
            for printed in dates_in(line):
                start, end = printed.span
                before, after = line[reached:start], line[end : end + LONGEST_CUE]
                if says(before, kind) and (piece.label not in BODY or start < LONGEST_CUE):
                    return printed.value
                if says(after, kind) and piece.label not in BODY:
                    return printed.value
                reached = end
    return None


def _day_beside(text: str, pieces: Sequence[Piece]) -> str | None:
    """A date that ends the body, else the only one around it."""
    body = [piece for piece in pieces if piece.label in BODY]
    for piece in body[-CLOSING:]:
        line = text[slice(*piece.span)]
        found = list(dates_in(line)) if len(line) < LONGEST_OPENING else []
        if found and found[-1].span[1] == len(line.rstrip(" .)")):
            return found[-1].value
    return _only_day(text, pieces)


def _only_day(text: str, pieces: Sequence[Piece]) -> str | None:
    """The day of the short lines outside the body, where all that have one have the same."""
    days: set[str] = set()
    for piece in pieces:
        line = text[slice(*piece.span)]
        if piece.label not in BODY and len(line) < LONGEST_OPENING and _YEAR.search(line) and "©" not in line:
            days.update(printed.value[:10] for printed in dates_in(line))
    return days.pop() if len(days) == 1 else None


def _moment(stated: str | None, printed: str | None) -> str | None:
    """The more exact of two wordings of one moment, else the one that the metadata states."""
    if not stated or not printed:
        return stated or printed
    return printed if len(printed) > len(stated) and printed[:10] == stated[:10] else stated


def same_day(one: str | None, other: str | None) -> bool:
    """Whether two moments (ISO 8601) are less than two days apart by their dates."""
    if not one or not other:
        return False
    try:
        return abs(datetime.date.fromisoformat(one[:10]) - datetime.date.fromisoformat(other[:10])) <= SLACK
    except ValueError:
        return False


def _above(text: str, pieces: Sequence[Piece]) -> str:
    """What stands above the body, if a byline is there; else nothing."""
    first = next((k for k, piece in enumerate(pieces) if piece.label in BODY), 0)
    signed = any(piece.label == "byline" for piece in pieces[:first])
    return text[: pieces[first].span[0]] if signed else ""


def _authors(stated: Stated, printed: tuple[str, ...], above: str) -> tuple[str, ...]:
    """The authors by the metadata and the `printed` byline, which stands in what is `above` the body, if that
    is not empty."""
    names, entries = stated.names, stated.evidence.authors
    sure = [name for name in printed if _is_surely_one(name)]
    if names and sure and above and not _is_said(names, above):
        return printed
    persons = tuple(name for name in names if names_in(name) and not stated.is_site(name))
    if persons and set(persons) < set(printed) == set(sure):
        return printed
    nicknames = tuple(name for name in names if " " not in name and not is_desk(name))
    if persons:
        return persons
    if nicknames:
        fuller = all(any(squeezed(name) in squeezed(full) for full in printed) for name in nicknames)
        return printed if fuller else nicknames
    if any(map(names_in, printed)):
        return printed
    if names or not entries:
        return names or printed
    # Where the metadata has the site's name only, a line that names nobody is of something else.
    known = [squeezed(entry) for entry in entries if not is_nobody(entry)]
    return tuple(name for name in printed if any(squeezed(name) in entry for entry in known))


def _is_surely_one(name: str) -> bool:
    """Whether a name in a byline is a person's, even against what the metadata says."""
    return names_in(name) and may_be(name, DOUBTFUL) and not name.endswith(OWNERS)


def _is_said(names: Collection[str], text: str) -> bool:
    """Whether a text has the last word of one of some names."""
    words = set(plain(text).split())
    return any(name.split()[-1] in words for name in map(plain, names) if name)


def filled(layout: Layout, stated: Stated) -> Layout:
    """A layout with the fields that only the metadata knows."""
    evidence = stated.evidence
    if evidence == NO_EVIDENCE:
        return layout
    title = layout.title or stated.own_title
    return layout._replace(
        title=title,
        site=evidence.site or layout.site,
        breadcrumb=layout.breadcrumb or evidence.breadcrumb,
        keywords=evidence.keywords or layout.keywords,
        warnings=tuple(w for w in layout.warnings if not (title and w.code == "no_title")),
    )

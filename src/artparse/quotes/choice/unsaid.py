"""Features of "nobody said this" (a title, a scare quote) and of "somebody said this whom nothing names"."""

from __future__ import annotations

from artparse.names import lists
from artparse.quotes.choice.around import words_inside
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Around, Walk
from artparse.quotes.speech.marks import Stretch
from artparse.quotes.words import word_list

PASSIVE_AUXILIARIES = word_list("passive auxiliaries")


def nobody_features(
    reader: Reader, stretch: Stretch, first: int, last: int, left: Walk, right: Walk, around: Around
) -> tuple[list[str], list[str]]:
    words = reader.tokens.words
    place = reader.passages[stretch.passage].place
    before = words[first - 1].lower() if not around.opens else "^"
    before2 = words[first - 2].lower() if first > 1 and not around.opens else "^"
    after = words[last].lower() if not around.closes else "$"
    after2 = words[last + 1].lower() if last + 1 < len(words) and not around.closes else "$"
    inside = words_inside(reader, stretch, first, last, 12)
    capitals = sum(w[0].isupper() for w in inside)
    case = (
        "A"
        if capitals == len(inside)
        else "S"
        if capitals > 1 and capitals * 2 > len(inside)
        else "1"
        if inside[0][0].isupper()
        else "0"
    )
    wise = {w.strip(".,!?;:’'").lower() for w in inside}
    pronoun = bool(wise & lists.words("en/personal.txt"))
    verb = bool(wise & lists.words("en/verbs.txt"))
    # headlines have single marks whatever the article has
    other = "h" if place in ("title", "subtitle", "heading") else stretch.single != reader.single_main
    near_cue = "v" if any(c[1] < 8 for c in left.cues) else ""
    near_cue += "V" if any(c[1] < 6 for c in right.cues) else ""
    basic = f"{around.length}{case}"
    features = [
        "N",
        f"N{around.length}",
        f"Nc{basic}",
        f"Ns{basic}{around.shape}",
        f"Nb{before}",
        f"Nbb{before2} {before}",
        f"Na{after}",
        f"Naa{after} {after2}",
        f"Nba{before}|{after}",
        f"Nlb{around.length}{around.before}",
        f"Nla{around.length}{around.after}",
        f"Nl3{' '.join(left.symbols[:3])}",
        f"Nr3{' '.join(right.symbols[:3])}",
        f"Ned{around.edges}{around.length}",
        f"Nv{near_cue}",
        f"Nvl{near_cue}{around.length}",
        f"Npr{pronoun}{verb}{around.length}",
        f"Npl{place}{basic}",
        f"Nn{min(reader.quotes_in[stretch.passage], 6)}",
        f"Nsi{other}{stretch.closed}",
        f"Nec{min(reader.texts[reader.key(stretch)], 3)}{around.length}",
        f"Nm{bool(left.mentions)}{bool(right.mentions)}{around.length}",
    ]
    ahead = left.symbols.index(".") if "." in left.symbols else len(left.symbols)
    inner = [c for c, at in left.cues if at < ahead]
    strength = max((reader.strengths.get(words[c].lower(), 0) for c in inner), default=0)
    rest = right.symbols.index(".") if "." in right.symbols else len(right.symbols)
    behind = [reader.strengths.get(words[c].lower(), 0) for c, at in right.cues if at < rest]
    trailing = bool(behind) and "," in right.symbols[:rest] and right.symbols[rest - 1][0] in "VvMP"
    features.append(f"Nst{strength}{max(behind, default=0)}{around.length}")
    features.append(f"Ntr{trailing}{around.length}{case}")
    features.append(f"Nfp{around.told}{around.length}")
    start, stop = reader.passage_ends[stretch.passage]
    features.extend(f"NB{w.lower()}" for w in words[max(start, first - 4) : first])
    features.extend(f"NA{w.lower()}" for w in words[last : min(stop, last + 3)])
    between = (
        before[0].isalpha() and words[first - 1][0].isupper(),
        words[last : last + 1] != [] and words[last][0].isupper(),
    )
    features.append(f"Ncc{between}{case}{around.length}")
    for symbol in left.symbols[:6]:
        features.append(f"Nw{symbol}")
    for cue, at in left.cues[:2]:
        features.append(f"Nq{words[cue].lower()}{'+' if at > 3 else ''}")
    if len(inside) <= 3:
        for word in wise:
            features.append(f"Ni{word}")
            features.append(f"Nx{word[-3:]}{len(inside)}")
    else:
        features.append(f"Nf{inside[0].lower()}")
    unnamed = [
        "U",
        f"U{around.length}",
        f"Ue{around.edges}",
        f"Uc{basic}{around.shape}",
        f"Uv{near_cue}",
        f"Um{bool(left.mentions)}{bool(right.mentions)}",
        f"Ul{' '.join(left.symbols[:2])}",
        f"Ur{' '.join(right.symbols[:2])}",
        f"Ub{before}",
        f"Un{place}",
    ]
    for cue, at in left.cues[:1]:
        passive = words[cue - 1].lower() in PASSIVE_AUXILIARIES
        unnamed.append(f"Uq{words[cue].lower()}{passive and at < 3}")
    return features, unnamed

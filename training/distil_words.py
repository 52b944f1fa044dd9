"""Count words in PolNeAR's training part: which are common words, and which report speech.

    python training/distil_words.py SHARED

writes src/artparse/languages/en/common_words.txt (words that at least four articles print in lower case and
that are no more often capitalised inside a sentence) and src/artparse/languages/en/cue_words.txt (words of
the annotated cues, with the share of their occurrences outside quotation marks that are in a cue, in
tenths). An adverb is in a cue beside the verb that reports ("reportedly said"), so it is never sure to report
by itself. Single words and counts only.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from artparse.quotes.cues import SURE
from artparse.quotes.speech.marks import find_stretches
from artparse.quotes.tokens import tokenize
from corpus import passages_of, read_corpus

ROOT = Path(__file__).parent.parent / "src" / "artparse"


def main() -> None:
    articles: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for article in read_corpus(Path(sys.argv[1]), "train"):
        passages = passages_of(article.text)
        stretches, _ = find_stretches(article.text, passages)
        tokens = tokenize(article.text, passages, stretches)
        seen: set[str] = set()
        spans = sorted({span for a in article.attributions for span in a.cue})
        position = 0
        for i, word in enumerate(tokens.words):
            if word.islower() and word.isalpha():
                lower[word] += 1
                seen.add(word)
            elif (
                word[0].isupper()
                and i
                and tokens.words[i - 1].islower()
                and passages[tokens.passages[i]].section is not None
            ):
                capital[word.lower()] += 1
            if tokens.quoted[i] < 0 and word.isalpha():
                outside[word] += 1
                while position < len(spans) and spans[position][1] <= tokens.starts[i]:
                    position += 1
                cues[word] += position < len(spans) and spans[position][0] <= tokens.starts[i]
        articles.update(seen)
    common = sorted(w for w, n in articles.items() if n >= 4 and lower[w] >= capital[w] and len(w) > 1)
    path = ROOT / "languages" / "en" / "common_words.txt"
    path.write_text(
        "# Words that PolNeAR's training part prints in lower case\n" + " ".join(common) + "\n",
        encoding="utf-8",
    )
    strengths: dict[int, list[str]] = {}
    for word, count in cues.items():
        tenths = round(10 * count / (outside[word] + 2))
        if word.endswith("ly"):
            tenths = min(tenths, SURE - 1)
        if count >= 3 and tenths >= 2 and word.islower() and len(word) > 1:
            strengths.setdefault(tenths, []).append(word)
    path = ROOT / "languages" / "en" / "cue_words.txt"
    heading = (
        "# Words of cues in PolNeAR's training part, after the share of their uses that are cues, in tenths\n"
    )
    path.write_text(
        heading + "".join(f"{n} {' '.join(sorted(strengths[n]))}\n" for n in sorted(strengths)),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()

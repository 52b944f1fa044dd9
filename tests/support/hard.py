"""Inputs of any length that are hard for some part of the program, by what they are made of."""

from __future__ import annotations

import json
from collections.abc import Callable

HARD: dict[str, Callable[[int], str]] = {
    "one line of words": lambda n: "word " * (n // 5),
    "empty lines": lambda n: "A title\n" + "\n" * n + "The end.",
    "spaces": lambda n: "A title" + " " * n + "b",
    "one word": lambda n: "A" * n,
    "digits": lambda n: "1" * n,
    "paragraphs": lambda n: "The council met on Monday. “No,” said Jane Doe, who left.\n\n" * (n // 60),
    "short lines": lambda n: "Share\n" * (n // 6),
    "straight marks": lambda n: '"' * n,
    "opening marks": lambda n: "“" * n,
    "German marks": lambda n: "„a“ " * (n // 4),
    "marks as TeX has them": lambda n: "``a'' " * (n // 6),
    "apostrophes": lambda n: "' " * (n // 2),
    "unclosed quotes": lambda n: 'He said, "' * (n // 10),
    "names": lambda n: "Jane Doe " * (n // 9),
    "many people": lambda n: "".join(f"“Yes,” said Ann B{chr(97 + i % 26)}{i}.\n" for i in range(n // 22)),
    "namesakes": lambda n: "".join(
        f"“Yes,” said B{chr(97 + i % 26)}{i} Doe. Doe left.\n" for i in range(n // 30)
    ),
    "headings of names": lambda n: "".join(
        f"Ann B{i} Wins Again Tomorrow\n\n“Yes,” said Ann B{i}.\n\n" for i in range(n // 55)
    ),
    "short quotes": lambda n: '"a" "b" ' * (n // 8),
    "breadcrumbs": lambda n: "Home > " * (n // 7),
    "capitals": lambda n: "The Big Day " * (n // 12),
    "dates": lambda n: "3 May 2024 " * (n // 11),
    "brackets": lambda n: "([" * (n // 2),
    "dashes": lambda n: "— " * (n // 2),
    "commas": lambda n: "a, " * (n // 3),
}
"""From a number of code points to a text of about that length."""

PROSE = (
    "The council met on Monday to vote on the plan. It was approved by a majority.\n\n"
    "A second paragraph with more words follows here, and it ends as sentences end.\n"
)


def linked(data: str) -> str:
    """A web page with `data` as its JSON-LD."""
    script = f'<script type="application/ld+json">{data}</script>'
    return f"<html><head>{script}</head><body><p>{PROSE}</p></body></html>"


HARD_FORMATS: dict[str, Callable[[int], str]] = {
    "JSON-LD, spaces": lambda n: linked(f"{{x{' ' * n}y"),
    "JSON-LD, semicolons": lambda n: linked(f"{{x{';' * n}y"),
    "JSON-LD, an author's spaces": lambda n: linked(f'{{"author":{" " * n}'),
    "JSON-LD, authors by reference": lambda n: linked(
        json.dumps(
            [{"@type": "NewsArticle", "headline": "A", "author": [{"@id": f"#{i}"} for i in range(n // 15)]}]
            + [{"@id": f"#x{i}", "name": "B"} for i in range(n // 30)]
        )
    ),
    "TOML, a long key": lambda n: f"+++\n{'a.' * (n // 2)}a=1\n+++\n{PROSE}",
    "TOML, long names of tables": lambda n: f"+++\n[{'a.' * (n // 2)}a]\n+++\n{PROSE}",
    "YAML, brackets that are open": lambda n: f"---\na: {'[' * n}\n---\n{PROSE}",
    "links that are not closed": lambda n: "x " + "](/" * (n // 3),
    "parts of links": lambda n: "](<" * (n // 3),
}
"""The same, for readers of other formats than plain text: the format is to be told from the text."""

"""Inputs of any length that are hard for some part of the program, by what they are made of."""

from __future__ import annotations

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

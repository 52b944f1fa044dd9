"""Short names that the text itself explains: an acronym in brackets, a user's account.

    "the Harbour Fund (HF)"    HF stands for the fund
    "Ann Roe (@annroe)"        the account is hers, wherever else it stands

In: the names of an article in order. Out: the entity that a mention stands for, or -1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens


def spelt_out(tokens: Tokens, before: Mention, mention: Mention) -> int:
    """The entity whose acronym the mention is, because it stands in brackets right after its name; or -1."""
    if not mention.words[0][:2].isupper() or tokens.words[mention.first - 1] != "(":
        return -1
    whole = len(before.words) > 1 or len(before.words[0]) > 2 * len(mention.words[0])
    return before.entity if before.last == mention.first - 1 and whole else -1


def owner_of_account(
    tokens: Tokens, named: list[Mention], position: int, spellings: Mapping[str, int]
) -> int:
    """Whose account a name such as "@JaneDoe" is: who stands before its bracket, or is spelt so; or -1."""
    mention = named[position]
    before = named[position - 1] if position else None
    if before is not None and before.last == mention.first - 1 and tokens.words[before.last] == "(":
        return before.entity
    return spellings.get(letters(mention.words), -1)


def spellings_of_accounts(named: list[Mention]) -> dict[str, int]:
    """How the accounts of persons and bodies may be spelt: "janedoe", "jdoe", "realjanedoe"."""
    found: dict[str, int] = {}
    for mention in named:
        if len(mention.words) > 1 and mention.entity >= 0:
            whole = letters(mention.words)
            short = mention.words[0][0].casefold() + letters(mention.words[-1:])
            for spelling in (whole, short, f"real{whole}", f"the{whole}", f"{whole}official"):
                if found.setdefault(spelling, mention.entity) != mention.entity:
                    found[spelling] = -1  # of two of them
    return found


def letters(words: Sequence[str]) -> str:
    return "".join(c for word in words for c in word.casefold() if c.isalpha())

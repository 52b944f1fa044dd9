"""The rules and word lists of the quotes stage, each of which can be switched off for a while.

    python tests/support/switches.py      # writes fixtures/quotes/pins.json: which case needs which

A pin is only where to look first: what is not pinned, or no longer by that case, is looked for in all.
"""

from __future__ import annotations

import contextlib
import importlib
import inspect
import json
import mmap
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from unittest.mock import patch

if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parent.parent))

from artparse import quotes
from artparse.data import tables
from artparse.languages import packs
from artparse.layout import lay_out
from artparse.names import lists
from artparse.pipeline import passages_of
from artparse.quotes import Passage, attribute, model, record, words
from artparse.quotes.choice import choosing, citations, partners, review, signatures, transcripts
from artparse.quotes.choice import headings as of_headings
from artparse.quotes.choice.decision import Decision
from artparse.quotes.choice.nobody import judging
from artparse.quotes.entities import (
    accounts,
    ahead,
    author,
    full_names,
    labels,
    short_names,
    sieves,
)
from artparse.quotes.languages import glosses
from artparse.quotes.languages import telling as of_sentences
from artparse.quotes.languages.by_grammar import telling as of_grammar
from artparse.quotes.mentions import run_ends
from artparse.quotes.rules import RULES
from artparse.quotes.speech import marks
from artparse.reading import read
from support import languages

PINS = Path(__file__).parent.parent.parent / "fixtures" / "quotes" / "pins.json"
UNPINNED = PINS.with_name("unpinned.txt")
"""What no case needs yet."""
ROOMS = (
    "speech",
    "mentions",
    "entities",
    "speakers",
    "record",
    "reports.headlines",
    "reports.outside",
    "reports.reading",
    "choice.decision",
    "choice.choosing",
    "choice.signatures",
    "choice.partners",
    "choice.transcripts",
    "choice.headings",
    "choice.deciding",
    "choice.nobody",
    "choice.review",
    "languages.by_verbs",
)
"""Modules and packages of the stage each of whose predicates some case needs."""


class Input(NamedTuple):
    """One short article."""

    name: str
    article: str
    passages: list[Passage]
    language: str
    authors: tuple[str, ...] = ()


@cache
def inputs() -> dict[str, Input]:
    """Every case of the quotes stage, by name."""
    import test_quotes_cases as cases
    import test_reports

    found = [Input(c.name, c.article, cases.passages_of(c.article), c.language) for c in cases.read_cases()]
    for case in languages.read_cases():
        passages = languages.passages_of(case.article)
        found.append(Input(case.name, case.article, passages, case.language))
    for told in languages.read_told():
        passages = languages.passages_of(told.article)
        found.append(Input(f"news: {told.name}", told.article, passages, told.language))
    for row in languages.read_pieces():
        passage = Passage((0, len(row.text)), "paragraph", 0, 0)
        found.append(Input(f"sentence: {row.text[:60]}", row.text, [passage], row.language))
    for name, writer in (("author", "Hannah Vale"), ("author, no list", "Ysolde Marsh")):
        article = "A box\n\nLast week we found it. “Never,” I replied."
        found.append(Input(name, article, cases.passages_of(article), "en", (writer,)))
    heading = "The pier\n\n“It is gone”\n\n“The sea took the pier,” said Ann Roe."
    title, second, third = cases.passages_of(heading)
    found.append(Input("heading", heading, [title, second._replace(place="heading"), third], "en"))
    warden = "Warden Ruth Lane said there was no plan B."
    pool = f"Pool to shut\n\n'No plan B'\n\n{warden}\n\n“It is wrong,” said Tom Hale."
    title, second, *rest = cases.passages_of(pool)
    found.append(Input("pool", pool, [title, second._replace(place="heading"), *rest], "en"))
    for report in test_reports.read_cases():
        passages = test_reports.passages_of(report.text)
        found.append(Input(f"report: {report.name}", report.text, passages, "en"))
    found += _rows() + _articles()
    return {one.name: one for one in found}


def _rows() -> list[Input]:
    """The articles in the tables of the tests for roles and pronouns."""
    import test_quotes_cases as cases
    import test_quotes_pronouns as of_pronouns
    import test_quotes_roles as of_roles

    found = []
    for module in (of_roles, of_pronouns):
        for name, function in vars(module).items():
            for mark in getattr(function, "pytestmark", ()):
                for number, row in enumerate(mark.args[1]):
                    values = [str(value) for value in getattr(row, "values", row)]
                    language = values.pop(0) if mark.args[0][0] == "language" else "en"
                    article = (
                        values[0]
                        if values[0].startswith("The ") and "\n" in values[0]
                        else f"The pier\n\n{values[0]}"
                    )
                    passages = cases.passages_of(article)
                    found.append(Input(f"{name}[{number}]", article, passages, language))
    return found


def _articles() -> list[Input]:
    """The fixtures, as layout cuts them."""
    found = []
    for path in sorted((PINS.parent.parent / "articles").glob("*.txt")):
        document = read(path.read_bytes())
        layout = lay_out(document)
        passages = list(passages_of(layout))
        found.append(Input(path.stem, document.text, passages, layout.language or "en"))
    return found


def outcome(one: Input) -> Any:
    """All that the stage says of an article; of a German one also what it says where no sentence tells."""
    found = attribute(one.article, one.passages, one.language, one.authors)
    if one.language != "de":
        return found, None
    with patch.object(of_grammar.Sources, "told", lambda _: {}):
        return found, attribute(one.article, one.passages, one.language, one.authors)


@cache
def plain_outcome(name: str) -> Any:
    """With nothing switched off."""
    return outcome(inputs()[name])


ENGLISH: dict[str, Any] = {kind: words.word_list(kind) or words.word_table(kind) for kind in words.kinds()}
"""The lists and tables of `words.FILE`, as the modules hold them."""

Switch = Callable[[], contextlib.AbstractContextManager[Any]]


def _without(rule: str) -> Switch:
    """No stretch is found by a `quote/…` rule."""
    find = marks.find_stretches

    def fewer(*args: Any) -> Any:
        stretches, unclosed = find(*args)
        return [s for s in stretches if record.rule_of(s) != rule], unclosed

    return _everywhere(find, fewer)


def _unlabelled(labels: tuple[str, ...]) -> Switch:
    """Speaker labels among `labels`, or any where there are none, say nothing."""
    by_label = transcripts.by_label

    def silent(reader: Any, stretch: Any, decisions: Any, language: Any = None) -> Decision:
        label = reader.text[slice(*stretch.label)]
        if labels and label not in labels:
            return by_label(reader, stretch, decisions, language)
        return Decision(stretch, None, -1, -1, False, 0.9)

    return _everywhere(by_label, silent)


def _given(owner: Any, name: str, value: Any) -> Switch:
    return lambda: patch.object(owner, name, value)


def _says(owner: Any, name: str, value: Any) -> Switch:
    return lambda: patch.object(owner, name, lambda *_, **__: value)


@contextlib.contextmanager
def _both(*switches: Switch) -> Iterator[None]:
    with contextlib.ExitStack() as stack:
        for switch in switches:
            stack.enter_context(switch())
        yield


def _everywhere(value: Any, instead: Any) -> Switch:
    """`instead` takes the place of `value` under each name of the modules, and in each table there."""

    def switch() -> contextlib.AbstractContextManager[Any]:
        return _both(*(_given(module, name, new) for module, name, new in list(_bindings(value, instead))))

    return switch


def _bindings(value: Any, instead: Any) -> Iterator[tuple[ModuleType, str, Any]]:
    """The names that hold `value`, or a table with it, and what they are to hold."""
    for module in _modules():
        for name, held in list(vars(module).items()):
            if held is value:
                yield module, name, instead
            elif isinstance(held, tuple) and any(_holds(row, value) for row in held):
                yield module, name, tuple(_with(row, value, instead) for row in held)
            elif isinstance(held, dict) and any(_holds(row, value) for row in held.values()):
                yield module, name, {key: _with(row, value, instead) for key, row in held.items()}


def holders(value: Any) -> list[str]:
    """The names of the modules that hold a value."""
    return [f"{module.__name__}.{name}" for module, name, _ in _bindings(value, value)]


def _holds(row: Any, value: Any) -> bool:
    return row is value or (isinstance(row, tuple) and any(cell is value for cell in row))


def _with(row: Any, value: Any, instead: Any) -> Any:
    """A row of a table, with `instead` for `value`."""
    if row is value:
        return instead
    if not _holds(row, value):
        return row
    cells = [instead if cell is value else cell for cell in row]
    return type(row)(*cells) if hasattr(row, "_fields") else tuple(cells)


def _modules() -> list[ModuleType]:
    """The modules of the stage, also those that are imported when they are first needed."""
    for found in pkgutil.walk_packages(quotes.__path__, "artparse.quotes."):
        importlib.import_module(found.name)
    return [module for name, module in sys.modules.items() if name.startswith("artparse.quotes")]


def _unsifted(*rules: str) -> Switch:
    """No sieve for pronouns or noun phrases has one of these rules."""
    tables = {name: getattr(sieves, name) for name in ("PRONOUNS", "NOUNS")}
    kept = {name: tuple(row for row in table if row.rule not in rules) for name, table in tables.items()}
    return lambda: _both(*(_given(sieves, name, table) for name, table in kept.items()))


NAMED: dict[str, Switch] = {
    **{rule: _without(rule) for rule in RULES if rule.startswith("quote/")},
    "quote/said": _says(judging, "judge", None),
    "speaker/label": _unlabelled(()),
    "speaker/answer": _unlabelled(("A", "Answer")),
    "speaker/cited": _everywhere(citations.cited, lambda *_: None),
    "speaker/signature": _everywhere(signatures.signer_of, lambda *_: None),
    "speaker/model": _says(model, "score", 0),
    "speaker/told": _everywhere(of_sentences.telling_of, lambda *_: of_sentences.Telling({})),
    "speaker/introduced": _everywhere(review.is_introduced, lambda *_: False),
    "speaker/heard": _given(choosing, "HEARD_BONUS", 0),
    "speaker/review": _everywhere(review.review, lambda *_: None),
    "speaker/said-again": _given(of_headings, "WORDS_OF_ECHO", 10**6),
    "speaker/next": _everywhere(of_headings.fills_passage, lambda *_: False),
    "speaker/joint": _everywhere(partners.partner_of, lambda *_: -1),
    "name/full": _everywhere(full_names.SIEVES, (full_names.by_end,)),
    "name/short": _everywhere(short_names.PARTS_OF_NAMES, ()),
    "name/acronym": _everywhere(accounts.spelt_out, lambda *_: -1),
    "name/account": _everywhere(accounts.owner_of_account, lambda *_: -1),
    "name/label": _everywhere(labels.labelled, lambda *_: -1),
    "name/author": _everywhere(author.let_write, lambda *_: None),
    "name/pronoun": _unsifted("name/pronoun"),
    "name/it": _unsifted("name/it"),
    "name/they": _unsifted("name/they"),
    "name/relative": _unsifted("name/relative"),
    "name/spokesperson": _unsifted("name/spokesperson"),
    "name/person": _unsifted("name/person"),
    "name/body": _unsifted("name/body"),
    "name/issuer": _unsifted("name/issuer"),
    "name/ahead": _everywhere(ahead.look_ahead, lambda *_: None),
}
"""How each of `RULES` is switched off."""

NEVER_OFF = frozenset(("name/new",))
"""A name that no rule joins with another."""

OFF: dict[str, Any] = {"bool": False, "Span | None": None, "Phrase | None": None, "Sequence[int]": ()}
"""What a function says that never finds anything, by what it gives."""


def _functions(module: ModuleType) -> Iterator[tuple[Any, str, Callable[..., Any]]]:
    """The functions of a module and of its classes, with their owners."""
    for name, value in vars(module).items():
        if getattr(value, "__module__", "") != module.__name__:
            continue
        if inspect.isclass(value):
            for inner, method in vars(value).items():
                if inspect.isfunction(method):
                    yield value, inner, method
        elif inspect.isfunction(value):
            yield module, name, value


def _rooms() -> list[ModuleType]:
    """The modules of `ROOMS`."""
    starts = tuple(f"artparse.quotes.{room}" for room in ROOMS)
    return [module for module in _modules() if module.__name__.startswith(starts)]


def predicates() -> dict[str, Switch]:
    """Each function that tells whether something is so, or where it is, made to find nothing."""
    found: dict[str, Switch] = {}
    for module in _rooms():
        for owner, name, function in _functions(module):
            nothing = _nothing(function)
            if nothing is not function:
                place = module.__name__.removeprefix("artparse.quotes.")
                off = _says(owner, name, nothing) if inspect.isclass(owner) else _silent(function, nothing)
                found[f"{place}.{name.strip('_')}"] = off
    return found


def _silent(function: Callable[..., Any], nothing: Any) -> Switch:
    return _everywhere(function, lambda *_, **__: nothing)


def _nothing(function: Callable[..., Any]) -> Any:
    """What a function says that never finds anything; itself, of one that is no predicate."""
    gives = inspect.signature(function).return_annotation
    if gives in OFF:
        return OFF[gives]
    if any(function in joints for joints in run_ends.JOINTS.values()):
        return run_ends.NOT_MINE
    return -1 if gives == "int" and "or -1" in (function.__doc__ or "") else function


# --- word lists ------------------------------------------------------------------------------------


def forget() -> None:
    """Forget all that was read from data files."""
    for name, module in list(sys.modules.items()):
        if name.startswith("artparse."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


@contextlib.contextmanager
def _emptied(path: Path) -> Iterator[None]:
    """A word list without words, packed or not."""
    text_of, mapped = packs.text_of, tables.mapped

    def text(asked: str) -> str:
        return "" if asked == str(path) else text_of(asked)

    def content(asked: str) -> bytes | mmap.mmap:
        return tables.pack({}, []) if asked == str(path) else mapped(asked)

    forget()
    try:
        with patch.object(packs, "text_of", text), patch.object(tables, "mapped", content):
            yield
    finally:
        forget()


@contextlib.contextmanager
def _kind_emptied(path: str, kind: str) -> Iterator[None]:
    """One of a language's lists of words without words."""
    text_of = packs.text_of

    def text(asked: str) -> str:
        found = text_of(asked)
        if asked != path:
            return found
        return "\n".join(line for line in found.split("\n") if not line.startswith(f"({kind}):"))

    glosses.language_of.cache_clear()
    glosses.verbs_of.cache_clear()
    try:
        with patch.object(packs, "text_of", text):
            yield
    finally:
        glosses.language_of.cache_clear()
        glosses.verbs_of.cache_clear()


def word_lists() -> dict[str, Switch]:
    """Each list of words that the quotes stage reads, emptied."""
    found: dict[str, Switch] = {}
    names, english = Path(lists.DATA), Path(packs.FOLDER, "en")
    for path in sorted([*names.glob("*.txt"), *english.glob("*.txt")]):
        if str(path) == words.FILE or path.stem in ("pack", "signers", "more_family_names_east"):
            continue  # Weights are no list, and those of bylines are not the quotes stage's.
        if path.stem in ("given_names_locales", "given_names_world"):
            continue  # Packed with given_names, which is switched off for all three.
        place = "names" if path.is_relative_to(names) else "en"
        found[f"{place}/{path.stem}"] = lambda path=path: _emptied(path)  # type: ignore[misc]
    for kind, listed in ENGLISH.items():
        found[f"quotes/words ({kind})"] = _everywhere(listed, type(listed)())
    for code in packs.codes():
        language = glosses.language_of(code)
        gloss = packs.path_of(code, "glosses.txt")
        for kind in sorted(language.kinds) if language is not None else ():
            found[f"{code}: {kind}"] = lambda p=gloss, k=kind: _kind_emptied(p, k)  # type: ignore[misc]
    return found


# --- pins ------------------------------------------------------------------------------------------


@cache
def pins() -> dict[str, str]:
    """What is switched off to the case that changes then."""
    read: dict[str, str] = json.loads(PINS.read_text(encoding="utf-8")) if PINS.is_file() else {}
    return read


def needed_by(key: str, switch: Switch) -> str | None:
    """A case that comes out otherwise without it, or None: the pinned one where it still does."""
    language = key.partition(": ")[0] if ": " in key else None
    names = [n for n in inputs() if language in (None, inputs()[n].language)]
    names.sort(key=lambda name: name != pins().get(key))
    plain_outcome(names[0])
    with switch():
        if outcome(inputs()[names[0]]) != plain_outcome(names[0]):
            return names[0]
    for name in names:
        plain_outcome(name)
    with switch():
        for name in names[1:]:
            if outcome(inputs()[name]) != plain_outcome(name):
                return name
    return None


def changed_without(off: Iterable[Switch]) -> list[str]:
    """The cases that come out otherwise where all of these are off."""
    for name in inputs():
        plain_outcome(name)
    with _both(*off):
        return [name for name in inputs() if outcome(inputs()[name]) != plain_outcome(name)]


def main() -> None:
    switches = NAMED | predicates() | word_lists()
    found = {key: needed_by(key, switch) for key, switch in switches.items()}
    needed = {key: name for key, name in found.items() if name is not None}
    PINS.write_text(json.dumps(needed, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for key in found.keys() - needed.keys():
        print("no case needs", key)


if __name__ == "__main__":
    main()

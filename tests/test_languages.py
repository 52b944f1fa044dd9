"""The packs of the languages: what each has to have, and what none may have."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import artparse
from artparse.languages import packs
from artparse.names import lists
from artparse.quotes import Passage, attribute
from artparse.quotes.languages import glosses
from artparse.quotes.words import kinds as kinds_of_words

ROOT = Path(artparse.__file__).parent
READ = [code for code in packs.codes() if not packs.switch(code, "learnt on")]
"""Languages that are read by what their words are read as."""
FILES = {"pack.txt", "glosses.txt", "grammar.txt", "nobody.txt", "confidence.txt"}

WORDS = {
    "articles": "the a",
    "pronouns": "he she I we",
    "conjunctions": "and or but that if because",
    "prepositions": "of with for after",
    "verbs of saying": "said announced asked warned called wrote explained added confirmed criticized",
}
"""Kinds of words, with English ones that some word of each language has to be read as."""
KINDS = ("auxiliary", "particles")
"""Kinds of words that each language has to name."""
LEAST = {"m": 10, "f": 10}
"""So many nouns for persons, by the gender they tell."""
VERBS = 100
"""So many forms of verbs of saying."""


def missing(code: str) -> list[str]:
    """What a pack lacks, in words."""
    declared = packs.declared(code)
    found = [f"switch: {name}" for name in packs.SWITCHES if declared.get(name) not in ("yes", "no")]
    if not declared.get("name"):
        found.append("name")
    if packs.switch(code, "learnt on"):
        return found
    language = glosses.language_of(code)
    if language is None:
        return [*found, "glosses.txt"]
    one_word = [(word, g) for word, all_of in language.phrases.items() for g in all_of]
    read_as = Counter(word for _, gloss in one_word for word in gloss.english)
    for kind, words in WORDS.items():
        found += [f"{kind}: a word for {word}" for word in words.split() if not read_as[word]]
    found += [f"({kind})" for kind in KINDS if not language.kind(kind)]
    if not language.kind("organizations") | language.kind("names"):
        found.append("words of the names of bodies")
    genders = Counter(gloss.gender for _, gloss in one_word)
    found += [f"nouns for persons: {gender}" for gender, least in LEAST.items() if genders[gender] < least]
    saying = {word for word, gloss in one_word if set(gloss.english) & set(WORDS["verbs of saying"].split())}
    if len(saying) < VERBS:
        found.append(f"verbs of saying: {VERBS - len(saying)} more forms")
    return found


@pytest.mark.parametrize("code", packs.codes())
def test_nothing_is_missing_in_a_pack(code: str) -> None:
    assert missing(code) == []


@pytest.mark.parametrize("code", packs.codes())
def test_a_pack_declares_only_what_is_asked_for(code: str) -> None:
    assert packs.declared(code).keys() == packs.SWITCHES.keys() | {"name"}


@pytest.mark.parametrize("code", READ)
def test_packs_have_the_same_files(code: str) -> None:
    files = {path.name for path in Path(packs.FOLDER, code).iterdir()}
    assert {"pack.txt", "glosses.txt"} <= files <= FILES | {"nobody.packed"}


def test_what_a_pack_lacks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "pack.txt").write_text("name: Nothing\nlearnt on: no\n", encoding="utf-8")
    (tmp_path / "xx" / "glosses.txt").write_text("the: le\n", encoding="utf-8")
    monkeypatch.setattr(packs, "FOLDER", str(tmp_path))
    told = missing("xx")
    assert "switch: nouns have capitals" in told
    assert "articles: a word for a" in told
    assert "articles: a word for the" not in told
    packs.declared.cache_clear()
    glosses.language_of.cache_clear()


def test_every_switch_is_asked_for() -> None:
    code = "".join(path.read_text("utf-8") for path in ROOT.rglob("*.py") if path.name != "packs.py")
    asked = set(re.findall(r'switch\((?:[a-z]+, )?"([a-z ]+)"\)', code))
    assert asked == set(packs.SWITCHES)


def kinds_in_packs() -> set[str]:
    """The kinds of words that the glosses of any pack have."""
    files = [path.read_text("utf-8") for path in Path(packs.FOLDER).glob("*/glosses.txt")]
    return {kind for text in files for kind in re.findall(r"^\(([a-z ]+)\):", text, re.MULTILINE)}


def test_every_kind_of_words_is_asked_for() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "quotes").rglob("*.py"))
    assert {kind for kind in kinds_in_packs() if f'"{kind}"' not in code} == set()


def test_the_docs_tell_every_kind_of_words() -> None:
    docs = (Path(__file__).parents[1] / "docs" / "languages.md").read_text("utf-8")
    assert {kind for kind in kinds_in_packs() if f"`({kind})`" not in docs} == set()


def test_a_language_without_a_pack_has_nothing() -> None:
    for code in ("xx", "fi", "zh-hans", "../en", ""):
        if code:
            assert packs.declared(code) == {}
    assert packs.switch(None, "learnt on")
    assert not packs.switch("fi", "learnt on")


def test_no_stage_knows_the_name_of_a_language() -> None:
    """No comparison with a language's tag, but in the file that tells which language a text is in."""
    known = {*packs.codes(), "zh", "ja", "ko"} - {"it"}  # "it" is a word, too
    for path in sorted(ROOT.rglob("*.py")):
        if path.name == "languages.py" or path.name == "packs.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare) and not any(isinstance(n, ast.Slice) for n in ast.walk(node)):
                constants = {n.value for n in ast.walk(node) if isinstance(n, ast.Constant)}
                assert not constants & known, f"{path.relative_to(ROOT)}:{node.lineno}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "sv", "”Bron är säker”, sade Lars Holm. Sten var tyst.", ["Lars Holm"], id="name-behind"
        ),
        pytest.param("sv", "Anna Berg tillade: ”Vi väntade i tre år.”", ["Anna Berg"], id="name-and-colon"),
        pytest.param(
            "sv", "Lars Holm kom i går. En granne sade: ”Vi väntade i tre år.”", [None], id="far-name"
        ),
        pytest.param(
            "pl",
            "Przewodniczący Rady Charles Michel powiedział: „Czekaliśmy trzy lata.”",
            ["Charles Michel"],
            id="role-before-the-name",
        ),
        pytest.param("pl", "W Polsce powiedział: „Czekaliśmy trzy lata.”", [None], id="no-given-name"),
        pytest.param("pl", "Mieszkaniec powiedział: „Czekaliśmy trzy lata.”", [None], id="one-capital"),
        pytest.param("pl", "W Łodzi otwarto „Most”, a obok kawiarnię.", [], id="a-name-of-a-thing"),
        pytest.param("ru", "Анна Смирнова добавила: «Мы ждали три года».", ["Анна Смирнова"], id="cyrillic"),
        pytest.param("zh", "市长王伟周一说：“这座桥是安全的。”", ["王伟"], id="chinese"),
        pytest.param("zh", "他读了“红楼”三遍。", [], id="chinese-title"),
        pytest.param("ja", "山田太郎市長は「この橋はとても安全です」と述べた。", ["山田太郎"], id="japanese"),
        pytest.param("ja", "店の名は「青空」という。", [], id="japanese-name"),
        pytest.param(
            "ko", "김민수 시장은 “다리는 이제 모두에게 안전합니다.”라고 말했다.", ["김민수"], id="korean"
        ),
    ],
)
def test_without_a_pack_marks_and_plain_names_tell(
    language: str, text: str, expected: list[str | None]
) -> None:
    quotes = attribute(text, [Passage((0, len(text)), "paragraph", 0, 0)], language).quotes
    assert [quote.speaker for quote in quotes] == expected


KIND_ASKED = {
    "has",
    "kind",
    "word_list",
    "word_table",
    "members",
    "ends",
    "words",
    "switch",
    "entries",
    "is_kind",
}
"""Calls whose words name a kind or a list, and are none of a language."""
ENGLISH_IN_CODE = {
    "choice": 7,
    "entities": 13,
    "languages": 30,
    "mentions": 9,
    "reports": 2,
    "speakers": 0,
    "speech": 1,
    ".": 0,
}
"""Folder of the quotes stage to how many words of English its code still asks for by themselves."""


def english_words_asked(path: Path) -> list[str]:
    """Small words and verbs of saying of English that a file's code compares with or looks for."""
    english = lists.words("en/function_words.txt") | {"said", "says", "told", "asked", "according"}
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            asked = node.args if name not in KIND_ASKED else []
        elif isinstance(node, ast.Compare):
            asked = [node.left, *node.comparators]
        elif isinstance(node, ast.Set | ast.Tuple | ast.List):
            asked = node.elts
        else:
            continue
        found += [n.value for n in asked if isinstance(n, ast.Constant) and n.value in english]
    return found


@pytest.mark.parametrize("folder", ENGLISH_IN_CODE)
def test_code_asks_what_a_word_is(folder: str) -> None:
    """A ratchet: no new word of English in the code of the stage; name its kind in the pack instead."""
    quotes = ROOT / "quotes"
    paths = quotes.glob("*.py") if folder == "." else (quotes / folder).rglob("*.py")
    found = {path.name: words for path in sorted(paths) if (words := english_words_asked(path))}
    assert sum(map(len, found.values())) <= ENGLISH_IN_CODE[folder], found


def test_every_kind_that_code_asks_for_has_words() -> None:
    """`word_list` gives an empty list for a kind that no pack has: a slip would pass unseen."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "quotes").rglob("*.py"))
    asked = set(re.findall(r'word_(?:list|table)\("([^"]+)"\)', code))
    assert asked - set(kinds_of_words()) == set()
